import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Option } from 'commander';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { escapeText } from '../../base/escape.ts';
import { cannot } from '../../base/failure.ts';
import { shortened } from '../../base/shortened.ts';
import { driftOf } from '../../drift/compare.ts';
import { compileFiles } from '../../model/compiled.ts';
import { loadEditionBackground } from '../../model/edition-background.ts';
import { checkReport } from '../../report/check-report.ts';
import { isPolicyFolderPath } from '../../revision/policy-paths.ts';
import { readFolder } from '../../snapshot/folder.ts';
import { fromRepository } from '../../snapshot/repository.ts';
import { readCode } from '../code-files.ts';
import { type Define, onPolicies, reportingFindings } from '../command.ts';
import { deliverReport, type FindingsOptions } from '../output.ts';
import { fileIn, shown } from '../paths.ts';
import { type OnPolicies, onePolicyOf } from '../policies.ts';
import { exit, type World } from '../world.ts';

export const define: Define = (command, world, done) => {
  onPolicies(reportingFindings(command))
    .argument('[path]', 'the folder with the code of the product (default: this folder)')
    .addOption(
      new Option('--fail-on <severity>', 'lowest severity that exits with 1')
        .choices(['warning', 'info'])
        .default('warning'),
    )
    .action(async (path, options) => done(await drift(path, options, world)));
};

interface DriftOptions extends FindingsOptions, OnPolicies {
  readonly failOn: 'warning' | 'info';
}

/** Prefix for files of the code: no file of a policy has such a name. */
const inCode = 'code:';

/** `policyc drift`: what the code of a product declares and the policy does not, and the other way round. */
async function drift(path: string | undefined, options: DriftOptions, world: World): Promise<number> {
  const policy = onePolicyOf(options, world);
  const folder = resolve(world.cwd, path ?? '.');
  if (!existsSync(folder)) throw cannot('path-missing', { path: path ?? '.' });
  if (!statSync(folder).isDirectory()) throw cannot('code-no-folder', { path: path ?? '.' });
  const snapshot = readFolder(policy.folder, isPolicyFolderPath);
  const compiled = compileFiles(snapshot).policy;
  if (!compiled) throw cannot('code-without-policy', { path: shown(policy.folder, world) });
  const background = await loadEditionBackground(compiled.edition);
  if (!background) throw new Error(`no background of edition ${compiled.edition}`);
  const { found, texts, unread, broken } = readCode(folder);
  if (texts.size === broken.length) throw cannot('code-says-nothing', { path: path ?? '.', broken });
  const { undeclared, notFound, unknown } = driftOf(compiled, found, background);
  const placed = undeclared.map(
    (one): Diagnostic => ({ ...one, place: { ...one.place, file: `${inCode}${one.place.file}` } }),
  );
  const clauses = compiled.structure.filter(({ relation }) => relation === 'clause').length;
  const { id, locales } = compiled;
  const checked = {
    path: shown(policy.folder, world),
    policy: { id, locales, clauses },
    problems: [...placed, ...notFound],
    fileIn: (file: string) =>
      file.startsWith(inCode)
        ? fileIn(shown(folder, world), file.slice(inCode.length))
        : fileIn(shown(policy.folder, world), file),
    textOf: (file: string) =>
      file.startsWith(inCode) ? texts.get(file.slice(inCode.length)) : snapshot.files.get(file)?.text,
  };
  const report = { ...checkReport([checked], fromRepository(world.cwd)), command: 'drift' as const };
  await deliverReport(world, options, report);
  const read = [...texts.keys()].filter((file) => !broken.includes(file));
  world.remark(remarkOn({ read, unread, broken, unknown }));
  const counted = options.failOn === 'info' ? checked.problems : placed;
  return counted.length > 0 ? exit.findings : exit.fine;
}

/** Which files were read, which were not, and which could not be understood. */
function remarkOn(files: {
  readonly read: readonly string[];
  readonly unread: readonly string[];
  readonly broken: readonly string[];
  readonly unknown: readonly string[];
}): string {
  const { read, unread, broken, unknown } = files;
  return [
    `Read: ${someOf(read)}.`,
    ...(unread.length === 0
      ? []
      : [`Not read, for all files together are more than 32 MiB: ${someOf(unread)}.`]),
    ...(broken.length === 0
      ? []
      : [`Not read, for it is no JSON: ${someOf(broken)}. Make or record it again.`]),
    ...(unknown.length === 0 ? [] : [`Not compared, since nothing is known of them: ${unknown.join(', ')}.`]),
  ]
    .map((line) => `${escapeText(line)}\n`)
    .join('');
}

/** A few of many files: a repository may have hundreds. */
function someOf(files: readonly string[]): string {
  return shortened(files, 20);
}
