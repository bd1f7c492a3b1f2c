import { join } from 'node:path';
import { Argument, Option } from 'commander';
import { folderFiles } from '../../archive/disk.ts';
import { escapeText } from '../../base/escape.ts';
import { cannot } from '../../base/failure.ts';
import { nearest } from '../../base/nearest.ts';
import type { Untold } from '../../export/export.ts';
import { type ExportFormat, exportAs, exportFormats, type Form } from '../../export/formats.ts';
import { productsOf } from '../../export/uses.ts';
import { loadEditionBackground } from '../../model/edition-background.ts';
import type { Policy } from '../../model/policy.ts';
import { verifiedRelease, versionNamed, versionsOn } from '../../revision/archive.ts';
import { workingRevision } from '../../revision/revision.ts';
import { requireNewest } from '../../revision/vanished.ts';
import type { PolicyFolder } from '../../revision/workspace-place.ts';
import { type Define, onPolicies } from '../command.ts';
import { deliver } from '../output.ts';
import { type OnPolicies, onePolicyOf } from '../policies.ts';
import { exit, type World } from '../world.ts';

const described = Object.entries(exportFormats).map(([name, { about }]) => `  ${name.padEnd(15)} ${about}`);

export const define: Define = (command, world, done) => {
  onPolicies(command)
    .addArgument(new Argument('<format>', 'the format').choices(Object.keys(exportFormats)))
    .argument('[policy]', 'the policy folder (default: the only one)')
    .option(
      '--version <version>',
      'current (the working tree), latest, a number, or a date on which it was in force',
      'current',
    )
    .addOption(
      new Option('--as <form>', 'the file type, for formats that have several').choices([
        ...['csv', 'html', 'json', 'markdown', 'plist'],
      ]),
    )
    .option('--product <name>', 'only what applies to one product')
    .option('--locale <locale>', 'the language of names and records')
    .option('-o, --output <file>', 'write it to a file')
    .addHelpText('after', `\nFormats:\n${described.join('\n')}\n`)
    .action(async (format, policy, options) => done(await exportPolicy(format, policy, options, world)));
};

interface ExportOptions extends OnPolicies {
  readonly version: string;
  readonly as?: Form;
  readonly product?: string;
  readonly locale?: string;
  readonly output?: string;
}

/** `policyc export FORMAT [policy]`: the facts in another tool's format, and which of its questions they leave open. */
async function exportPolicy(
  format: ExportFormat,
  path: string | undefined,
  options: ExportOptions,
  world: World,
): Promise<number> {
  const named = path === undefined ? options.policy : [path, ...options.policy];
  const { policy, published } = versionOf(onePolicyOf({ policy: named }, world), options.version);
  const locale = options.locale ?? policy.prevailing;
  if (!policy.locales.includes(locale))
    throw cannot('export-without-locale', { locale, known: policy.locales });
  const background = await loadEditionBackground(policy.edition);
  if (!background) throw new Error(`no background of edition ${policy.edition}`);
  const { product, output } = options;
  const products = productsOf(policy);
  if (product !== undefined && !products.includes(product))
    throw cannot('product-of-no-clause', { product, known: products, nearest: nearest(product, products) });
  const { text, untold } = exportAs(format, options.as, { policy, background, locale, product, published });
  deliver(world, { format, ...(output === undefined ? {} : { output }) }, text);
  world.remark(remarkOn(untold));
  return exit.fine;
}

function versionOf(
  folder: PolicyFolder,
  version: string,
): { readonly policy: Policy; readonly published?: string } {
  if (version === 'current') return workingRevision(folder);
  const files = folderFiles(join(folder.folder, 'archive'));
  const name = /^\d+$/.test(version) ? `#${version}` : version;
  requireNewest([folder.folder]);
  const { policy, manifest } = verifiedRelease(files, versionNamed(versionsOn(folder, files), name));
  return { policy, published: manifest.published };
}

/** What people have to fill in themselves, one line each. */
function remarkOn(untold: readonly Untold[]): string {
  if (untold.length === 0) return '';
  const lines = untold.map(({ about, because }) => `  ${escapeText(`${about}: ${because}`)}\n`);
  return `Left open, since the facts do not state it:\n${lines.join('')}`;
}
