import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command, Option } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeProgram } from '../../src/cli/program.ts';
import { runHere, worldIn } from './here.ts';

/**
 * An option that takes a name of something (a language, a product, a version, an entry) takes none that nothing has: a
 * slip would be an answer about something else. Each option with a value is tried here, or is free to say anything.
 */
const root = join(import.meta.dirname, '../..');
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'policyc-names-'));
  for (const name of ['marketplace', 'devtool', 'childrens-app', 'charity'])
    cpSync(join(root, 'policies', name), join(folder, 'policies', name), { recursive: true });
  cpSync(join(root, 'policyc.yaml'), join(folder, 'policyc.yaml'));
  writeFileSync(join(folder, 'vendors.csv'), 'name,country\nWrenfield,Germany\n');
  writeFileSync(
    join(folder, 'list.json'),
    JSON.stringify({
      gvlSpecificationVersion: 3,
      vendors: { 1: { id: 1, name: 'Wrenfield', purposes: [1] } },
    }),
  );
  writeFileSync(join(folder, 'old.md'), '# Policy\n\nWe keep your name.\n');
  await run('locale export zh-CN --format json -o sent.json');
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('-c', 'user.name=n', '-c', 'user.email=n@n.example', 'commit', '-qm', 'first');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(line: string): Promise<{ readonly exit: number; readonly said: string }> {
  const { code, said } = await runHere(folder, line.split(' '));
  return { exit: code, said };
}

/** Command, option and the rest of the line: what is unknown is called `nope`, or is a number or code that nothing has. */
const tried: readonly (readonly [command: string, option: string, value: string, rest?: string])[] = [
  ['check', '--profile', 'nope', 'policies/marketplace'],
  ['check', '--edition', 'nope'],
  ['check', '--changed-since', 'nope'],
  ['check', '--shard', '9/4'],
  ['check', '--format', 'nope'],
  ['diff', '--target', 'nope'],
  ['diff', '--locale', 'nope', 'archive:latest policies/devtool -p policies/devtool --format docx=a.docx'],
  ['check', '--policy', 'nope'],
  ['diff', '--policy', 'nope'],
  ['diff', '--fail-on', 'nope'],
  ['diff', '--format', 'nope'],
  ['note', '--policy', 'nope'],
  ['note', '--for', 'nope', '-p policies/devtool'],
  ['note', '--declare', 'nope', '-p policies/devtool'],
  ['note', '--entry', 'nope', '-p policies/devtool --decision raised'],
  ['note', '--act', 'nope', '-p policies/devtool'],
  ['release', '--policy', 'nope', '--effective 2027-01-01'],
  ['release', '--corrects', '99', '-p policies/devtool --effective 2027-01-01'],
  ['release', '--withdraws', '99', '-p policies/devtool --effective 2027-01-01'],
  ['build', '--policy', 'nope'],
  ['build', '--shell', 'nope.html'],
  ['archive list', '--policy', 'nope'],
  ['archive show', '--policy', 'nope', '#1'],
  ['archive show', '--locale', 'nope', '#1 -p policies/devtool'],
  ['archive verify', '--policy', 'nope'],
  ['archive record', '--policy', 'nope', '#1 --channel announcement --sent 2024-05-01 --evidence e --by me'],
  ['archive record', '--channel', 'nope', '#1 -p policies/devtool --sent 2024-05-01 --evidence e --by me'],
  ['archive adopt', '--policy', 'nope', 'old.md --effective 2020-01-01'],
  ['archive adopt', '--locale', 'nope', 'old.md -p policies/devtool --effective 2020-01-01'],
  ['import', '--locale', 'nope', 'old.md new'],
  ['init', '--profile', 'nope', 'new --yes'],
  ['init', '--kind', 'nope', 'new --yes'],
  ['init', '--with', 'nope', 'new --yes'],
  ['import', '--with', 'nope', 'old.md new'],
  ['init', '--locales', 'nope', 'new --yes'],
  ['init', '--country', 'ZZ', 'new --yes'],
  ['locale status', '--policy', 'nope'],
  ['locale accept', '--policy', 'nope', 'en --all'],
  ['locale export', '--policy', 'nope', 'en'],
  ['locale export', '--only', 'nope', 'en'],
  ['locale import', '--policy', 'nope', 'sent.json'],
  ['locale import', '--locale', 'nope', 'old.md'],
  ['locale words', '--policy', 'nope', 'en'],
  ['register import', '--vendors', '99', 'list.json'],
  ['drift', '--policy', 'nope', '.'],
  ['drift', '--format', 'nope', '.'],
  ['export', '--policy', 'nope', 'records'],
  ['export', '--version', '99', 'records policies/devtool'],
  ['export', '--product', 'nope', 'records policies/devtool'],
  ['export', '--product', 'lantern-lane', 'records policies/marketplace'],
  ['export', '--locale', 'nope', 'records policies/devtool'],
  ['archive follow', '--policy', 'nope', 'main'],
];

/** What may be said of anything, and what is read or written at a place: no name of something that must be there. */
const free: Readonly<Record<string, string>> = {
  ...because('the words of a person', ['reason', 'by', 'read-by', 'text', 'evidence', 'override', 'company']),
  ...because('an id that is given here', ['id']),
  ...because('a day', ['as-of', 'effective', 'published', 'sent', 'ended']),
  ...because('a number', ['port', 'jobs']),
  ...because('where something is written', ['output', 'out', 'cache-location', 'to']),
  ...because('a program, tried when something is printed', ['browser']),
  ...because('a finding of its own: the archive may have been cut off', ['head']),
};

function because(why: string, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, why]));
}

describe('a name that nothing has', () => {
  it.each(tried)('is not taken by %s %s %s', async (command = '', option = '', value = '', rest = '') => {
    const before = filesBelow();
    const { exit, said: words } = await run(`${command} ${option} ${value} ${rest}`.trim());
    expect({ exit, words }).toMatchObject({ exit: 2, words: expect.stringContaining(value) });
    expect(words).not.toMatch(/unknown option|too many arguments|not given/);
    expect(filesBelow()).toEqual(before);
  });

  it('is not taken for a vendor of a file that has no numbers', async () => {
    const { exit, said: words } = await run('register import vendors.csv --vendors 1');
    expect({ exit, words }).toMatchObject({ exit: 2, words: expect.stringContaining('vendors.csv is none') });
  });

  it('is not taken for the version that an act is about', async () => {
    const ran = await runHere(folder, ['note', '-p', 'policies/devtool', '--act', 'withdraws #99']);
    expect(ran).toMatchObject({ code: 2, said: expect.stringContaining('It has #1.') });
  });

  it('is tried for each option that takes one', async () => {
    const program = await makeProgram(['completion', 'bash'], worldIn(folder), () => {});
    const isKnown = (command: string, { long }: Pick<Option, 'long'>): boolean =>
      tried.some(([other, option]) => other === command && option === long) ||
      Object.hasOwn(free, (long ?? '').slice(2));
    const forgotten = all(program).flatMap(([path, command]) =>
      command.options
        .filter((option) => (option.required || option.optional) && option.argChoices === undefined)
        .filter((option) => !isKnown(path, option))
        .map(({ long }) => `${path} ${long}`),
    );
    expect(forgotten).toEqual([]);
  });
});

/** Every command with what it is called from the top. */
function all(command: Command, path = ''): readonly (readonly [string, Command])[] {
  return command.commands.flatMap((below) => {
    const name = `${path} ${below.name()}`.trim();
    return [[name, below] as const, ...all(below, name)];
  });
}

/** The files of the workspace, with how long they are. */
function filesBelow(above = folder): readonly string[] {
  return readdirSync(above, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(above, entry.name);
      if (entry.isDirectory()) return entry.name === '.git' ? [] : filesBelow(path);
      return [`${path} ${statSync(path).size}`];
    })
    .sort();
}
