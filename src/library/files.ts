import { type ArchiveFiles, filesOf } from '../archive/files.ts';
import { listingOf } from '../snapshot/listing.ts';
import { type Snapshot, snapshotOf } from '../snapshot/snapshot.ts';

/** Files by their path in a folder, `/`-separated: their text, or its bytes in UTF-8. */
export type Files = Readonly<Record<string, string | Uint8Array>> | ReadonlyMap<string, string | Uint8Array>;

/** Those of the files that the predicate accepts, by the rule that holds for a folder on a disk. */
export function snapshotFrom(files: Files, accepts: (path: string) => boolean): Snapshot {
  const found = [...bytesByPath(files)].map(([path, bytes]) => ({ path, bytes, kind: 'file' as const }));
  const listing = listingOf(found, accepts);
  return snapshotOf(
    listing.files.map(({ path, bytes }) => [path, bytes] as const),
    listing.problems,
  );
}

/** The files below a folder as an archive. */
export function archiveFrom(files: Files, folder = ''): ArchiveFiles {
  const inside = [...bytesByPath(files)].flatMap(([path, bytes]) =>
    path.startsWith(folder) ? [[path.slice(folder.length), bytes] as const] : [],
  );
  return filesOf(new Map(inside));
}

function bytesByPath(files: Files): Map<string, Uint8Array> {
  // Of a long text that somebody gives in place of files each character would be taken for one.
  if (typeof files !== 'object') throw new TypeError('files are an object or a Map, by path');
  const entries = files instanceof Map ? [...files] : Object.entries(files);
  const encoder = new TextEncoder();
  return new Map(
    entries.map(([path, content]) => [path, typeof content === 'string' ? encoder.encode(content) : content]),
  );
}
