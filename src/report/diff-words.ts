import type { NumberedShift } from '../archive/timeline.ts';
import { shortened } from '../base/shortened.ts';
import { isRearranged } from '../model/order.ts';
import { counted } from './counted.ts';
import type { Closing, ComparisonReport, FoundChange } from './report.ts';

type Said = Omit<ComparisonReport, 'base' | 'groups' | 'remarks' | 'next' | 'closing'>;

/** Remarks of one sentence: structure, editorial differences, likely renames, missing records. */
export function remarksOf(said: Said & { readonly inForce: readonly NumberedShift[] }): string[] {
  const { counts, changes, renamed, regrouped, hints, unannounced, head, inForce } = said;
  const kinds = (kind: string): number => changes.filter((change) => change.kind === kind).length;
  const moved = kinds('clause-moved');
  const reordered = changes.filter(hasOtherOrder).length;
  const structure = [
    ...(moved > 0 ? [`${counted(moved, 'clause')} moved`] : []),
    ...(Object.keys(renamed).length > 0 ? [`${Object.keys(renamed).length} renamed`] : []),
    ...regrouped.map(({ from, to }) => `${from.join(', ')} became ${to.join(', ')}`),
    ...(reordered > 0 ? [`order changed in ${counted(reordered, 'place')}`] : []),
  ];
  const { editorial } = counts;
  return [
    ...inForce.map(inForceWords),
    ...(structure.length > 0 ? [`Structure: ${structure.join(', ')}.`] : []),
    ...(editorial > 0
      ? [
          `Editorial: ${counted(editorial, 'difference')} that ${editorial === 1 ? 'changes' : 'change'} no meaning (spacing, quotation marks, what follows from the changes above).`,
        ]
      : []),
    ...hints.map(
      ({ from, to }) =>
        `Is ${to} what was ${from}? Then write “formerly: [${from}]” in ${to}: only what really differs is compared.`,
    ),
    ...(unannounced.length > 0
      ? [
          `Notice of ${head.label} not recorded yet: ${unannounced.join(', ')}.  Keep the evidence: policyc archive record`,
        ]
      : []),
  ];
}

function hasOtherOrder({ kind, relation, before, after }: FoundChange): boolean {
  const [was, is] = [before, after].map((side) => (side && 'value' in side ? side.value : null) ?? undefined);
  return kind === 'order-changed' && isRearranged(relation, was, is);
}

/** `In force from 2027-01-01 on: #5, in place of #4.` */
function inForceWords({ from, until, before, after }: NumberedShift): string {
  const called = (version: number | null): string => (version === null ? 'none' : `#${version}`);
  const span = until === null ? `from ${from} on` : `from ${from} until ${until}`;
  return `In force ${span}: ${called(after)}, in place of ${called(before)}.`;
}

/** What to do about undecided changes. It stands beside the verdict, which no list of names may push out of a comment. */
export function nextSteps(changes: readonly FoundChange[]): string[] {
  const drafts = [
    ...new Set(changes.flatMap(({ state, draft = '' }) => (state === 'draft' ? [draft] : []))),
  ].sort();
  const open = changes.filter(({ state }) => state === 'open');
  const low = open.filter(({ signal }) => signal === 'low').length;
  return [
    ...(drafts.length > 0 ? [`Finish ${shortened(drafts)}: nothing is decided until a person has.`] : []),
    ...(open.length > 0 ? [`Write the missing ${open.length === 1 ? 'note' : 'notes'}: policyc note`] : []),
    ...(low > 1 ? [`One note for the ${low} texts of low signal: policyc note --signal low`] : []),
  ];
}

/** The closing line. It claims no more than was compared, and says how many texts nobody has assessed. */
export function closingOf(said: Said, errors: number): Closing {
  const { verdict, documents, counts } = said;
  const { material, materialNoted, review, reviewNoted, editorial, structure } = counts;
  const looked = lookedAt(said);
  const split = (count: number, done: number): string =>
    count === 0 ? '' : ` (${done} noted, ${count - done} not)`;
  const materials = `${counted(material, 'material change')}${split(material, materialNoted)}`;
  const reviews = `${review} to review${split(review, reviewNoted)}`;
  if (errors > 0 && material + review === 0)
    return {
      tone: 'bad',
      verdict: 'Stopped.',
      words: `${counted(errors, 'error')}, see above; 0 material changes, 0 to review; ${looked}.`,
    };
  switch (verdict) {
    case 'none':
      return { tone: 'good', verdict: 'No change.', words: `${looked}.` };
    case 'editorial':
      return {
        tone: 'good',
        verdict: 'Editorial.',
        words: `0 material changes, 0 to review, ${counted(editorial + structure, 'difference')} without meaning; ${looked}.`,
      };
    case 'review':
      return {
        tone: 'attention',
        verdict: 'Review.',
        words: documents
          ? `${review} to review; ${looked}.`
          : `0 material changes among the facts; ${reviews}; ${looked}.`,
      };
    case 'material':
      return { tone: 'bad', verdict: 'Material.', words: `${materials}, ${reviews}; ${looked}.` };
  }
}

/** `37 facts and 21 texts compared; what 3 of the texts now mean is not assessed`. */
function lookedAt({ compared: { facts, texts }, documents, notAssessed }: Said): string {
  const looked = documents
    ? `0 facts (documents state none) and ${counted(texts, 'text')} compared`
    : `${counted(facts, 'fact')} and ${counted(texts, 'text')} compared`;
  return notAssessed === 0
    ? looked
    : `${looked}; what ${counted(notAssessed, 'changed text')} ${notAssessed === 1 ? 'means' : 'mean'} is not assessed`;
}
