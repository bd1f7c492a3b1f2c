import { posix } from 'node:path';
import type { Diagnostic } from '../base/diagnostic.ts';
import { type CannotWork, cannot } from '../base/failure.ts';
import { formatPlace, type SourceFile } from '../base/place.ts';
import { noSettings, type Settings } from '../gate/settings.ts';
import type { Policy } from '../model/policy.ts';
import type { FileContent } from '../snapshot/content.ts';
import { openGit } from '../snapshot/git.ts';
import { entriesInGit, filesNamed, readEntries } from '../snapshot/git-files.ts';
import { mergeBaseOf } from '../snapshot/git-refs.ts';
import { type Snapshot, snapshotOf } from '../snapshot/snapshot.ts';
import { parseYaml } from '../syntax/yaml.ts';
import { type PolicyFiles, policyFilesInGit } from './policy-files.ts';
import { compilePolicy } from './revision.ts';
import { settingsOf, workspaceFile, workspaceIn } from './workspace.ts';

/** What a request is judged against: nothing in its own tree, only what stood where it parted from its target. */
export interface Target {
  readonly ref: string;
  /** `where this request parted from main (1a2b3c4d5e6f)`. */
  readonly place: string;
  readonly settings: Settings;
  /** The policies of the workspace there. */
  readonly policies: readonly TargetPolicy[];
  /** A policy of that id anywhere else in the repository there. */
  readonly elsewhere: (id: string) => TargetPolicy | undefined;
}

export interface TargetPolicy {
  readonly id: string;
  /** The folder's path in the repository, ending in `/`. */
  readonly path: string;
  readonly files: PolicyFiles;
}

/**
 * Reads the workspace at the merge base of HEAD and a ref. It is found there as it is found on disk, from the folder
 * the command runs in; when it was moved since, by the policies that it lists. Throws `CannotWork` when there is no
 * merge base, or when what stands there cannot be read.
 */
export function readTarget(start: string, ref: string, ids: readonly string[]): Target {
  const commit = mergeBaseOf(start, ref);
  const base: Base = {
    start,
    ref,
    commit,
    place: `where this request parted from ${ref} (${commit.slice(0, 12)})`,
  };
  const found = workspaceAbove(base) ?? workspaceOf(base, ids) ?? goneSince(base);
  return {
    ref,
    place: base.place,
    ...found,
    elsewhere: (id) => policyCalled(base, id),
  };
}

/** The policy as its files there have it. Throws `CannotWork` when they have errors. */
export function targetPolicy({ files, id }: TargetPolicy, target: Target): Policy {
  return compilePolicy(files.policy, { of: 'target', policy: id, place: target.place, ref: target.ref });
}

interface Base {
  readonly start: string;
  readonly ref: string;
  readonly commit: string;
  readonly place: string;
}

type Found = Pick<Target, 'settings' | 'policies'>;

function broken({ place, ref }: Base, folder: string, problem: Diagnostic): CannotWork {
  return cannot('target-has-errors', {
    place,
    ref,
    first: { where: folder + formatPlace(problem.place), problem },
  });
}

/** The nearest `policyc.yaml` at or above where the command runs; without one, the nearest policy folder. */
function workspaceAbove(base: Base): Found | undefined {
  const folders = foldersAbove(openGit(base.start).prefix);
  const named = ['policy.yaml', workspaceFile].flatMap((name) => folders.map((folder) => folder + name));
  const files = new Map(filesNamed(base.start, base.commit, named));
  const folder = folders.find((one) => files.has(one + workspaceFile));
  if (folder !== undefined)
    return workspaceAt(
      base,
      folder,
      snapshotOf([[workspaceFile, files.get(folder + workspaceFile) ?? new Uint8Array()]]),
    );
  const single = folders.find((one) => files.has(`${one}policy.yaml`));
  return single === undefined ? undefined : { settings: noSettings, policies: [policyAt(base, single)] };
}

/** `a/b/`, `a/` and the top. */
function foldersAbove(prefix: string): string[] {
  const parts = prefix.split('/').slice(0, -1);
  return [...parts.map((_, index) => `${parts.slice(0, parts.length - index).join('/')}/`), ''];
}

function workspaceAt(base: Base, folder: string, snapshot: Snapshot): Found {
  const { content, problems } = workspaceIn(snapshot);
  const [problem] = problems;
  if (problem) throw broken(base, folder, problem);
  const paths = (content.policies ?? []).map((path) => posix.join(folder, path, '/').replace(/^\.\//, ''));
  return { settings: settingsOf(content), policies: paths.map((path) => policyAt(base, path)) };
}

function policyAt(base: Base, path: string): TargetPolicy {
  const files = policyFilesInGit(base.start, base.commit, path);
  const source = files.policy.files.get('policy.yaml');
  if (!source)
    throw cannot('target-policy-missing', { place: base.place, ref: base.ref, file: `${path}policy.yaml` });
  const { id, problem } = idIn(source);
  if (problem) throw broken(base, path, problem);
  if (id === undefined)
    throw cannot('target-policy-nameless', { place: base.place, ref: base.ref, file: `${path}policy.yaml` });
  return { id, path, files };
}

function idIn(source: SourceFile): { readonly id?: string; readonly problem?: Diagnostic } {
  const { value, problems } = parseYaml(source, 'policy');
  const [problem] = problems;
  if (problem) return { problem };
  const id = (value as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? { id } : {};
}

/** A workspace anywhere in the repository that had one of these policies. */
function workspaceOf(base: Base, ids: readonly string[]): Found | undefined {
  for (const [path, bytes] of filesCalled(base, workspaceFile)) {
    const folder = path.slice(0, -workspaceFile.length);
    const snapshot = snapshotOf([[workspaceFile, bytes]]);
    if (workspaceIn(snapshot).problems.length > 0) continue;
    const found = workspaceAt(base, folder, snapshot);
    if (found.policies.some(({ id }) => ids.includes(id))) return found;
  }
  return undefined;
}

/** No workspace stood here and none had these policies: then every released policy counts that is no longer where it was. */
function goneSince(base: Base): Found {
  const paths = (commit: string): string[] => entriesInGit(base.start, commit, '').map(({ path }) => path);
  const now = new Set(paths('HEAD'));
  const released = new Set(
    paths(base.commit).flatMap((path) => /^(.*?)archive\/\d{4,}\//.exec(path)?.[1] ?? []),
  );
  const gone = [...released].filter((folder) => !now.has(`${folder}policy.yaml`));
  return { settings: noSettings, policies: gone.map((folder) => policyAt(base, folder)) };
}

function policyCalled(base: Base, id: string): TargetPolicy | undefined {
  const named = filesCalled(base, 'policy.yaml').filter(([path, bytes]) => {
    const source = snapshotOf([['policy.yaml', bytes]]).files.get('policy.yaml');
    if (!source) return false;
    const { id: found, problem } = idIn(source);
    if (problem && source.text.includes(id)) throw broken(base, `${path}: `, problem);
    return found === id;
  });
  const [path] = named[0] ?? [];
  return path === undefined ? undefined : policyAt(base, path.slice(0, -'policy.yaml'.length));
}

/** Files of that name, the ones nearest to the top first. Released versions hold copies, which are passed over. */
function filesCalled({ start, commit }: Base, name: string): [string, FileContent][] {
  const entries = entriesInGit(start, commit, '').filter(
    ({ kind, path }) =>
      kind === 'file' && posix.basename(path) === name && !/(^|\/)archive\/\d{4,}\//.test(path),
  );
  return readEntries(start, entries).sort(([a], [b]) => a.length - b.length);
}
