import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cannot } from '../base/failure.ts';
import { workspaceFile } from '../base/workspace-file.ts';
import { askTerminal } from './ask.ts';
import { buildId } from './build-id.ts';
import { tellFailure } from './failure.ts';
import { refuseNamedPipes, settleGitEnvironment } from './git-environment.ts';
import { makeProgram, spelledOut } from './program.ts';
import { processStreams, type Streams } from './streams.ts';
import { asTyped } from './typed.ts';
import { exit, type World } from './world.ts';

export { tellFailure };

/** Runs a command line and returns its exit code. Nothing below this throws to the user. */
export async function main(given: readonly string[], where: World): Promise<number> {
  let code: number = exit.fine;
  let [args, world] = [given, where];
  try {
    const started = startedIn(given, where.cwd);
    const { cwd } = started;
    args = spelledOut(started.args);
    world = seenFrom(where, cwd);
    refuseNamedPipes(where.env, where.cwd);
    const start = statSync(cwd, { throwIfNoEntry: false });
    if (!start?.isDirectory()) throw cannot('start-no-folder', { path: cwd, exists: start !== undefined });
    const program = await makeProgram(args, world, (result) => {
      code = result;
    });
    if (args.length === 0) {
      world.remark(program.helpInformation());
      return exit.cannot;
    }
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    return tellFailure(error, args, world);
  }
}

/**
 * `--cwd FOLDER`, or `--config FOLDER/policyc.yaml`, anywhere among the arguments: the command runs as if it had been
 * started in that folder.
 */
function startedIn(
  given: readonly string[],
  from: string,
): { readonly args: readonly string[]; readonly cwd: string } {
  const end = given.indexOf('--');
  const at = given.findIndex(
    (arg, index) => /^--(?:cwd|config)(=|$)/.test(arg) && (end === -1 || index < end),
  );
  const [option = '', next = ''] = given.slice(at, at + 2);
  if (at === -1) return { args: given, cwd: from };
  const [name, own] = option.split(/=(.*)/s, 2);
  const args = given.toSpliced(at, own === undefined ? 2 : 1);
  const path = resolve(from, own ?? next);
  if (name === '--cwd') return { args, cwd: path };
  const isThere = basename(path) === workspaceFile && statSync(path, { throwIfNoEntry: false })?.isFile();
  if (!isThere) throw cannot('config-missing', { path: own ?? next, file: workspaceFile });
  return { args, cwd: dirname(path) };
}

/** The world of a command that works in another folder: commands in its messages can be typed where the user stands. */
function seenFrom(where: World, cwd: string): World {
  const world = { ...where, cwd, ...(cwd === where.cwd ? {} : { stands: where.cwd }) };
  return { ...world, remark: (text) => where.remark(asTyped(text, world)) };
}

/** The world of a real process. */
export function processWorld(): World & Pick<Streams, 'settle'> {
  const cwd = ownFolder();
  settleGitEnvironment(process.env, cwd);
  const packageRoot = dirname(dirname(fileURLToPath(import.meta.url)));
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
    version: string;
  };
  return {
    cwd,
    env: process.env,
    ...processStreams(),
    ask: process.stdin.isTTY && process.stderr.isTTY ? askTerminal : undefined,
    terminal: { out: process.stdout.isTTY === true, remark: process.stderr.isTTY === true },
    interrupted: () =>
      new Promise((done) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
      }),
    now: () => epochOf(process.env.SOURCE_DATE_EPOCH),
    packageRoot,
    version,
    build: buildId && `${buildId} ${process.version}`,
  };
}

/** The folder of the process. If it was removed, this is its name under Linux, which no existing folder can have. */
function ownFolder(): string {
  try {
    return process.cwd();
  } catch {
    // Node asks for the working directory whenever it compares paths.
    process.chdir(sep);
    return `${resolve(process.env.PWD ?? '')} (deleted)`;
  }
}

/** In seconds: 9999-12-31. */
const lastEpoch = Date.UTC(9999, 11, 31) / 1000;

/** https://reproducible-builds.org/specs/source-date-epoch/: a malformed value is an error, never ignored. */
function epochOf(epoch: string | undefined): number {
  if (epoch === undefined || epoch === '') return Date.now();
  // In the last days of 9999 another offset has a year of five digits, which no date here has.
  if (!/^\d{1,12}$/.test(epoch) || Number(epoch) >= lastEpoch) throw cannot('epoch-unreadable', { epoch });
  return Number(epoch) * 1000;
}
