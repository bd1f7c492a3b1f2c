import { join } from 'node:path';
import { folderFiles } from '../../../archive/disk.ts';
import { whereIs } from '../../../archive/problem.ts';
import { verifyArchive } from '../../../archive/verify.ts';
import { messageOf } from '../../../base/diagnostic.ts';
import { escapeText, mapStrings } from '../../../base/escape.ts';
import { counted } from '../../../report/counted.ts';
import { requireNeverReleased } from '../../../revision/vanished.ts';
import { type Define, onPolicies, reporting } from '../../command.ts';
import { deliver, type OutputOptions, styleOf } from '../../output.ts';
import { called, shown } from '../../paths.ts';
import { type OnPolicies, policiesOf } from '../../policies.ts';
import { exit, type World } from '../../world.ts';

export const define: Define = (command, world, done) => {
  onPolicies(reporting(command))
    .option('--head <hash>', 'the archive head, as printed on the current page or kept elsewhere')
    .action((options) => done(verifyVersions(options, world)));
};

interface VerifyOptions extends OnPolicies, OutputOptions {
  readonly head?: string;
}

/** `policyc archive verify`: 0 when every byte is what was released, 1 when not. */
function verifyVersions(options: VerifyOptions, world: World): number {
  const style = styleOf(world, options);
  const verified = policiesOf(options, world).map((policy) => {
    const report = verifyArchive(
      folderFiles(join(policy.folder, 'archive')),
      options.head === undefined ? {} : { head: options.head },
    );
    if (report.versions.length === 0 && report.problems.length === 0) requireNeverReleased(policy);
    const problems = report.problems.map((problem) => ({
      code: problem.code,
      version: problem.version ?? null,
      file: problem.file,
      ...messageOf(problem),
      where: whereIs(problem),
    }));
    return {
      path: shown(policy.folder, world),
      name: called(policy.folder, world),
      versions: report.versions.length,
      head: report.head ?? null,
      problems,
    };
  });
  const broken = verified.some(({ problems }) => problems.length > 0);
  if (options.format === 'json') {
    deliver(
      world,
      options,
      `${JSON.stringify({ format: 'policyc/verify-report@1', policies: verified.map(({ name: _, ...rest }) => rest) }, null, 2)}\n`,
    );
    return broken ? exit.findings : exit.fine;
  }
  const blocks = mapStrings(verified, escapeText).map(({ path, name, versions, head, problems }) => {
    const lines = problems.map(
      ({ code, version, file, reason, fix }) =>
        `${style.bold(path === '.' ? 'archive' : `${path}/archive`)}  ${style.red(code)}${version === null ? '' : `  version #${version}`}${file === '' ? '' : `  ${file}`}\n   ${reason}\n   ${fix}\n`,
    );
    const closing =
      problems.length > 0
        ? `${style.red(`${counted(problems.length, 'problem')} in the archive of ${name}.`)} Explain any of them: policyc explain ${problems[0]?.code}`
        : versions === 0
          ? `${name}: nothing has been released yet.`
          : `${style.green('Whole.')} ${counted(versions, 'version')} of ${name}, every byte as released. Head ${head}`;
    return [...lines, closing, ''].join('\n');
  });
  deliver(world, options, blocks.join('\n'));
  if (!broken && options.head === undefined && verified.some(({ versions }) => versions > 0)) {
    world.remark(
      'Versions cut off at the end cannot be seen from the archive alone: compare the head with one held elsewhere (--head HASH).\n',
    );
  }
  return broken ? exit.findings : exit.fine;
}
