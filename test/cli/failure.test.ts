import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import type { World } from '../../src/cli/world.ts';
import type { Outcome } from './warm.ts';

/** What a command says that could not do the work, or met a bug of ours, to people and to programs. */
const root = join(import.meta.dirname, '../..');
const schema = JSON.parse(readFileSync(join(root, 'schemas/error.schema.json'), 'utf8'));
const validate = new Ajv2020({ strict: false }).compile(schema);
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policyc-failure-'));
  cpSync(join(root, 'test/samples/shop'), join(folder, 'shop'), { recursive: true });
  writeFileSync(join(folder, 'policyc.yaml'), 'format: policyc/workspace@1\npolicies: [shop]\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(isBroken: boolean, ...args: readonly string[]): Promise<Outcome> {
  const said = { out: '', err: '' };
  const exit = await main(args, {
    cwd: folder,
    get env(): World['env'] {
      if (isBroken) throw new TypeError('no such thing');
      return {};
    },
    out: (text) => {
      said.out += text;
    },
    remark: (text) => {
      said.err += text;
    },
    terminal: { out: false, remark: false },
    now: () => Date.UTC(2026, 10, 1),
    packageRoot: root,
    version: '0.0.0',
  });
  return { exit, ...said };
}

const inFile = (name: string): string => readFileSync(join(folder, name), 'utf8');

/** The error object that a text holds, as its schema has it. */
function errorIn(text: string): { readonly exit: number; readonly code: string } {
  const error = JSON.parse(text);
  expect([validate(error), validate.errors]).toEqual([true, null]);
  return error;
}

const printing = [
  { given: ['--format', 'json'], from: 'standard output' },
  { given: ['--format=json=e.json'], from: 'e.json' },
  {
    given: ['--format', 'text', '--format', 'json=deep/e.json', '--format=markdown=e.md'],
    from: 'deep/e.json',
  },
];

describe.each(['diff', 'check'])('%s that cannot do the work', (command) => {
  it.each(printing)('ends with 2 and says why as JSON: $given', async ({ given, from }) => {
    const args = command === 'diff' ? ['git:nowhere', ...given] : ['nowhere', ...given];
    const { exit, out, err } = await run(false, command, ...args);
    expect(exit).toBe(2);
    expect(err).toMatch(/^policyc: /);
    const onOutput = from === 'standard output';
    expect(errorIn(onOutput ? out : inFile(from)).exit).toBe(2);
    if (!onOutput) expect(out).toBe('');
  });
});

describe.each(['diff', 'check'])('a bug met by %s', (command) => {
  it.each(printing)('ends with 3 and says so as JSON: $given', async ({ given, from }) => {
    const { exit, out, err } = await run(true, command, ...given);
    expect(exit).toBe(3);
    expect(err).toMatch(/a bug in policyc, not in your policy.*\nTypeError: no such thing\n {4}at /);
    const text = from === 'standard output' ? out : inFile(from);
    expect(errorIn(text)).toMatchObject({ exit: 3, code: 'bug' });
  });
});

it('nothing is said as JSON when nobody asked for it', async () => {
  expect((await run(false, 'diff', 'git:nowhere', '--format', 'text')).out).toBe('');
});
