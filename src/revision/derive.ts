import type { ArchiveFiles } from '../archive/files.ts';
import { walkFiles } from '../archive/files.ts';
import { sourceFolder, versionFolder } from '../archive/layout.ts';
import { type Snapshot, snapshotOf } from '../snapshot/snapshot.ts';

/** The sources recorded in a released version: the files of the policy folder, and of the workspace. */
export interface RecordedSource {
  readonly policy: Snapshot;
  readonly workspace: Snapshot;
  /** All of them, by path in the workspace. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Reads back the source of a version. */
export function recordedSource(files: ArchiveFiles, sequence: number): RecordedSource {
  const folder = `${versionFolder(sequence)}/${sourceFolder}`;
  const entries = walkFiles(files, folder).flatMap(({ path, kind }) => {
    const bytes = kind === 'file' ? files.read(path) : undefined;
    return bytes ? [[path.slice(folder.length + 1), bytes] as const] : [];
  });
  // Files further down may also be called policy.yaml.
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
