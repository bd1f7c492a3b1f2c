import { fingerprintOf, type Json } from '../base/canonical.ts';
import { countedMeaning } from '../knowledge/counted-time.ts';
import { entityOf } from '../knowledge/facet.ts';
import type { Meaning } from '../knowledge/meaning.ts';
import { knowledgeOf } from '../knowledge/table.ts';
import { audienceFrom } from '../model/audience.ts';
import { ancestry } from '../model/edition.ts';
import { idsInOrder } from '../model/order.ts';
import type { Policy, Row, Scalar } from '../model/policy.ts';
import { isFactRelation, type RelationName } from '../model/relations.ts';
import { normalForm } from '../syntax/normal.ts';
import { affectedBy, audienceMeaning, type Between } from './affects.ts';
import { readersInWords } from './audience-words.ts';
import { blockInWords } from './block-words.ts';
import type { Carried } from './carry.ts';
import { type Affects, type Change, type PlainRow, plainRow, type Side } from './change.ts';
import { askedElsewhere, isAskedElsewhere } from './consent-units.ts';
import type { Difference } from './difference.ts';
import { meaningWithoutData } from './explained.ts';
import type { Names } from './names.ts';
import { respelling } from './respelled.ts';
import { sentenceOf } from './sentence.ts';
import { changesSummary, movesSummary, summaryOrder } from './summary-order.ts';
import { timesOf, timeWords } from './times.ts';
import { languageName } from './value-names.ts';
import { isWatchRow, sameWatch } from './watch-pairs.ts';

/** What it takes to describe a change: both policies, and what can be looked up in them. */
export interface Setting extends Between {
  readonly base: Policy;
  readonly head: Policy;
  readonly names: Names;
  /** Whether a side has a text at a prose coordinate, for telling a first translation from a new text. */
  readonly hasText: (side: 'base' | 'head', coordinate: string) => boolean;
  /** How many members each list has on either side, by relation and owner, for lists that limit. */
  readonly members: (side: 'base' | 'head', relation: RelationName, prefix: readonly string[]) => number;
}

/** Turns a difference, with what came or went along with it, into a change: its kind, direction, readers, words and fingerprint. */
export function describeChange({ difference, carries }: Carried, setting: Setting): Change {
  const { row, name } = subjectOf(difference);
  const affects = affectedBy(difference, setting);
  const meaning = meaningOf({ difference, carries }, setting, affects);
  const timed = timesOf(difference);
  const before = sideOf(difference, 'removed', carries);
  const after = sideOf(difference, 'added', carries);
  const values = {
    before: valueWords(before, setting.names, `${row.relation}.${name}`),
    after: valueWords(after, setting.names, `${row.relation}.${name}`),
    ...(difference.is === 'replaced' ? replacedWords(difference, setting.names) : {}),
    ...(timed ? timeWords(timed) : {}),
    ...(difference.is === 'audience' ? exchangedReaders(affects) : {}),
  };
  const coordinate = { relation: row.relation, key: row.key, ...(name === undefined ? {} : { name }) };
  const sides = difference.is === 'audience' ? {} : { before: sealedSide(before), after: sealedSide(after) };
  const sealed = { v: 1, kind: meaning.kind, ...coordinate, ...sides } as unknown as Json;
  return {
    kind: meaning.kind,
    table: difference.table,
    ...coordinate,
    ...(timed?.every(({ days }) => days === 'working') ? { days: 'working' as const } : {}),
    before,
    after,
    direction: meaning.direction,
    affects,
    words: sentenceOf(meaning.say, row.relation, row.key, values, setting.names),
    base: placeOn(difference, 'base'),
    head: placeOn(difference, 'head'),
    fingerprint: fingerprintOf(sealed),
  };
}

/** The part of a side that its fingerprint is made of. The audience of an entity is left out: a note says for whom it decides. */
function sealedSide(side: Side | null): Side | null {
  const meant = (rows: readonly PlainRow[]) => rows.filter(({ relation }) => relation !== 'applies');
  if (!side?.carries?.some(({ relation }) => relation === 'applies')) return side;
  return { ...side, carries: meant(side.carries) };
}

function exchangedReaders({ gain = [], lose = [] }: Affects) {
  return { before: readersInWords(lose), after: readersInWords(gain) };
}

function subjectOf(difference: Difference): { row: Row; name: string | undefined } {
  if (difference.is === 'replaced') return { row: difference.head, name: undefined };
  return difference.is === 'changed'
    ? { row: difference.head, name: difference.name }
    : { row: difference.row, name: undefined };
}

function sideOf(
  difference: Difference,
  is: 'added' | 'removed',
  carries: readonly Difference[],
): Side | null {
  if (difference.is === 'changed') {
    const { base, head, name } = difference;
    const value = (is === 'removed' ? base : head).values[name] ?? null;
    const rows = carriedRows(carries, is);
    const side = is === 'removed' ? base : head;
    const also = difference.also?.map((one) => [one, side.values[one] ?? null] as const);
    return {
      value,
      ...(also ? { beside: Object.fromEntries(also) } : {}),
      ...(rows.length === 0 ? {} : { carries: rows }),
    };
  }
  if (difference.is === 'audience') {
    const rows = is === 'removed' ? difference.base : difference.head;
    return { value: readersInWords(audienceFrom(rows)), carries: carriedRows(carries, is) };
  }
  if (difference.is === 'replaced') {
    return {
      row: plainRow(is === 'removed' ? difference.base : difference.head),
      carries: carriedRows(carries, is),
    };
  }
  if (difference.is !== is) return null;
  return { row: plainRow(difference.row), carries: carriedRows(carries, is) };
}

function carriedRows(carries: readonly Difference[], is: 'added' | 'removed') {
  return carries.flatMap((one) => (one.is === is ? [plainRow(one.row)] : []));
}

function replacedWords({ base, head }: Extract<Difference, { is: 'replaced' }>, names: Names) {
  const last = (row: Row): string => names.keyOf(row.relation, row.key).at(-1) ?? '';
  return { before: last(base), after: last(head) };
}

function valueWords(side: Side | null, names: Names, fact: string): string {
  if (side === null || !('value' in side)) return '';
  return names.value(side.value ?? undefined, fact);
}

function placeOn(difference: Difference, side: 'base' | 'head') {
  if (difference.is === 'audience') return (difference[side][0] ?? difference.row).place;
  if (difference.is === 'changed') {
    const row = difference[side];
    return row.places?.[difference.name] ?? row.place;
  }
  if (difference.is === 'replaced') return difference[side].place;
  return (difference.is === 'added') === (side === 'head') ? difference.row.place : null;
}

function meaningOf({ difference, carries }: Carried, setting: Setting, affects: Affects): Meaning {
  if (difference.table === 'prose') return textMeaning(difference, setting, carries.length);
  if (difference.table === 'structure') return structureMeaning(difference, setting);
  const { row, name } = subjectOf(difference);
  if (!isFactRelation(row.relation)) throw new Error(`no such relation: ${row.relation}`);
  const known = knowledgeOf(row.relation, setting.stated(entityOf(row.relation), row.key[0] ?? ''));
  if (difference.is === 'audience') return audienceMeaning(difference.row.key[0] ?? '', setting, affects);
  if (difference.is === 'changed') {
    const value = known.values[name ?? ''];
    if (!value) throw new Error(`no knowledge of ${row.relation}.${name}`);
    const stated = (side: Row): Scalar | undefined => side.values[difference.name];
    const [before, after] = [stated(difference.base), stated(difference.head)];
    const timed = timesOf(difference);
    return (
      (difference.also
        ? undefined
        : respelling(`${row.relation}.${name}`, before, after, difference.head.values.days)) ??
      (timed
        ? countedMeaning(value, ...timed)
        : meaningWithoutData(
            value.compare(before, after, [difference.base.values, difference.head.values]),
            difference,
            setting.base,
            setting.head,
          ))
    );
  }
  if (difference.is === 'replaced') {
    if (isWatchRow(row)) return sameWatch;
    const { base, head } = setting;
    const terms = { get: (id: string) => head.vocabulary.data[id] ?? base.vocabulary.data[id] };
    const isNarrower = ancestry(terms, row.key.at(-1) ?? '').includes(difference.base.key.at(-1) ?? '');
    return (isNarrower ? known.along?.narrower : known.along?.wider) ?? known.added;
  }
  const ends = known.limits ?? known.named;
  if (ends) {
    const prefix = row.key.slice(0, -1);
    if (difference.is === 'added' && setting.members('base', row.relation, prefix) === 0) return ends.first;
    if (difference.is === 'removed' && setting.members('head', row.relation, prefix) === 0) return ends.last;
  }
  const isElsewhere =
    row.relation === 'consent' &&
    difference.is === 'removed' &&
    isAskedElsewhere(row.key[0] ?? '', setting.base, setting.head);
  return isElsewhere ? { ...known.removed, say: askedElsewhere } : known[difference.is];
}

const say =
  (words: string): Meaning['say'] =>
  ({ key }) =>
    `${key[0]}: ${words}`;

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
  const { row } = subjectOf(difference);
  const locale = row.key.at(-1) ?? '';
  const direction = 'changes';
  const told = (words: string): Meaning['say'] => sayOf(row.key, words, setting);
  if (difference.is === 'changed') {
    const [before, after] = [String(difference.base.values.text), String(difference.head.values.text)];
    const same = normalForm(before) === normalForm(after);
    return same
      ? { kind: editorialText, direction, say: told(' is written differently and says the same.') }
      : { kind: 'text-changed', direction, say: told(` reads differently${inLocale(locale, setting)}.`) };
  }
  const translated = isTranslated(difference, setting);
  if (difference.is === 'added') {
    const more = others === 0 ? '' : `, and ${others === 1 ? 'another text' : `${others} more texts`},`;
    return translated
      ? {
          kind: 'translation-added',
          direction,
          say: told(`${more} can now be read in ${languageName(locale)}.`),
        }
      : { kind: 'text-added', direction, say: told(` is new${inLocale(locale, setting)}.`) };
  }
  return translated
    ? {
        kind: 'translation-removed',
        direction,
        say: told(` can no longer be read in ${languageName(locale)}.`),
      }
    : { kind: 'text-removed', direction, say: told(` is gone${inLocale(locale, setting)}.`) };
}

/** Where a text is, in words; a block of a plain document is named by its kind and its heading. */
function sayOf(coordinate: readonly string[], words: string, { head, names }: Setting): Meaning['say'] {
  const path = coordinate.slice(1, -1);
  if (head.facts.length === 0) return () => `${blockInWords(path, names.heading)}${words}`;
  return ({ key }) => `${key[0]}: ${names.field(coordinate[0] ?? '', path)}${words}`;
}

function inLocale(locale: string, setting: Setting): string {
  return locale === setting.head.prevailing ? '' : ` in ${languageName(locale)}`;
}

function structureMeaning(difference: Difference, setting: Setting): Meaning {
  const { row, name } = subjectOf(difference);
  const direction = 'changes';
  if (difference.is === 'added')
    return { kind: `${row.relation}-recorded`, direction, say: say('is recorded in the structure.') };
  if (difference.is === 'removed')
    return {
      kind: `${row.relation}-unrecorded`,
      direction,
      say: say('is no longer recorded in the structure.'),
    };
  if (row.relation === 'clause' && name === 'chapter')
    return movesSummary(difference, setting)
      ? { kind: summaryOrder, direction, say: say('moved to another chapter, and its summary with it.') }
      : { kind: 'clause-moved', direction, say: say('moved to another chapter.') };
  if (row.relation === 'list' && !isRearranged(difference))
    return { kind: 'list-followed', direction, say: say('its order follows what was added or taken out.') };
  if (name === 'order')
    return changesSummary(difference, setting)
      ? { kind: summaryOrder, direction, say: say('the order of what the summary says changed.') }
      : { kind: 'order-changed', direction, say: say('the order changed.') };
  return { kind: `${row.relation}-${name}-changed`, direction, say: say(`${name} changed.`) };
}

function isRearranged(difference: Difference): boolean {
  if (difference.is !== 'changed') return false;
  const [before, after] = [idsInOrder(difference.base), idsInOrder(difference.head)];
  const inAfter = new Set(after);
  const inBefore = new Set(before);
  return (
    before.filter((id) => inAfter.has(id)).join('\t') !== after.filter((id) => inBefore.has(id)).join('\t')
  );
}
