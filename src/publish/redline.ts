import type { PhrasingContent } from 'mdast';
import { append } from '../base/group.ts';
import type { Comparison } from '../diff/compare.ts';
import type { JudgedChange } from '../diff/judge.ts';
import { editedLines } from '../render/edited.ts';
import type { Passage } from '../render/passage.ts';
import type { View } from '../render/view.ts';
import type { Words } from '../render/words.ts';

/** A section of a policy that differs, as readers of one language see it. */
export interface RedlinedSection {
  readonly id: string;
  readonly name: string;
  readonly status: 'new' | 'changed' | 'removed';
  /** Whether its meaning changed: a fact differs, the section was added or removed, or readers were told about it. */
  readonly meaning: boolean;
  /**
   * The differences, one sentence each, in the language of the page; empty if there are no sentences in that language.
   */
  readonly sentences: readonly string[];
  readonly lines: readonly (readonly PhrasingContent[])[];
}

/**
 * The sections that differ between two versions in one language: those of the later one in reading order, then removed
 * ones. Every change that a comparison found is shown: a section whose words do not show it appears without any. `told`
 * are the sections that readers were told about.
 */
export function redlinedSections(
  before: readonly Passage[],
  after: readonly Passage[],
  { changes, renamed }: Pick<Comparison, 'changes' | 'renamed'>,
  told: ReadonlySet<string>,
  { locale, words, policy: { prevailing } }: View,
): RedlinedSection[] {
  const [bases, heads] = [
    new Map(before.map((one) => [renamed[one.id] ?? one.id, one])),
    new Map(after.map((one) => [one.id, one])),
  ];
  const meant = changes.filter((change) => isMeant(change, locale, prevailing));
  const owners = new Map<string, JudgedChange[]>();
  for (const change of meant) {
    const [id = ''] = change.key;
    const owner = heads.has(id) || bases.has(id) ? id : 'policy';
    append(owners, owner, change);
  }
  const gone = [...bases].flatMap(([id, passage]) => (heads.has(id) ? [] : [{ ...passage, id }]));
  return [...after, ...gone].flatMap((passage): RedlinedSection[] => {
    const { id, name } = passage;
    const [base, head] = [bases.get(id), heads.get(id)];
    const lines = editedLines(base?.lines ?? [], head?.lines ?? [], words);
    const found = owners.get(id) ?? [];
    if (lines.length === 0 && found.length === 0) return [];
    const status = base === undefined ? 'new' : head === undefined ? 'removed' : 'changed';
    const facts = found.filter(({ table }) => table === 'facts');
    return [
      {
        id,
        name,
        status,
        meaning: status !== 'changed' || facts.length > 0 || told.has(id),
        sentences: sentencesOf(facts, locale, prevailing, words, lines.length === 0),
        lines,
      },
    ];
  });
}

/** Whether a change matters to readers of a language; changes to texts in other languages do not. */
function isMeant({ verdict, table, key }: JudgedChange, locale: string, prevailing: string): boolean {
  if (verdict === 'editorial' || table === 'structure') return false;
  return table === 'facts' || key.at(-1) === locale || (locale === prevailing && key.at(-1) === prevailing);
}

/** Facts about how the policy judges changes are for its editors, not for readers. */
const inward = /^change\.entry\.watch|^policy\.profile/;
const inwardValues: ReadonlySet<string> = new Set(['rests', 'evidence']);

/** Only English has sentences, because a comparison is in English with names in the prevailing language. */
function sentencesOf(
  facts: readonly JudgedChange[],
  locale: string,
  prevailing: string,
  words: Words,
  unseen: boolean,
): string[] {
  const spoken = locale === prevailing && /^en\b/.test(locale);
  const said = facts
    .filter(({ relation, name = '' }) => spoken && !inward.test(relation) && !inwardValues.has(name))
    .map((change) => change.words);
  return said.length > 0 || !unseen ? [...new Set(said)] : [words.redline.unseen];
}
