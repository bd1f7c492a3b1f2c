import { Command, InvalidArgumentError, Option } from 'commander';
import { failOnChoices } from '../gate/decide.ts';
import type { World } from './world.ts';

/** An option that may be given several times. `without` says what it means not to give it. */
const repeated = (flags: string, description: string, without: string): Option =>
  new Option(flags, `${description} (may be given again)`)
    .default([], without)
    .argParser((value: string, before: readonly string[]) => [...before, value]);

const statesOf = (value: string): string[] => {
  const states = value.split(',').map((one) => one.trim());
  if (states.some((one) => one !== 'missing' && one !== 'stale'))
    throw new InvalidArgumentError('Allowed are missing, stale, or both with a comma between them.');
  return states;
};
const revisions = `
Revisions:
  archive:latest       the newest released version (BASE when none is given)
  archive:#3           the third released version
  archive:2021-10-24   the version in force on that day
  git:REF, git:index   the policy at a commit, or what is staged
  merge-base:REF       where HEAD and a ref parted
  a policy folder, or a compiled policy.json
  two Markdown documents: old.md new.md, or git:REF:path.md new.md`;
const exits = `
Exit codes: 0 fine, 1 findings, 2 could not do the work, 3 a bug in policyc.`;

/** The commands and their options. Each command's code is loaded when it runs. */
export function makeProgram(world: World, done: (code: number) => void): Command {
  const program = new Command('policyc')
    .description('A compiler for privacy policies: check, compare by meaning, release, publish.')
    .version(world.version)
    .helpCommand(false)
    .addHelpText('after', exits)
    .showSuggestionAfterError()
    .configureOutput({ writeOut: world.out, writeErr: world.note })
    .exitOverride();
  const reporting = (command: Command): Command =>
    command
      .addOption(new Option('--format <format>', 'how to report').choices(['text', 'json']).default('text'))
      .option('-o, --output <file>', 'write the report to a file');
  const onPolicies = (command: Command): Command =>
    command.addOption(repeated('-p, --policy <path>', 'only this policy folder', 'all of them'));

  reporting(program.command('check').description('schema, references and consistency of your policies'))
    .argument('[path...]', 'policy folders, or files in them')
    .addOption(
      new Option('--fail-on <severity>', 'what counts as a finding')
        .choices(['error', 'warning', 'info'])
        .default('error'),
    )
    .action(async (paths, options) => done((await import('./check.ts')).check(paths, options, world)));

  onPolicies(
    reporting(
      program
        .command('diff')
        .description('what changed in meaning, and whether somebody has decided about it'),
    ),
  )
    .argument('[base]', 'the version readers last saw')
    .argument('[head]', 'the version to compare; the working tree when none is given')
    .addOption(
      new Option('--fail-on <what>', 'which changes are findings')
        .choices([...failOnChoices])
        .default('uncovered'),
    )
    .option(
      '--target <ref>',
      'in a pull request: judge only what it changes, against where it parted from this ref',
    )
    .addHelpText('after', revisions)
    .action(async (base, head, options) =>
      done((await import('./diff.ts')).diff(base, head, options, world)),
    );

  onPolicies(
    program.command('note').description('write change notes for changes that nobody has decided about'),
  )
    .addOption(repeated('--for <fingerprint>', 'only this change', 'every change without a note'))
    .addOption(
      new Option('--signal <signal>', 'a sweep: one note for all texts to review that touch little').choices([
        'low',
      ]),
    )
    .option('--together', 'one note for all of them')
    .option('--rebase', 'bind notes that were written against an earlier version to the newest one')
    .addOption(
      repeated(
        '--declare <entry>',
        'declare a change that no fact can show, by its entry of the list',
        'none',
      ),
    )
    .addOption(
      new Option('--decision <decision>', 'what was decided').choices([
        'notify',
        'consent',
        'editorial',
        'raised',
      ]),
    )
    .option('--entry <entry>', 'the entry that a raised change belongs to')
    .addOption(
      new Option('--practice <practice>', 'for a removal: what happens in practice').choices([
        'ceased',
        'moved',
        'never-occurred',
        'continues',
      ]),
    )
    .option('--reason <reason>', 'why; never published')
    .option('--by <who>', 'who decided; never published')
    .option('--text <markdown>', 'the words for readers')
    .action(async (options) => done((await import('./note.ts')).note(options, world)));

  onPolicies(
    program
      .command('release')
      .description('freeze the working tree as the next version, in one step or not at all'),
  )
    .requiredOption('--effective <date>', 'the day it takes effect (YYYY-MM-DD)')
    .option('--published <date>', 'the day it is published; today when none is given')
    .option('--corrects <sequence>', 'the version that this one mends')
    .addOption(repeated('--withdraws <sequence>', 'a version that this one takes back', 'none'))
    .option('--override <reason>', 'release although something owed is missing; recorded with --by')
    .option('--by <who>', 'who takes responsibility for an override')
    .option('--dry-run', 'print the plan and write nothing')
    .action(async (options) => done((await import('./release.ts')).release(options, world)));

  onPolicies(program.command('build').description('render the site from the archive'))
    .option('--out <folder>', 'where to write; site.out of policyc.yaml, or site')
    .option('--as-of <date>', 'build as on that day (YYYY-MM-DD); today when none is given')
    .option('--draft', 'show the working tree too, marked as a draft')
    .option('--check', 'write nothing; fail when the output is not up to date')
    .action(async (options) => done((await import('./build.ts')).build(options, world)));

  const archive = program
    .command('archive')
    .description('released versions: list, show, verify, record')
    .helpCommand(false);
  onPolicies(reporting(archive.command('list').description('every released version, its dates and status')))
    .option('--as-of <date>', 'statuses as on that day (YYYY-MM-DD)')
    .action(async (options) => done((await import('./archive.ts')).listVersions(options, world)));
  onPolicies(archive.command('show').description('the text of a version'))
    .argument('<version>', 'latest, #3, or a date on which it was in force')
    .addOption(
      new Option('--format <format>', 'what to print')
        .choices(['markdown', 'html', 'json'])
        .default('markdown'),
    )
    .option('--locale <locale>', 'in which language')
    .action(async (version, options) =>
      done((await import('./archive.ts')).showVersion(version, options, world)),
    );
  onPolicies(
    reporting(archive.command('verify').description('hash every byte of every version and follow the chain')),
  )
    .option('--head <hash>', 'the archive head, as printed on the current page or kept elsewhere')
    .action(async (options) => done((await import('./archive.ts')).verifyVersions(options, world)));
  onPolicies(archive.command('record').description('append that a notice of a version was sent'))
    .argument('<version>', 'latest, #3, or a date on which it was in force')
    .requiredOption('--channel <channel>', 'through which channel, such as announcement')
    .requiredOption('--sent <date>', 'on which day (YYYY-MM-DD)')
    .requiredOption('--evidence <text>', 'what shows it: a ticket, an address, a hash')
    .requiredOption('--by <who>', 'who says so')
    .action(async (version, options) =>
      done((await import('./record.ts')).recordNotice(version, options, world)),
    );

  const locale = program
    .command('locale')
    .description('translations: how far they have come, and the way to translators and back')
    .helpCommand(false);
  onPolicies(
    reporting(
      locale.command('status').description('what is translated, missing or stale; 1 when anything is'),
    ),
  )
    .argument('[locale]', 'one language; all of them when none is given')
    .action(async (language, options) =>
      done((await import('./locale.ts')).localeStatus(language, options, world)),
    );
  onPolicies(locale.command('accept').description('stale translations are right as they stand: keep them'))
    .argument('[locale]', 'one language; with --all, all of them when none is given')
    .argument('[text...]', 'texts by owner/field, or every text of an owner')
    .option('--all', 'every stale translation')
    .action(async (language, texts, options) =>
      done((await import('./locale.ts')).localeAccept(language, texts, options, world)),
    );
  onPolicies(locale.command('export').description('the texts and their translations, for a translator'))
    .argument('<locale>', 'the language to translate into')
    .addOption(
      new Option('--format <format>', 'XLIFF 2.1, or JSON').choices(['xliff', 'json']).default('xliff'),
    )
    .addOption(
      new Option('--only <states>', 'only these texts: missing, stale, or missing,stale').argParser(statesOf),
    )
    .option('-o, --output <file>', 'write to a file')
    .action(async (language, options) =>
      done(await (await import('./translators.ts')).localeExport(language, options, world)),
    );
  onPolicies(locale.command('import').description('write what a translator sent back into locales/'))
    .argument('<file>', 'XLIFF 2 or JSON, as policyc locale export wrote it')
    .action(async (file, options) =>
      done(await (await import('./translators.ts')).localeImport(file, options, world)),
    );

  program
    .command('explain')
    .description('a code, a kind of change, or an id of the taxonomy: what it is, and what to do')
    .argument(
      '<code>',
      'as printed by other commands, or such as biometric.voiceprint; `watches` lists what can be watched',
    )
    .action(async (code) => done(await (await import('./explain.ts')).explain(code, world)));
  program
    .command('schema')
    .description('print a JSON Schema, of what you write or of what policyc puts out')
    .argument('[name]', 'without a name, the list')
    .action(async (name) => done((await import('./schema.ts')).schema(name, world)));
  return program;
}
