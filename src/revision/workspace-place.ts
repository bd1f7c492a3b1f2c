import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../base/diagnostic.ts';
import { cannot } from '../base/failure.ts';
import type { Memory } from '../base/memory.ts';
import { nearest } from '../base/nearest.ts';
import { isWithin, pathBelow } from '../base/real-place.ts';
import { workspaceFile } from '../base/workspace-file.ts';
import type { RuleSettings } from '../check/rules.ts';
import { type ArchiveDates, archiveDefaults, noSettings, type Settings } from '../gate/settings.ts';
import { readFolder } from '../snapshot/folder.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { leftOut } from '../snapshot/sparse.ts';
import { namesInFolders, requireOwnFolder } from './own-folder.ts';
import { workspaceBelow } from './workspace-below.ts';

/** Where policies live and how they are built: `policyc.yaml`, or a single policy folder without one. */
export interface Workspace {
  /** Absolute path of the folder that holds it. */
  readonly root: string;
  readonly policies: readonly PolicyFolder[];
  readonly siteUrl: string | undefined;
  /** Absolute path of the folder that `build` writes. */
  readonly out: string;
  readonly rules: RuleSettings;
  /** Everything the workspace sets that the gate compares. */
  readonly settings: Settings;
  readonly problems: readonly Diagnostic[];
  readonly snapshot: Snapshot;
  /** Cached results of its files; undefined for commands that must work out everything. */
  readonly memory: Memory | undefined;
}

/** Where a policy of the workspace is, and where its pages go. */
export interface PolicyFolder {
  /** Absolute path. */
  readonly folder: string;
  /** Relative to the workspace, with `/`. */
  readonly path: string;
  /** Absolute path of the folder that `build` writes. */
  readonly out: string;
}

export { workspaceFile };

/** Where a workspace is; its file is not read yet. */
export interface WorkspacePlace {
  /** Absolute path. */
  readonly root: string;
  /** Its file; undefined when the folder is a single policy. */
  readonly file: Snapshot | undefined;
}

/** What a workspace file says, and its problems. */
export interface WorkspaceSaid {
  readonly content: WorkspaceContent;
  readonly problems: readonly Diagnostic[];
}

/** The content of `policyc.yaml`, as in its schema. */
export interface WorkspaceContent {
  readonly policies?: readonly string[];
  readonly site?: { readonly url?: string; readonly out?: string };
  readonly archive?: Partial<ArchiveDates>;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
}

/** The severity of a rule, and why it is set. */
export type RuleSetting = Severity | { readonly severity: Severity; readonly reason: string };

type Severity = RuleSettings[string];

/** The rules that a workspace sets; one without a reason does not count, and `check` asks for it. */
function rulesInForce({ rules = {} }: WorkspaceContent): RuleSettings {
  const given = Object.entries(rules).flatMap(([rule, setting]) =>
    typeof setting === 'string' ? [] : [[rule, setting.severity] as const],
  );
  return Object.fromEntries(given);
}

/** The settings of a workspace file with their defaults: the gate compares all of them. */
export function settingsOf({ rules = {}, archive = {}, site = {} }: WorkspaceContent): Settings {
  const severities = Object.entries(rules).map(([rule, setting]) => [
    rule,
    typeof setting === 'string' ? setting : setting.severity,
  ]);
  return { rules: Object.fromEntries(severities), archive: { ...archiveDefaults, ...archive }, site };
}

/** Finds the workspace of a folder: the nearest `policyc.yaml` at or above it, or the folder as a single policy. */
export function placeOfWorkspace(start: string): WorkspacePlace {
  const root = rootAbove(start);
  requireWorkspaceFile(start);
  if (root === undefined)
    throw cannot('workspace-missing', {
      file: workspaceFile,
      folder: basename(resolve(start)) || start,
      below: workspaceBelow(start),
    });
  const whole = existsSync(join(root, workspaceFile));
  return { root, file: whole ? readFolder(root, (path) => path === workspaceFile) : undefined };
}

/** Refuses a sparse checkout without the file, which would look like separate policies, or like none. */
function requireWorkspaceFile(start: string): void {
  for (let folder = resolve(start); !existsSync(join(folder, workspaceFile)); folder = dirname(folder)) {
    const { files, folder: path } = leftOut(folder, workspaceFile);
    if (files.length > 0)
      throw cannot('policy-left-out', {
        path,
        files: 1,
        first: path,
        folder: path.replace(/(?<=.)\/[^/]*$/, ''),
      });
    if (folder === dirname(folder)) return;
  }
}

/**
 * The folder from which to search for a workspace: where the command runs; or the path, if that folder has no workspace
 * or a nearer `policyc.yaml` is above the path. Hooks and CI steps run at the top of a repository and name paths.
 */
export function startOfWorkspace(cwd: string, path: string | undefined): string {
  if (path === undefined) return cwd;
  const full = resolve(cwd, path);
  if (!existsSync(full)) throw cannot('path-missing', { path, meant: meantBy(path, cwd) });
  const start = statSync(full).isDirectory() ? full : dirname(full);
  const here = rootAbove(cwd);
  if (here === undefined) return start;
  const there = rootAbove(start);
  const own = there !== undefined && existsSync(join(there, workspaceFile));
  return own || !isWithin(start, here) ? start : cwd;
}

/** The folder of the workspace around a folder; undefined when there is none. */
export function rootAbove(start: string): string | undefined {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (existsSync(join(folder, workspaceFile))) return folder;
    if (existsSync(join(folder, 'policy.yaml')) && !aboveHolds(folder)) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

function aboveHolds(folder: string): boolean {
  for (let above = dirname(folder); ; above = dirname(above)) {
    if (existsSync(join(above, workspaceFile))) return true;
    if (above === dirname(above)) return false;
  }
}

/** The workspace at a place; `said` is the content of its file. */
export function workspaceAt(place: WorkspacePlace, said: WorkspaceSaid, memory?: Memory): Workspace {
  return place.file ? wholeWorkspace(place.root, place.file, said, memory) : singlePolicy(place.root, memory);
}

function singlePolicy(folder: string, memory: Memory | undefined): Workspace {
  requireWhole(folder, '.');
  const snapshot = { files: new Map(), problems: [] };
  return {
    root: folder,
    policies: [{ folder, path: '.', out: join(folder, 'site') }],
    siteUrl: undefined,
    out: join(folder, 'site'),
    rules: {},
    settings: noSettings,
    problems: [],
    snapshot,
    memory,
  };
}

function wholeWorkspace(
  root: string,
  snapshot: Snapshot,
  { content, problems }: WorkspaceSaid,
  memory: Memory | undefined,
): Workspace {
  const out = resolve(root, content.site?.out ?? 'site');
  const namesIn = namesInFolders();
  const policies = (content.policies ?? []).map((path) => {
    requireOwnFolder(root, path, namesIn);
    return { ...policyFolder(root, path), out };
  });
  const folders = policies.map(({ folder }) => folder);
  const twice = policies.find(({ folder }, at) => folders.indexOf(folder) !== at);
  if (twice) throw cannot('listed-policy-twice', { file: workspaceFile, path: twice.path });
  return {
    root,
    policies,
    siteUrl: content.site?.url?.replace(/\/$/, ''),
    out,
    rules: rulesInForce(content),
    settings: settingsOf(content),
    problems,
    snapshot,
    memory,
  };
}

function policyFolder(root: string, path: string): Omit<PolicyFolder, 'out'> {
  const folder = resolve(root, path);
  requireWhole(root, path);
  if (!existsSync(join(folder, 'policy.yaml'))) {
    throw cannot('listed-policy-missing', { file: workspaceFile, path });
  }
  return { folder, path: pathBelow(root, folder) || '.' };
}

/** Refuses a policy in a submodule, whose history is its own: no commit or index of the outer repository says anything about it. */
export function requireSameRepository(folder: string, root: string): void {
  for (let path = folder; path !== root && path !== dirname(path); path = dirname(path)) {
    if (existsSync(join(path, '.git')))
      throw cannot('git-other-repository', {
        policy: folder.slice(root.length + 1),
        file: workspaceFile,
        repository: path.slice(root.length + 1),
      });
  }
}

/** Refuses a policy of which a sparse checkout leaves out files: its archive would look empty. */
function requireWhole(root: string, path: string): void {
  const { files, folder } = leftOut(root, path);
  const [first] = files;
  if (first === undefined) return;
  throw cannot('policy-left-out', { path, files: files.length, first, folder });
}

/** What a path that does not exist may mean: the nearest name in each folder on the way. */
function meantBy(path: string, start: string): string | undefined {
  const parts: string[] = [];
  for (const part of relative(start, resolve(start, path)).split(sep)) {
    const folder = join(start, ...parts);
    const isThere = existsSync(join(folder, part));
    if (!isThere && !statSync(folder).isDirectory()) return undefined;
    const name = isThere ? part : nearest(part, readdirSync(folder));
    if (name === undefined) return undefined;
    parts.push(name);
  }
  return parts.join('/');
}

/** The policies of a workspace that contain the given paths; all of them without paths. */
export function selectPolicies(
  workspace: Workspace,
  paths: readonly string[],
  start: string,
): readonly PolicyFolder[] {
  if (paths.length === 0) return workspace.policies;
  const chosen = new Set<PolicyFolder>();
  for (const path of paths) {
    const full = resolve(start, path);
    if (!existsSync(full)) throw cannot('path-missing', { path, meant: meantBy(path, start) });
    const folder = statSync(full).isDirectory() ? full : dirname(full);
    const inside = workspace.policies.filter(
      (one) => isWithin(folder, one.folder) || isWithin(one.folder, folder),
    );
    if (inside.length === 0) throw cannot('path-of-no-policy', { path, file: workspaceFile });
    for (const one of inside) chosen.add(one);
  }
  return [...chosen];
}

/** Refuses a file in no policy, even in a folder above some; the workspace's own file stands for all of them. */
export function requireWithin(path: string, { folder }: Pick<PolicyFolder, 'folder'>, start: string): void {
  const full = resolve(start, path);
  if (statSync(full).isDirectory() || basename(full) === workspaceFile || isWithin(full, folder)) return;
  throw cannot('path-of-no-policy', { path, file: workspaceFile });
}
