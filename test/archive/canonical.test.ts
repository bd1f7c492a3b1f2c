import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCanonicalLine } from '../../src/archive/canonical-form.ts';
import { canonicalJson, type Json } from '../../src/base/canonical.ts';
import { anyText } from '../any-text.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const held = (text: string) => isCanonicalLine(bytes(text));

/** What the check promises, said by writing the value anew. */
function isWrittenAnew(content: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
    return text === `${canonicalJson(JSON.parse(text) as Json)}\n`;
  } catch {
    return false;
  }
}

/** Names that engines or alphabets order in a way of their own, and texts that have more than one form. */
const words = fc.oneof(
  fc.constantFrom(
    '',
    '2',
    '10',
    '__proto__',
    'é',
    '中',
    '\uFB01',
    '\u{1F600}',
    '\\',
    '\\ud800',
    '\u2028',
    '\x7F',
  ),
  anyText,
);
const { value: values } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    words,
    fc.boolean(),
    fc.constant(null),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.maxSafeInteger(),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(words, tie('value'), { maxKeys: 6 }),
  ),
}));

describe('canonical JSON', () => {
  it('is told from all other bytes', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(held(`${canonicalJson(value)}\n`)).toBe(true);
        for (const other of [
          JSON.stringify(value),
          JSON.stringify(value, null, 1),
          `${canonicalJson(value)}\n\n`,
        ])
          expect(held(`${other}`)).toBe(isWrittenAnew(bytes(other)));
      }),
      { numRuns: 500 },
    );
  });

  it('is told from what differs in any byte', () => {
    const edit = fc.record({
      at: fc.nat(),
      remove: fc.nat({ max: 3 }),
      insert: fc.oneof(
        fc.constantFrom(
          ...[' ', '"', ',', '\\', '\\u0041', '\\ud83d', '\\/', '0', '.0', 'e1', '-', '{}', '\uFEFF'].map(
            bytes,
          ),
        ),
        fc.uint8Array({ maxLength: 2 }),
      ),
    });
    fc.assert(
      fc.property(values, edit, (value, { at, remove, insert }) => {
        const whole = [...bytes(`${canonicalJson(value)}\n`)];
        whole.splice(at % (whole.length + 1), remove, ...insert);
        const edited = Uint8Array.from(whole);
        expect(isCanonicalLine(edited)).toBe(isWrittenAnew(edited));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['names out of order', '{"b":1,"a":2}'],
    ['a name twice', '{"a":1,"a":1}'],
    ['names in the order of their bytes', '{"\uFB01":1,"\u{1F600}":2}'],
    ['numbers for names in the order of numbers', '{"9":1,"10":2}'],
    ['white space', '{"a": 1}'],
    ['an escape that needs none', '"\\u00e9"'],
    ['a slash with an escape', '"\\/"'],
    ['half a character', '"\\ud800"'],
    ['a number in another form', '[1.0]'],
    ['minus zero', '[-0]'],
    ['a mark of byte order', '\uFEFF[]'],
  ])('is not text with %s', (_, text) => {
    expect(held(`${text}\n`)).toBe(false);
  });

  it.each([
    ['numbers for names', '{"10":1,"9":2}'],
    ['names in the order of characters', '{"\u{1F600}":2,"\uFB01":1}'],
    ['a backslash before what would be half a character', '["\\\\ud800"]'],
  ])('may have %s', (_, text) => {
    expect(held(`${text}\n`)).toBe(true);
  });
});
