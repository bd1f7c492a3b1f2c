import { append } from '../../base/group.ts';
import { eachOnDemand, keptWith } from '../../base/on-demand.ts';
import { type Dimension, dimensions } from '../../model/limit.ts';
import type { FactRelation } from '../../model/relations.ts';
import { type Block, bullets, type Fact, fact, type Inline, paragraph } from '../nodes.ts';
import { partLink, proseBlocks, prosePhrase } from '../resolve.ts';
import { areTold, untold } from '../told.ts';
import { listed, nameFor, purposeNames, type View } from '../view.ts';
import {
  capitalise,
  countryName,
  listWords,
  periodWords,
  regionName,
  type Words,
  wordFor,
} from '../words.ts';

/** What a clause of one kind says beside its title and text. */
export type ClauseTeller = (view: View, id: string) => readonly Block[];

/**
 * The functions below return an empty list for what the policy does not state, so that a teller can join all their
 * lists.
 */
export type Label = keyof Words['labels'];

/** A statement in our words. */
export function say(view: View, label: Label, ...words: readonly Inline[]): Fact[] {
  const line = paragraph(...words);
  return line.children.length === 0 ? [] : [fact(label, view.words.labels[label], line)];
}

/** A statement in the author's words. */
export function quote(view: View, label: Label, id: string, ...path: readonly string[]): Fact[] {
  const blocks = proseBlocks(view, id, ...path);
  return blocks.length === 0 ? [] : [{ ...fact(label, view.words.labels[label], ...blocks), quoted: true }];
}

/** A statement in the words for a value. */
export function sayWord(
  view: View,
  label: Label,
  table: Readonly<Record<string, string>>,
  value: string,
): Fact[] {
  return value === '' ? [] : say(view, label, capitalise(wordFor(table, value)));
}

/** The words for the members of a set, in one line. */
export function sayWords(
  view: View,
  label: Label,
  table: Readonly<Record<string, string>>,
  values: readonly string[],
): Fact[] {
  return say(
    view,
    label,
    capitalise(
      listWords(
        view.words,
        values.map((value) => wordFor(table, value)),
      ),
    ),
  );
}

/** The same, one below the other: words that are sentences cannot be told apart in one line. */
export function sayEach(
  view: View,
  label: Label,
  table: Readonly<Record<string, string>>,
  values: readonly string[],
): Fact[] {
  if (values.length < 2) return sayWords(view, label, table, values);
  const items = values.map((value) => [paragraph(capitalise(wordFor(table, value)))]);
  return [fact(label, view.words.labels[label], bullets(items))];
}

/** Links to other clauses in one line, in the order given. */
export function sayParts(view: View, label: Label, ids: readonly string[]): Fact[] {
  return say(view, label, partLinks(view, ids));
}

/** Links to the clauses in a clause's list, unless the clause's own texts refer to all of them. */
export function sayList(view: View, label: Label, relation: FactRelation, id: string): Fact[] {
  return sayParts(view, label, untold(view, id, 'ref', partsIn(view, relation, id)));
}

export function partLinks(view: View, ids: readonly string[]): Inline {
  return listed(
    view,
    ids.map((id) => partLink(view, id)),
  );
}

/** The clauses in a list: in the order of the list if that is kept, else in reading order. */
export function partsIn(view: View, relation: FactRelation, ...owner: readonly string[]): readonly string[] {
  const ids = view.rows.ids(relation, ...owner);
  if (view.rows.isOrdered(relation, ...owner)) return ids;
  const place = (part: string): number => view.places.get(part) ?? -1;
  return [...ids].sort((a, b) => place(a) - place(b));
}

/** The names in a field of a clause, in the language of the view. */
export function namesInField(view: View, relation: FactRelation, id: string, field: string): string {
  const names = view.rows.ids(relation, id).map((name) => nameFor(view, id, [field, name], name));
  return listWords(view.words, names);
}

export function sayCountries(view: View, label: Label, relation: FactRelation, id: string): Fact[] {
  const names = untold(view, id, 'country', view.rows.ids(relation, id)).map((code) =>
    countryName(view.words, code),
  );
  return say(view, label, listWords(view.words, names));
}

/** The purposes of a clause, unless its own texts name them all. */
export function sayPurposes(view: View, relation: FactRelation, id: string): Fact[] {
  return say(view, 'purposes', purposeNames(view, untold(view, id, 'purpose', view.rows.ids(relation, id))));
}

/** A time limit; `days` of the clause says which days count. */
export function periodOf(view: View, relation: FactRelation, id: string, name: string): string {
  const period = view.rows.value(relation, [id], name);
  return period === '' ? '' : periodWords(view.words, period, view.rows.value(relation, [id], 'days'));
}

/** A period of a clause, unless its own text states it. */
export function sayPeriod(view: View, label: Label, id: string, period: string): Fact[] {
  return areTold(view, id, 'period', [id]) ? [] : say(view, label, period);
}

/** What a clause says about its consent. The consent may be declared by another clause. */
export function sayConsent(view: View, id: string): Fact[] {
  const { rows, words } = view;
  return (unitsIn(view).get(id) ?? []).flatMap((unit): Fact[] => {
    const { covered, owner } = sharing(view)(unit);
    const separate = rows.flag('consent', [unit], 'separate');
    const kind = wordFor(words.consents, rows.value('consent', [unit], 'kind'));
    const line = [kind, ...(separate ? [words.sentenceGap + words.consentSeparate] : [])];
    const says = tellsWithdrawal(view, id) ? id : (owner ?? id);
    return [
      ...say(view, 'consent', ...line),
      ...(covered.length < 2 ? [] : sayParts(view, 'shared', toldAt(id, covered))),
      ...quote(view, 'withdrawal', says, 'consent', 'withdrawal'),
    ];
  });
}

/** The consents of each clause, looked up once for the whole page because many clauses may share one. */
const unitsIn = keptWith((view: View): ReadonlyMap<string, readonly string[]> => {
  const units = new Map<string, string[]>();
  for (const {
    key: [unit = '', clause = ''],
  } of view.rows.all('consent.covers')) {
    append(units, clause, unit);
  }
  return units;
});

/**
 * The clauses that a consent covers, and the first one that says how to withdraw. Clauses that share a consent
 * describe it alike, so any of them speaks for all.
 */
const sharing = keptWith((view: View) =>
  eachOnDemand((unit: string) => ({
    covered: partsIn(view, 'consent.covers', unit),
    owner: view.rows.ids('consent.covers', unit).find((owner) => tellsWithdrawal(view, owner)),
  })),
);

function tellsWithdrawal(view: View, owner: string): boolean {
  return prosePhrase(view, owner, 'consent', 'withdrawal').length > 0;
}

/**
 * If many clauses share a consent, the first lists them all and the others link to the first. If each listed all, the
 * page would grow with the square of their number.
 */
function toldAt(id: string, covered: readonly string[]): readonly string[] {
  return covered.length <= 20 || covered[0] === id ? covered : covered.slice(0, 1);
}

/** Whom a clause applies to; nothing if it applies to everybody. */
export function sayApplies(view: View, id: string): Fact[] {
  const { rows } = view;
  const isTold = rows
    .all('applies', id)
    .every(({ key: [, kind, name = ''] }) => kind === 'region' && areTold(view, id, 'country', [name]));
  if (isTold) return [];
  const limits = Object.fromEntries(dimensions.map((kind) => [kind, rows.ids('applies', id, kind)]));
  return say(view, 'applies', audienceWords(view, id, limits));
}

type Limits = Readonly<Partial<Record<Dimension, readonly string[]>>>;

/** A group of readers by what limits it, in the clause's own names if it has any: `People in China on the app`. */
export function audienceWords(view: View, id: string, limits: Limits): string {
  return capitalise(audienceInSentence(view, id, limits));
}

export function audienceInSentence(view: View, id: string, limits: Limits): string {
  const { words } = view;
  const named = (kind: Dimension): string =>
    listWords(
      words,
      (limits[kind] ?? []).map((member) => audienceName(view, id, kind, member)),
      true,
    );
  const limited = (kind: 'region' | 'product' | 'channel'): string => {
    const names = named(kind);
    return names === '' ? '' : words.audience[kind](names);
  };
  return words.audience.whole(
    named('group') || words.audience.people,
    limited('region'),
    limited('product'),
    limited('channel'),
  );
}

function audienceName(view: View, id: string, kind: Dimension, member: string): string {
  if (kind === 'channel') return wordFor(view.words.appChannels, member);
  const name = kind === 'region' ? regionName(view.words, member) : member;
  return nameFor(view, id, [`${kind}s`, member], name);
}
