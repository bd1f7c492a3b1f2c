import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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

function writeOld(name: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), '{ "format": "policyc/check@1" }');
}

/** The error object that a text holds, as its schema has it. */
function errorIn(text: string): { readonly exit: number; readonly code: string } {
  const error = JSON.parse(text);
  expect([validate(error), validate.errors]).toEqual([true, null]);
  return error;
}

const printing = [
  { given: ['--format', 'json'], from: 'standard output' },
  { given: ['--format=json=e.json'], from: 'e.json' },
  { given: ['--format', 'json', '-o', 'o.json'], from: 'o.json' },
  { given: ['-oo.json', '--format=json'], from: 'o.json' },
  { given: ['--output=deep/o.json', '--format', 'markdown=e.md', '--format', 'json'], from: 'deep/o.json' },
  {
    given: ['--format', 'text', '--format', 'json=deep/e.json', '--format=markdown=e.md'],
    from: 'deep/e.json',
  },
];

describe.each(['diff', 'check'])('%s that cannot do the work', (command) => {
  it.each(printing)('ends with 2 and says why as JSON: $given', async ({ given, from }) => {
    const args = command === 'diff' ? ['git:nowhere', ...given] : ['nowhere', ...given];
    if (from !== 'standard output') writeOld(from);
    const { exit, out, err } = await run(false, command, ...args);
    expect(exit).toBe(2);
    expect(err).toMatch(/^policyc: /);
    const onOutput = from === 'standard output';
    if (!onOutput) expect(err).not.toContain('earlier run');
    expect(errorIn(onOutput ? out : inFile(from)).exit).toBe(2);
    if (!onOutput) expect(out).toBe('');
  });
});

describe.each(['diff', 'check'])('a bug met by %s', (command) => {
  it.each(printing)('ends with 3 and says so as JSON: $given', async ({ given, from }) => {
    if (from !== 'standard output') writeOld(from);
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

describe('a file that results were to go to, and that is there', () => {
  const isOld = 'old may be of an earlier run, since this one did not end.';

  it.each([
    ['--format', 'sarif', '-o', 'old'],
    ['--format', 'markdown=old', '--format', 'json'],
    ['-o', 'old'],
  ])('is left and named when it is no JSON: %s %s %s %s', async (...given) => {
    writeOld('old');
    const { exit, err } = await run(false, 'check', 'nowhere', ...given.filter((one) => one !== undefined));
    expect(exit).toBe(2);
    expect(err).toContain(isOld);
    expect(inFile('old')).toContain('policyc/check@1');
    rmSync(join(folder, 'old'));
  });

  it('is left when the command takes no such option, or when it is no option', async () => {
    writeOld('old');
    const refused = await run(false, 'note', '--format', 'json', '-o', 'old');
    expect([refused.exit, errorIn(refused.out).code]).toEqual([2, 'usage']);
    const operand = await run(false, 'check', '--format', 'json', '--', '-o', 'old');
    expect(errorIn(operand.out).exit).toBe(2);
    expect(inFile('old')).toContain('policyc/check@1');
    rmSync(join(folder, 'old'));
  });

  it('is left when it is no report: a translator may have written into it', async () => {
    writeOld('old');
    const { exit, err } = await run(false, 'locale', 'export', 'xx', '--format', 'json', '-o', 'old');
    expect(exit).toBe(2);
    expect(err).not.toContain(isOld);
    expect(inFile('old')).toContain('policyc/check@1');
    rmSync(join(folder, 'old'));
  });

  it('makes no folder that the command was to run in', async () => {
    const { exit } = await run(false, '--cwd', 'gone', 'check', '--format', 'json', '-o', 'e.json');
    expect(exit).toBe(2);
    expect(existsSync(join(folder, 'gone'))).toBe(false);
  });
});
