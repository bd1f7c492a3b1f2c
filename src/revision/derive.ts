import type { ArchiveFiles } from '../archive/files.ts';
import { walkFiles } from '../archive/files.ts';
import { sourceFolder, versionFolder } from '../archive/layout.ts';
import { type Snapshot, snapshotOf } from '../snapshot/snapshot.ts';

/** The sources recorded in a released version: the policy folder's files, and the workspace's. */
export interface RecordedSource {
  readonly policy: Snapshot;
  readonly workspace: Snapshot;
  /** All of them as they were recorded, by path in the workspace. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Reads back what a version was made from. */
export function recordedSource(files: ArchiveFiles, sequence: number): RecordedSource {
  const folder = `${versionFolder(sequence)}/${sourceFolder}`;
  const entries = walkFiles(files, folder).flatMap(({ path, kind }) => {
    const bytes = kind === 'file' ? files.read(path) : undefined;
    return bytes ? [[path.slice(folder.length + 1), bytes] as const] : [];
  });
  // A policy's translations may be called policy.yaml too, further down.
  const heads = entries
    .map(([path]) => path)
    .filter((path) => path === 'policy.yaml' || path.endsWith('/policy.yaml'));
  const head = heads.sort((a, b) => a.split('/').length - b.split('/').length)[0] ?? 'policy.yaml';
  const prefix = head.slice(0, -'policy.yaml'.length);
  return {
    policy: snapshotOf(
      entries.flatMap(([path, bytes]) =>
        path.startsWith(prefix) ? [[path.slice(prefix.length), bytes] as const] : [],
      ),
    ),
    workspace: snapshotOf(entries.filter(([path]) => path === 'policyc.yaml')),
    texts: new Map(entries.map(([path, bytes]) => [path, new TextDecoder().decode(bytes)])),
  };
}
