import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceFile } from '../../src/base/place.ts';
import { readDocument } from '../../src/document/document.ts';
import { documentsAsPolicies } from '../../src/document/document-policy.ts';
import type { Policy, Row } from '../../src/model/policy.ts';
import { diffReport } from '../../src/report/diff-report.ts';
import { type Format, formats } from '../../src/report/formats.ts';
import { styleFor } from '../../src/report/style.ts';
import { compared } from './compared-text.ts';
import { version } from './version.ts';

/**
 * Nothing comes or goes unseen: every word that readers have and had not, or had and have no more, stands in the report, in
 * every format, whatever was done to the texts. A text longer than a report can bear says how much more there is.
 */
const formatNames = Object.keys(formats) as Format[];

const whole = version('0005');

/** The policy without all that does not belong to some of its clauses, so that a run is quick. */
function part(policy: Policy, ids: ReadonlySet<string>): Policy {
  const isOf = ({ relation, key }: Row): boolean =>
    key.some((one) => ids.has(one)) || /^(?:policy|party)/.test(relation);
  return {
    ...policy,
    facts: policy.facts.filter(isOf),
    prose: policy.prose.filter(isOf),
    structure: policy.structure.filter(isOf),
  };
}

const clauses = whole.structure
  .filter(({ relation }) => relation === 'clause')
  .map(({ key: [id = ''] }) => id);

/** Edits of texts, by numbers that are drawn. */
const edits = fc.array(
  fc.record({
    is: fc.constantFrom('insert', 'cut', 'replace', 'drop', 'drop clause'),
    at: fc.nat(),
    word: fc.nat(),
    count: fc.integer({ min: 1, max: 6 }),
  }),
  { minLength: 1, maxLength: 6 },
);
type Edits = typeof edits extends fc.Arbitrary<infer T> ? T : never;

/** A word that no text has: letters alone, so that no format has another way to write it. */
const coined = (number: number): string =>
  `zq${[...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}x`;

function edited(text: string, { is, word, count }: Edits[number], number: number): string {
  const words = text.split(' ');
  const start = word % (words.length + 1);
  if (is === 'replace') return Array.from({ length: count }, (_, at) => coined(number * 10 + at)).join(' ');
  if (is === 'insert') return words.toSpliced(start, 0, coined(number * 10)).join(' ');
  return words.toSpliced(start, count).join(' ') || coined(number * 10);
}

function afterEdits(policy: Policy, all: Edits): Policy {
  let made = policy;
  for (const [number, edit] of all.entries()) made = afterEdit(made, edit, number);
  return made;
}

function afterEdit(policy: Policy, edit: Edits[number], number: number): Policy {
  const at = edit.at % Math.max(1, policy.prose.length);
  const row = policy.prose[at];
  const [owner = ''] = row?.key ?? [];
  if (!row || (edit.is === 'drop clause' && !clauses.includes(owner))) return policy;
  if (edit.is === 'drop clause') {
    const stays = ({ key }: Row): boolean => key[0] !== owner;
    const { facts, prose, structure } = policy;
    return {
      ...policy,
      facts: facts.filter(stays),
      prose: prose.filter(stays),
      structure: structure.filter(stays),
    };
  }
  const text = edited(String(row.values.text), edit, number);
  const changed = edit.is === 'drop' ? [] : [{ ...row, values: { ...row.values, text } }];
  return { ...policy, prose: policy.prose.toSpliced(at, 1, ...changed) };
}

/** Words of letters alone; Chinese has none that a reader of this test could tell apart. */
function wordsOf(text: string): readonly string[] {
  return text.match(/(?<![\p{L}\p{N}:[{="/.&#;-])[a-zA-Z]{3,}(?![\p{L}\p{N}\]}="/&;-]|\.\p{L})/gu) ?? [];
}

/** Words of either side that the other has nowhere: those must be seen. */
function exclusive(base: Policy, head: Policy): readonly string[] {
  const of = (policy: Policy): ReadonlySet<string> =>
    new Set(policy.prose.flatMap(({ values }) => wordsOf(String(values.text))));
  const [before, after] = [of(base), of(head)];
  return [...[...before].filter((one) => !after.has(one)), ...[...after].filter((one) => !before.has(one))];
}

async function hidden(base: Policy, head: Policy): Promise<readonly string[]> {
  const words = exclusive(base, head);
  const report = diffReport([compared(base, head)], '');
  const missing: string[] = [];
  for (const format of formatNames) {
    const printed = await formats[format](report, styleFor(false));
    if (printed.includes('more characters)') || printed.includes('more not shown here')) continue;
    // GitHub keeps ten annotations of a level, and is told how many more there are.
    if (format === 'github' && (printed.match(/^::/gm) ?? []).length > 9) continue;
    missing.push(...words.filter((word) => !printed.includes(word)).map((word) => `${format}: ${word}`));
  }
  return missing;
}

describe('every word that comes or goes is seen', () => {
  const some = fc.tuple(fc.shuffledSubarray(clauses, { minLength: 5, maxLength: 9 }), edits, fc.boolean());

  it('in a policy', async () => {
    await fc.assert(
      fc.asyncProperty(some, async ([ids, all, back]) => {
        const base = part(whole, new Set(ids));
        const head = afterEdits(base, all);
        expect(await hidden(...(back ? ([head, base] as const) : ([base, head] as const)))).toEqual([]);
      }),
      { numRuns: Number(process.env.LAW_RUNS ?? 40) },
    );
  });

  it('in a document', async () => {
    const block = fc.record({
      form: fc.constantFrom('paragraph', 'heading', 'item', 'quote', 'cell', 'link', 'date'),
      words: fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 12 }),
    });
    const written = (blocks: readonly { form: string; words: readonly number[] }[]): string =>
      blocks
        .map(({ form, words }) => {
          const text = words.map(coined).join(' ');
          if (form === 'heading') return `## ${text}`;
          if (form === 'item') return `* ${text}`;
          if (form === 'quote') return `> ${text}`;
          if (form === 'cell') return `| ${text} |\n| - |\n| ${text} |`;
          if (form === 'link') return `[${text}](https://a.example/)`;
          return form === 'date' ? `Last updated: ${text}` : `${text}.`;
        })
        .join('\n\n');
    await fc.assert(
      fc.asyncProperty(
        fc.array(block, { maxLength: 8 }),
        fc.array(block, { maxLength: 8 }),
        fc.array(block, { maxLength: 8 }),
        async (shared, one, other) => {
          const [before, after] = [one, other].map((more, at) =>
            readDocument(sourceFile(`${at}.md`, `# Terms\n\n${written([...shared, ...more])}\n`)),
          );
          if (!before || !after) return;
          expect(await hidden(...documentsAsPolicies(before, after))).toEqual([]);
        },
      ),
      { numRuns: Number(process.env.LAW_RUNS ?? 60) },
    );
  });
});
