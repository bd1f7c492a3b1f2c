import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { entryAt } from '../base/entry-at.ts';
import { makeAll } from '../base/make-folders.ts';
import type { Memory } from '../base/memory.ts';
import { realPlace, repositoryAround } from '../base/real-place.ts';
import { folderMemory, writeWhole } from './cache.ts';
import { refuseKept } from './kept.ts';
import { leadsElsewhere } from './stranger.ts';
import type { World } from './world.ts';

/** What `remembering` gives a command. */
export interface Remembering {
  /** False with `--no-cache`. */
  readonly cache: boolean;
  readonly cacheLocation?: string;
}

/** Gives a command the options of the cache. */
export function remembering(command: Command): Command {
  return command
    .addOption(new Option('--no-cache', 'do not read or write the cache'))
    .option('--cache-location <folder>', 'the folder of the cache');
}

/** The results of earlier runs on this machine; undefined when none are wanted, or there is nowhere to keep them. */
export function memoryOf({ cache, cacheLocation }: Remembering, world: World): Memory | undefined {
  const { build } = world;
  const named = cacheLocation === undefined ? undefined : resolve(world.cwd, cacheLocation);
  if (named !== undefined) refuseKept(world.cwd, named);
  const own = cache && build !== undefined ? ownFolder(world) : undefined;
  if (own === undefined || build === undefined) return undefined;
  const secret = mayBeCommitted(own, world.cwd) ? undefined : secretIn(own);
  if (!secret) return undefined;
  if (named !== undefined && leadsElsewhere(world.cwd, named)) return undefined;
  const folder = named ?? packageFolder(world.cwd) ?? join(own, 'results');
  return folderMemory(folder, secret, build);
}

/** `policyc` in the cache folder of the user. */
function ownFolder({ env }: World): string | undefined {
  const home = env.HOME ?? env.USERPROFILE;
  const places = [env.XDG_CACHE_HOME, env.LOCALAPPDATA, home && join(home, '.cache')];
  const place = places.find((one) => one && isAbsolute(one));
  return place && join(place, 'policyc');
}

/** Whether a folder lies in the repository that a command runs in: what is there may have come with it, a secret too. */
function mayBeCommitted(folder: string, cwd: string): boolean {
  const repository = repositoryAround(realPlace(cwd));
  return repository !== undefined && repositoryAround(realPlace(folder)) === repository;
}

/** `node_modules/.cache/policyc` of the nearest package that has its dependencies installed. */
function packageFolder(start: string): string | undefined {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (kindOf(join(folder, 'package.json')) === 'file') {
      const steps = ['node_modules', 'node_modules/.cache', 'node_modules/.cache/policyc'];
      const kinds = steps.map((step) => kindOf(join(folder, step)));
      // A link may lead anywhere, and may have come with a checkout.
      const isSound = kinds[0] === 'folder' && kinds.every((kind) => kind === 'folder' || kind === 'none');
      return isSound ? join(folder, 'node_modules/.cache/policyc') : undefined;
    }
    if (folder === dirname(folder)) return undefined;
  }
}

function kindOf(path: string): 'file' | 'folder' | 'none' | 'other' {
  const found = entryAt(path);
  if (!found) return 'none';
  return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
}

/** The secret that entries are sealed with, made on the first run. Undefined where it cannot be kept private. */
function secretIn(folder: string): Uint8Array | undefined {
  try {
    return readSecret(folder) ?? makeSecret(folder);
  } catch {
    return undefined;
  }
}

const secretFile = 'seal';
const secretLength = 32;

function readSecret(folder: string): Uint8Array | undefined {
  const path = join(folder, secretFile);
  const found = entryAt(path);
  if (!found) return undefined;
  // Opening a pipe would wait.
  if (!found.isFile()) throw new Error('not a secret');
  const secret = readFileSync(path);
  // Windows has no such modes.
  const isPrivate = process.platform === 'win32' || (found.mode & 0o077) === 0;
  if (!isPrivate || secret.length !== secretLength) throw new Error('not a secret');
  return secret;
}

function makeSecret(folder: string): Uint8Array | undefined {
  makeAll(folder, 0o700);
  writeWhole(folder, secretFile, randomBytes(secretLength));
  return readSecret(folder);
}
