import type { Side } from '../diff/change.ts';
import { isEdit, type Run, runsOf } from '../syntax/edits.ts';

const context = 40;
const longest = 1200;

/** The edits of a text with a little context; longer unchanged stretches are left out. */
export function excerptOf(before: string, after: string): readonly Run[] {
  const runs = runsOf(onOneLine(before), onOneLine(after));
  return runs.map((run, at) => {
    if (isEdit(run)) return { before: cut(run.before), after: cut(run.after) };
    const words = around(run.after, at > 0, at < runs.length - 1);
    return { before: words, after: words };
  });
}

/** The text of one side of a change. */
export function textOf(side: Side): string {
  return 'row' in side ? String(side.row.values.text ?? '') : String(side.value ?? '');
}

export function quoted(text: string): string {
  return `“${text}”`;
}

export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Cuts a long text to what a report can hold, and says how much more there is. */
export function cut(text: string): string {
  const rest = text.length - longest;
  return rest > 0 ? `${text.slice(0, longest)}… (${rest} more characters)` : text;
}

/** Unchanged text near an edit before or after it. */
function around(text: string, follows: boolean, leads: boolean): string {
  const head = follows ? wordEnd(text, context) : 0;
  const tail = leads ? wordStart(text, text.length - context) : text.length;
  return head >= tail ? text : `${text.slice(0, head)}…${text.slice(tail)}`;
}

function wordStart(text: string, at: number): number {
  if (at <= 0) return 0;
  const space = text.indexOf(' ', at);
  return space === -1 || space - at > 20 ? at : space + 1;
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(' ', at);
  return space === -1 || at - space > 20 ? at : space;
}
