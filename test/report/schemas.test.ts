import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runHere } from '../cli/here.ts';

const root = join(import.meta.dirname, '../..');
const outputs = [
  'check-report',
  'diff-report',
  'policy-json',
  'decisions',
  'archive-list',
  'verify-report',
  'notice',
] as const;
type Output = (typeof outputs)[number];

interface Schema {
  readonly $defs?: Readonly<Record<string, unknown>>;
  readonly properties: { readonly format: { readonly const: string } };
}

const schemaOf = (name: Output): Schema =>
  JSON.parse(readFileSync(join(root, `schemas/${name}.schema.json`), 'utf8')) as Schema;
const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
const validators = Object.fromEntries(outputs.map((name) => [name, ajv.compile(schemaOf(name))]));

/** What is wrong with a value, in Ajv's words. */
function faults(name: Output, value: unknown): string[] {
  const validate = validators[name];
  if (!validate) throw new Error(`no schema ${name}`);
  return validate(value)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

let folder = '';
const policy = (...path: readonly string[]): string => join(folder, 'policies/marketplace', ...path);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policyc-schemas-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const workspace = `format: policyc/workspace@1
policies: [policies/marketplace]
site: { url: https://lanternlane.example }
`;

/** Whether the workspace may differ from the worked example: to copy that takes longer than most tests. */
let changed = true;

/** The worked example as it is in the repository, in a workspace of its own. */
function startOver(): void {
  if (!changed) return;
  changed = false;
  rmSync(policy(), { recursive: true, force: true });
  cpSync(join(root, 'policies/marketplace'), policy(), { recursive: true });
  writeFileSync(join(folder, 'policyc.yaml'), workspace);
}

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${path} does not say ${from}`);
  changed = true;
  writeFileSync(path, text.replace(from, to));
}

function remove(path: string): void {
  changed = true;
  rmSync(path, { recursive: true });
}

const reading = ['check', 'diff', 'archive list', 'archive verify', 'schema'];

/** Runs a command in the worked example: what it printed, and its exit code. */
async function run(...args: readonly string[]) {
  changed ||= !reading.some((command) => args.join(' ').startsWith(command));
  return runHere(folder, args);
}

async function json(code: number, ...args: readonly string[]): Promise<unknown> {
  const ran = await run(...args, '--format', 'json');
  expect(ran.code).toBe(code);
  return JSON.parse(ran.out);
}

const frozen = (version: string, path: string): unknown =>
  JSON.parse(readFileSync(policy('archive', version, path), 'utf8'));

describe('check', () => {
  it('reports a clean policy as its schema says', async () => {
    startOver();
    expect(faults('check-report', await json(0, 'check'))).toEqual([]);
  });

  it('reports problems in policies and in the workspace as its schema says', async () => {
    startOver();
    edit(policy('chapters/account.yaml'), 'id: identity-check', 'id: create-account');
    edit(join(folder, 'policyc.yaml'), 'site:', 'sight:');
    const report = await json(1, 'check');
    expect(report).toMatchObject({ policies: [{ id: null }] });
    edit(join(folder, 'policyc.yaml'), 'sight:', 'site:');
    const other = await json(1, 'check');
    expect(JSON.stringify(other)).toContain('"duplicate-id"');
    expect([...faults('check-report', report), ...faults('check-report', other)]).toEqual([]);
  });
});

describe('diff', () => {
  it.each([
    ['archive:#1', 'archive:#2', 'material'],
    ['archive:#2', 'archive:#3', 'editorial'],
    ['archive:#3', 'archive:#3', 'none'],
    ['archive:#2', 'archive:#1', 'material'],
  ])('compares %s with %s as its schema says', async (base, head, verdict) => {
    startOver();
    const report = await json(0, 'diff', base, head, '--fail-on', 'none');
    expect(report).toMatchObject({ verdict });
    expect(faults('diff-report', report)).toEqual([]);
  });

  it('reports uncovered changes and notes that cover nothing as its schema says', async () => {
    startOver();
    edit(policy('chapters/account.yaml'), 'still browse and search', 'still browse');
    expect((await run('note')).code).toBe(0);
    edit(policy('chapters/account.yaml'), 'still browse', 'still look around');
    const report = await json(1, 'diff');
    expect(JSON.stringify(report)).toContain('"note-unused"');
    expect(faults('diff-report', report)).toEqual([]);
  });
});

describe('a released version', () => {
  const versions = readdirSync(join(root, 'policies/marketplace/archive')).filter((name) =>
    /^\d+$/.test(name),
  );

  it.each(versions)('%s froze its policy and decisions as their schemas say', (version) => {
    startOver();
    expect(faults('policy-json', frozen(version, 'public/policy.json'))).toEqual([]);
    expect(faults('decisions', frozen(version, 'internal/decisions.json'))).toEqual([]);
  });

  it('records an override as its schema says', async () => {
    startOver();
    edit(policy('chapters/account.yaml'), 'tier: additional', 'tier: basic');
    const { code } = await run(
      'release',
      '--effective',
      '2028-01-02',
      '--published',
      '2028-01-01',
      '--override',
      'A test.',
      '--by',
      'me',
    );
    expect(code).toBe(0);
    const decisions = frozen('0006', 'internal/decisions.json');
    expect(decisions).toMatchObject({ override: { by: 'me', missing: [{ code: 'undecided' }, {}] } });
    expect(faults('decisions', decisions)).toEqual([]);
  });
});

describe('archive', () => {
  it('lists versions as its schema says, corrections and withdrawals among them', async () => {
    startOver();
    edit(policy('chapters/account.yaml'), 'browse and search', 'browse');
    const said = ['--corrects', '5', '--withdraws', '5', '--override', 'A test.', '--by', 'me'];
    expect((await run('release', '--effective', '2027-01-01', ...said)).code).toBe(0);
    const list = await json(0, 'archive', 'list');
    expect(list).toMatchObject({
      policies: [{ versions: [{}, {}, {}, {}, {}, { corrects: 5, withdraws: [5] }] }],
    });
    expect(faults('archive-list', list)).toEqual([]);
  });

  it('records a notice, and lists it, as their schemas say', async () => {
    startOver();
    remove(policy('archive/0002.notices.jsonl'));
    const said = ['--sent', '2022-05-20', '--evidence', 'Ticket 17', '--by', 'me', '--channel', 'pop-up'];
    expect((await run('archive', 'record', '2', ...said)).code).toBe(0);
    const record = JSON.parse(readFileSync(policy('archive/0002.notices.jsonl'), 'utf8'));
    expect(faults('notice', record)).toEqual([]);
    const list = await json(0, 'archive', 'list');
    const sent = [{ channel: 'pop-up', sent: '2022-05-20', evidence: 'Ticket 17', by: 'me' }];
    expect(list).toMatchObject({
      policies: [
        { versions: [{}, { notice: { sent, missing: ['announcement', 'page-banner'] } }, {}, {}, {}] },
      ],
    });
    expect(faults('archive-list', list)).toEqual([]);
    expect(await json(0, 'archive', 'verify')).toMatchObject({ policies: [{ problems: [] }] });
  });

  it('lists a policy that was never released as its schema says', async () => {
    startOver();
    remove(policy('archive'));
    const list = await json(0, 'archive', 'list');
    expect(list).toMatchObject({ policies: [{ head: null, versions: [] }] });
    expect(faults('archive-list', list)).toEqual([]);
  });

  it('verifies as its schema says, whole and damaged', async () => {
    startOver();
    const whole = await json(0, 'archive', 'verify');
    edit(policy('archive/0002/public/policy.en.md'), 'Lantern', 'Lamp');
    remove(policy('archive/.gitattributes'));
    const damaged = await json(1, 'archive', 'verify');
    expect(damaged).toMatchObject({ policies: [{ problems: [{ version: null }, { version: 2 }] }] });
    expect([...faults('verify-report', whole), ...faults('verify-report', damaged)]).toEqual([]);
  });
});

describe('the schemas of what policyc puts out', () => {
  it('agree on what they share', () => {
    const shared = new Map<string, unknown>();
    for (const name of outputs) {
      for (const [id, definition] of Object.entries(schemaOf(name).$defs ?? {})) {
        expect(definition, `${id} in ${name}`).toEqual(shared.get(id) ?? definition);
        shared.set(id, definition);
      }
    }
    expect(shared.size).toBeGreaterThan(10);
  });

  it.each(outputs)('%s is printed by policyc schema, and refuses what it does not know', async (name) => {
    startOver();
    const { out } = await run('schema', name);
    const { const: format } = (JSON.parse(out) as Schema).properties.format;
    expect(faults(name, { format, surprise: 1 })).toContain(' must NOT have additional properties');
  });
});
