import type { ArchiveFiles } from '../archive/files.ts';
import { sourceFolder, versionFolder } from '../archive/layout.ts';
import { archiveProblem } from '../archive/problem.ts';
import type { ArchivedVersion } from '../archive/read.ts';
import { cannot } from '../base/failure.ts';
import { type Snapshot, snapshotOf } from '../snapshot/snapshot.ts';

/** The sources recorded in a released version: the files of the policy folder, and of the workspace. */
export interface RecordedSource {
  readonly policy: Snapshot;
  readonly workspace: Snapshot;
  /** All of them, by path in the workspace. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Reads back the source of a version: every file that its manifest lists. Throws `CannotWork` when one cannot be read,
 * since what is then compared with it would be another policy, or other settings.
 */
export function recordedSource(
  files: ArchiveFiles,
  { sequence, manifest }: Pick<ArchivedVersion, 'sequence' | 'manifest'>,
): RecordedSource {
  const prefixed = Object.keys(manifest.files).filter((path) => path.startsWith(`${sourceFolder}/`));
  const entries = prefixed.map((path) => {
    const bytes = files.read(`${versionFolder(sequence)}/${path}`);
    if (!bytes)
      throw cannot('version-broken', {
        problem: archiveProblem('archive-missing-file', sequence, path, {}),
      });
    return [path.slice(sourceFolder.length + 1), bytes] as const;
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
