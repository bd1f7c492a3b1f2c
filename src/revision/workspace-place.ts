import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../base/diagnostic.ts';
import { cannot } from '../base/failure.ts';
import type { Memory } from '../base/memory.ts';
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
  /** All that the workspace sets and the gate holds it to. */
  readonly settings: Settings;
  readonly problems: readonly Diagnostic[];
  readonly snapshot: Snapshot;
  /** What was worked out of its files before; a command that must see everything itself has none. */
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

/** Where a workspace is, before its file is understood. */
export interface WorkspacePlace {
  /** Absolute path. */
  readonly root: string;
  /** Its file; undefined when the folder is a single policy. */
  readonly file: Snapshot | undefined;
}

/** What a workspace file says, and what is wrong with it. */
export interface WorkspaceSaid {
  readonly content: WorkspaceContent;
  readonly problems: readonly Diagnostic[];
}

/** What `policyc.yaml` says, as its schema has it. */
export interface WorkspaceContent {
  readonly policies?: readonly string[];
  readonly site?: { readonly url?: string; readonly out?: string };
  readonly archive?: Partial<ArchiveDates>;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
}

/** How grave the findings of a rule are, and why it is set so. */
export type RuleSetting = Severity | { readonly severity: Severity; readonly reason: string };

type Severity = RuleSettings[string];

/** The rules that a workspace sets: one without a reason is not set, and `check` asks for one. */
function rulesInForce({ rules = {} }: WorkspaceContent): RuleSettings {
  const given = Object.entries(rules).flatMap(([rule, setting]) =>
    typeof setting === 'string' ? [] : [[rule, setting.severity] as const],
  );
  return Object.fromEntries(given);
}

/** What a workspace file says, with the defaults: the gate compares all of it, whatever is in force. */
export function settingsOf({ rules = {}, archive = {}, site = {} }: WorkspaceContent): Settings {
  const severities = Object.entries(rules).map(([rule, setting]) => [
    rule,
    typeof setting === 'string' ? setting : setting.severity,
  ]);
  return { rules: Object.fromEntries(severities), archive: { ...archiveDefaults, ...archive }, site };
}

/** Finds the workspace that a folder lies in: the nearest `policyc.yaml` above it, or the folder as one policy. */
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

/** A sparse checkout without the file would look like one of policies by themselves, or of none. */
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
 * The folder to look for a workspace from: where the command runs, or, when that one has no workspace or a nearer
 * `policyc.yaml` stands above the path, the path. Hooks and steps run at the top of a repository and name paths.
 */
export function startOfWorkspace(cwd: string, path: string | undefined): string {
  if (path === undefined) return cwd;
  const full = resolve(cwd, path);
  if (!existsSync(full)) throw cannot('path-missing', { path });
  const start = statSync(full).isDirectory() ? full : dirname(full);
  const here = rootAbove(cwd);
  if (here === undefined) return start;
  const there = rootAbove(start);
  const own = there !== undefined && existsSync(join(there, workspaceFile));
  return own || !isInside(start, here) ? start : cwd;
}

/** The folder of the workspace that a folder lies in; undefined when it lies in none. */
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

/** The workspace at a place; `said` is what its file says. */
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
  return { folder, path: relative(root, folder).split(sep).join('/') || '.' };
}

/** A submodule's history is its own: neither a commit nor the index of the repository around it says anything of it. */
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

/** A policy of which a sparse checkout leaves anything out cannot be judged: its archive would look empty. */
function requireWhole(root: string, path: string): void {
  const { files, folder } = leftOut(root, path);
  const [first] = files;
  if (first === undefined) return;
  throw cannot('policy-left-out', { path, files: files.length, first, folder });
}

/** The policies of a workspace that paths given on the command line lie in; all of them without paths. */
export function selectPolicies(
  workspace: Workspace,
  paths: readonly string[],
  start: string,
): readonly PolicyFolder[] {
  if (paths.length === 0) return workspace.policies;
  const chosen = new Set<PolicyFolder>();
  for (const path of paths) {
    const full = resolve(start, path);
    if (!existsSync(full)) throw cannot('path-missing', { path });
    const folder = statSync(full).isDirectory() ? full : dirname(full);
    const inside = workspace.policies.filter(
      (one) => isInside(folder, one.folder) || isInside(one.folder, folder),
    );
    if (inside.length === 0) throw cannot('path-of-no-policy', { path, file: workspaceFile });
    for (const one of inside) chosen.add(one);
  }
  return [...chosen];
}

/** A file that lies in no policy names none, although its folder has some below it; the workspace's own names them all. */
export function requireWithin(path: string, { folder }: Pick<PolicyFolder, 'folder'>, start: string): void {
  const full = resolve(start, path);
  if (statSync(full).isDirectory() || basename(full) === workspaceFile || isInside(full, folder)) return;
  throw cannot('path-of-no-policy', { path, file: workspaceFile });
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}
