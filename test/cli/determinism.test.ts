import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/base/canonical.ts';
import { type Outcome, runWarm } from './warm.ts';

/**
 * Same input, same bytes: the program, run as a program, on our own policies, wherever and however they lie. The
 * smaller policy by default; DETERMINISM=all takes every policy, and NODES=path,path other versions of Node too.
 */
const root = join(import.meta.dirname, '../..');
const policies = process.env.DETERMINISM === 'all' ? ['marketplace', 'devtool'] : ['devtool'];
const nodes = (process.env.NODES ?? '').split(',').filter((path) => path !== '');
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

interface Way {
  readonly env?: Readonly<Record<string, string>>;
  readonly deep?: string;
  readonly reversed?: boolean;
  readonly crlf?: boolean;
  readonly node?: string;
}

const ways: Readonly<Record<string, Way>> = {
  'in the far east, in Turkish': {
    env: { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  },
  'in the far west, in no language': { env: { TZ: 'Pacific/Pago_Pago', LANG: 'C', LC_ALL: 'C' } },
  'deep down, below a name with a space and a Han character': { deep: 'a/b c/文/d' },
  'with its files made in the other order': { reversed: true },
  'with the line ends of another system': { crlf: true },
  ...Object.fromEntries(nodes.map((node) => [`by ${node}`, { node }])),
};

/** A workspace of our policies, laid out in one of the ways. */
function workspace({ deep = '', reversed = false, crlf = false }: Way): string {
  const folder = join(realpathSync(mkdtempSync(join(tmpdir(), 'policyc-same-'))), deep);
  folders.push(folder);
  mkdirSync(folder, { recursive: true });
  for (const name of policies) {
    const from = join(root, 'policies', name);
    const paths = (readdirSync(from, { recursive: true }) as string[])
      .filter((path) => statSync(join(from, path)).isFile())
      .sort();
    for (const path of reversed ? paths.reverse() : paths) {
      const to = join(folder, 'policies', name, path);
      mkdirSync(dirname(to), { recursive: true });
      const archived = path.startsWith(`archive${sep}`);
      if (crlf && !archived)
        writeFileSync(to, readFileSync(join(from, path), 'utf8').replaceAll('\n', '\r\n'));
      else cpSync(join(from, path), to);
    }
  }
  const listed = policies.map((name) => `  - policies/${name}\n`).join('');
  writeFileSync(join(folder, 'policyc.yaml'), `format: policyc/workspace@1\npolicies:\n${listed}`);
  return folder;
}

/**
 * Runs the program. Zones, languages and versions of Node are those that a process starts with; where files lie, the one
 * that stays warm is told, which has worked on others before.
 */
function run({ env, node }: Way, cwd: string, args: readonly string[]): Outcome {
  const all = { ...process.env, ...env, SOURCE_DATE_EPOCH: '1790000000' };
  if (!env && !node) return runWarm({ cwd, env: all, args });
  const program = [join(root, 'bin/policyc.js'), ...args];
  const { status, stdout, stderr } = spawnSync(node ?? process.execPath, program, {
    cwd,
    env: all,
    encoding: 'utf8',
  });
  return { exit: status, out: stdout, err: stderr };
}

/** Everything that the program puts out, by name, as a hash. */
function made(way: Way): Record<string, string> {
  const folder = workspace(way);
  const policyc = (...words: readonly string[]): string => {
    const args = [...words, '--no-cache'];
    const { exit, out, err } = run(way, folder, args);
    if (exit !== 0 && exit !== 1) throw new Error(`${args.join(' ')} ended with ${exit}: ${err}`);
    return out;
  };
  policyc('build', '--draft', '--as-of', '2026-10-01');
  const pages = (readdirSync(join(folder, 'site'), { recursive: true }) as string[])
    .filter((path) => statSync(join(folder, 'site', path)).isFile())
    .map((path) => [path.split(sep).join('/'), sha256(readFileSync(join(folder, 'site', path)))] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    ...Object.fromEntries(pages),
    'the report of check': sha256(policyc('check', '--format', 'json')),
    'the report of diff': sha256(policyc('diff', 'archive:#1', '--format', 'json', '--fail-on', 'none')),
  };
}

describe('the same policies give the same bytes', () => {
  const usual = made({});

  it('and there are some', () => {
    expect(Object.keys(usual).length).toBeGreaterThan(8);
  });

  it.each(Object.keys(ways))('%s', (name) => {
    expect(made(ways[name] ?? {})).toEqual(usual);
  });
});
