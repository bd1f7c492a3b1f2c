import { Option } from 'commander';
import { type Diagnostic, hasErrors, sortDiagnostics } from '../../base/diagnostic.ts';
import { checkSnapshot } from '../../check/check-snapshot.ts';
import { readNotes } from '../../gate/note.ts';
import { type CheckedPolicy, checkReport } from '../../report/check-report.ts';
import { isPolicyFolderPath } from '../../revision/policy-files.ts';
import {
  findWorkspace,
  type PolicyFolder,
  selectPolicies,
  type Workspace,
} from '../../revision/workspace.ts';
import { readFolder } from '../../snapshot/folder.ts';
import { fromRepository } from '../../snapshot/repository.ts';
import { type Define, reporting } from '../command.ts';
import { deliverReport, type OutputOptions } from '../output.ts';
import { fileIn, shown, textOnDisk } from '../paths.ts';
import { memoryOf, type Remembering, remembering } from '../remember.ts';
import { exit, type World } from '../world.ts';

export const define: Define = (command, world, done) => {
  remembering(reporting(command))
    .argument('[path...]', 'policy folders, or files in them')
    .addOption(
      new Option('--fail-on <severity>', 'what counts as a finding')
        .choices(['error', 'warning', 'info'])
        .default('error'),
    )
    .action((paths, options) => done(check(paths, options, world)));
};

interface CheckOptions extends OutputOptions, Remembering {
  readonly failOn: 'error' | 'warning' | 'info';
}

/** `policyc check`: schema, references and consistency of every policy. */
function check(paths: readonly string[], options: CheckOptions, world: World): number {
  const workspace = findWorkspace(world.cwd, memoryOf(options, world));
  const checked = [
    ...(workspace.problems.length > 0 ? [checkedWorkspace(workspace, world)] : []),
    ...selectPolicies(workspace, paths, world.cwd).map((policy) => checkFolder(policy, workspace, world)),
  ];
  deliverReport(world, options, checkReport(checked, fromRepository(world.cwd)));
  const grave = ['info', 'warning', 'error'].indexOf(options.failOn);
  const found = checked.some(({ problems }) =>
    problems.some((one) => ['info', 'warning', 'error'].indexOf(one.severity) >= grave),
  );
  return found ? exit.findings : exit.fine;
}

function checkFolder(policy: PolicyFolder, workspace: Workspace, world: World): CheckedPolicy {
  const snapshot = readFolder(policy.folder, isPolicyFolderPath);
  const compiled = checkSnapshot(snapshot, workspace.rules, workspace.memory);
  const problems: Diagnostic[] = [...compiled.problems, ...readNotes(snapshot).problems];
  return {
    path: shown(policy.folder, world),
    policy: hasErrors(problems) ? undefined : compiled.policy,
    problems: sortDiagnostics(problems),
    fileIn: (file) => fileIn(shown(policy.folder, world), file),
    textOf: (file) => snapshot.files.get(file)?.text ?? textOnDisk(policy.folder, file),
  };
}

function checkedWorkspace(workspace: Workspace, world: World): CheckedPolicy {
  return {
    path: shown(workspace.root, world),
    policy: undefined,
    problems: workspace.problems,
    fileIn: (file) => fileIn(shown(workspace.root, world), file),
    textOf: (file) => workspace.snapshot.files.get(file)?.text,
  };
}
