import { Command } from 'commander';
import { escapeLines } from '../base/escape.ts';
import type { Define } from './command.ts';
import type { World } from './world.ts';

/** What a command is for, and what loads it when it runs; or the commands below its name. */
interface Commands {
  readonly [name: string]: readonly [summary: string, runs: Load | Commands];
}

type Load = () => Promise<{ readonly define: Define }>;

const commands: Commands = {
  init: ['write an example policy and its workspace', () => import('./commands/init.ts')],
  import: [
    'turn an existing policy (Markdown, HTML or text) into a policy folder',
    () => import('./commands/import.ts'),
  ],
  check: ['check schema, references and consistency of your policies', () => import('./commands/check.ts')],
  diff: [
    'show what changed in meaning, and whether a change note covers it',
    () => import('./commands/diff.ts'),
  ],
  note: ['write the missing change notes, for you to fill in', () => import('./commands/note.ts')],
  release: [
    'freeze the working tree as the next version, in one step or not at all',
    () => import('./commands/release.ts'),
  ],
  build: ['render the site from the archive', () => import('./commands/build.ts')],
  archive: [
    'released versions: list, show, verify, record, adopt, follow',
    {
      list: [
        'list released versions with their dates and status',
        () => import('./commands/archive/list.ts'),
      ],
      show: ['print the text of a version', () => import('./commands/archive/show.ts')],
      verify: [
        'verify the hash of every file and the chain of versions',
        () => import('./commands/archive/verify.ts'),
      ],
      record: ['record that the notice of a version was sent', () => import('./commands/archive/record.ts')],
      adopt: [
        'add a version that was published before, as the document it was',
        () => import('./commands/archive/adopt.ts'),
      ],
      follow: [
        'when two branches released: keep the versions of REF and reopen yours as changes',
        () => import('./commands/archive/follow.ts'),
      ],
    },
  ],
  locale: [
    'translations: their state, and export to and import from translators',
    {
      status: [
        'show which translations are missing or stale; exit code 1 if any are',
        () => import('./commands/locale/status.ts'),
      ],
      accept: ['mark stale translations as still right', () => import('./commands/locale/accept.ts')],
      export: [
        'export texts and their translations for a translator',
        () => import('./commands/locale/export.ts'),
      ],
      import: [
        'import into locales/ what a translator sent back, or a translation that was published',
        () => import('./commands/locale/import.ts'),
      ],
      words: [
        'write a file for the labels of pages in a language, with the English beside them',
        () => import('./commands/locale/words.ts'),
      ],
    },
  ],
  register: [
    'registers: lists of companies, SDKs and cookies',
    {
      import: [
        'merge a CSV of vendors, the SDKs of a lock file or a Global Vendor List into a register',
        () => import('./commands/register/import.ts'),
      ],
    },
  ],
  explain: [
    'explain a diagnostic, a kind of change or an id, or list ids',
    () => import('./commands/explain.ts'),
  ],
  drift: [
    'compare the code of a product (permissions, SDKs, cookies) with the policy',
    () => import('./commands/drift.ts'),
  ],
  export: [
    'export the facts: app store forms, records of processing, JSON-LD, gpc.json',
    () => import('./commands/export.ts'),
  ],
  find: [
    'find ids of the taxonomy by what things are called, in any language',
    () => import('./commands/find.ts'),
  ],
  rules: [
    'list the lint rules with their severity in this workspace, and what sets it',
    () => import('./commands/rules.ts'),
  ],
  lsp: ['run a language server for editors', () => import('./commands/lsp.ts')],
  completion: ['print a completion script for bash, zsh or fish', () => import('./commands/completion.ts')],
  schema: ['print the JSON Schema of an input file or a report', () => import('./commands/schema.ts')],
};

/** The command that needs the options of all others. */
const tellsOfAll = 'completion';

const exits = `
policyc help COMMAND: the options of a command.
--cwd FOLDER: run as if started in that folder, for hooks and CI.
--config FILE: use this policyc.yaml, and run as if started beside it.
Guides, tutorial.md and importing.md first: node_modules/policyc/docs.
Exit codes: 0 nothing found, 1 findings, 2 could not do its work, 3 a bug in policyc.`;

/**
 * Rewrites arguments: `policyc help COMMAND` becomes `policyc COMMAND --help`; help on an unknown command becomes that
 * command, whose error is reported. -V, once short for --version, still works.
 */
export function spelledOut(args: readonly string[]): readonly string[] {
  const [first, ...rest] = args;
  if (first === '-V') return ['--version', ...rest];
  const at = args.indexOf('help');
  const said = at === 0 || (at === 1 && isGroup(first)) ? [...args.toSpliced(at, 1), '--help'] : args;
  return isThere(said, commands) ? said : said.filter((arg) => arg !== '--help' && arg !== '-h');
}

/** The commands of groups that have a name which no command has: `archive verify` for `verify`. */
function namedBelow(name: string): readonly string[] {
  if (Object.hasOwn(commands, name)) return [];
  return Object.entries(commands).flatMap(([group, [, runs]]) =>
    typeof runs === 'object' && Object.hasOwn(runs, name) ? [`${group} ${name}`] : [],
  );
}

function isGroup(name = ''): boolean {
  return typeof runBy(name, commands) === 'object';
}

function runBy(name: string, entries: Commands): Load | Commands | undefined {
  return Object.hasOwn(entries, name) ? entries[name]?.[1] : undefined;
}

function isThere([first, ...rest]: readonly string[], entries: Commands): boolean {
  if (first === undefined || first.startsWith('-')) return true;
  const runs = runBy(first, entries);
  return typeof runs === 'object' ? isThere(rest, runs) : runs !== undefined;
}

/** The program with all commands by name. Only the command that the arguments call is loaded. */
export async function makeProgram(
  args: readonly string[],
  world: World,
  done: (code: number) => void,
): Promise<Command> {
  const below = namedBelow(args[0] ?? '');
  const program = new Command('policyc')
    .description('A compiler for privacy policies: check, compare by meaning, release, publish.')
    .version(world.version, '-v, --version')
    .helpCommand(false)
    // `export --version 3` is an option of that command; before any other, it is that of the program.
    .enablePositionalOptions(args[0] === 'export')
    .addHelpText('after', exits)
    .showSuggestionAfterError(below.length === 0)
    .showHelpAfterError(
      `${below.length === 0 ? '' : `(Did you mean ${below.join(' or ')}?)\n`}policyc help lists the commands, policyc help COMMAND the options of one.`,
    )
    .configureOutput({ writeOut: world.out, writeErr: (text) => world.remark(escapeLines(text)) })
    .exitOverride();
  const called = new Set(calledBy(args, commands));
  await addTo(program, commands);
  return program;

  async function addTo(parent: Command, entries: Commands): Promise<void> {
    for (const [name, [summary, runs]] of Object.entries(entries)) {
      const command = parent.command(name).description(summary);
      if (typeof runs === 'object') await addTo(command.helpCommand(false), runs);
      else if (called.has(runs)) (await runs()).define(command, world, done);
    }
  }
}

/** The command that the arguments call; all of them when there is none, for the help that lists them. */
function calledBy([first = '', ...rest]: readonly string[], entries: Commands): readonly Load[] {
  if (first === '--version' || first === '-v') return [];
  const runs = runBy(first, entries);
  const isHelp = rest.includes('--help') || rest.includes('-h');
  if (!runs || (first === tellsOfAll && !isHelp)) return allIn(entries);
  return typeof runs === 'object' ? calledBy(rest, runs) : [runs];
}

function allIn(entries: Commands): readonly Load[] {
  return Object.values(entries).flatMap(([, runs]) => (typeof runs === 'object' ? allIn(runs) : [runs]));
}
