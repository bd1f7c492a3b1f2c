import { join } from 'node:path';
import { folderFiles } from '../../../archive/disk.ts';
import { verifyArchive } from '../../../archive/verify.ts';
import { verifiedPolicy, verifyJson, verifyText } from '../../../report/archive-verify.ts';
import { ofAnotherPolicy } from '../../../revision/archive.ts';
import { diskInGit } from '../../../revision/disk-in-git.ts';
import { requireNeverReleased, requireNewest } from '../../../revision/vanished.ts';
import { type Define, onPaths, reporting, withPaths } from '../../command.ts';
import { deliver, type OutputOptions, styleOf } from '../../output.ts';
import { called, shown } from '../../paths.ts';
import { type OnPolicies, policiesOf } from '../../policies.ts';
import { exit, type World } from '../../world.ts';

export const define: Define = (command, world, done) => {
  onPaths(reporting(command))
    .option('--head <hash>', 'the head hash that you kept elsewhere, or that the current page shows')
    .action((paths, options) => done(verifyVersions(withPaths(paths, options), world)));
};

interface VerifyOptions extends OnPolicies, OutputOptions {
  readonly head?: string;
}

/** `policyc archive verify`: 0 when every byte is as it was released, else 1. */
function verifyVersions(options: VerifyOptions, world: World): number {
  const policies = policiesOf(options, world);
  requireNewest(policies.map(({ folder }) => folder));
  const verified = policies.map((policy) => {
    const report = verifyArchive(
      folderFiles(join(policy.folder, 'archive'), diskInGit),
      options.head === undefined ? {} : { head: options.head },
    );
    if (report.versions.length === 0 && report.problems.length === 0) requireNeverReleased(policy);
    const another = ofAnotherPolicy(policy.folder, report);
    const problems = another ? [...report.problems, another] : report.problems;
    return verifiedPolicy(shown(policy.folder, world), called(policy.folder, world), { ...report, problems });
  });
  const broken = verified.some(({ problems }) => problems.length > 0);
  const print = options.format === 'json' ? verifyJson : verifyText;
  deliver(world, options, print(verified, styleOf(world, options)));
  if (
    options.format !== 'json' &&
    !broken &&
    options.head === undefined &&
    verified.some(({ versions }) => versions > 0)
  ) {
    world.remark(
      'Versions cut off at the end cannot be seen from the archive alone: compare the head with one held elsewhere (--head HASH).\n',
    );
  }
  return broken ? exit.findings : exit.fine;
}
