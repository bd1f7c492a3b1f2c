import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { type Diagnostic, hasErrors, messageOf } from '../base/diagnostic.ts';
import { CannotWork } from '../base/failure.ts';
import type { Memory } from '../base/memory.ts';
import type { Severity } from '../base/messages.ts';
import { formatPlace, sourceFile } from '../base/place.ts';
import { readFolder } from '../snapshot/folder.ts';
import { index, snapshotInGit } from '../snapshot/git-files.ts';
import { remembered } from '../snapshot/remembered.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { leftOut } from '../snapshot/sparse.ts';
import { checkShape } from '../syntax/shape.ts';
import { parseYaml } from '../syntax/yaml.ts';
import { requireOwnFolder, requireRegular } from './own-folder.ts';

/** Where policies live and how they are built: `policyc.yaml`, or a single policy folder without one. */
export interface Workspace {
  /** Absolute path of the folder that holds it. */
  readonly root: string;
  readonly policies: readonly PolicyFolder[];
  readonly siteUrl: string | undefined;
  /** Absolute path of the folder that `build` writes. */
  readonly out: string;
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly problems: readonly Diagnostic[];
  readonly snapshot: Snapshot;
  /** What was worked out of its files before; a command that must see everything itself has none. */
  readonly memory: Memory | undefined;
}

export interface PolicyFolder {
  /** Absolute path. */
  readonly folder: string;
  /** Relative to the workspace, with `/`. */
  readonly path: string;
}

/** The name of the file that makes a folder a workspace. */
export const workspaceFile = 'policyc.yaml';

/** Finds the workspace that a folder lies in: the nearest `policyc.yaml` above it, or the folder as one policy. */
export function findWorkspace(start: string, memory?: Memory): Workspace {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (existsSync(join(folder, workspaceFile))) return readWorkspace(folder, memory);
    if (existsSync(join(folder, 'policy.yaml')) && !aboveHolds(folder)) return singlePolicy(folder, memory);
    if (folder === dirname(folder)) break;
  }
  throw new CannotWork(
    'no-workspace',
    `neither ${workspaceFile} nor policy.yaml is in ${basename(resolve(start)) || start} or above it.`,
    `Go to your policies, or write ${workspaceFile} with the list of policy folders.`,
  );
}

/** The workspace that a folder lies in; throws `CannotWork` when its file has errors. */
export function soundWorkspace(start: string, memory?: Memory): Workspace {
  const workspace = findWorkspace(start, memory);
  const problem = workspace.problems.find(({ severity }) => severity === 'error');
  if (!problem) {
    for (const { folder, path } of workspace.policies) requireRegular(folder, path);
    return workspace;
  }
  throw new CannotWork(
    'invalid-workspace',
    `${formatPlace(problem.place)}: ${messageOf(problem).reason}`,
    messageOf(problem).fix,
    problem.code,
  );
}

function aboveHolds(folder: string): boolean {
  for (let above = dirname(folder); ; above = dirname(above)) {
    if (existsSync(join(above, workspaceFile))) return true;
    if (above === dirname(above)) return false;
  }
}

function singlePolicy(folder: string, memory: Memory | undefined): Workspace {
  requireWhole(folder, '.');
  const snapshot = { files: new Map(), problems: [] };
  return {
    root: folder,
    policies: [{ folder, path: '.' }],
    siteUrl: undefined,
    out: join(folder, 'site'),
    rules: {},
    problems: [],
    snapshot,
    memory,
  };
}

interface WorkspaceContent {
  readonly policies?: readonly string[];
  readonly site?: { readonly url?: string; readonly out?: string };
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
}

/** What a workspace file says; nothing of it when it has problems. */
export function workspaceIn(snapshot: Snapshot): {
  readonly content: WorkspaceContent;
  readonly problems: readonly Diagnostic[];
} {
  const file = parseYaml(snapshot.files.get(workspaceFile) ?? sourceFile(workspaceFile, ''), 'workspace');
  const shape = file.problems.length === 0 ? checkShape('workspace', file) : [];
  const problems = [...snapshot.problems, ...file.problems, ...shape];
  return { content: (hasErrors(problems) ? {} : file.value) as WorkspaceContent, problems };
}

/** The severities of rules that a workspace file sets; none when there is no such file, or it cannot be read. */
export function rulesIn(snapshot: Snapshot): Workspace['rules'] {
  return workspaceIn(snapshot).content.rules ?? {};
}

/** The severities of rules that the staged workspace file sets. Throws `CannotWork` when it cannot be read. */
export function stagedRules(root: string): Workspace['rules'] {
  const snapshot = snapshotInGit(root, index, (path) => path === workspaceFile);
  if (snapshot.files.size + snapshot.problems.length === 0) return {};
  const { content, problems } = workspaceIn(snapshot);
  const [problem] = problems;
  if (!problem) return content.rules ?? {};
  throw new CannotWork(
    'invalid-workspace',
    `what is staged has errors. ${formatPlace(problem.place)}: ${messageOf(problem).reason}`,
    `Mend it, then stage it: git add ${workspaceFile}`,
  );
}

function readWorkspace(root: string, memory: Memory | undefined): Workspace {
  const snapshot = readFolder(root, (path) => path === workspaceFile);
  const { content, problems } = remembered(memory, 'workspace', snapshot, () => workspaceIn(snapshot));
  return {
    root,
    policies: (content.policies ?? []).map((path) => policyFolder(root, path)),
    siteUrl: content.site?.url?.replace(/\/$/, ''),
    out: resolve(root, content.site?.out ?? 'site'),
    rules: content.rules ?? {},
    problems,
    snapshot,
    memory,
  };
}

function policyFolder(root: string, path: string): PolicyFolder {
  const folder = resolve(root, path);
  requireOwnFolder(root, path);
  requireWhole(root, path);
  if (!existsSync(join(folder, 'policy.yaml'))) {
    throw new CannotWork(
      'no-such-policy',
      `${workspaceFile} lists ${path}, and there is no policy.yaml in it.`,
      `Create ${path}/policy.yaml, or take it off the list.`,
    );
  }
  return { folder, path: relative(root, folder).split(sep).join('/') || '.' };
}

/** A submodule's history is its own: neither a commit nor the index of the repository around it says anything of it. */
export function requireSameRepository(folder: string, root: string): void {
  for (let path = folder; path !== root && path !== dirname(path); path = dirname(path)) {
    if (existsSync(join(path, '.git')))
      throw new CannotWork(
        'git-failed',
        `the policy in ${folder.slice(root.length + 1)} lies in another repository than ${workspaceFile}.`,
        `Run this where the policy is: cd ${path.slice(root.length + 1)}`,
      );
  }
}

/** A policy of which a sparse checkout leaves anything out cannot be judged: its archive would look empty. */
function requireWhole(root: string, path: string): void {
  const { files, folder } = leftOut(root, path);
  const [first] = files;
  if (first === undefined) return;
  throw new CannotWork(
    'not-checked-out',
    `this sparse checkout leaves out ${files.length === 1 ? first : `${files.length} files of ${path}, such as ${first}`}.`,
    `Bring in the whole policy, at the top of the repository: git sparse-checkout add ${shellWord(folder)}`,
  );
}

function shellWord(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
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
    if (!existsSync(full))
      throw new CannotWork(
        'no-such-file',
        `${path} does not exist.`,
        'Name a policy folder, or a file in one.',
      );
    const folder = statSync(full).isDirectory() ? full : dirname(full);
    const inside = workspace.policies.filter(
      (one) => isInside(folder, one.folder) || isInside(one.folder, folder),
    );
    if (inside.length === 0)
      throw new CannotWork(
        'no-such-policy',
        `${path} belongs to no policy of this workspace.`,
        `Add its folder to policies: in ${workspaceFile}.`,
      );
    for (const one of inside) chosen.add(one);
  }
  return [...chosen];
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}
