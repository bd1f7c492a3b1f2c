import { fingerprintOf, type Json } from '../base/canonical.ts';
import { audienceFrom } from '../model/audience.ts';
import type { Row } from '../model/policy.ts';
import { affectedBy } from './affects.ts';
import { readersInWords } from './audience-words.ts';
import type { Carried } from './carry.ts';
import { type Affects, type Change, type PlainRow, plainRow, type Side } from './change.ts';
import { type Difference, type DifferenceThat, subjectOf } from './difference.ts';
import { meaningOf } from './meaning-of.ts';
import type { Names } from './names.ts';
import { sentenceOf } from './sentence.ts';
import type { Setting } from './setting.ts';
import { timesOf, timeWords } from './times.ts';

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
    words: sentenceOf(meaning.say, row, values, setting.names),
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

function sideOf(
  difference: Difference,
  is: 'added' | 'removed',
  carries: readonly Difference[],
): Side | null {
  const carried = carriedRows(carries, is);
  const side = is === 'removed' ? 'base' : 'head';
  switch (difference.is) {
    case 'changed':
      return valuesOn(difference, side, carried);
    case 'audience':
      return { value: readersInWords(audienceFrom(difference[side])), carries: carried };
    case 'replaced':
      return { row: plainRow(difference[side]), carries: carried };
    default:
      return difference.is === is ? { row: plainRow(difference.row), carries: carried } : null;
  }
}

function valuesOn(
  difference: DifferenceThat<'changed'>,
  side: 'base' | 'head',
  carried: readonly PlainRow[],
): Side {
  const { values } = difference[side];
  const also = difference.also?.map((name) => [name, values[name] ?? null] as const);
  return {
    value: values[difference.name] ?? null,
    ...(also ? { beside: Object.fromEntries(also) } : {}),
    ...(carried.length === 0 ? {} : { carries: carried }),
  };
}

function carriedRows(carries: readonly Difference[], is: 'added' | 'removed') {
  return carries.flatMap((one) => (one.is === is ? [plainRow(one.row)] : []));
}

function replacedWords({ base, head }: DifferenceThat<'replaced'>, names: Names) {
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
