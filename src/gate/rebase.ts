import type { Note } from './note.ts';

/** A note bound to a new archive head, and the fingerprints that were dropped because no change has them any more. */
export interface Rebased {
  readonly path: string;
  readonly text: string;
  readonly kept: readonly string[];
  readonly dropped: readonly string[];
}

/**
 * Binds a note to another archive head. Only unchanged decisions are kept: a fingerprint is made of the kind, the place
 * and both values of its change, so one that still occurs means the very same change. The rest of the file stays as it
 * was, comments included.
 */
export function rebaseNote(note: Note, head: string, fingerprints: ReadonlySet<string>): Rebased {
  const kept = note.covers.filter((one) => fingerprints.has(one));
  const dropped = note.covers.filter((one) => !fingerprints.has(one));
  const lines = (note.files[0]?.text ?? '').split('\n');
  const end = lines.findIndex((line, at) => at > 0 && /^---[ \t]*$/.test(line));
  const front = lines
    .slice(0, end)
    .flatMap((line) => withoutAll(line, dropped))
    .map((line) => line.replace(/^(against:\s*)\S+/, `$1${head}`))
    .map((line) => (kept.length === 0 && /^covers:\s*$/.test(line) ? 'covers: []' : line));
  return { path: note.path, text: [...front, ...lines.slice(end)].join('\n'), kept, dropped };
}

/** A line without some fingerprints: dropped if it held one alone, shortened if it is a list. */
function withoutAll(line: string, fingerprints: readonly string[]): string[] {
  const gone = fingerprints.filter((one) => line.includes(one));
  if (gone.length === 0) return [line];
  if (/^\s*- /.test(line)) return [];
  return [
    gone.reduce(
      (rest, one) => rest.replace(new RegExp(`,\\s*${itemOf(one)}|${itemOf(one)}\\s*,?\\s*`), ''),
      line,
    ),
  ];
}

/** Matches a fingerprint in a one-line list, with its readers; those hold commas only within quotes. */
function itemOf(fingerprint: string): string {
  return `(?:"${fingerprint}[^"]*"|'${fingerprint}[^']*'|${fingerprint}[^,\\]]*)`;
}
