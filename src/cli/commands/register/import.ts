import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { plain, unobeyed } from '../../../base/escape.ts';
import { cannot } from '../../../base/failure.ts';
import { jsonIn } from '../../../base/json.ts';
import { isPointer } from '../../../base/lfs-pointer.ts';
import { limits } from '../../../base/limits.ts';
import { why } from '../../../base/messages-why.ts';
import { pathBelow } from '../../../base/real-place.ts';
import type { Edition } from '../../../model/edition.ts';
import { entryFields } from '../../../model/kinds/any-clause.ts';
import type { Term } from '../../../model/policy.ts';
import { fitting, type Read } from '../../../registers/entry.ts';
import { isVendorList, readVendorList } from '../../../registers/iab.ts';
import { packagesIn, readPackages } from '../../../registers/lock-file.ts';
import { type Merged, mergeRegister } from '../../../registers/merge.ts';
import { mergeYamlRegister } from '../../../registers/merge-yaml.ts';
import { type Lookup, readVendorCsv } from '../../../registers/vendor-csv.ts';
import { readRegularFile } from '../../../snapshot/read-file.ts';
import { countryCalled } from '../../../words/country-called.ts';
import { commaSeparated, type Define } from '../../command.ts';
import { dateOrToday } from '../../dates.ts';
import { editionIn } from '../../own-terms.ts';
import { replaceFiles } from '../../replace-files.ts';
import { leadsElsewhere } from '../../stranger.ts';
import { textRead, unreadable } from '../../unreadable.ts';
import { exit, type World } from '../../world.ts';

export const define: Define = (command, world, done) => {
  command
    .argument(
      '<file>',
      'a table of vendors (CSV), a lock file (npm, yarn, pnpm, CocoaPods, Gradle, Swift, Dart), or a Global Vendor List (JSON)',
    )
    .option('--to <register>', 'the register (.csv or .yaml) to merge into (default: print a CSV)')
    .addOption(
      commaSeparated('--vendors <numbers>', 'for a Global Vendor List: vendor numbers, separated by commas'),
    )
    .option('--ended <date>', 'set the last day of entries missing from the file (YYYY-MM-DD)')
    .action(async (file, options) => done(await registerImport(file, options, world)));
};

interface ImportOptions {
  readonly to?: string;
  readonly vendors?: string;
  readonly ended?: string;
}

/** `policyc register import`: merges entries from another tool's list into a register, by id. */
async function registerImport(file: string, options: ImportOptions, world: World): Promise<number> {
  const { to, ended } = options;
  if (to !== undefined && !/\.(?:csv|ya?ml)$/.test(to)) throw cannot('register-not-csv', { file: to });
  const day = ended === undefined ? undefined : dateOrToday(ended, '--ended', 'Z', world);
  const text = textOf(file, world);
  if (text === undefined) throw cannot('document-missing', { text: file });
  const chosen = (options.vendors ?? '').split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
  const found = await readAny(file, text, chosen, world.cwd);
  if (!found) throw cannot('register-source-unknown', { file });
  const read = fitting(found);
  const columns = Object.keys(entryFields('recipient.listed'));
  const register = to === undefined ? undefined : textOf(to, world);
  const merged =
    to === undefined || to.endsWith('.csv')
      ? mergeRegister(register, read.entries, columns, day)
      : mergeYamlRegister(register, read.entries, day);
  if (!merged) throw cannot('register-not-csv', { file: to ?? file });
  if (to === undefined) world.out(unobeyed(merged.text, 'words'));
  else writeRegister(to, merged.text, world);
  tell(file, read, merged, world);
  return exit.fine;
}

function writeRegister(file: string, text: string, { cwd }: World): void {
  const path = resolve(cwd, file);
  if (leadsElsewhere(cwd, path)) throw cannot('locale-path-irregular', { path: file, wanted: 'file' });
  // A first register is often the first file of its folder.
  let folder = dirname(path);
  while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder);
  replaceFiles(folder, new Map([[pathBelow(folder, path), text]]));
}

/** The entries of a file; undefined when it is no list. Throws `CannotWork` when chosen vendors are not in it. */
async function readAny(
  file: string,
  text: string,
  chosen: readonly string[],
  folder: string,
): Promise<Read | undefined> {
  const packages = packagesIn(file.replaceAll('\\', '/'), text);
  const json = packages ? undefined : jsonIn(text);
  if (isVendorList(json)) {
    const vendors = chosen.filter((number) => !Object.hasOwn(json.vendors, number));
    if (vendors.length > 0) throw cannot('vendors-unknown', { file, vendors });
    return readVendorList(json, chosen);
  }
  if (chosen.length > 0) throw cannot('vendors-of-no-list', { file });
  if (packages) return readPackages(packages);
  if (json !== undefined) return undefined;
  return readVendorCsv(text, lookupIn((await editionIn(folder)).edition));
}

function textOf(file: string, world: World): string | undefined {
  const content = readRegularFile(resolve(world.cwd, file), limits.importedBytes);
  if (content === undefined) return undefined;
  const text = textRead(file, content);
  if (isPointer(text)) throw unreadable(file, why('pointer'));
  return text;
}

/** Only exact names: a guess would be published as a fact. */
function lookupIn(edition: Edition): Lookup {
  const small = (name: string): string => name.trim().toLowerCase();
  const terms = (table: ReadonlyMap<string, Term>): ReadonlyMap<string, string> =>
    new Map(
      [...table].flatMap(([id, { label }]) =>
        [id, ...Object.values(label)].map((name) => [small(name), id] as const),
      ),
    );
  const [data, purposes] = [terms(edition.data), terms(edition.purposes)];
  return {
    country: countryCalled,
    data: (name) => data.get(small(name)),
    purpose: (name) => purposes.get(small(name)),
  };
}

const most = 20;
const cut = (text: string): string =>
  text.length > 100 ? `${[...text.slice(0, 200)].slice(0, 100).join('')}…` : text;

function tell(file: string, { entries, leftOut, columns = [] }: Read, merged: Merged, world: World): void {
  const say = (what: string, ids: readonly string[]): void => {
    if (ids.length > 0)
      world.remark(plain`${what}: ${ids.slice(0, most).join(', ')}${ids.length > most ? ' …' : ''}\n`);
  };
  if (entries.length === 0) world.remark(plain`${file} names nothing that a register would list.\n`);
  say('New', merged.added);
  say('Changed', merged.changed);
  say('Not in the file', merged.missing);
  say('Columns that no field is for', columns);
  for (const { entry, field, value } of leftOut.slice(0, most)) {
    const how = field === 'purposes' ? 'Taken as words alone' : 'Left out';
    const then = value.length > limits.nameLength ? 'It is too long.' : 'policyc find looks for an id.';
    world.remark(plain`${how}: ${field} of ${cut(entry)}, “${cut(value)}”. ${then}\n`);
  }
  if (leftOut.length > most) world.remark(`${leftOut.length - most} more were left out.\n`);
}
