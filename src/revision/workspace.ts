import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { type Diagnostic, hasErrors, messageOf } from '../base/diagnostic.ts';
import { CannotWork } from '../base/failure.ts';
import type { Severity } from '../base/messages.ts';
import { formatPlace, sourceFile } from '../base/place.ts';
import { readFolder } from '../snapshot/folder.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { checkShape } from '../syntax/shape.ts';
import { parseYaml } from '../syntax/yaml.ts';

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
}

export interface PolicyFolder {
  /** Absolute path. */
  readonly folder: string;
  /** Relative to the workspace, with `/`. */
  readonly path: string;
}

const fileName = 'policyc.yaml';

/** Finds the workspace that a folder lies in: the nearest `policyc.yaml` above it, or the folder as one policy. */
export function findWorkspace(start: string): Workspace {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (existsSync(join(folder, fileName))) return readWorkspace(folder);
    if (existsSync(join(folder, 'policy.yaml')) && !aboveHolds(folder)) return singlePolicy(folder);
    if (folder === dirname(folder)) break;
  }
  throw new CannotWork(
    'no-workspace',
    `neither ${fileName} nor policy.yaml is in ${basename(resolve(start)) || start} or above it.`,
    `Go to your policies, or write ${fileName} with the list of policy folders.`,
  );
}

/** The workspace that a folder lies in; throws `CannotWork` when its file has errors. */
export function soundWorkspace(start: string): Workspace {
  const workspace = findWorkspace(start);
  const problem = workspace.problems.find(({ severity }) => severity === 'error');
  if (!problem) return workspace;
  throw new CannotWork(
    'invalid-workspace',
    `${formatPlace(problem.place)}: ${messageOf(problem).reason}`,
    messageOf(problem).fix,
    problem.code,
  );
}

function aboveHolds(folder: string): boolean {
  for (let above = dirname(folder); ; above = dirname(above)) {
    if (existsSync(join(above, fileName))) return true;
    if (above === dirname(above)) return false;
  }
}

function singlePolicy(folder: string): Workspace {
  const snapshot = { files: new Map(), problems: [] };
  return {
    root: folder,
    policies: [{ folder, path: '.' }],
    siteUrl: undefined,
    out: join(folder, 'site'),
    rules: {},
    problems: [],
    snapshot,
  };
}

interface WorkspaceFile {
  readonly policies?: readonly string[];
  readonly site?: { readonly url?: string; readonly out?: string };
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
}

/** The severities of rules that a workspace file sets; none when there is no such file, or it cannot be read. */
export function rulesIn(snapshot: Snapshot): Workspace['rules'] {
  const source = snapshot.files.get(fileName);
  const file = source ? parseYaml(source, 'workspace') : undefined;
  if (!file || file.problems.length > 0 || checkShape('workspace', file).length > 0) return {};
  return (file.value as WorkspaceFile).rules ?? {};
}

function readWorkspace(root: string): Workspace {
  const snapshot = readFolder(root, (path) => path === fileName);
  const file = parseYaml(snapshot.files.get(fileName) ?? sourceFile(fileName, ''), 'workspace');
  const shape = file.problems.length === 0 ? checkShape('workspace', file) : [];
  const problems = [...snapshot.problems, ...file.problems, ...shape];
  const content = (hasErrors(problems) ? {} : file.value) as WorkspaceFile;
  return {
    root,
    policies: (content.policies ?? []).map((path) => policyFolder(root, path)),
    siteUrl: content.site?.url?.replace(/\/$/, ''),
    out: resolve(root, content.site?.out ?? 'site'),
    rules: content.rules ?? {},
    problems,
    snapshot,
  };
}

function policyFolder(root: string, path: string): PolicyFolder {
  const folder = resolve(root, path);
  if (!existsSync(join(folder, 'policy.yaml'))) {
    throw new CannotWork(
      'no-such-policy',
      `${fileName} lists ${path}, and there is no policy.yaml in it.`,
      `Create ${path}/policy.yaml, or take it off the list.`,
    );
  }
  return { folder, path: relative(root, folder).split(sep).join('/') || '.' };
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
        `Add its folder to policies: in ${fileName}.`,
      );
    for (const one of inside) chosen.add(one);
  }
  return [...chosen];
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}
