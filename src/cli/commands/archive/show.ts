import { join } from 'node:path';
import { Option } from 'commander';
import { folderFiles } from '../../../archive/disk.ts';
import { cannot } from '../../../base/failure.ts';
import { verifiedRelease, versionNamed, versionsOn } from '../../../revision/archive.ts';
import { type Define, onPolicies } from '../../command.ts';
import { type OnPolicies, onePolicyOf } from '../../policies.ts';
import { exit, type World } from '../../world.ts';

export const define: Define = (command, world, done) => {
  onPolicies(command)
    .argument('<version>', 'latest, #3, or a date on which it was in force')
    .addOption(
      new Option('--format <format>', 'what to print')
        .choices(['markdown', 'html', 'json'])
        .default('markdown'),
    )
    .option('--locale <locale>', 'in which language')
    .action((version, options) => done(showVersion(version, options, world)));
};

interface ShowOptions extends OnPolicies {
  readonly format: 'markdown' | 'html' | 'json';
  readonly locale?: string;
}

/** `policyc archive show VERSION`: the text of a version, as it was frozen. */
function showVersion(version: string, options: ShowOptions, world: World): number {
  const policy = onePolicyOf(options, world);
  const files = folderFiles(join(policy.folder, 'archive'));
  const release = verifiedRelease(files, versionNamed(versionsOn(policy, files), version));
  const locale = options.locale ?? release.policy.prevailing;
  const known = release.policy.locales;
  if (!known.includes(locale))
    throw cannot('version-without-locale', { version: release.manifest.sequence, locale, known });
  const names = {
    markdown: `public/policy.${locale}.md`,
    html: `public/policy.${locale}.html`,
    json: 'public/policy.json',
  };
  const bytes = files.read(`${String(release.manifest.sequence).padStart(4, '0')}/${names[options.format]}`);
  if (!bytes) throw cannot('version-lacks-file', { file: names[options.format] });
  world.out(new TextDecoder().decode(bytes));
  return exit.fine;
}
