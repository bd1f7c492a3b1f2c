import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { plain } from '../../base/escape.ts';
import { cannot } from '../../base/failure.ts';
import { limits } from '../../base/limits.ts';
import { schemaLine } from '../../model/schema-line.ts';
import { counted } from '../../report/counted.ts';
import { rootAbove, workspaceFile } from '../../revision/workspace-place.ts';
import { policyIdOf } from '../../scaffold/answers.ts';
import { besides } from '../../scaffold/beside.ts';
import type { Import } from '../../scaffold/imported/import.ts';
import { sortsNamed } from '../../scaffold/imported/named.ts';
import { withPolicy } from '../../scaffold/listed-policy.ts';
import { newWorkspaceFile } from '../../scaffold/workspace.ts';
import { largestFile } from '../../snapshot/allowance.ts';
import { readRegularFile } from '../../snapshot/read-file.ts';
import { meantBy } from '../../words/languages.ts';
import { besideHere, tellTaken } from '../beside.ts';
import { commaSeparated, type Define } from '../command.ts';
import { type ImportedFile, importFile } from '../import-source.ts';
import { besidesIn } from '../init-answers.ts';
import { writeNewFiles } from '../new-files.ts';
import { fileIn, shown } from '../paths.ts';
import { replaceFiles } from '../replace-files.ts';
import { textRead } from '../unreadable.ts';
import { exit, programName, type World } from '../world.ts';

export const define: Define = (command, world, done) => {
  command
    .argument('<file>', 'the existing policy: .md, .html or .txt')
    .argument('[folder]', 'the policy folder to write (default: policies/ID)')
    .option('--company <name>', 'the legal name of the company (default: the one the text names most)')
    .option('--locale <language>', 'its language, such as en or zh-CN (default: detected)')
    .option('--id <id>', 'the id of the policy (default: made from the title)')
    .addOption(commaSeparated('--with <files>', `other files to write, as in init: ${besides.join(', ')}`))
    .action((file, folder, options) => done(importPolicy(file, folder, options, world)));
};

interface ImportOptions {
  readonly company?: string;
  readonly locale?: string;
  readonly id?: string;
  readonly with?: string;
}

/** `policyc import`: a document becomes a policy folder of statements, with remarks on what they seem to name. */
function importPolicy(
  file: string,
  folder: string | undefined,
  options: ImportOptions,
  world: World,
): number {
  requireForm('--id', options.id, /^[a-z0-9]+(-[a-z0-9]+)*$/);
  requireForm('--locale', options.locale, /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/);
  const wanted = besidesIn(options.with ?? 'none');
  const id = options.id ?? (options.company === undefined ? undefined : policyIdOf(options.company));
  const imported = importFile(file, { ...options, ...(id === undefined ? {} : { id }) }, world);
  const root = rootAbove(world.cwd) ?? world.cwd;
  const path = pathInside(root, folder ?? join(root, 'policies', imported.head.id), world);
  const files = new Map(
    [...imported.files].map(([name, text]) => [fileIn(path, name), schemaLine(path, name) + text]),
  );
  const workspace = join(root, workspaceFile);
  const isNew = !existsSync(workspace);
  if (isNew) files.set(workspaceFile, newWorkspaceFile(path));
  const listed = isNew ? undefined : withPolicy(workspaceText(workspace), path);
  const beside = besideHere(root, wanted, path);
  for (const file of beside.free) files.set(file.path, file.text);
  writeNewFiles(root, files, {
    programs: beside.programs,
    finish: () => {
      if (listed !== undefined) replaceFiles(root, new Map([[workspaceFile, listed]]));
    },
  });
  const top = shown(root, world);
  for (const name of files.keys()) world.out(plain`${fileIn(top, name)}\n`);
  tellTaken(root, beside, world);
  if (wanted.length > 0 && !path.startsWith('policies/'))
    world.remark(plain`What was asked for with --with speaks of policies/: put ${path} in its place.\n`);
  world.remark(
    remarksOn(imported, path, top, {
      program: programName(world),
      isListed: isNew || listed !== undefined,
      isCompanyGiven: options.company !== undefined,
    }),
  );
  return exit.fine;
}

/** The path of a folder below the root. */
function pathInside(root: string, folder: string, world: World): string {
  const path = shown(resolve(world.cwd, folder), { cwd: root });
  if (path.startsWith('..')) throw cannot('import-outside', { folder, root: shown(root, world) });
  return path;
}

function workspaceText(path: string): string {
  const content = readRegularFile(path, largestFile);
  if (content === undefined) throw cannot('document-missing', { text: workspaceFile });
  return textRead(workspaceFile, content);
}

function requireForm(option: string, value: string | undefined, form: RegExp): void {
  const meant = option === '--locale' ? meantBy(value ?? '') : undefined;
  if (value !== undefined && !form.test(value)) throw cannot('import-id-unfit', { option, value, meant });
}

function companyRemark({ head: { company, owner } }: Import): string {
  if (!owner)
    return 'The text does not say which company it is of: put its legal name into policy.yaml, or import with --company.';
  if (owner.guessedBy === undefined)
    return plain`The company is taken to be ${company}: see parties in policy.yaml.`;
  return owner.guessedBy === company
    ? plain`A guess to confirm: the policy may be that of ${company}, which its beginning names. Put the legal name of its company into policy.yaml, or import with --company.`
    : plain`A guess to confirm: the policy seems to be that of ${company}, since it says “${owner.guessedBy}”. Put its legal name into policy.yaml, or import with --company.`;
}

function remarksOn(
  imported: ImportedFile,
  path: string,
  root: string,
  {
    program,
    isListed,
    isCompanyGiven,
  }: { readonly program: string; readonly isListed: boolean; readonly isCompanyGiven: boolean },
): string {
  const { head, statements, registers, seems, told, broken } = imported;
  const named = seems.flat();
  const said = [...new Set(named.map(({ what }) => what))].map((sort) => {
    const { size } = new Set(named.flatMap(({ what, is }) => (what === sort ? [is] : [])));
    const called: readonly [one: string, many?: string] = sortsNamed[sort];
    return counted(size, ...called);
  });
  return [
    plain`${counted(statements, 'statement')}${registers === 0 ? '' : ` and ${counted(registers, 'register')}`}, in ${head.locale}, every word as it was${told === '' ? '.' : ', but for:'}`,
    ...(told === '' ? [] : [told.trimEnd()]),
    ...(imported.isDense
      ? [
          `Paragraphs below one heading are one statement: each by itself, they are more than the ${limits.clauses} clauses that a policy may have.`,
        ]
      : []),
    ...(said.length === 0
      ? []
      : [
          plain`Above each, as a comment, what it seems to name: ${said.join(', ')}. Turn them into facts one by one: docs/importing.md of policyc.`,
        ]),
    ...(broken === 0
      ? []
      : [
          `The check finds ${counted(broken, 'error')} in what it says, such as two sentences of which one only can be so: mend that before a release.`,
        ]),
    ...(imported.wordsLacking === 0
      ? []
      : [
          plain`policyc has no words for ${head.locale}: words/${head.locale}.yaml has ${counted(imported.wordsLacking, 'text')} of pages to fill in, with the English beside each. Until then no page can be built.`,
        ]),
    ...(imported.alsoIn === undefined
      ? []
      : [
          `A part of it seems to be in ${imported.alsoIn}. A policy is written in one language, and others are translations of it: take that part out, and add it under locales/ (docs/translating.md).`,
        ]),
    ...(isCompanyGiven ? [] : [companyRemark(imported)]),
    ...(isListed ? [] : [plain`Add ${path} to policies in ${workspaceFile}.`]),
    `Next${root === '.' ? '' : plain`, in ${root}`}:`,
    plain`  ${program} check ${path}`,
    ...(imported.wordsLacking === 0 ? [`  ${program} build --draft`] : []),
    `  ${program} archive adopt OLD.md --effective DATE   (earlier versions, if there are any, oldest first)`,
    '',
  ].join('\n');
}
