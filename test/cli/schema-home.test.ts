import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runWarm } from './warm.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'policyc-schemas-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const workspace = 'apps/la boutique';

function policyc(...args: readonly string[]): void {
  const { exit, out, err } = runWarm({
    cwd: join(root, workspace),
    env: { HOME: root, LANG: 'C.UTF-8' },
    args,
  });
  expect({ exit, err: exit === 0 ? '' : out + err }).toEqual({ exit: 0, err: '' });
}

function edit(path: string, from: string, to: string): void {
  const file = join(root, workspace, path);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

/** Each file that was written, with the path that its line for editors leads to. */
function schemas(): ReadonlyMap<string, string> {
  const files = readdirSync(join(root, workspace), { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.(yaml|md)$/.test(path) && !/archive|imported\.md/.test(path),
  );
  return new Map(
    files.map((path) => {
      const file = join(root, workspace, path);
      const named = /\$schema=(\S+)/.exec(readFileSync(file, 'utf8'))?.[1] ?? 'no line';
      return [path, resolve(dirname(file), named)];
    }),
  );
}

/** What writes each kind of file that we write. */
function writeAll(): void {
  mkdirSync(join(root, workspace), { recursive: true });
  policyc('init', '--yes', '--company', 'Lamp', '--country', 'IE', '--locales', 'en,zh-CN');
  policyc('release', '--published', '2026-12-01', '--effective', '2027-03-01');
  writeFileSync(
    join(root, workspace, 'imported.md'),
    '# P\n\nWe use these.\n\n| Cookie | Provider |\n|---|---|\n| sid | Lamp |\n',
  );
  policyc('import', 'imported.md', '--id', 'imported', '--company', 'Lamp', '--locale', 'en');
  edit('policies/imported/policy.yaml', 'locales: [en]', 'locales: [en, nl]');
  policyc('locale', 'words', 'nl', '--write', '--policy', 'policies/imported');
  edit('policies/lamp/chapters/data.yaml', ', required: true', '');
  policyc('note', '--policy', 'policies/lamp');
}

it('every file names its schema where policyc is installed, at the top of a monorepo', () => {
  mkdirSync(join(root, 'node_modules/policyc/schemas'), { recursive: true });
  for (const name of readdirSync(resolve(import.meta.dirname, '../../schemas')))
    writeFileSync(join(root, 'node_modules/policyc/schemas', name), '{}');
  writeAll();
  const all = schemas();
  for (const kind of [
    'policyc.yaml',
    'policy.yaml',
    'chapters/',
    'locales/',
    'words/',
    'registers/',
    'changes/',
  ])
    expect(
      [...all.keys()].some((path) => path.includes(kind)),
      kind,
    ).toBe(true);
  for (const [path, schema] of all) expect(existsSync(schema), `${path}: ${schema}`).toBe(true);
});

it('and where it will be, beside policyc.yaml, when it is installed nowhere', () => {
  mkdirSync(join(root, workspace), { recursive: true });
  policyc('init', '--yes', '--company', 'Lamp', '--country', 'IE');
  for (const schema of schemas().values())
    expect(schema.startsWith(join(root, workspace, 'node_modules/policyc/schemas/'))).toBe(true);
});
