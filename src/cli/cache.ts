import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeAll } from '../base/make-folders.ts';
import type { Memory } from '../base/memory.ts';

/**
 * Results kept in a folder, one file each. A file holds a seal over its name and its text, made with a secret in the
 * user's own folder: what anybody else put there, such as a pull request that brings its own verdicts, is ignored. So
 * is whatever cannot be read; none of it is reported.
 */
export function folderMemory(folder: string, secret: Uint8Array, program: string): Memory {
  const nameOf = (key: string): string => sealOf(secret, JSON.stringify([program, key]));
  return {
    recall(key) {
      try {
        const name = nameOf(key);
        const path = join(folder, name + ending);
        const found = lstatSync(path);
        if (!found.isFile() || found.size > largestResult) return undefined;
        const content = readFileSync(path, 'utf8');
        const text = content.slice(before.length + sealLength + between.length, -after.length);
        const seal = sealOf(secret, name + text);
        return isEqual(content, before + seal + between + text + after) ? JSON.parse(text) : undefined;
      } catch {
        return undefined;
      }
    },
    keep(key, result) {
      try {
        const name = nameOf(key);
        const text = JSON.stringify(result);
        if (text.length * 3 > largestResult) return;
        makeAll(folder, 0o700);
        writeWhole(folder, name + ending, before + sealOf(secret, name + text) + between + text + after);
        forgetOldest(folder);
      } catch {
        // The next run works it out again.
      }
    },
  };
}

const before = '{"seal":"';
const between = '","result":';
const after = '}\n';
const sealLength = 64;
const ending = '.json';

/** In bytes. A compiled policy takes a quarter of a megabyte; nothing that is kept comes near this. */
const largestResult = 4 * 1024 * 1024;
/** Beyond this, the older half is removed. */
const mostResults = 64;

function sealOf(secret: Uint8Array, text: string): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}

function isEqual(found: string, expected: string): boolean {
  const [one, other] = [Buffer.from(found), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Other processes see the whole file or none. */
export function writeWhole(folder: string, name: string, content: string | Uint8Array): void {
  const unfinished = join(folder, `.${randomBytes(8).toString('hex')}`);
  try {
    writeFileSync(unfinished, content, { flag: 'wx', mode: 0o600 });
    renameSync(unfinished, join(folder, name));
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** Removes only files that are ours by their names, and those that a process left unfinished. */
function forgetOldest(folder: string): void {
  const names = readdirSync(folder).filter((name) => /^(?:[0-9a-f]{64}\.json|\.[0-9a-f]{16})$/.test(name));
  if (names.length <= mostResults) return;
  const byAge = names
    .map((name) => ({ path: join(folder, name), time: lstatSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => a.time - b.time);
  for (const { path } of byAge.slice(0, names.length - mostResults / 2)) rmSync(path, { force: true });
}
