import type { Row } from '../../model/policy.ts';
import { badge } from '../badge.ts';
import {
  type Block,
  bullets,
  type Fact,
  fact,
  factList,
  type Grid,
  grid,
  type Inline,
  paragraph,
  strong,
} from '../nodes.ts';
import { prosePhrase } from '../resolve.ts';
import { dataName, isSensitive, permissionLabel, purposeLabel, purposeNames, type View } from '../view.ts';
import { capitalise, wordFor } from '../words.ts';
import { type ClauseTeller, quote, say, sayConsent, sayParts } from './clause.ts';

export const tellFunction: ClauseTeller = (view, id) => [
  ...collected(view, id),
  ...factList([
    ...purposes(view, id),
    ...permissions(view, id),
    ...sayParts(view, 'requires', view.rows.ids('function.requires', id)),
    ...sayConsent(view, id),
    ...quote(view, 'necessity', id, 'sensitive', 'necessity'),
    ...quote(view, 'impact', id, 'sensitive', 'impact'),
    ...quote(view, 'protection', id, 'sensitive', 'protection'),
    ...quote(view, 'refusal', id, 'refusal'),
    ...quote(view, 'optOut', id, 'optOut'),
    ...automated(view, id),
    ...personalised(view, id),
  ]),
];

/** The tier as a badge and what it means for the reader. */
export function tierLine(view: View, id: string): Block[] {
  const { rows, words } = view;
  const tier = rows.value('function', [id], 'tier');
  if (tier !== 'basic' && tier !== 'additional') return [];
  return [paragraph(badge(tier, words.tiers[tier]), ' ', tierNote(view, id, tier))];
}

/** That something is the reader's choice is said where the policy says how to make it. */
function tierNote({ rows, words }: View, id: string, tier: 'basic' | 'additional'): string {
  if (tier === 'basic') return words.tierNotes.basic;
  const isChoice =
    rows.flag('function', [id], 'optOut') || rows.all('consent.covers').some(({ key }) => key[1] === id);
  return isChoice ? words.tierNotes.additional : words.tierNotes.refusable;
}

function collected(view: View, id: string): Grid[] {
  const { labels, lists } = view.words;
  const all = view.rows.ids('function.purpose', id);
  const rows = view.rows.all('function.data', id);
  const served = rows.map((row) => view.rows.ids('function.data.purpose', ...row.key));
  const differ = served.some((purposes) => purposes.length !== all.length);
  return grid(
    lists.collected,
    [labels.data, labels.source, labels.needed, ...(differ ? [labels.purposes] : [])],
    rows.map((row, index) => [
      dataCell(view, row),
      sourceCell(view, row),
      neededCell(view, row),
      ...(differ ? [purposeNames(view, served[index] ?? [])] : []),
    ]),
  );
}

/** A collected item with what readers must know of it. */
export function dataCell(view: View, row: Row): Inline {
  const [owner = '', data = ''] = row.key;
  const { words } = view;
  const marks = [
    ...(isSensitive(view, data) ? [words.sensitive] : []),
    ...(row.values.public === true ? [words.shownPublicly] : []),
  ];
  const note = prosePhrase(view, owner, 'collects', data, 'note');
  return [
    dataName(view, data, true),
    marks.length === 0 ? '' : words.open + marks.join(words.listSeparator) + words.close,
    note.length === 0 ? '' : [words.fullStop + words.sentenceGap, note],
  ];
}

/** Whether the function works without an item; nothing where the policy does not say. */
export function neededCell({ words }: View, { values }: Row): string {
  return values.required === undefined ? '' : words.needed[values.required === false ? 'no' : 'yes'];
}

/** How an item reaches the company: `You give it, by a form`. */
export function sourceCell(view: View, row: Row): Inline {
  const [owner = '', data = ''] = row.key;
  const { words } = view;
  const method = String(row.values.method ?? '');
  const source = String(row.values.source ?? '');
  const ways = [
    ...(source === '' ? [] : [wordFor(words.sources, source)]),
    ...(method === '' ? [] : [wordFor(words.methods, method)]),
  ];
  const from = prosePhrase(view, owner, 'collects', data, 'from');
  const told = capitalise(ways.join(words.listSeparator));
  return [told, from.length === 0 ? '' : [told === '' ? '' : words.colon, from]];
}

function purposes(view: View, id: string): Fact[] {
  const { rows, words } = view;
  const lines = rows.all('function.purpose', id).map((row): Block[] => {
    const purpose = row.key[1] ?? '';
    const basis = String(row.values.basis ?? '');
    const stated = basis === '' ? '' : words.onBasis(wordFor(words.bases, basis));
    const interest = prosePhrase(view, id, 'purposes', purpose, 'interest');
    const line = paragraph(capitalise(purposeLabel(view, purpose)), stated);
    return interest.length === 0 ? [line] : [line, paragraph(words.labels.interest, words.colon, interest)];
  });
  const [only] = lines;
  if (only === undefined) return [];
  return [fact(words.labels.purposes, ...(lines.length === 1 ? only : [bullets(lines)]))];
}

function permissions(view: View, id: string): Fact[] {
  const lines = view.rows.ids('function.permission', id).map((permission): Block[] => {
    const trigger = prosePhrase(view, id, 'permissions', permission, 'trigger');
    const name = strong(capitalise(permissionLabel(view, permission)));
    return [paragraph(name, trigger.length === 0 ? [] : [view.words.colon, trigger])];
  });
  const [only] = lines;
  if (only === undefined) return [];
  return [fact(view.words.labels.permissions, ...(lines.length === 1 ? only : [bullets(lines)]))];
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
