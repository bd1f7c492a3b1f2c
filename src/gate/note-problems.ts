import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { nearestForSome } from '../base/nearest.ts';
import { type Place, placeOf } from '../base/place.ts';
import { readersInWords } from '../diff/audience-words.ts';
import type { JudgedChange, MaterialList } from '../diff/judge.ts';
import { firstInLanguage } from '../diff/original.ts';
import { doesFor, isTowardsReaders, strongest } from '../diff/owed.ts';
import { knowledge } from '../knowledge/table.ts';
import { everybody, without } from '../model/audience.ts';
import { isFactRelation } from '../model/relations.ts';
import { hiddenCharacters } from '../syntax/hidden-characters.ts';
import { marksIn } from '../syntax/marks.ts';
import type { Decision, Note } from './note.ts';

/** What a note is checked against. */
export interface Holding {
  readonly changes: ReadonlyMap<string, JudgedChange>;
  /** Declared entries by their ids, and acts of a release by their names, which have a space in them. */
  readonly byName: ReadonlyMap<string, JudgedChange>;
  /** The archive head that the changes were compared with. */
  readonly head: string;
  readonly list: MaterialList;
  readonly claims: ReadonlyMap<string, readonly Note[]>;
  /** One for all notes: each search looks at the whole list. */
  readonly nearest: ReturnType<typeof nearestForSome>;
}

/** Everything that keeps a note from being in force. */
export function problemsOf(note: Note, holding: Holding): Diagnostic[] {
  const { head } = holding;
  if (note.against !== head) {
    const short = (hash: string): string => hash.slice(0, 12);
    const args = { against: short(note.against), head: short(head) };
    return [diagnostic('note-stale', args, note.file.placeAt(['against']))];
  }
  return [
    ...note.covers.flatMap((fingerprint, index) =>
      problemOfCover(note, fingerprint, holding, ['covers', index]),
    ),
    ...note.declares.flatMap((entry, index) => problemOfDeclared(note, entry, holding, ['declares', index])),
    ...note.acts.flatMap((name, index) => problemsOfAct(note, name, holding, ['acts', index])),
    ...problemsOfDecision(note, holding),
    ...problemsOfWords(note),
  ];
}

/** Words for readers follow the rules for texts of a policy: nothing invisible, and nothing that pages cannot show. */
function problemsOfWords({ files, body, translations }: Note): Diagnostic[] {
  const texts = [body, ...Object.values(translations)];
  return files.flatMap((file, at) => {
    const words = texts[at] ?? '';
    const start = file.text.trimEnd().length - words.length;
    const forbidden = marksIn(words).forbidden.map(({ kind, url, ...mark }) => {
      const place = placeOf(file, start + mark.start, start + mark.end);
      return kind === 'html' ? diagnostic('raw-html', {}, place) : diagnostic('unsafe-link', { url }, place);
    });
    return [...hiddenCharacters(file), ...forbidden];
  });
}

/** What keeps a note from deciding about one change. */
export function problemOfCover(
  note: Note,
  fingerprint: string,
  { changes, claims }: Pick<Holding, 'changes' | 'claims'>,
  path: readonly (string | number)[],
): Diagnostic[] {
  const change = changes.get(fingerprint);
  const place = note.file.placeAt(path);
  if (!change) return [diagnostic('note-unused', { fingerprint }, place)];
  const problems: Diagnostic[] = conflictsOf(note, fingerprint, claims).map((other) =>
    diagnostic('note-conflict', { what: fingerprint, other: other.path }, place),
  );
  problems.push(...problemsOfLess(note, change, place));
  const rest = without(change.affects.readers, note.readers.get(fingerprint) ?? everybody);
  if (rest.length > 0)
    problems.push(diagnostic('note-other-readers', { fingerprint, readers: readersInWords(rest) }, place));
  if (isToBeRead(change) && note.readBy === '')
    problems.push(diagnostic('note-without-reader', { fingerprint, locale: change.key.at(-1) ?? '' }, place));
  if (isRemoval(change)) {
    if (note.practice === undefined)
      problems.push(diagnostic('note-without-practice', { fingerprint }, place));
    else if (note.practice === 'continues')
      problems.push(diagnostic('note-practice-continues', { fingerprint }, note.file.placeAt(['practice'])));
  }
  return problems;
}

/** That a note does less for readers than a change owes them. */
function problemsOfLess(
  { decision, override }: Note,
  change: JudgedChange,
  place: Place,
): readonly Diagnostic[] {
  const { fingerprint, verdict } = change;
  if (verdict === 'material' && decision === 'editorial')
    return [diagnostic('note-lowers-material', { fingerprint }, place)];
  const owed = owedBeyond(decision, change);
  return owed === undefined || override
    ? []
    : [diagnostic('note-below-owed', { fingerprint, decision, owed }, place)];
}

/** The most that each decision does for readers; a decision for consent asks for it in the way that is owed. */
const acts: Readonly<Record<Decision, string | undefined>> = {
  editorial: undefined,
  notify: 'prominent-notice',
  raised: 'prominent-notice',
  consent: 'separate-consent',
};

/** The obligation of a change that a decision would not meet; our own reading of a law does not count. */
export function owedBeyond(decision: Decision, { obligations }: JudgedChange): string | undefined {
  const act = acts[decision];
  const owed = obligations.filter(({ owes, evidence }) => evidence !== 'reading' && isTowardsReaders(owes));
  const asked = obligations.some(
    ({ owes, evidence }) => evidence !== 'reading' && owes === 'guardian-consent',
  );
  const lacking = owed.filter(({ owes }) => act === undefined || !doesFor(act, owes));
  if (lacking.length === 0) return asked && decision !== 'consent' ? inWords('guardian-consent') : undefined;
  return inWords(strongest(lacking.map(({ owes }) => owes)));
}

function inWords(owes: string): string {
  return owes === 'guardian-consent' ? 'the consent of a guardian' : owes.replaceAll('-', ' ');
}

/**
 * Whether something that readers were told is gone, in a fact or in words: they must be able to see what became of it. A
 * fact that applies to more, or is no longer limited, takes nothing back.
 */
export function isRemoval({ affects, after, kind, relation, verdict }: JudgedChange): boolean {
  if (verdict === 'editorial') return false;
  if (affects.lose) return affects.lose.length > 0;
  if (after !== null) return false;
  if (!isFactRelation(relation)) return true;
  return relation !== 'policy.profile' && kind !== knowledge[relation].limits?.last.kind;
}

/** Whether the change brings texts in a language, for which somebody who read them must be named. */
export function isToBeRead({ kind }: JudgedChange): boolean {
  return firstInLanguage.has(kind);
}

/** Other notes on the same change: it is decided once, and not by the order of files. */
function conflictsOf(note: Note, fingerprint: string, claims: Holding['claims']): readonly Note[] {
  return (claims.get(fingerprint) ?? []).filter((one) => one.path !== note.path);
}

function problemOfDeclared(
  note: Note,
  entry: string,
  { byName, claims, list, nearest }: Holding,
  path: readonly (string | number)[],
): Diagnostic[] {
  const place = note.file.placeAt(path);
  const change = byName.get(entry);
  if (!change) return [unknownEntry(entry, list, nearest, place)];
  const conflicts = conflictsOf(note, change.fingerprint, claims).map((other) =>
    diagnostic('note-conflict', { what: entry, declared: true, other: other.path }, place),
  );
  return [...conflicts, ...problemsOfLess(note, change, place)];
}

/** Whether a kind of change is an act of a release, and not something that the policy says. */
export function isAct(kind: string): boolean {
  return kind.startsWith('version-');
}

function problemsOfAct(
  note: Note,
  name: string,
  { byName, claims }: Holding,
  path: readonly (string | number)[],
): Diagnostic[] {
  const change = byName.get(name);
  if (!change) return [];
  const place = note.file.placeAt(path);
  const conflicts = conflictsOf(note, change.fingerprint, claims).map((other) =>
    diagnostic('note-conflict', { what: name, other: other.path }, place),
  );
  return [...conflicts, ...problemsOfLess(note, change, place)];
}

function problemsOfDecision(note: Note, { list, nearest }: Holding): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const { decision, entry } = note;
  if (decision === 'raised' && entry !== undefined && !list.entries.some(({ id }) => id === entry))
    problems.push(unknownEntry(entry, list, nearest, note.file.placeAt(['entry'])));
  const missing = [
    ...(note.reason === '' ? ['a reason'] : []),
    ...(note.by === '' ? ['who decided (by)'] : []),
    ...(note.body === '' && note.decision !== 'editorial'
      ? ['the words for readers, below the second ---']
      : []),
    ...(note.decision === 'raised' && note.entry === undefined ? ['the entry it is raised to'] : []),
  ];
  if (missing.length > 0)
    problems.push(diagnostic('note-unfinished', { missing }, note.file.placeAt(['decision'])));
  return problems;
}

function unknownEntry(
  id: string,
  { entries }: MaterialList,
  nearest: Holding['nearest'],
  place: Diagnostic['place'],
): Diagnostic {
  const close = nearest(id, () => entries.map((entry) => entry.id));
  return diagnostic('unknown-reference', { what: 'material-entry', id, nearest: close }, place);
}
