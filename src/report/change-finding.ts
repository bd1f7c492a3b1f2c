import { apartWords } from '../base/apart-words.ts';
import type { Names } from '../diff/names.ts';
import { firstInLanguage } from '../diff/original.ts';
import { languageName } from '../diff/value-names.ts';
import type { GatedChange } from '../gate/cover.ts';
import { knowledge } from '../knowledge/table.ts';
import { isFactRelation } from '../model/relations.ts';
import type { ComparedPolicy } from './compared-policy.ts';
import { textOf } from './excerpt.ts';
import { owedInShort, owedWords } from './owed.ts';
import type { FoundChange, State, Told } from './report.ts';
import { signalWords } from './signal-words.ts';
import { type Location, spotOf } from './spot.ts';
import { statedOn } from './stated.ts';
import { exchangedWords, isOnlySet } from './text-change.ts';

/** A change as a report has it: with its place in the repository, its state and its words. */
export function foundChange(change: GatedChange, group: string, context: Context): FoundChange {
  const { inherited: _, ...own } = change;
  const { base, head } = change;
  const state = stateOf(change, context);
  return {
    ...own,
    base: base && spotOf(base, locationOf('base', context)),
    head: head && spotOf(head, locationOf('head', context)),
    state,
    group,
    told: toldOf(change, state, context),
  };
}

/** The context in which a change is described. */
export interface Context extends ComparedPolicy {
  /** Where the command ran, relative to the root of its repository. */
  readonly from: string;
  readonly siblings: ReadonlyMap<string, Siblings>;
}

/** How much changed of a clause or a party; all blocks of a document belong to one. */
export interface Siblings {
  readonly facts: number;
  /** In how many languages each text changed, by its field. */
  readonly texts: ReadonlyMap<string, number>;
  /** Facts that were replaced because all their readers are others now. */
  readonly replaced: readonly string[];
}

/** What changed of each clause or party, in one walk. */
export function siblingsIn(changes: readonly GatedChange[]): ReadonlyMap<string, Siblings> {
  const found = new Map<string, { facts: number; texts: Map<string, number>; replaced: string[] }>();
  for (const change of changes) {
    const [owner = ''] = change.key;
    const here = found.get(owner) ?? { facts: 0, texts: new Map<string, number>(), replaced: [] };
    found.set(owner, here);
    if (change.table === 'facts' && change.affects.readers.length === 0) here.replaced.push(change.words);
    if (change.table === 'facts') here.facts++;
    else if (change.table === 'prose')
      here.texts.set(fieldOf(change), (here.texts.get(fieldOf(change)) ?? 0) + 1);
  }
  return found;
}

function fieldOf({ key }: GatedChange): string {
  return key.slice(0, -1).join('\t');
}

function locationOf(side: 'base' | 'head', context: Context): Location {
  return { from: context.from, fileIn: context[side].fileIn ?? context.fileIn };
}

function stateOf(change: GatedChange, { documents, recorded }: ComparedPolicy): State {
  if (change.verdict === 'editorial' || documents) return 'plain';
  if (change.inherited) return change.inherited === 'decided' ? 'settled' : 'backlog';
  if (change.note) return 'noted';
  if (recorded) return 'unrecorded';
  return change.draft === undefined ? 'open' : 'draft';
}

function toldOf(change: GatedChange, state: State, context: Context): Told {
  const { kind, direction, relation, key, name, signal, signals } = change;
  const at = [direction, relation, key.join(' › '), ...(name === undefined ? [] : [name])];
  const { names } = context;
  const subject = [kind, ...(context.documents ? [] : at)];
  const status = statusOf(change, state);
  const [before, after] = [statedOn(change, 'before', names), statedOn(change, 'after', names)];
  const title = headline(change, names);
  return {
    sign: signOf(change),
    headline: title,
    subject: subject.join(' · '),
    ...(signal === undefined ? {} : { signal: signalWords(signal, signals ?? []) }),
    before,
    after,
    unsaid: saysAll(change, title)
      ? []
      : [...before.map((line) => `before: ${line}`), ...after.map((line) => `after: ${line}`)],
    remarks: [
      ...readerRemarks(change, context),
      ...textRemarks(change, context),
      ...translationRemarks(change),
      ...suggestionRemarks(change, names),
      ...declarationRemarks(change),
      ...judgementRemarks(change),
    ],
    owed: owedWords(change.obligations),
    due: owedInShort(change.obligations),
    ...(status === undefined ? {} : { status }),
  };
}

/** The sign of an addition or a removal; a list that begins or ends to limit something changes what it limits. */
function signOf({ kind, before, after, relation }: GatedChange): Told['sign'] {
  const limits = isFactRelation(relation) ? knowledge[relation].limits : undefined;
  if (limits && [limits.first.kind, limits.last.kind].includes(kind)) return '~';
  return before === null ? '+' : after === null ? '−' : '~';
}

/** One line of plain words; for a text, what it became, if that fits. */
function headline({ kind, before, after, words, signals = [] }: GatedChange, { meant }: Names): string {
  if (kind !== 'text-changed' || !before || !after) return words;
  const [was, is] = [textOf(before), textOf(after)];
  const isSet = signals.length === 0 && isOnlySet(was, is);
  const exchanged = isSet ? undefined : exchangedWords(was, is, meant);
  return words.replace(inGeneral, (whole, owner: string, field: string, locale = '') => {
    if (isSet) return `${owner}: ${field} has the same words, set otherwise${locale}.`;
    return exchanged === undefined ? whole : `${owner}, ${field}${locale}: ${exchanged}`;
  });
}

/** Whether a headline already has every word that came or went. */
function saysAll({ kind, words }: GatedChange, title: string): boolean {
  return kind === 'text-changed' && title !== words && !/, and \d+ more edits?$/.test(title);
}

/** `Orders: refusal reads differently in zh-CN.` */
const inGeneral = /^(.*): ([^:]*) reads differently( in [^:]*)?\.$/;

function statusOf({ note, draft, fingerprint }: GatedChange, state: State): string | undefined {
  switch (state) {
    case 'plain':
      return undefined;
    case 'noted':
    case 'settled':
      return note && notedWords(note);
    case 'draft':
      return `Note not in force yet: ${draft}, see below`;
    case 'unrecorded':
      return `No note recorded: ${fingerprint}`;
    case 'open':
    case 'backlog':
      return `No change note yet: ${fingerprint}`;
  }
}

function readerRemarks(
  { affects: { words }, relation, key: [owner = ''] }: GatedChange,
  { siblings }: Context,
): string[] {
  const { replaced = [] } = relation === 'applies' ? (siblings.get(owner) ?? {}) : {};
  return [
    ...(words === 'everybody' ? [] : [`Affects ${words}.`]),
    ...(replaced.length === 0 ? [] : [`It is not what others had: ${replaced.join(' ')}`]),
  ];
}

/** What to know when reading a changed text: what did not change along with it. */
function textRemarks(change: GatedChange, { siblings, locales, statesFacts }: Context): string[] {
  if (change.table !== 'prose' || change.signal !== 'high') return [];
  const [owner = ''] = change.key;
  const { facts = 0, texts } = siblings.get(owner) ?? {};
  const alone = (texts?.get(fieldOf(change)) ?? 0) <= 1;
  const settled = facts === 0 && statesFacts(owner);
  return [
    ...(alone && locales.length > 1
      ? [`Only ${languageName(change.key.at(-1) ?? '')} changed, no other language.`]
      : []),
    ...(settled
      ? ['No fact of this clause changed: are its words wrong now, or its facts, or is one missing?']
      : []),
  ];
}

/** Where a translation differs from its original, as far as a machine can tell. */
function translationRemarks({ apart = [], kind }: GatedChange): string[] {
  const lines = apart.map(apartWords);
  if (!firstInLanguage.has(kind)) return lines;
  return [...lines, 'Somebody must read it beside the original: what can be counted is not what it says.'];
}

/** The decision, and who answers if it is less than what is owed. */
function notedWords({ path, decision, entry, override }: NonNullable<GatedChange['note']>): string {
  const raised = entry === undefined ? '' : ` to ${entry}`;
  const less =
    override === undefined
      ? ''
      : `, less than what is owed, for which ${override.by} answers: “${override.reason}”`;
  return `Noted: ${path}, ${decision}${raised}${less}`;
}

/** For a text that states a fact: what it falls under and owes if a person finds that the fact changed. */
function suggestionRemarks(change: GatedChange, names: Names): string[] {
  const { speaksOf, entries, key, suggests = [], obligations } = change;
  if (speaksOf === undefined) return [];
  // Once a note decides that the fact changed, what is owed stands below.
  const owed = new Set(owedWords(obligations));
  const listed = entries.map(entryWords);
  const under = listed.length === 0 ? '' : ` That would fall under: ${listed.join('; ')}`;
  return [
    `The words say what is a fact (${wholes[speaksOf] ?? names.field(key[0] ?? '', key.slice(1, -1))}): does it change?${under}`,
    ...owedWords(suggests)
      .filter((line) => !owed.has(line))
      .map((line) => `If it does, o${line.slice(1)}`),
  ];
}

/** Entities that are their text; see `factOfText`. */
const wholes: Readonly<Record<string, string>> = {
  commitment: 'what is promised',
  definition: 'what the word stands for',
  'change.entry': 'which changes are material',
  'change.promise': 'what is promised about changes',
};

/** For a name declared to mean the same company: what depends on that. */
function declarationRemarks({ ifAnother }: GatedChange): string[] {
  if (ifAnother === undefined) return [];
  return [
    'That it is the same one is what the policy says: does whoever answers for it know?',
    ...owedWords(ifAnother).map((line) => `Were it another, o${line.slice(1)}`),
  ];
}

function entryWords({ id, clause, words }: GatedChange['entries'][number]): string {
  return `${words} (entry ${id}, clause ${clause})`;
}

/** The other entries it falls under, and why it is material if the list does not say so. */
function judgementRemarks({ entries, verdict, reason, asIf = [], speaksOf }: GatedChange): string[] {
  const others = (speaksOf === undefined ? entries : []).slice(1).map(entryWords);
  return [
    ...(asIf.length > 0 ? [`As if this had changed: ${asIf.join('; ')}`] : []),
    ...(others.length > 0 ? [`Also: ${others.join('; ')}`] : []),
    ...(entries.length === 0 && verdict === 'material' ? [`Because: ${reason}`] : []),
  ];
}
