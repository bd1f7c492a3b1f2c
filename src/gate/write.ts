import type { JudgedChange } from '../diff/judge.ts';
import { isEverybody } from '../model/audience.ts';
import { writeAudience } from '../model/audience-text.ts';
import { schemaLine } from '../model/schema-line.ts';
import type { Decision } from './note.ts';
import { isRemoval, isToBeRead, owedBeyond } from './note-problems.ts';

export interface NoteDraft {
  /** In the policy folder. */
  readonly path: string;
  readonly text: string;
}

export interface NoteOptions {
  /** The name of the file without its ending; by default made of the first clause's id. */
  readonly name?: string | undefined;
  readonly decision?: Decision;
  readonly entry?: string;
  readonly practice?: string;
  readonly reason?: string;
  readonly by?: string;
  readonly readBy?: string;
  readonly body?: string | undefined;
  readonly declares?: readonly string[];
  /** What the declared entries make of the next version. */
  readonly declared?: readonly JudgedChange[];
  readonly acts?: readonly string[];
  /** The path of the policy's folder in the workspace: with it, the note begins with the line for editors. */
  readonly folder?: string;
}

/** The text of a change note, with everything that only a person can say left open. */
export function draftNote(
  changes: readonly JudgedChange[],
  head: string,
  options: NoteOptions = {},
): NoteDraft {
  const proposed = proposal([...changes, ...(options.declared ?? [])]);
  const decision = options.decision ?? (options.acts?.length ? 'notify' : proposed.decision);
  const entry = options.entry ?? (decision === proposed.decision ? proposed.entry : undefined);
  const path = `changes/${options.name ?? slugOf(changes, options)}.md`;
  const lines = [
    '---',
    ...(options.folder === undefined ? [] : [schemaLine(options.folder, path).trimEnd()]),
    ...(changes.length === 0 ? ['covers: []'] : ['covers:', ...changes.map(coverLine)]),
    ...listLine('declares', options.declares),
    ...listLine('acts', options.acts?.map(quote)),
    `against: ${head}`,
    `decision: ${decision}`,
    ...(entry === undefined ? [] : [`entry: ${entry}`]),
    ...(changes.some(isRemoval) ? [practiceLine(options.practice)] : []),
    `reason: ${quote(options.reason ?? '')}`,
    `by: ${quote(options.by ?? '')}`,
    ...(changes.some(isToBeRead) ? [`readBy: ${quote(options.readBy ?? '')}`] : []),
    '---',
    ...(options.body === undefined ? [] : [options.body]),
  ];
  return { path, text: `${lines.join('\n')}\n` };
}

function listLine(name: string, items: readonly string[] = []): readonly string[] {
  return items.length === 0 ? [] : [`${name}: [${items.join(', ')}]`];
}

function practiceLine(practice: string | undefined): string {
  return practice === undefined
    ? '# practice: ceased, moved or never-occurred; while it continues, the statement must stay'
    : `practice: ${practice}`;
}

/**
 * The proposed decision: what is owed and never less; for changes to review, the entry that their owner falls under. Only
 * words that are no part of a fact are proposed as editorial.
 */
function proposal(changes: readonly JudgedChange[]): Pick<NoteOptions, 'entry'> & { decision: Decision } {
  const decisions: readonly Decision[] = ['editorial', 'notify', 'consent'];
  const enough = decisions.find((one) => changes.every((change) => owedBeyond(one, change) === undefined));
  if (enough === 'consent' || changes.some(({ verdict }) => verdict === 'material'))
    return { decision: enough === 'consent' ? 'consent' : 'notify' };
  const [entry] = changes.flatMap(({ entries }) => entries);
  if (entry) return { decision: 'raised', entry: entry.id };
  const wording = changes.every(
    (change) =>
      isToBeRead(change) ||
      (change.table === 'prose' && change.speaksOf === undefined && change.signal !== 'high'),
  );
  return { decision: wording ? (enough ?? 'notify') : 'notify' };
}

function coverLine(change: JudgedChange): string {
  const name = change.name === undefined ? '' : ` · ${change.name}`;
  const { readers } = change.affects;
  const line = isEverybody(readers)
    ? change.fingerprint
    : `${change.fingerprint} for ${writeAudience(readers)}`;
  const item = / #|: /.test(line) ? quote(line) : line;
  return `  - ${item}   # ${change.kind} · ${change.key.join(' · ')}${name}`;
}

function slugOf(changes: readonly JudgedChange[], options: NoteOptions): string {
  const [first] = changes;
  const [act] = options.acts ?? [];
  if (!first && act !== undefined) return act.replace(/[^a-z0-9]+/g, '-');
  if (!first) return `declared-${options.declares?.[0] ?? 'entry'}`;
  const clauses = new Set(changes.map((change) => change.key[0]));
  const about = (first.key[0] ?? 'changes').replaceAll(' ', '-');
  if (clauses.size > 1) return `${about}-and-others`;
  return changes.length === 1 ? `${about}-${first.kind}` : about;
}

function quote(text: string): string {
  return JSON.stringify(text);
}
