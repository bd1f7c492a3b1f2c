import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { dateAt } from '../../base/date.ts';
import { plain } from '../../base/escape.ts';
import { cannot } from '../../base/failure.ts';
import { workspaceFile } from '../../base/workspace-file.ts';
import { isLanguage, languages, policyIdOf, policyKinds, utcOffsetIn } from '../../scaffold/answers.ts';
import { besides } from '../../scaffold/beside.ts';
import { newWorkspace } from '../../scaffold/workspace.ts';
import { besideHere, tellTaken } from '../beside.ts';
import { commaSeparated, type Define } from '../command.ts';
import { answersFor, besidesIn, type InitOptions } from '../init-answers.ts';
import { writeNewFiles } from '../new-files.ts';
import { fileIn, shown } from '../paths.ts';
import { leadsElsewhere } from '../stranger.ts';
import { exit, programName, type World } from '../world.ts';

export const define: Define = (command, world, done) => {
  command
    .argument('[folder]', 'where to write (default: this folder)')
    .option('--company <name>', 'the legal name of the company')
    .option('--country <code>', 'where it is established, as an ISO 3166 code (IE, CN)')
    .addOption(
      commaSeparated(
        '--locales <languages>',
        `the one that counts first, ${languages.join(' or ')}; then others, to be translated: en,de`,
      ),
    )
    .addOption(commaSeparated('--profile <names>', 'the legal profiles, such as eu-gdpr,cn-pipl'))
    .option('--kind <kind>', `the kind of example: ${policyKinds.join(', ')}`)
    .addOption(commaSeparated('--with <files>', `other files to write: ${besides.join(', ')}`))
    .option('-y, --yes', 'ask nothing, and use defaults')
    .action(async (folder, options) => done(await init(folder, options, world)));
};

/** `policyc init`: a workspace with a first policy, which can be checked, built and released as it stands. */
async function init(folder: string | undefined, options: InitOptions, world: World): Promise<number> {
  const root = resolve(world.cwd, folder ?? '.');
  if (leadsElsewhere(world.cwd, root)) throw cannot('init-in-the-way', { path: shown(root, world) });
  const isBegun = existsSync(join(root, workspaceFile));
  if (isBegun && isForMore(options)) return addBeside(root, options.with, world);
  // Nobody is asked six questions in vain.
  if (isBegun && options.yes !== true) throw cannot('init-in-the-way', { path: workspaceFile });
  const answers = await answersFor(options, world);
  const files = newWorkspace(answers);
  const beside = besideHere(root, answers.beside, `policies/${policyIdOf(answers.company)}`);
  const all = new Map([...files, ...beside.free.map((file) => [file.path, file.text] as const)]);
  writeNewFiles(root, all, beside);
  const path = shown(root, world);
  for (const file of all.keys()) world.out(plain`${fileIn(path, file)}\n`);
  tellTaken(root, beside, world);
  const program = programName(world);
  const today = dateAt(world.now(), utcOffsetIn(answers.country));
  world.remark(
    [
      'An example: make every line of it true before you release it.',
      `Next${path === '.' ? '' : plain`, in ${path}`}:`,
      `  ${program} check`,
      `  ${program} build --draft`,
      `  ${program} release --effective ${today}`,
      ...answers.locales.filter((one) => !isLanguage(one)).map((one) => `  ${program} locale export ${one}`),
      '',
    ].join('\n'),
  );
  return exit.fine;
}

/** Whether nothing is asked for but files beside a policy, which a workspace that is there can be given, too. */
function isForMore(options: InitOptions): options is InitOptions & { readonly with: string } {
  return (
    Object.keys(options).every((name) => name === 'with' || name === 'yes') && options.with !== undefined
  );
}

function addBeside(root: string, wanted: string, world: World): number {
  const beside = besideHere(root, besidesIn(wanted), 'policies/*');
  const all = new Map(beside.free.map(({ path, text }) => [path, text] as const));
  writeNewFiles(root, all, beside);
  for (const path of all.keys()) world.out(plain`${fileIn(shown(root, world), path)}\n`);
  tellTaken(root, beside, world);
  return exit.fine;
}
