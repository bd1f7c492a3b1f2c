import { join } from 'node:path';
import { Option } from 'commander';
import { folderFiles } from '../../../archive/disk.ts';
import { versionFolder } from '../../../archive/layout.ts';
import { cannot } from '../../../base/failure.ts';
import { verifiedRelease, versionNamed, versionsOn } from '../../../revision/archive.ts';
import { requireNewest } from '../../../revision/vanished.ts';
import { type Define, onPolicies, paperOption } from '../../command.ts';
import { deliver, deliverTexts } from '../../output.ts';
import type { Paper } from '../../paper.ts';
import { type OnPolicies, onePolicyOf } from '../../policies.ts';
import { exit, type World } from '../../world.ts';

export const define: Define = (command, world, done) => {
  onPolicies(command)
    .argument('<version>', 'latest, #3, or a date on which it was in force')
    .addOption(
      new Option('--format <format>', 'format of the text')
        .choices(['markdown', 'html', 'json', 'pdf'])
        .default('markdown'),
    )
    .option('--locale <locale>', 'the language (default: the prevailing one)')
    .option('-o, --output <file>', 'write to a file (required for a PDF)')
    .option('--browser <path>', 'for a PDF: the Chromium, Chrome or Edge to use (default: the one found)')
    .addOption(paperOption('for a PDF: the paper size'))
    .action(async (version, options) => done(await showVersion(version, options, world)));
};

interface ShowOptions extends OnPolicies {
  readonly format: 'markdown' | 'html' | 'json' | 'pdf';
  readonly output?: string;
  readonly browser?: string;
  readonly paper: Paper;
  readonly locale?: string;
}

const printedAs = { markdown: 'words', html: 'markup', json: 'json' } as const;

/** `policyc archive show VERSION`: the text of a version as it was released. */
async function showVersion(version: string, options: ShowOptions, world: World): Promise<number> {
  const policy = onePolicyOf(options, world);
  requireNewest([policy.folder]);
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
    pdf: `public/policy.${locale}.html`,
  };
  const bytes = files.read(`${versionFolder(release.manifest.sequence)}/${names[options.format]}`);
  if (!bytes) throw cannot('version-lacks-file', { file: names[options.format] });
  const text = new TextDecoder().decode(bytes);
  if (options.format !== 'pdf') deliverTexts(world, options, text, printedAs[options.format]);
  else if (options.output === undefined)
    throw cannot('format-needs-file', { option: '--output', format: 'pdf' });
  else {
    const { findBrowser, printPage } = await import('../../browser.ts');
    const browser = findBrowser(options.browser, world);
    deliver(
      world,
      options,
      await printPage({ browser, paper: options.paper }, text, release.manifest.published),
    );
  }
  return exit.fine;
}
