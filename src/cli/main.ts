import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cannot } from '../base/failure.ts';
import { askTerminal } from './ask.ts';
import { buildId } from './build-id.ts';
import { tellFailure } from './failure.ts';
import { settleGitEnvironment } from './git-environment.ts';
import { makeProgram } from './program.ts';
import { processStreams, type Streams } from './streams.ts';
import { exit, type World } from './world.ts';

/** Runs a command line and returns its exit code. Nothing below this throws to the user. */
export async function main(args: readonly string[], world: World): Promise<number> {
  let code: number = exit.fine;
  try {
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

/** The world of a real process. */
export function processWorld(): World & Pick<Streams, 'settle'> {
  settleGitEnvironment(process.env, process.cwd());
  const packageRoot = dirname(dirname(fileURLToPath(import.meta.url)));
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
    version: string;
  };
  return {
    cwd: process.cwd(),
    env: process.env,
    ...processStreams(),
    ask: process.stdin.isTTY && process.stderr.isTTY ? askTerminal : undefined,
    terminal: { out: process.stdout.isTTY === true, remark: process.stderr.isTTY === true },
    now: () => epochOf(process.env.SOURCE_DATE_EPOCH),
    packageRoot,
    version,
    build: buildId && `${buildId} ${process.version}`,
  };
}

/** https://reproducible-builds.org/specs/source-date-epoch/: a malformed value is an error, never ignored. */
function epochOf(epoch: string | undefined): number {
  if (epoch === undefined || epoch === '') return Date.now();
  if (!/^\d{1,12}$/.test(epoch)) throw cannot('epoch-unreadable', { epoch });
  return Number(epoch) * 1000;
}
