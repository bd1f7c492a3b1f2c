import { isReaders } from '../../language/of-readers.ts';
import type { Row } from '../../model/policy.ts';
import { webAddress } from '../address.ts';
import { type Block, bullets, type Fact, fact, factList, type Inline, paragraph, strong } from '../nodes.ts';
import { proseBlocks, prosePhrase } from '../resolve.ts';
import { dataLabel, purposeLabel, type View } from '../view.ts';
import { listWords, periodWords, wordFor } from '../words.ts';
import {
  type ClauseTeller,
  partLinks,
  partsIn,
  periodOf,
  say,
  sayEach,
  sayPeriod,
  sayWords,
} from './clause.ts';

export const tellCommitment: ClauseTeller = (view, id) => {
  const words = proseBlocks(view, id, 'words');
  return words.length > 0 ? words : [paragraph(strong(oathPhrase(view, id)))];
};

/** A promise used as the text of its clause: in the author's words if there are any, else in ours. */
export function promisePhrase(view: View, id: string): Inline {
  const words = prosePhrase(view, id, 'words');
  return words.length > 0 ? words : oathPhrase(view, id);
}

/** A commitment in one sentence, with its limits. */
function oathPhrase(view: View, id: string): Inline {
  const { rows, words } = view;
  const promise = rows.value('commitment', [id], 'promise');
  const act = rows.value('commitment', [id], 'act');
  const [first = '', ...others] = rows.ids('commitment.data', id).map((item) => dataLabel(view, item));
  const data = first === '' ? [] : [yours(view, first), ...others];
  const object = data.length === 0 ? words.personalData : listWords(words, data, promise !== 'always');
  const told = said(words.deeds, act, object) ?? act;
  // French has a colon before a list of data, and none before whatever is yours.
  const deed = data.length === 0 && /^fr\b/.test(view.locale) ? told.replace(words.colon, ' vos ') : told;
  const oath = said(words.oaths, promise, deed) ?? deed;
  return [oath.replace(/[.。]$/, ''), ...oathLimits(view, id), words.fullStop];
}

/** English says whose data it is; the other languages of pages do without. */
function yours({ locale }: View, label: string): string {
  return /^en\b/.test(locale) && !isReaders.test(label) ? `your ${label}` : label;
}

/** A phrase of a table by its name; `about` is filled in if the phrase takes it. */
function said(table: object, name: string, about: string): string | undefined {
  const phrase = (table as Readonly<Record<string, string | ((about: string) => string)>>)[name];
  return typeof phrase === 'function' ? phrase(about) : phrase;
}

/** The limits of a promise, kept in the same sentence: without them the promise would be a different one. */
function oathLimits(view: View, id: string): Inline[] {
  const { rows, words } = view;
  const purposes = rows.ids('commitment.purpose', id).map((purpose) => purposeLabel(view, purpose));
  const functions = partsIn(view, 'commitment.function', id);
  const recipients = partsIn(view, 'commitment.recipient', id);
  const limits: Inline[] = [
    ...(purposes.length === 0
      ? []
      : [[inSentence(words.labels.oathPurposes), words.colon, listWords(words, purposes)]]),
    ...(functions.length === 0
      ? []
      : [[inSentence(words.labels.oathFunctions), words.colon, partLinks(view, functions)]]),
    ...(recipients.length === 0
      ? []
      : [[inSentence(words.labels.oathRecipients), words.colon, partLinks(view, recipients)]]),
  ];
  if (limits.length === 0) return [];
  const joined = limits.flatMap((limit, at) => (at === 0 ? [limit] : [words.clauseSeparator, limit]));
  return [words.open, joined, words.close];
}

function inSentence(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

export const tellChange: ClauseTeller = (view, id) => {
  const { rows, words } = view;
  const value = (name: string): string => rows.value('change', [id], name);
  const early = periodOf(view, 'change', id, 'leadTime');
  return factList([
    ...say(view, 'page', webAddress(value('page'))),
    ...sayWords(view, 'prominent', words.prominentChannels, rows.ids('change.channel', id)),
    ...sayPeriod(view, 'leadTime', id, early === '' ? '' : words.leadTime(early)),
    ...entries(view, id),
    ...promises(view, id),
    ...say(view, 'archive', webAddress(value('archive'))),
  ]);
};

function entries(view: View, id: string): Fact[] {
  const items = view.rows.all('change.entry', id).map((row): Block[] => {
    const said = prosePhrase(view, id, 'material', row.key[1] ?? '', 'words');
    return [paragraph(said, ...cited(view, row))];
  });
  return items.length === 0 ? [] : [fact('material', view.words.labels.material, bullets(items))];
}

/** The article of law it rests on. How sure the author is of it matters only when versions are compared. */
function cited({ words }: View, { values }: Row): string[] {
  return values.rests === undefined ? [] : [words.open, String(values.rests), words.close];
}

function promises(view: View, id: string): Fact[] {
  const { rows, words } = view;
  const items = rows.all('change.promise', id).map((row): Block[] => {
    const said = prosePhrase(view, id, 'promises', row.key[1] ?? '', 'words');
    const owed = wordFor(words.owed, String(row.values.owes ?? ''));
    return [paragraph(said, words.open, owed.replace(/[.。]$/, ''), words.close, ...cited(view, row))];
  });
  return items.length === 0 ? [] : [fact('promises', words.labels.promises, bullets(items))];
}

export const tellSecurity: ClauseTeller = (view, id) => {
  const { rows, words } = view;
  const within = rows.value('security', [id], 'breachNotice');
  return factList([
    ...sayEach(view, 'measures', words.measures, rows.ids('security.measure', id)),
    ...sayPeriod(view, 'breach', id, within === '' ? '' : words.breachWithin(periodWords(words, within))),
  ]);
};
