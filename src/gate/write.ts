import type { JudgedChange } from '../diff/judge.ts';
import type { Decision } from './note.ts';
import { isRemoval } from './note-problems.ts';

export interface NoteDraft {
  /** In the policy folder. */
  readonly path: string;
  readonly text: string;
}

export interface NoteOptions {
  /** What the file is called, without its ending; the first clause's id and more when it is not given. */
  readonly name?: string;
  readonly decision?: Decision;
  readonly entry?: string;
  readonly practice?: string;
  readonly reason?: string;
  readonly by?: string;
  readonly body?: string;
  readonly declares?: readonly string[];
}

/** The text of a change note for some changes, with everything only a person can say left open. */
export function draftNote(
  changes: readonly JudgedChange[],
  head: string,
  options: NoteOptions = {},
): NoteDraft {
  const owesConsent = changes.some((change) =>
    change.obligations.some((one) => one.owes === 'express-consent'),
  );
  const material = changes.some((change) => change.verdict === 'material');
  const removal = changes.some(isRemoval);
  const decision = options.decision ?? (material ? (owesConsent ? 'consent' : 'notify') : 'editorial');
  const lines = [
    '---',
    ...(changes.length === 0 ? ['covers: []'] : ['covers:', ...changes.map(coverLine)]),
    ...(options.declares?.length ? [`declares: [${options.declares.join(', ')}]`] : []),
    `against: ${head}`,
    `decision: ${decision}`,
    ...(options.entry === undefined ? [] : [`entry: ${options.entry}`]),
    ...(removal
      ? [
          options.practice === undefined
            ? '# practice: ceased, moved or never-occurred; while it continues, the statement must stay'
            : `practice: ${options.practice}`,
        ]
      : []),
    `reason: ${quote(options.reason ?? '')}`,
    `by: ${quote(options.by ?? '')}`,
    '---',
    ...(options.body === undefined ? [] : [options.body]),
  ];
  return { path: `changes/${options.name ?? slugOf(changes, options)}.md`, text: `${lines.join('\n')}\n` };
}

function coverLine(change: JudgedChange): string {
  const name = change.name === undefined ? '' : ` · ${change.name}`;
  return `  - ${change.fingerprint}   # ${change.kind} · ${change.key.join(' · ')}${name}`;
}

function slugOf(changes: readonly JudgedChange[], options: NoteOptions): string {
  const [first] = changes;
  if (!first) return `declared-${options.declares?.[0] ?? 'entry'}`;
  const clauses = new Set(changes.map((change) => change.key[0]));
  if (clauses.size > 1) return `${first.key[0]}-and-others`;
  return changes.length === 1 ? `${first.key[0]}-${first.kind}` : (first.key[0] ?? 'changes');
}

function quote(text: string): string {
  return JSON.stringify(text);
}
