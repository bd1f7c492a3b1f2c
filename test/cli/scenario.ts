import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runWarm } from './warm.ts';
import { warmShell } from './warm-shell.ts';

/**
 * A scenario: files, a script that prepares them, and command lines with what they print and how they end.
 *
 *     ==== title
 *     A wrong id is reported at its place
 *     ==== files
 *     from: small
 *     --- chapters/main.yaml
 *     chapter: main
 *     ==== script
 *     git init -q
 *     ==== command
 *     policyc check
 *     ==== stdout
 *     ==== stderr
 *     ==== exit
 *     1
 *
 * `from:` copies a folder of test/samples. Sections `files`, `script` and `command` may come again and run in order;
 * `stdout`, `stderr` and `exit` belong to the command above them, and those left out must be empty, and 0.
 */
export interface Scenario {
  readonly title: string;
  readonly steps: readonly Step[];
}

export type Step =
  | { readonly is: 'files'; readonly text: string }
  | { readonly is: 'script'; readonly text: string }
  | { readonly is: 'command'; readonly text: string; readonly expected: Outcome };

export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
}

const marker = /^==== (\w+)\n/m;

/** Reads a scenario; throws on a section it does not know or an outcome without a command. */
export function parseScenario(text: string): Scenario {
  const [before = '', ...parts] = text.split(marker);
  if (before.trim() !== '') throw new Error(`text before the first section: ${before.trim()}`);
  let title = '';
  const steps: Step[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const [name = '', body = ''] = parts.slice(at, at + 2);
    if (name === 'title') title = body.trim();
    else if (name === 'files' || name === 'script') steps.push({ is: name, text: body });
    else if (name === 'command')
      steps.push({ is: name, text: body.trim(), expected: { stdout: '', stderr: '', exit: 0 } });
    else steps.push(withOutcome(steps.pop(), name, body));
  }
  return { title, steps };
}

function withOutcome(step: Step | undefined, name: string, body: string): Step {
  if (step?.is !== 'command') throw new Error(`==== ${name} must follow a command`);
  const value = name === 'exit' ? Number(body.trim()) : body;
  if (!(name in step.expected)) throw new Error(`==== ${name} is no section of a scenario`);
  return { ...step, expected: { ...step.expected, [name]: value } };
}

/** The text of a scenario with what really happened in place of what was expected. */
export function printScenario({ title, steps }: Scenario): string {
  const parts = steps.map((step) => {
    if (step.is !== 'command') return `==== ${step.is}\n${step.text}`;
    const { stdout, stderr, exit } = step.expected;
    return [
      `==== command\n${step.text}\n`,
      stdout === '' ? '' : `==== stdout\n${stdout}`,
      stderr === '' ? '' : `==== stderr\n${stderr}`,
      `==== exit\n${exit}\n`,
    ].join('');
  });
  return [`==== title\n${title}\n`, ...parts].join('');
}

export interface Place {
  /** The program that stands behind the word `policyc`. */
  readonly program: string;
  /** The folder that `from:` looks in. */
  readonly samples: string;
  /** Whether the built program runs in a process that stays warm, in place of one for each command. */
  readonly warm?: boolean;
}

/** Runs a scenario in a folder of its own and returns it with the real outcomes; the folder is gone afterwards. */
export function runScenario(scenario: Scenario, place: Place): Scenario {
  // A folder above, so that neither git nor policyc finds anything of its surroundings.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'policyc-scenario-')));
  const work = join(folder, 'work');
  const hashes = hashMask();
  mkdirSync(work);
  try {
    const steps = scenario.steps.map((step): Step => {
      if (step.is === 'files') writeFiles(step.text, work, place.samples);
      else if (step.is === 'script') {
        const done = runShell(step.text, work, place);
        if (done.exit !== 0) throw new Error(`the script failed: ${done.stderr}${done.stdout}`);
      } else {
        const { stdout, stderr, exit } = runLine(step.text, work, place);
        const mask = (text: string): string => endLine(hashes(text.replaceAll(work, '<folder>')));
        return { ...step, expected: { stdout: mask(stdout), stderr: mask(stderr), exit } };
      }
      return step;
    });
    return { ...scenario, steps };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeFiles(text: string, work: string, samples: string): void {
  const [first = '', ...parts] = text.split(/^--- (\S+)\n/m);
  for (const [, name = ''] of first.matchAll(/^from: (\S+)$/gm))
    cpSync(join(samples, name), work, { recursive: true });
  for (let at = 0; at < parts.length; at += 2) {
    const path = join(work, parts[at] ?? '');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, parts[at + 1] ?? '');
  }
}

const fixed = {
  LANG: 'C',
  TZ: 'UTC',
  NO_COLOR: '1',
  SOURCE_DATE_EPOCH: '1656633600',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_COUNT: '2',
  GIT_CONFIG_KEY_0: 'init.defaultBranch',
  GIT_CONFIG_VALUE_0: 'main',
  GIT_CONFIG_KEY_1: 'maintenance.auto',
  GIT_CONFIG_VALUE_1: 'false',
  GIT_AUTHOR_NAME: 'A. Author',
  GIT_AUTHOR_EMAIL: 'author@small.example',
  GIT_AUTHOR_DATE: '2022-07-01T00:00:00Z',
  GIT_COMMITTER_NAME: 'A. Author',
  GIT_COMMITTER_EMAIL: 'author@small.example',
  GIT_COMMITTER_DATE: '2022-07-01T00:00:00Z',
};

function environmentIn(work: string): NodeJS.ProcessEnv {
  return { ...fixed, PATH: process.env.PATH, HOME: work };
}

/** Runs a command line, without a shell when it is `policyc` and plain words. */
function runLine(line: string, work: string, place: Place): Outcome {
  const [program, ...args] = (place.warm && plainWords(line)) || [];
  if (program !== 'policyc') return runShell(line, work, place);
  const { exit, out, err } = runWarm({ cwd: work, env: environmentIn(work), args });
  return { stdout: out, stderr: err, exit: exit ?? -1 };
}

/** The words of a command line as a shell splits it; undefined when it holds anything that a shell would act on. */
function plainWords(line: string): string[] | undefined {
  const word = String.raw`[\w./:=@,-]+|'[^'\n]*'`;
  if (!new RegExp(`^(?:${word})(?: +(?:${word}))*$`).test(line)) return undefined;
  return [...line.matchAll(new RegExp(word, 'g'))].map(([one]) => one.replace(/^'(.*)'$/, '$1'));
}

/** Runs lines in bash, where `policyc` is the program; the first that fails ends them. */
function runShell(lines: string, work: string, { program, warm }: Place): Outcome {
  const quoted = [process.execPath, program].map((part) => `'${part.replaceAll("'", "'\\''")}'`).join(' ');
  const policyc = warm ? warmShell(dirname(work)) : `policyc() { ${quoted} "$@"; }\n`;
  const { status, signal, stdout, stderr, error } = spawnSync('bash', ['-e', '-c', `${policyc}${lines}\n`], {
    cwd: work,
    env: environmentIn(work),
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (error) throw error;
  if (status === null) throw new Error(`${lines.trim()} was killed by ${signal}`);
  return { stdout, stderr, exit: status };
}

/**
 * Puts `<hash 1>`, `<hash 2>` … for SHA-256 sums, in order of appearance, and for their first twelve digits: they move
 * with every byte of a page, and a scenario is about which of them are equal. Commits become `<commit>`.
 */
function hashMask(): (text: string) => string {
  const seen: string[] = [];
  const name = (hash: string): string => {
    const at = seen.findIndex((one) => one.startsWith(hash) || hash.startsWith(one));
    if (at === -1) seen.push(hash);
    return `<hash ${at === -1 ? seen.length : at + 1}>`;
  };
  return (text) =>
    text
      .replace(/\b(?:[0-9a-f]{64}\b|[0-9a-f]{12,63}(?=…|;|\.\n))/g, name)
      .replace(/\([0-9a-f]{12}\)/g, '(<commit>)');
}

/** A section ends with a line end, so output without one is marked. */
function endLine(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}⏎ missing\n`;
}
