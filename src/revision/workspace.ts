import { type Diagnostic, diagnostic, firstOf, hasErrors } from '../base/diagnostic.ts';
import { cannot } from '../base/failure.ts';
import { isSaid } from '../base/hidden.ts';
import type { Memory } from '../base/memory.ts';
import { formatPlace, type Place, sourceFile } from '../base/place.ts';
import { problemOfRule } from '../check/waive.ts';
import { noSettings, type SetRule, type Settings } from '../gate/settings.ts';
import { index, snapshotInGit } from '../snapshot/git-files.ts';
import { remembered } from '../snapshot/remembered.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { checkShape } from '../syntax/shape.ts';
import { shape } from '../syntax/shapes/workspace.shape.js';
import { parseYaml } from '../syntax/yaml.ts';
import { requireRegular } from './own-folder.ts';
import { isSiteAddress } from './site-address.ts';
import {
  placeOfWorkspace,
  settingsOf,
  type Workspace,
  type WorkspaceContent,
  type WorkspaceSaid,
  workspaceAt,
  workspaceFile,
} from './workspace-place.ts';

export {
  type PolicyFolder,
  requireSameRepository,
  requireWithin,
  selectPolicies,
  settingsOf,
  startOfWorkspace,
  type Workspace,
  workspaceFile,
} from './workspace-place.ts';

/** The workspace of a folder, with the problems of its file. Throws `CannotWork` when there is none. */
export function findWorkspace(start: string, memory?: Memory): Workspace {
  const place = placeOfWorkspace(start);
  const { file } = place;
  const said = file
    ? remembered(memory, 'workspace', file, () => wholeWorkspaceIn(file))
    : { content: {}, problems: [] };
  return workspaceAt(place, said, memory);
}

/** The workspace of a folder. Throws `CannotWork` when its file has errors. */
export function soundWorkspace(start: string, memory?: Memory): Workspace {
  const workspace = findWorkspace(start, memory);
  const problem = workspace.problems.find(({ severity }) => severity === 'error');
  if (!problem) {
    for (const { folder, path } of workspace.policies) requireRegular(folder, path);
    return workspace;
  }
  throw cannot('workspace-has-errors', { where: formatPlace(problem.place), problem });
}

/** What a workspace file says; nothing if it has problems. */
export function workspaceIn(snapshot: Snapshot): WorkspaceSaid {
  const file = parseYaml(snapshot.files.get(workspaceFile) ?? sourceFile(workspaceFile, ''), 'workspace');
  const misshapen = file.problems.length === 0 ? checkShape(shape, file) : [];
  const problems = [...snapshot.problems, ...file.problems, ...misshapen];
  return { content: (hasErrors(problems) ? {} : file.value) as WorkspaceContent, problems };
}

/**
 * The same, also checking the address of its pages. The target is judged without this check, since a pull request may
 * correct the address.
 */
function wholeWorkspaceIn(snapshot: Snapshot): WorkspaceSaid {
  const said = workspaceIn(snapshot);
  const { url } = said.content.site ?? {};
  if (url === undefined || isSiteAddress(url)) return said;
  const place = placeOfSite(snapshot, 'url');
  const problem = diagnostic('bad-format', { value: url, expected: { type: 'site' } }, place);
  return { content: {}, problems: [...said.problems, problem] };
}

/** The same, with the problems of its rules, which keep no other command from working. */
export function checkedWorkspaceIn(snapshot: Snapshot): WorkspaceSaid {
  const said = wholeWorkspaceIn(snapshot);
  const wrong = [...rulesSetIn(snapshot)].flatMap(([rule, { severity, reason, place }]): Diagnostic[] => {
    const misnamed = problemOfRule(rule, place);
    if (misnamed) return [misnamed];
    return isSaid(reason ?? '') ? [] : [diagnostic('reason-missing', { rule, severity }, place)];
  });
  return { ...said, problems: firstOf([...said.problems, ...wrong]) };
}

/** The rules that a workspace file sets, and where. */
export function rulesSetIn(snapshot: Snapshot): ReadonlyMap<string, SetRule> {
  const { rules = {} } = workspaceIn(snapshot).content;
  const source = snapshot.files.get(workspaceFile) ?? sourceFile(workspaceFile, '');
  const { keyPlaceAt } = parseYaml(source, 'workspace');
  return new Map(
    Object.entries(rules).map(([rule, setting]) => {
      const said = typeof setting === 'string' ? { severity: setting } : setting;
      return [rule, { ...said, place: keyPlaceAt(['rules', rule]) }];
    }),
  );
}

/** The place where a workspace file sets the folder or the address of its site. */
export function placeOfSite(snapshot: Snapshot, field: 'out' | 'url'): Place {
  const source = snapshot.files.get(workspaceFile) ?? sourceFile(workspaceFile, '');
  return parseYaml(source, 'workspace').placeAt(['site', field]);
}

/** The settings of a workspace file; the defaults when there is none, or it cannot be read. */
export function settingsIn(snapshot: Snapshot): Settings {
  return settingsOf(workspaceIn(snapshot).content);
}

/** The settings of the staged workspace file. Throws `CannotWork` when it cannot be read. */
export function stagedSettings(root: string): Settings {
  const snapshot = snapshotInGit(root, index, (path) => path === workspaceFile);
  if (snapshot.files.size + snapshot.problems.length === 0) return noSettings;
  const { content, problems } = workspaceIn(snapshot);
  const [problem] = problems;
  if (!problem) return settingsOf(content);
  throw cannot('staged-workspace-has-errors', {
    first: { where: formatPlace(problem.place), problem },
    file: workspaceFile,
  });
}
