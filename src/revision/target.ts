import { posix } from 'node:path';
import { manifestFile, versionFolder } from '../archive/layout.ts';
import { parseManifest } from '../archive/manifest.ts';
import { verifyArchive } from '../archive/verify.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { type CannotWork, cannot, ifPossible } from '../base/failure.ts';
import { refusesNoName } from '../base/folded-name.ts';
import { formatPlace } from '../base/place.ts';
import { noSettings, type Settings } from '../gate/settings.ts';
import { type FileContent, isRefused } from '../snapshot/content.ts';
import { openGit } from '../snapshot/git.ts';
import { entriesInGit, filesNamed, readEntries } from '../snapshot/git-files.ts';
import { commitsThatChanged, everBrought } from '../snapshot/git-history.ts';
import { mergeBaseOf } from '../snapshot/git-refs.ts';
import { type Snapshot, snapshotOf } from '../snapshot/snapshot.ts';
import { idIn, idOf } from './own-id.ts';
import { type PolicyFiles, policiesInGit } from './policy-files.ts';
import { archiveFolder } from './policy-paths.ts';
import { compilePolicy, compileSide, type Revision } from './revision.ts';
import type { Called } from './shared-id.ts';
import { type PolicyFolder, settingsOf, type Workspace, workspaceFile, workspaceIn } from './workspace.ts';

/** What a pull request is judged against: nothing in its own tree, only what was there where it branched off its target. */
export interface Target {
  readonly ref: string;
  /** `where this pull request branched off main (1a2b3c4d5e6f)`. */
  readonly place: string;
  readonly settings: Settings;
  readonly policies: readonly TargetPolicy[];
  /** A policy of that id anywhere else in the repository there. */
  readonly beyondWorkspace: (id: string) => TargetPolicy | undefined;
  /** The policy with an id as it last was in the earlier history, with its releases. */
  readonly once: (id: string) => TargetPolicy | undefined;
  /** Whether there was a file, by its path in the repository. */
  readonly had: (path: string) => boolean;
}

/** A policy as the target has it. */
export interface TargetPolicy {
  readonly id: string;
  /** The folder's path in the repository, ending in `/`. */
  readonly path: string;
  readonly files: PolicyFiles;
  /** The last commit with its archive, if the target has it no longer. */
  readonly until?: string;
}

/**
 * Reads the workspace at the merge base of HEAD and a ref. It is found as on disk, from the folder that the command runs
 * in; if it was moved since, by the policies that it lists. Throws `CannotWork` when there is no merge base, or when it
 * cannot be read.
 */
export function readTarget(start: string, ref: string, ids: readonly string[]): Target {
  const commit = mergeBaseOf(start, ref);
  const base: Base = {
    start,
    ref,
    commit,
    place: `where this pull request branched off ${ref} (${commit.slice(0, 12)})`,
  };
  const found = workspaceAbove(base) ?? workspaceOf(base, ids) ?? goneSince(base);
  return {
    ref,
    place: base.place,
    ...found,
    beyondWorkspace: (id) => policyCalled(base, id),
    once: (id) => policyOnce(base, id),
    had: (path) => filesNamed(start, commit, [path]).length > 0,
  };
}

/** Compiles a policy of the target, with the limits that it has nearly reached. Throws `CannotWork` when it has errors. */
export function targetPolicy(
  { files, id }: TargetPolicy,
  target: Target,
): Required<Pick<Revision, 'policy' | 'nearly'>> {
  return compileSide(files.policy, { of: 'target', policy: id, place: target.place, ref: target.ref });
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

/** The nearest `policyc.yaml` at or above the folder that the command runs in; without one, the nearest policy folder. */
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
  return single === undefined ? undefined : { settings: noSettings, policies: policiesAt(base, [single]) };
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
  return { settings: settingsOf(content), policies: policiesAt(base, paths) };
}

function policiesAt(base: Base, paths: readonly string[]): TargetPolicy[] {
  return filesAt(base, paths).map((files, at) => policyOf(base, paths[at] ?? '', files));
}

/** Reads them whatever their names, since the pull request may correct those. */
function filesAt({ start, commit }: Base, paths: readonly string[]): PolicyFiles[] {
  return policiesInGit(start, commit, paths, refusesNoName);
}

function policyOf(base: Base, path: string, files: PolicyFiles): TargetPolicy {
  const source = files.policy.files.get('policy.yaml');
  if (!source)
    throw cannot('target-policy-missing', { place: base.place, ref: base.ref, file: `${path}policy.yaml` });
  const { id, problem } = idIn(source);
  if (problem) throw broken(base, path, problem);
  if (id === undefined)
    throw cannot('target-policy-nameless', { place: base.place, ref: base.ref, file: `${path}policy.yaml` });
  return { id, path, files };
}

/** The ids of the policies that were not read yet; with `sought`, only where they may be one of those. */
export function othersIn(workspace: Workspace, read: readonly PolicyFolder[], sought?: string): Called[] {
  return workspace.policies
    .filter((one) => !read.includes(one))
    .map(({ folder, path }) => ({
      id: idOf(folder, sought === undefined ? sought : new Set([sought])),
      path,
    }));
}

/** Refuses a policy whose id cannot be read. */
export function requireNamed(path: string, snapshot: Snapshot): void {
  const source = snapshot.files.get('policy.yaml');
  const [problem] = source ? [idIn(source).problem] : snapshot.problems;
  if (problem)
    throw cannot('policy-has-errors', { first: { where: `${path}/${formatPlace(problem.place)}`, problem } });
}

/** A workspace anywhere in the repository that had one of these policies. */
function workspaceOf(base: Base, ids: readonly string[]): Found | undefined {
  for (const [path, bytes] of filesMatching(base, (one) => posix.basename(one) === workspaceFile)) {
    const folder = path.slice(0, -workspaceFile.length);
    const snapshot = snapshotOf([[workspaceFile, bytes]]);
    // Files outside of the workspace may be in any state.
    const found = ifPossible(() => workspaceAt(base, folder, snapshot));
    if (found?.policies.some(({ id }) => ids.includes(id))) return found;
  }
  return undefined;
}

/** Without a workspace here or one with these policies, every released policy counts that is no longer where it was. */
function goneSince(base: Base): Found {
  const paths = (commit: string): string[] => entriesInGit(base.start, commit, '').map(({ path }) => path);
  const now = new Set(paths('HEAD'));
  const released = new Set(
    paths(base.commit).flatMap((path) => /^(.*?)archive\/\d{4,}\//.exec(path)?.[1] ?? []),
  );
  const gone = [...released].filter((folder) => !now.has(`${folder}policy.yaml`));
  return { settings: noSettings, policies: policiesAt(base, gone) };
}

/**
 * The policy with an id anywhere in the repository, by its releases: an unreleased one would be new wherever it was, and
 * a stray file must not decide about another policy, or keep it from being read.
 */
function policyCalled(base: Base, id: string): TargetPolicy | undefined {
  const manifests = filesMatching(base, isFirstManifest).filter(([, bytes]) => isOf(id, bytes));
  return firstOf(manifests, ([path]) => wholeAt(base, id, folderOf(path)));
}

/**
 * The same for a policy that a commit removed, from whatever folder: it is not new when it comes back. A clone without
 * that history does not know it.
 */
function policyOnce(base: Base, id: string): TargetPolicy | undefined {
  const brought = everBrought(base.start, base.commit, firstManifest).map(
    (one) => ({ path: one.folder + firstManifest, kind: 'file', id: one.id }) as const,
  );
  const manifests = readEntries(
    base.start,
    brought.filter(({ path }) => !recorded.test(path)),
  );
  const folders = new Set(manifests.flatMap(([path, bytes]) => (isOf(id, bytes) ? [folderOf(path)] : [])));
  if (folders.size === 0) return undefined;
  const archives = [...folders].map((folder) => `${folder}archive`);
  return firstOf(commitsThatChanged(base.start, base.commit, archives), (commit) =>
    firstOf(folders, (folder) => {
      const found = wholeAt({ ...base, commit }, id, folder);
      return found && isOf(id, found.files.archive.read(firstManifest.slice(archiveFolder.length)))
        ? { ...found, until: commit }
        : undefined;
    }),
  );
}

const firstManifest = `${archiveFolder}${versionFolder(1)}/${manifestFile}`;

function isFirstManifest(path: string): boolean {
  return `/${path}`.endsWith(`/${firstManifest}`) && !recorded.test(path);
}

function folderOf(manifest: string): string {
  return manifest.slice(0, -firstManifest.length);
}

/** Whether the manifest of a version belongs to the policy with an id. */
function isOf(id: string, bytes: FileContent | undefined): boolean {
  const manifest = bytes === undefined || isRefused(bytes) ? undefined : parseManifest(bytes);
  return manifest !== undefined && 'value' in manifest && manifest.value.policy === id;
}

function firstOf<Item, Found>(
  items: Iterable<Item>,
  find: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The policy in a folder, if a pull request can be judged against it. */
function wholeAt(base: Base, id: string, folder: string): TargetPolicy | undefined {
  const [files] = filesAt(base, [folder]);
  const policy = files && { id, path: folder, files };
  return policy && ifPossible(() => isWhole(base, policy)) ? policy : undefined;
}

function isWhole({ place, ref }: Base, { id, files }: TargetPolicy): boolean {
  compilePolicy(files.policy, { of: 'target', policy: id, place, ref });
  return verifyArchive(files.archive).problems.length === 0;
}

/** Files of the repository, those nearest to the top first, without the copies in released versions. */
function filesMatching({ start, commit }: Base, matches: (path: string) => boolean): [string, FileContent][] {
  const entries = entriesInGit(start, commit, '').filter(
    ({ kind, path }) => kind === 'file' && matches(path) && !recorded.test(path),
  );
  return readEntries(start, entries).sort(([a], [b]) => a.length - b.length);
}

const recorded = /(^|\/)archive\/\d{4,}\/internal\//;
