import { Command } from 'commander';
import { escapeLines } from '../base/escape.ts';
import type { Define } from './command.ts';
import type { World } from './world.ts';

/** A command by name and purpose; the rest is loaded when it runs. */
interface Entry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<{ readonly define: Define }>;
  /** It needs the options of all other commands. */
  readonly tellsOfAll?: true;
}

interface Group {
  readonly name: string;
  readonly summary: string;
  readonly commands: readonly Entry[];
}

const commands: readonly (Entry | Group)[] = [
  {
    name: 'init',
    summary: 'write an example policy and its workspace',
    load: () => import('./commands/init.ts'),
  },
  {
    name: 'import',
    summary: 'turn an existing policy (Markdown, HTML or text) into a policy folder',
    load: () => import('./commands/import.ts'),
  },
  {
    name: 'check',
    summary: 'check schema, references and consistency of your policies',
    load: () => import('./commands/check.ts'),
  },
  {
    name: 'diff',
    summary: 'show what changed in meaning, and whether a change note covers it',
    load: () => import('./commands/diff.ts'),
  },
  {
    name: 'note',
    summary: 'write the missing change notes, for you to fill in',
    load: () => import('./commands/note.ts'),
  },
  {
    name: 'release',
    summary: 'freeze the working tree as the next version, in one step or not at all',
    load: () => import('./commands/release.ts'),
  },
  {
    name: 'build',
    summary: 'render the site from the archive',
    load: () => import('./commands/build.ts'),
  },
  {
    name: 'archive',
    summary: 'released versions: list, show, verify, record, adopt, follow',
    commands: [
      {
        name: 'list',
        summary: 'list released versions with their dates and status',
        load: () => import('./commands/archive/list.ts'),
      },
      {
        name: 'show',
        summary: 'print the text of a version',
        load: () => import('./commands/archive/show.ts'),
      },
      {
        name: 'verify',
        summary: 'verify the hash of every file and the chain of versions',
        load: () => import('./commands/archive/verify.ts'),
      },
      {
        name: 'record',
        summary: 'record that the notice of a version was sent',
        load: () => import('./commands/archive/record.ts'),
      },
      {
        name: 'adopt',
        summary: 'add a version that was published before, as the document it was',
        load: () => import('./commands/archive/adopt.ts'),
      },
      {
        name: 'follow',
        summary: 'when two branches released: keep the versions of REF and reopen yours as changes',
        load: () => import('./commands/archive/follow.ts'),
      },
    ],
  },
  {
    name: 'locale',
    summary: 'translations: their state, and export to and import from translators',
    commands: [
      {
        name: 'status',
        summary: 'show which translations are missing or stale; exit code 1 if any are',
        load: () => import('./commands/locale/status.ts'),
      },
      {
        name: 'accept',
        summary: 'mark stale translations as still right',
        load: () => import('./commands/locale/accept.ts'),
      },
      {
        name: 'export',
        summary: 'export texts and their translations for a translator',
        load: () => import('./commands/locale/export.ts'),
      },
      {
        name: 'import',
        summary: 'import what a translator sent back into locales/',
        load: () => import('./commands/locale/import.ts'),
      },
      {
        name: 'words',
        summary: 'write a file for the labels of pages in a language, with the English beside them',
        load: () => import('./commands/locale/words.ts'),
      },
    ],
  },
  {
    name: 'register',
    summary: 'registers: lists of companies, SDKs and cookies',
    commands: [
      {
        name: 'import',
        summary: 'merge a CSV of vendors, the SDKs of a lock file or a Global Vendor List into a register',
        load: () => import('./commands/register/import.ts'),
      },
    ],
  },
  {
    name: 'explain',
    summary: 'explain a diagnostic, a kind of change or an id, or list ids',
    load: () => import('./commands/explain.ts'),
  },
  {
    name: 'drift',
    summary: 'compare the code of a product (permissions, SDKs, cookies) with the policy',
    load: () => import('./commands/drift.ts'),
  },
  {
    name: 'export',
    summary: 'export the facts: app store forms, records of processing, JSON-LD, gpc.json',
    load: () => import('./commands/export.ts'),
  },
  {
    name: 'find',
    summary: 'find ids of the taxonomy by what things are called, in any language',
    load: () => import('./commands/find.ts'),
  },
  {
    name: 'rules',
    summary: 'list the lint rules with their severity in this workspace, and what sets it',
    load: () => import('./commands/rules.ts'),
  },
  {
    name: 'lsp',
    summary: 'run a language server for editors',
    load: () => import('./commands/lsp.ts'),
  },
  {
    name: 'completion',
    summary: 'print a completion script for bash, zsh or fish',
    load: () => import('./commands/completion.ts'),
    tellsOfAll: true,
  },
  {
    name: 'schema',
    summary: 'print the JSON Schema of an input file or a report',
    load: () => import('./commands/schema.ts'),
  },
];

const exits = `
policyc help COMMAND: the options of a command.
--cwd FOLDER: run as if started in that folder, for hooks and CI.
--config FILE: use this policyc.yaml, and run as if started beside it.
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

function isGroup(name: string | undefined): boolean {
  return commands.some((entry) => entry.name === name && 'commands' in entry);
}

function isThere([first, ...rest]: readonly string[], entries: readonly (Entry | Group)[]): boolean {
  if (first === undefined || first.startsWith('-')) return true;
  const entry = entries.find(({ name }) => name === first);
  return entry !== undefined && (!('commands' in entry) || isThere(rest, entry.commands));
}

/** The program with all commands by name. Only the command that the arguments call is loaded. */
export async function makeProgram(
  args: readonly string[],
  world: World,
  done: (code: number) => void,
): Promise<Command> {
  const program = new Command('policyc')
    .description('A compiler for privacy policies: check, compare by meaning, release, publish.')
    .version(world.version, '-v, --version')
    .helpCommand(false)
    // `export --version 3` is an option of that command; before any other, it is that of the program.
    .enablePositionalOptions(args[0] === 'export')
    .addHelpText('after', exits)
    .showHelpAfterError('policyc help lists the commands, policyc help COMMAND the options of one.')
    .configureOutput({ writeOut: world.out, writeErr: (text) => world.remark(escapeLines(text)) })
    .exitOverride();
  const called = new Set(calledBy(args, commands));
  await addTo(program, commands);
  return program;

  async function addTo(parent: Command, entries: readonly (Entry | Group)[]): Promise<void> {
    for (const entry of entries) {
      const command = parent.command(entry.name).description(entry.summary);
      if ('commands' in entry) await addTo(command.helpCommand(false), entry.commands);
      else if (called.has(entry)) (await entry.load()).define(command, world, done);
    }
  }
}

/** The command that the arguments call; all of them when there is none, for the help that lists them. */
function calledBy(args: readonly string[], entries: readonly (Entry | Group)[]): readonly Entry[] {
  const [first = '', ...rest] = args;
  if (first === '--version' || first === '-v') return [];
  const entry = entries.find(({ name }) => name === first);
  if (!entry || ('tellsOfAll' in entry && !rest.includes('--help') && !rest.includes('-h')))
    return entries.flatMap((one) => ('commands' in one ? one.commands : [one]));
  return 'commands' in entry ? calledBy(rest, entry.commands) : [entry];
}
