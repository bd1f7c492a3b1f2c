import type { PhrasingContent } from 'mdast';
import { append } from '../../base/group.ts';
import type { Row } from '../../model/policy.ts';
import { badge } from '../badge.ts';
import {
  type Block,
  bullets,
  type Fact,
  fact,
  factList,
  type Inline,
  inline,
  paragraph,
  strong,
} from '../nodes.ts';
import { prosePhrase } from '../resolve.ts';
import { areTold } from '../told.ts';
import {
  dataName,
  isSensitive,
  listed,
  permissionLabel,
  purposeLabel,
  purposeWords,
  type View,
} from '../view.ts';
import { capitalise, type Words, wordFor } from '../words.ts';
import {
  type ClauseTeller,
  periodOf,
  quote,
  say,
  sayConsent,
  sayList,
  sayPeriod,
  sayWord,
} from './clause.ts';

export const tellFunction: ClauseTeller = (view, id) => [
  ...factList([
    ...collected(view, id),
    ...purposes(view, id),
    ...permissions(view, id),
    ...sayList(view, 'requires', 'function.requires', id),
    ...sayConsent(view, id),
    ...quote(view, 'refusal', id, 'refusal'),
    ...quote(view, 'optOut', id, 'optOut'),
    ...sayPeriod(view, 'functionKeeps', id, capitalise(periodOf(view, 'function', id, 'keeps'))),
    ...personalised(view, id),
    ...ground(view, id),
    ...quote(view, 'necessity', id, 'sensitive', 'necessity'),
    ...quote(view, 'impact', id, 'sensitive', 'impact'),
    ...quote(view, 'protection', id, 'sensitive', 'protection'),
    ...automated(view, id),
  ]),
];

function ground(view: View, id: string): Fact[] {
  const stated = view.rows.value('function', [id], 'sensitive.ground');
  return sayWord(view, 'sensitiveGround', view.words.sensitiveGrounds, stated);
}

/** The tier as a badge and what it means for the reader. */
export function tierLine(view: View, id: string): Block[] {
  const { rows, words } = view;
  const tier = rows.value('function', [id], 'tier');
  if (tier !== 'basic' && tier !== 'additional') return [];
  return [paragraph(badge(tier, words.tiers[tier]), ' ', tierNote(view, id, tier))];
}

/**
 * Calls a function the reader's choice only if it has an opt-out or explicit consent; consent by going on using the
 * service is no choice.
 */
function tierNote({ rows, words }: View, id: string, tier: 'basic' | 'additional'): string {
  if (tier === 'basic') return words.tierNotes.basic;
  const isChoice =
    rows.flag('function', [id], 'optOut') ||
    rows
      .all('consent.covers')
      .some(({ key }) => key[1] === id && rows.value('consent', [key[0] ?? ''], 'kind') === 'explicit');
  return isChoice ? words.tierNotes.additional : words.tierNotes.refusable;
}

/**
 * Data that is needed, that is optional, and that is not said to be either. Items from the same source share one
 * line.
 */
function collected(view: View, id: string): Fact[] {
  const rows = view.rows.all('function.data', id);
  const isPlain = rows.every((row) => !saysMore(view, row));
  if (isPlain && areTold(view, id, 'data', view.rows.ids('function.data', id))) return [];
  const where = (isTheirs: (required: Row['values'][string] | undefined) => boolean): readonly Row[] =>
    rows.filter(({ values }) => isTheirs(values.required));
  return [
    ...gathered(
      view,
      'required',
      where((required) => required !== undefined && required !== false),
    ),
    ...gathered(
      view,
      'voluntary',
      where((required) => required === false),
    ),
    ...gathered(
      view,
      'data',
      where((required) => required === undefined),
    ),
  ];
}

/** Whether anything is stated about an item beyond its use and that it is sensitive, which every mention shows. */
function saysMore(view: View, row: Row): boolean {
  const { key, values } = row;
  const isStated = ['source', 'method', 'required'].some((name) => values[name] !== undefined);
  const hasWords = ['note', 'from'].some(
    (name) => prosePhrase(view, key[0] ?? '', 'collects', key[1] ?? '', name).length > 0,
  );
  return isStated || hasWords || values.public === true || servedBy(view, row) !== '';
}

function gathered(view: View, label: 'required' | 'voluntary' | 'data', rows: readonly Row[]): Fact[] {
  const { words } = view;
  const alike = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) {
    const key = JSON.stringify([sourceOf(view, row), view.rows.ids('function.data.purpose', ...row.key)]);
    append(alike, key, row);
  }
  const lines = [...alike.values()].map((group): Block => {
    const items = listed(
      view,
      group.map((row, index) => dataItem(view, row, index === 0)),
    );
    const source = inline(sourceOf(view, group[0]));
    const gap = words.fullStop + words.sentenceGap;
    return paragraph(items, servedBy(view, group[0]), source.length === 0 ? '' : [gap, source]);
  });
  return lines.length === 0 ? [] : [fact(label, words.labels[label], ...lines)];
}

/** The purposes of an item if it serves only some of its function's. */
function servedBy(view: View, row: Row): string {
  const { rows, words } = view;
  const served = rows.ids('function.data.purpose', ...row.key);
  return served.length === rows.ids('function.purpose', row.key[0] ?? '').length
    ? ''
    : words.onlyFor(purposeWords(view, served));
}

/** A remark in brackets ends without a stop, as long as it is a single sentence. */
function withoutStop(note: PhrasingContent[]): PhrasingContent[] {
  const last = note.at(-1);
  if (last?.type !== 'text' || !/^[^.。]*[.。]$/.test(last.value)) return note;
  return [...note.slice(0, -1), { ...last, value: last.value.slice(0, -1) }];
}

function dataItem(view: View, row: Row, first: boolean): Inline {
  const [owner = '', data = ''] = row.key;
  const { words } = view;
  const note = withoutStop(prosePhrase(view, owner, 'collects', data, 'note'));
  const marks: Inline[] = [
    ...(isSensitive(view, data) ? [words.sensitive] : []),
    ...(row.values.public === true ? [words.shownPublicly] : []),
  ];
  if (marks.length + note.length === 0) return dataName(view, data, first);
  const between = marks.length > 0 && note.length > 0 ? words.clauseSeparator : '';
  return [dataName(view, data, first), words.open, listed(view, marks), between, note, words.close];
}

/** How an item reaches the company: `You give it, by a form.` Words of the author are complete sentences already. */
function sourceOf(view: View, row: Row): readonly Inline[] {
  const [owner = '', data = ''] = row.key;
  const { words } = view;
  const method = String(row.values.method ?? '');
  const source = String(row.values.source ?? '');
  const way = method === '' ? '' : wordFor(words.methods, method);
  const from = prosePhrase(view, owner, 'collects', data, 'from');
  const told = capitalise(sourceWords(words, source, way));
  if (from.length > 0) return [told === '' ? '' : [told, words.colon], from];
  return told === '' ? [] : [told, words.fullStop];
}

/** Some languages put the way inside the phrase for the source, others after it. */
function sourceWords(words: Words, source: string, way: string): string {
  if (source === '' || way === '') return `${source === '' ? '' : wordFor(words.sources, source)}${way}`;
  const both: Readonly<Record<string, (way: string) => string>> = words.sourcesBy;
  return Object.hasOwn(both, source)
    ? (both[source]?.(way) ?? '')
    : `${wordFor(words.sources, source)}${words.listSeparator}${way}`;
}

function purposes(view: View, id: string): Fact[] {
  const { rows, words } = view;
  const stated = rows.all('function.purpose', id);
  const isPlain = stated.every(({ values }) => values.basis === undefined);
  if (isPlain && areTold(view, id, 'purpose', view.rows.ids('function.purpose', id))) return [];
  const lines = stated.map((row): Block[] => {
    const purpose = row.key[1] ?? '';
    const basis = String(row.values.basis ?? '');
    const resting = basis === '' ? '' : words.onBasis(wordFor(words.bases, basis));
    const interest = prosePhrase(view, id, 'purposes', purpose, 'interest');
    const line = paragraph(capitalise(purposeLabel(view, purpose)), resting);
    return interest.length === 0 ? [line] : [line, paragraph(words.labels.interest, words.colon, interest)];
  });
  const [only] = lines;
  if (only === undefined) return [];
  return [fact('purposes', words.labels.purposes, ...(lines.length === 1 ? only : [bullets(lines)]))];
}

function permissions(view: View, id: string): Fact[] {
  const lines = view.rows.ids('function.permission', id).map((permission): Block[] => {
    const trigger = prosePhrase(view, id, 'permissions', permission, 'trigger');
    const name = strong(capitalise(permissionLabel(view, permission)));
    return [paragraph(name, trigger.length === 0 ? [] : [view.words.colon, trigger])];
  });
  const [only] = lines;
  if (only === undefined) return [];
  return [
    fact('permissions', view.words.labels.permissions, ...(lines.length === 1 ? only : [bullets(lines)])),
  ];
}

function automated(view: View, id: string): Fact[] {
  if (!view.rows.flag('function', [id], 'automated')) return [];
  return [
    ...say(view, 'automated', view.words.automated),
    ...quote(view, 'automatedLogic', id, 'automated', 'logic'),
    ...quote(view, 'automatedEffect', id, 'automated', 'effect'),
    ...quote(view, 'automatedReview', id, 'automated', 'review'),
  ];
}

function personalised(view: View, id: string): Fact[] {
  if (!view.rows.flag('function', [id], 'personalised')) return [];
  return [
    ...say(view, 'personalised', view.words.personalised),
    ...quote(view, 'personalisedOff', id, 'personalised', 'off'),
  ];
}
