import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cannot } from '../base/failure.ts';
import type { Found } from '../drift/found.ts';
import { foundIn, isBroken, saysSomething } from '../drift/read.ts';
import { isRefused } from '../snapshot/content.ts';
import { readRegularFile } from '../snapshot/read-file.ts';

/** Folders of third-party or generated files. */
const skipped = new Set(['node_modules', 'Pods', 'build', 'dist', 'out', 'vendor', 'DerivedData', 'site']);
/** In bytes, of all files together; recordings of a browser are large. */
const largest = 32 * 1024 * 1024;
const most = 200_000;

/** The files of a product that a policy is compared with, and what they declare. */
export interface CodeRead {
  readonly found: readonly Found[];
  readonly texts: ReadonlyMap<string, string>;
  /** Relevant files beyond what is read. */
  readonly unread: readonly string[];
  /** Files that should be JSON and are not. */
  readonly broken: readonly string[];
}

/** Reads what a folder of code, or a single file, declares. Links are not followed. */
export function readCode(folder: string): CodeRead {
  const texts = new Map<string, string>();
  const unread: string[] = [];
  let [looked, bytes] = [0, 0];
  const read = (path: string, full: string): void => {
    if (!saysSomething(path)) return;
    const content = readRegularFile(full, largest - bytes);
    if (content === undefined) return;
    if (isRefused(content)) return void unread.push(path);
    bytes += content.length;
    texts.set(path, new TextDecoder().decode(content));
  };
  const walk = (path: string): void => {
    const entries = readdirSync(join(folder, path), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      looked += 1;
      if (looked > most) throw cannot('code-too-large', { folder, most });
      const inner = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory() && !entry.name.startsWith('.') && !skipped.has(entry.name)) walk(inner);
      else if (entry.isFile()) read(inner, join(folder, inner));
    }
  };
  walk('');
  const found = [...texts].flatMap(([path, text]) => foundIn(path, text));
  const broken = [...texts].flatMap(([path, text]) => (isBroken(path, text) ? [path] : []));
  return { found, texts, unread, broken };
}
