import { keptWith } from '../base/on-demand.ts';
import { comparePlaces } from '../base/place.ts';
import type { Direction } from '../knowledge/meaning.ts';
import { tables } from '../model/policy.ts';
import type { Side } from './change.ts';
import { type JudgedChange, verdicts } from './judge.ts';
import type { Obligation } from './obligations.ts';
import { beside, towardsReaders } from './owed.ts';
import type { SignalWords } from './signal/words.ts';
import { type Signalled, signalOf } from './signal.ts';
import { leadOn } from './ways.ts';

/**
 * Gives every text to review its signal, and every fact that of the texts that come and go with it; other changes are
 * returned as they are. A name replaced in the same way everywhere is one finding, at the first text that has it. If most
 * of a long document is different, it must be read whole, and every signal is high.
 */
export function signalProse(
  changes: readonly JudgedChange[],
  wordsFor: (locale: string) => SignalWords,
): JudgedChange[] {
  const told = new Set<string>();
  const isMuch = isReadWhole(changes);
  return changes.map((change) => {
    const found = isMuch ? unreadOf(change) : signalOfChange(change, wordsFor, told);
    if (!found) return change;
    for (const name of found.renamed) told.add(name);
    return { ...change, signal: found.signal, signals: found.signals };
  });
}

function signalOfChange(
  change: JudgedChange,
  wordsFor: (locale: string) => SignalWords,
  told: ReadonlySet<string>,
): Signalled | undefined {
  if (change.verdict !== 'review') return undefined;
  if (change.table === 'facts') return signalOfCarried(change, wordsFor, told);
  if (change.table !== 'prose') return undefined;
  const [before, after] = [textOf(change.before), textOf(change.after)];
  const words = wordsFor(change.key.at(-1) ?? '');
  const around =
    change.key[0] === 'document' ? /^(?:menu|edge)(?=-)/.exec(change.key.at(-2) ?? '')?.[0] : undefined;
  if (around && leadOn([before, after], words, around === 'menu'))
    return { signal: 'low', signals: ['furniture'], renamed: [] };
  // The text of a clause belongs to facts that users may act on; in a plain document most links only lead to more text.
  if (change.key[0] !== 'document' || change.key[1] !== 'front-matter')
    return signalOf(before, after, words, change.key[0] !== 'document', told);
  const name = change.key[2]?.split('.').at(-1) ?? '';
  const isSet = [before, after].every((text) => isSetting(text, words));
  if (sorting.test(name) || (isSet && !telling.test(name)))
    return { signal: 'low', signals: ['front-matter'], renamed: [] };
  const isTitle = /title|name|slug|label|heading/i.test(name);
  const asShown = (text: string | null): string | null => (isTitle && text !== null ? `# ${text}` : text);
  return signalOf(asShown(before), asShown(after), words, false, told);
}

/** A high signal of its texts raises a fact; a low one says nothing about it. */
function signalOfCarried(
  { before, after }: JudgedChange,
  wordsFor: (locale: string) => SignalWords,
  told: ReadonlySet<string>,
): Signalled | undefined {
  const [gone, come] = [textsOf(before), textsOf(after)];
  const found = [...new Set([...gone.keys(), ...come.keys()])].map((key) => {
    const words = wordsFor(key.slice(key.lastIndexOf('\t') + 1));
    return signalOf(gone.get(key) ?? null, come.get(key) ?? null, words, true, told);
  });
  if (!found.some(({ signal }) => signal === 'high')) return undefined;
  const all = (of: 'signals' | 'renamed'): readonly string[] =>
    [...new Set(found.flatMap((one) => one[of]))].sort();
  return { signal: 'high', signals: all('signals'), renamed: all('renamed') };
}

/** In characters: beyond this much changed text, plus a fixed cost for each, nobody asks what each touches. */
const [mostRead, perText] = [300_000, 100];

function isReadWhole(changes: readonly JudgedChange[]): boolean {
  let all = 0;
  for (const change of changes)
    for (const [one, other] of changedTexts(change))
      all += perText + (one?.length ?? 0) + (other?.length ?? 0);
  return all > mostRead;
}

/** Nothing is known about it, so nothing allows reading it late. */
function unreadOf(change: JudgedChange): Signalled | undefined {
  if (changedTexts(change).length === 0) return undefined;
  return { signal: 'high', signals: ['wording'], renamed: [] };
}

/** The texts of a change to read: its own, or those that come and go with a fact. */
function changedTexts({ verdict, table, before, after }: JudgedChange): (readonly (string | undefined)[])[] {
  if (verdict !== 'review' || table === 'structure') return [];
  if (table === 'prose') return [[textOf(before) ?? undefined, textOf(after) ?? undefined]];
  const [gone, come] = [textsOf(before), textsOf(after)];
  return [...new Set([...gone.keys(), ...come.keys()])]
    .map((key) => [gone.get(key), come.get(key)] as const)
    .filter(([one, other]) => one !== other);
}

function textsOf(side: Side | null): ReadonlyMap<string, string> {
  const rows = side === null ? [] : [...('row' in side ? [side.row] : []), ...(side.carries ?? [])];
  return new Map(
    rows.flatMap(({ relation, key, values }) =>
      relation === 'prose' ? [[key.join('\t'), String(values.text ?? '')] as const] : [],
    ),
  );
}

/** Settings by which a page is there no more or for others, or that its layout may show as a period or an age. */
const telling =
  /^(?:draft|published|hidden|redirect_?to|audiences?|regions?|countr(?:y|ies)|.*(?:retention|days|months|years)|(?:.*_)?age)$/i;

/** Front matter for the site: where it lists a document, which addresses lead to it, and how it looks. */
const sorting =
  /^(?:categor(?:y|ies)|topics?|tags?|keywords|redirect_from|versions|aliases|canonical(?:_?url)?|style|class(?:es|name)?|layout|icon|(?:\w+_)?(?:image|img|logo|avatar|thumbnail))$/i;

/** A day with its time and zone: `2020-09-13 12:00:00 +0200`. */
const moment = /^(\d{4}-\d\d-\d\d) \d\d:\d\d(?::\d\d)?(?: (?:[+-]\d\d:?\d\d|Z|UTC))?$/;

/**
 * Whether a value of front matter is a setting (number, date, color, switch, path, name) and no text for readers. `No` may
 * answer a question of the page.
 */
function isSetting(text: string | null, { nameOf }: SignalWords): boolean {
  const values = (text ?? '').replace(/[[\]{}'"]/g, '').split(/[,\n]/);
  return values.every((written) => {
    const value = written.trim().replace(/^- /, '').replace(moment, '$1');
    const isAnswer = nameOf(value.toLowerCase()) === 'negation';
    return /^#?[\w.+:/-]*$/.test(value) && !value.includes('://') && !isAnswer;
  });
}

/**
 * Sorts by verdict, worst first, then by gravity: what must be asked for, what must be told, losses, other differences,
 * gains; low signals last.
 */
export function worstFirst(a: JudgedChange, b: JudgedChange): number {
  return (
    verdicts.indexOf(b.verdict) - verdicts.indexOf(a.verdict) ||
    Number(a.signal === 'low') - Number(b.signal === 'low') ||
    graveness(b) - graveness(a) ||
    losses.indexOf(a.direction) - losses.indexOf(b.direction) ||
    Number(b.signal === 'high') - Number(a.signal === 'high') ||
    tables.indexOf(a.table) - tables.indexOf(b.table) ||
    (a.table === 'prose' ? byPlace(a, b) : 0)
  );
}

/** Texts in reading order, then removed ones. */
function byPlace(a: JudgedChange, b: JudgedChange): number {
  const [one, other] = [a.head ?? a.base, b.head ?? b.base];
  if (!one || !other) return 0;
  return Number(!a.head) - Number(!b.head) || comparePlaces(one, other);
}

/** What has to be done, as a number; what only our reading of a law asks for comes after what is certain. */
function graveness({ obligations, suggests = none, verdict }: JudgedChange): number {
  if (verdict === 'editorial') return 0;
  return Math.max(gravest(obligations), gravest(suggests));
}

const none: readonly Obligation[] = [];

const gravest = keptWith((obligations: readonly Obligation[]) =>
  obligations.reduce(
    (most, { owes, evidence }) =>
      Math.max(most, 2 * (grave.indexOf(owes) + 1) - Number(evidence === 'reading')),
    0,
  ),
);

const consents = towardsReaders.filter((act) => act.includes('consent'));
const grave: readonly string[] = [
  'notice',
  'prominent-notice',
  ...beside.filter((act) => act !== 'guardian-consent'),
  ...consents,
  'guardian-consent',
];

/** Losses first. */
const losses: readonly Direction[] = ['expands', 'restricts', 'changes', 'narrows', 'eases'];

function textOf(side: Side | null): string | null {
  if (side === null) return null;
  return String(('row' in side ? side.row.values.text : side.value) ?? '');
}
