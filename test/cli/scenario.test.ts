import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Place, parseScenario, printScenario, runScenario } from './scenario.ts';

/** `UPDATE=1 npx vitest run test/cli/scenario.test.ts` writes the outcomes anew; read what changed. */
const update = process.env.UPDATE === '1';
const root = join(import.meta.dirname, '../..');
const scenarios = join(root, 'test/scenarios');
const built: Place = { program: join(root, 'bin/policyc.js'), samples: join(root, 'test/samples') };

describe('the built program', () => {
  const names = readdirSync(scenarios).filter((name) => name.endsWith('.scenario'));

  it.each(names)('%s', { timeout: 120_000 }, (name) => {
    const file = join(scenarios, name);
    const text = readFileSync(file, 'utf8');
    // What starting and ending a process has to do with is tried with one for every command.
    const warm = name !== 'process.scenario';
    const real = printScenario(runScenario(parseScenario(text), { ...built, warm }));
    if (update) writeFileSync(file, real);
    else expect(real).toBe(text);
  });
});

describe('the scenario runner', () => {
  let folder = '';
  let fake: Place = built;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'policyc-fake-'));
    const program = join(folder, 'fake program.js');
    writeFileSync(
      program,
      `const fs = require('node:fs');
      const [file, code] = process.argv.slice(2);
      console.log(process.cwd(), fs.readFileSync(file, 'utf8').trim(), process.env.TZ, process.env.NO_COLOR);
      process.stderr.write('no line end');
      process.exitCode = Number(code);`,
    );
    fake = { ...built, program };
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const scenario = `==== title
Two commands
==== files
--- deep/file.txt
one
==== command
policyc deep/file.txt 3
==== stdout
something else
==== exit
0
==== script
echo two > deep/file.txt
git init -q && git add . && git commit -q -m first
==== command
policyc deep/file.txt 0 2>/dev/null; git log --format='%an %ad %s' --date=iso
`;

  it('puts what really happened in place of what was expected, with the folder masked', () => {
    expect(printScenario(runScenario(parseScenario(scenario), fake))).toBe(`==== title
Two commands
==== files
--- deep/file.txt
one
==== command
policyc deep/file.txt 3
==== stdout
<folder> one UTC 1
==== stderr
no line end⏎ missing
==== exit
3
==== script
echo two > deep/file.txt
git init -q && git add . && git commit -q -m first
==== command
policyc deep/file.txt 0 2>/dev/null; git log --format='%an %ad %s' --date=iso
==== stdout
<folder> two UTC 1
A. Author 2022-07-01 00:00:00 +0000 first
==== exit
0
`);
  });

  it('names hashes in order of appearance, with their first digits', () => {
    const [a, b] = ['ab12'.repeat(16), 'cd34'.repeat(16)];
    const text = `==== title\nT\n==== command\necho ${b} ${a}; echo '${a.slice(0, 12)}… (${a.slice(0, 12)}) abc123'\n`;
    const [command] = runScenario(parseScenario(text), fake).steps;
    const stdout = '<hash 1> <hash 2>\n<hash 2>… (<commit>) abc123\n';
    expect(command).toMatchObject({ expected: { stdout, exit: 0 } });
  });

  it('copies a sample folder and lays files over it', () => {
    const text =
      '==== title\nT\n==== files\nfrom: small\n--- chapters/main.yaml\nmine\n==== command\nfind . -type f | sort; cat chapters/main.yaml\n';
    const [, command] = runScenario(parseScenario(text), fake).steps;
    const stdout = './chapters/about.yaml\n./chapters/main.yaml\n./policy.yaml\nmine\n';
    expect(command).toMatchObject({ expected: { stdout, exit: 0 } });
  });

  it('stops at a script that fails, and at sections it does not know', () => {
    expect(() => runScenario(parseScenario('==== title\nT\n==== script\nfalse\n'), fake)).toThrow(
      'script failed',
    );
    expect(() => parseScenario('==== title\nT\n==== stdout\nx\n')).toThrow('must follow a command');
    expect(() => parseScenario('==== title\nT\n==== command\nx\n==== stdin\nx\n')).toThrow('no section');
  });
});
