import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

// What somebody types in a real shell becomes what it should; bash is tried with every change, in test/cli.
const program = join(import.meta.dirname, '../../bin/policyc.js');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policyc-shells-'));
  for (const shell of ['zsh', 'fish']) {
    const { stdout } = spawnSync(process.execPath, [program, 'completion', shell], { encoding: 'utf8' });
    writeFileSync(join(folder, `policyc.${shell}`), stdout);
  }
  writeFileSync(join(folder, 'type.zsh'), typed);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Types a line and a tab in a zsh of its own, and tells what stands on the line then. */
const typed = `zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell 'PS1= ; unsetopt zle_bracketed_paste prompt_sp; autoload -U compinit; compinit -u -D; source ./policyc.zsh; told() { print -r -- "<$BUFFER>"; zle send-break }; zle -N told; bindkey "^X" told; print rea""dy'
zpty -r -m shell line '*ready*'
zpty -w -n shell "$1"$'\\t\\x18'
zpty -r -m shell line '*<*>*'
print -r -- "\${\${line##*<}%%>*}"
zpty -d shell
`;

const lines = [
  ['policyc arch', 'policyc archive '],
  ['policyc archive ver', 'policyc archive verify '],
  ['policyc diff --fail-on unc', 'policyc diff --fail-on uncovered '],
  ['policyc archive adopt old.md --eff', 'policyc archive adopt old.md --effective '],
] as const;

it.each(lines)('zsh completes “%s”', (line, whole) => {
  const { stdout, stderr } = spawnSync('zsh', ['-f', 'type.zsh', line], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
    env: { PATH: process.env.PATH, HOME: folder, TERM: 'dumb', LANG: 'C.UTF-8' },
  });
  expect({ stdout, stderr }).toEqual({ stdout: `${whole}\n`, stderr: '' });
});

it.each(lines)('fish completes “%s”', (line, whole) => {
  const { stdout } = spawnSync(
    'fish',
    ['-N', '-c', `source policyc.fish; complete -C${JSON.stringify(line)}`],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: folder, TERM: 'dumb', LANG: 'C.UTF-8' },
    },
  );
  expect(stdout.split('\n').map((one) => one.split('\t')[0])).toContain(whole.trim().split(' ').at(-1));
});

it('every command of the program is offered', () => {
  const names = [
    ...readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8').matchAll(/^\| `policyc (\w+)/gm),
  ];
  const { stdout } = spawnSync('fish', ['-N', '-c', "source policyc.fish; complete -C'policyc '"], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: folder, TERM: 'dumb', LANG: 'C.UTF-8' },
  });
  const offered = stdout.split('\n').map((one) => one.split('\t')[0]);
  expect(offered).toEqual(expect.arrayContaining(names.map(([, name]) => name)));
});
