import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directiveNames } from '../../src/syntax/directive.ts';
import { marksIn, parsedMarks, plainText } from '../../src/syntax/marks.ts';
import { proseOf } from '../../src/syntax/prose.ts';
import { expressionsIn } from '../expressions.ts';
import { sourcePaths } from '../source-code.ts';

describe('the marks of a text', () => {
  it.each(directiveNames)('are those of every directive, wherever they are read: %s', (name) => {
    const text = `See :${name}[a.b]{as="words"} and :${name}[c].`;
    expect(marksIn(text)).toEqual(parsedMarks(text));
    expect(marksIn(text).directives.map((one) => one.id)).toEqual(['a.b', 'c']);
    expect(plainText(text)).toBe('See words and c.');
  });

  it('are named alike by every expression: written out, so that each is seen to be linear', () => {
    const named = sourcePaths
      .flatMap(expressionsIn)
      .flatMap(({ where, source }) =>
        (source.match(/\bdata\|ref\b[^)]*/g) ?? []).map((names) => [where, names]),
      );
    expect(named.length).toBeGreaterThan(5);
    for (const [where, names] of named) expect(names, where).toBe(directiveNames.join('|'));
  });
});

const pieces = [
  ':data[contact.mobile_phone]',
  ':ref[changes]{as="the end"}',
  ':term[child]',
  ':contact[desk]',
  ':data[a',
  ':data[]',
  '::data[x]',
  ':other[x]',
  'localhost:port',
  '10:30am',
  '[',
  ']',
  '](',
  ']: ',
  '`',
  '~~~',
  '<b>',
  '<https://a.example>',
  '\\',
  '*',
  '**',
  '_',
  '- ',
  '| ',
  '\n',
  '\n\n',
  '    ',
  '\t',
  '# ',
  '> ',
  'word ',
  '，',
  '{',
  '}',
  '&amp;',
];

describe('marks in a text', () => {
  it('are the same whether scanned or parsed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const strip = ({ directives, forbidden }: ReturnType<typeof marksIn>) => ({
          directives: directives.map(({ name, id, start }) => ({ name, id, start })),
          forbidden,
        });
        expect(strip(marksIn(text))).toEqual(strip(parsedMarks(text)));
      }),
      { numRuns: 3000 },
    );
  });

  it('are read from the tree that others see: a text is parsed once', () => {
    const text = 'See `:ref[a]` and [b](#b).';
    parsedMarks(text);
    let parsed = 0;
    proseOf(text, () => {
      parsed += 1;
      return undefined;
    });
    expect(parsed).toBe(0);
  });

  it('leave other colons alone', () => {
    expect(marksIn('At 10:30am on localhost:port, :note[x] and ::data[y].').directives).toEqual([]);
  });
});
