import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../src/base/limits.ts';
import { judgeRequest } from '../../src/index.ts';
import { type Contents, edited, released, sample } from './states.ts';

/**
 * A law: whatever a request brings, either it is stopped, or the next one, which mends a slip of one word, can be
 * judged. What git and the working tree add to that is in `test/cli/walls-next.test.ts`.
 */

const base = released(sample('shop'));
const about = 'chapters/about.yaml';
const textOf = (files: Contents, path: string): string => {
  const content = files[path] ?? '';
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
};
const padded = (upTo: number, unit: string): Contents => {
  const text = textOf(base, about);
  return { ...base, [about]: text + unit.repeat(Math.floor((upTo - text.length) / unit.length)) };
};
const parts =
  textOf(base, about).split(/[\n,[{]/).length + textOf(base, 'chapters/main.yaml').split(/[\n,[{]/).length;
const clauses = (count: number): string =>
  Array.from({ length: count }, (_, at) => `  - { id: s${at}, kind: statement, title: T, text: T }\n`).join(
    '',
  );
const said = (...texts: readonly string[]): Contents => {
  const more = texts.map(
    (text, at) =>
      `  - id: more${at}\n    kind: statement\n    title: More\n    text: ${JSON.stringify(text)}\n`,
  );
  return edited(base, about, 'clauses:\n', `clauses:\n${more.join('')}`);
};

const languages = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) =>
    `en-A${String.fromCharCode(65 + (at % 26))}`.replace('A', 'ABCD'[Math.floor(at / 26)] ?? ''),
  );
const halves = (part: string, count: number): readonly string[] => [part.repeat(count), part.repeat(count)];

/** Whether a request is stopped; what it was refused for when it could not be judged. */
function stops(request: Contents, target: Contents): boolean | string {
  const answer = judgeRequest({ files: request }, { files: target }, { date: '2022-06-02' });
  return answer.ok
    ? answer.value.problems.some(({ severity }) => severity === 'error')
    : JSON.stringify(answer);
}

/** One word longer, with the signs that limits count. */
const slips = (head: Contents): Contents[] =>
  Object.keys(head)
    .filter((path) => path.startsWith('chapters/'))
    .map((path) => ({
      ...head,
      [path]: textOf(head, path).replace(
        /^( {4}title: .*)$/m,
        '$1 and *one* word, with [signs]\n    # a remark',
      ),
    }))
    .concat([
      { ...head, 'chapters/main.yaml': textOf(head, 'chapters/main.yaml').replace('face', 'face, or so') },
    ]);

const passesOn = (head: Contents): void => {
  const first = stops(head, base);
  if (first !== false) return;
  for (const next of slips(head)) expect(stops(next, head)).toSatisfy((one) => typeof one === 'boolean');
};

describe('a policy at a limit to the last word', () => {
  it.each<[string, Contents]>([
    ['bytes of a file', padded(limits.fileBytes - 1, '# \n')],
    [
      'lines and commas of all files',
      {
        ...base,
        [about]:
          textOf(base, about) + '#,,,,,,,,,\n'.repeat(Math.floor((limits.yamlParts - parts - 20) / 10)),
      },
    ],
    ['clauses', { ...base, [about]: textOf(base, about) + clauses(limits.clauses - 6) }],
    ['languages', edited(base, 'policy.yaml', '[en]', `[en, ${languages(limits.locales - 1).join(', ')}]`)],
    ['signs of a paragraph', said('*a* '.repeat(limits.paragraphMarks / 2 - 1))],
    ['signs of all texts', said(...halves(`${'*a* '.repeat(30)}\n\n`, limits.textMarks / 124))],
    [
      'characters of all files',
      {
        ...padded(limits.policyCharacters * 0.45, `#${'x'.repeat(998)}\n`),
        ...Object.fromEntries(
          [1, 2, 3].map((at) => [
            `locales/de/f${at}.yaml`,
            `locale: de\ntexts: {}\n#${'x'.repeat(limits.policyCharacters * 0.18)}\n`,
          ]),
        ),
      },
    ],
  ])('is stopped: %s', (_, head) => {
    expect(stops(head, base)).not.toBe(false);
  });

  it('is no fault of the request that finds it so', () => {
    const head = said('*a* '.repeat(limits.paragraphMarks / 2 - 10));
    expect(stops(head, base)).toBe(true);
    expect(stops(edited(head, about, 'title: More', 'title: Much more'), head)).toBe(false);
  });
});

it('a request of any sort is stopped, or the next one can be judged', () => {
  const paths = Object.keys(base).filter((path) => !path.endsWith('.html'));
  const edit = fc.record({
    path: fc.constantFrom(...paths),
    how: fc.constantFrom('drop', 'empty', 'line', 'twice', 'swap', 'word', 'cut', 'join'),
    at: fc.nat(400),
    to: fc.nat(400),
  });
  const apply = (
    files: Contents,
    { path, how, at, to }: { path: string; how: string; at: number; to: number },
  ): Contents => {
    const lines = textOf(files, path).split('\n');
    const [one, two] = [at % lines.length, to % lines.length];
    const put = (text: string): Contents => ({ ...files, [path]: text });
    switch (how) {
      case 'drop':
        return Object.fromEntries(Object.entries(files).filter(([name]) => name !== path));
      case 'empty':
        return put('');
      case 'line':
        return put(lines.filter((_, index) => index !== one).join('\n'));
      case 'twice':
        return put(lines.flatMap((line, index) => (index === one ? [line, line] : [line])).join('\n'));
      case 'swap':
        return put(
          lines
            .map((line, index) => (index === one ? lines[two] : index === two ? lines[one] : line))
            .join('\n'),
        );
      case 'word':
        return put(
          lines
            .map((line, index) =>
              index === one
                ? line.replace(
                    /\w+/,
                    ['toString', '__proto__', '9999-12-31', '1e400', '.inf', '"\\ud800"'][to % 6] ?? '',
                  )
                : line,
            )
            .join('\n'),
        );
      case 'cut':
        return put(lines.slice(0, one).join('\n'));
      default:
        return put(textOf(files, path) + textOf(files, paths[to % paths.length] ?? ''));
    }
  };
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) =>
      passesOn(edits.reduce(apply, base)),
    ),
    { numRuns: Number(process.env.LAW_RUNS ?? 100) },
  );
});
