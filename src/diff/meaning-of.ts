import { countedMeaning } from '../knowledge/counted-time.ts';
import { entityOf } from '../knowledge/facet.ts';
import type { Meaning, RelationKnowledge } from '../knowledge/meaning.ts';
import { nowStatesFacts } from '../knowledge/promises.ts';
import type { Say } from '../knowledge/say.ts';
import { knowledgeOf } from '../knowledge/table.ts';
import { ancestry } from '../model/edition.ts';
import { isRearranged } from '../model/order.ts';
import { isFactRelation } from '../model/relations.ts';
import { normalForm } from '../syntax/normal.ts';
import { audienceMeaning } from './affects.ts';
import { blockInWords } from './block-words.ts';
import type { Carried } from './carry.ts';
import type { Affects } from './change.ts';
import { askedElsewhere } from './consent-units.ts';
import { type Difference, type DifferenceThat, subjectOf } from './difference.ts';
import { meaningWithoutData } from './explained.ts';
import { changesReading, readingOrder, takesReading } from './reading-order.ts';
import { respelling } from './respelled.ts';
import type { Setting } from './setting.ts';
import { changesSummary, movesSummary, summaryOrder } from './summary-order.ts';
import { timesOf } from './times.ts';
import { languageName } from './value-names.ts';
import { isWatchRow, sameWatch } from './watch-pairs.ts';

/** What a difference means, to be told in words of its relation: its kind, direction and sentence. */
export function meaningOf({ difference, carries }: Carried, setting: Setting, affects: Affects): Meaning {
  if (difference.table === 'prose') return textMeaning(difference, setting, carries.length);
  if (difference.table === 'structure') return structureMeaning(difference, setting);
  const { row } = subjectOf(difference);
  if (!isFactRelation(row.relation)) throw new Error(`no such relation: ${row.relation}`);
  if (difference.is === 'audience') return audienceMeaning(row.key[0] ?? '', setting, affects);
  const known = knowledgeOf(row.relation, setting.stated(entityOf(row.relation), row.key[0] ?? ''));
  if (difference.is === 'changed') return valueMeaning(difference, known, setting);
  if (difference.is === 'replaced') return replacedMeaning(difference, known, setting);
  return memberMeaning(difference, known, setting);
}

function valueMeaning(
  difference: DifferenceThat<'changed'>,
  known: RelationKnowledge,
  setting: Setting,
): Meaning {
  const { name, base, head } = difference;
  const fact = `${head.relation}.${name}`;
  const value = known.values[name];
  if (!value) throw new Error(`no knowledge of ${fact}`);
  const [before, after] = [base.values[name], head.values[name]];
  const same = difference.also ? undefined : respelling(fact, before, after, head.values.days);
  if (same) return same;
  const timed = timesOf(difference);
  if (timed) return countedMeaning(value, ...timed);
  const meaning = value.compare(before, after, [base.values, head.values]);
  return meaningWithoutData(meaning, difference, setting.base, setting.head);
}

/** One member of a list in place of another, which lies above or below it in the taxonomy. */
function replacedMeaning(
  { base, head }: DifferenceThat<'replaced'>,
  known: RelationKnowledge,
  setting: Setting,
): Meaning {
  if (isWatchRow(head)) return sameWatch;
  const terms = {
    get: (id: string) => setting.head.vocabulary.data[id] ?? setting.base.vocabulary.data[id],
  };
  const isNarrower = ancestry(terms, head.key.at(-1) ?? '').includes(base.key.at(-1) ?? '');
  return (isNarrower ? known.along?.narrower : known.along?.wider) ?? known.added;
}

/** A row that came or went. The first and the last member of a list that limits mean something of their own. */
function memberMeaning(
  { is, row }: DifferenceThat<'added'> | DifferenceThat<'removed'>,
  known: RelationKnowledge,
  setting: Setting,
): Meaning {
  const ends = known.limits ?? known.named;
  if (ends) {
    const prefix = row.key.slice(0, -1);
    if (is === 'added' && setting.members('base', row.relation, prefix) === 0) return ends.first;
    if (is === 'removed' && setting.members('head', row.relation, prefix) === 0) return ends.last;
  }
  const say = is === 'removed' ? saidOtherwise(row.relation, row.key[0] ?? '', setting) : undefined;
  return say ? { ...known.removed, say } : known[is];
}

/** What is said of something that is gone where the version after it still has some of it. */
function saidOtherwise(relation: string, id: string, { base, head, ids }: Setting): Say | undefined {
  if (relation === 'consent') return askedElsewhere(id, base, head);
  return relation === 'statement' && ids.head().has(id) ? nowStatesFacts : undefined;
}

/** The kind of a text with the same normal form; see `normalForm`. */
export const editorialText = 'text-respelled';

/** Whether a text comes or goes in one language while its original remains. */
export function isTranslated(difference: Difference, { base, head, hasText }: Setting): boolean {
  const { row } = subjectOf(difference);
  const original = [...row.key.slice(0, -1), base.prevailing].join('\t');
  return row.key.at(-1) !== head.prevailing && hasText('base', original) && hasText('head', original);
}

/** `others` come with it in the same language. */
function textMeaning(difference: Difference, setting: Setting, others: number): Meaning {
  const { key } = subjectOf(difference).row;
  const language = languageName(key.at(-1) ?? '');
  const inLanguage = key.at(-1) === setting.head.prevailing ? '' : ` in ${language}`;
  const meant = (kind: string, words: string): Meaning => ({
    kind,
    direction: 'changes',
    say: sayOf(key, words, setting),
  });
  if (difference.is === 'changed') {
    const [before, after] = [String(difference.base.values.text), String(difference.head.values.text)];
    return normalForm(before) === normalForm(after)
      ? meant(editorialText, ' is written differently and says the same.')
      : meant('text-changed', ` reads differently${inLanguage}.`);
  }
  const translated = isTranslated(difference, setting);
  if (difference.is === 'added') {
    const more = others === 0 ? '' : `, and ${others === 1 ? 'another text' : `${others} more texts`},`;
    return translated
      ? meant('translation-added', `${more} can now be read in ${language}.`)
      : meant('text-added', ` is new${inLanguage}.`);
  }
  return translated
    ? meant('translation-removed', ` can no longer be read in ${language}.`)
    : meant('text-removed', ` is gone${inLanguage}.`);
}

/** Where a text is, in words; a block of a plain document is named by its kind and its heading. */
function sayOf(coordinate: readonly string[], words: string, { head, names }: Setting): Meaning['say'] {
  const path = coordinate.slice(1, -1);
  if (head.facts.length === 0) return () => `${blockInWords(path, names.heading)}${words}`;
  return ({ key }) => `${key[0]}: ${names.field(coordinate[0] ?? '', path)}${words}`;
}

function structureMeaning(difference: Difference, setting: Setting): Meaning {
  const { row, name } = subjectOf(difference);
  const { relation } = row;
  const isList = relation === 'list';
  if (difference.is === 'added')
    return inStructure(
      `${relation}-recorded`,
      isList ? 'its list is now in an order of its own.' : 'is recorded in the structure.',
    );
  if (difference.is === 'removed')
    return inStructure(
      `${relation}-unrecorded`,
      isList ? 'its list is in the usual order again.' : 'is no longer recorded in the structure.',
    );
  if (relation === 'clause' && name === 'chapter') return moveMeaning(difference, setting);
  return name === 'order'
    ? orderMeaning(difference, setting)
    : inStructure(
        `${relation}-${name}-changed`,
        name === 'emphasis' ? standsOut(row.values.emphasis) : `${name} changed.`,
      );
}

/** What limits rights is printed so that nobody misses it. */
function standsOut(emphasis: unknown): string {
  return emphasis === undefined
    ? 'it is no longer printed bold and underlined.'
    : 'it is now printed bold and underlined.';
}

function inStructure(kind: string, words: string): Meaning {
  return { kind, direction: 'changes', say: ({ key }) => `${key[0]}: ${words}` };
}

const readsOtherwise = inStructure(
  readingOrder,
  'the order changed, and a text points at something else before it.',
);

const movesReading = inStructure(
  readingOrder,
  'moved to another chapter, and what stands there above it, or stood above it before, may say something of it.',
);

function moveMeaning(difference: Difference, setting: Setting): Meaning {
  if (takesReading(difference, setting)) return movesReading;
  return movesSummary(difference, setting)
    ? inStructure(summaryOrder, 'moved to another chapter, and its summary with it.')
    : inStructure('clause-moved', 'moved to another chapter.');
}

function orderMeaning(difference: Difference, setting: Setting): Meaning {
  if (changesReading(difference, setting)) return readsOtherwise;
  if (changesSummary(difference, setting))
    return inStructure(summaryOrder, 'the order of what the summary says changed.');
  const isChanged = difference.is === 'changed';
  const { relation } = subjectOf(difference).row;
  if (isChanged && isRearranged(relation, difference.base.values.order, difference.head.values.order))
    return inStructure('order-changed', 'the order changed.');
  // Released versions have recorded both by these names.
  const kind = relation === 'list' ? 'list-followed' : 'order-changed';
  return inStructure(kind, 'its order follows what was added or taken out.');
}
