import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shells } from '../../src/report/completion.ts';
import { runHere } from './here.ts';

const scripts = new Map<string, string>();
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'policyc-completion-'));
  for (const shell of shells) {
    scripts.set(shell, (await runHere(folder, ['completion', shell])).out);
  }
  writeFileSync(join(folder, 'policyc.bash'), scripts.get('bash') ?? '');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What bash offers behind each of these lines of words; the last one of a line is being written. */
function offeredFor(lines: readonly (readonly string[])[]): string[][] {
  const script = `source policyc.bash
while [ $# -gt 0 ]; do
  COMP_WORDS=(policyc "\${@:2:$1}"); COMP_CWORD=$1; shift $(($1 + 1))
  _policyc; printf '%s\n' "\${COMPREPLY[@]}" =
done`;
  const words = lines.flatMap((line) => [String(line.length), ...line]);
  const out = execFileSync('bash', ['-c', script, 'bash', ...words], { cwd: folder, encoding: 'utf8' });
  const offers = out.split(/^=\n/m).slice(0, -1);
  return offers.map((some) => some.split('\n').filter((line) => line !== ''));
}

const offered = (...words: readonly string[]): string[] => offeredFor([words])[0] ?? [];

describe('completion in bash', () => {
  it('offers --policy with every command but those that are on no policy', () => {
    const names = (...words: readonly string[]): string[] =>
      offered(...words).filter((one) => !/^-/.test(one));
    const groups = ['archive', 'locale', 'register'];
    const all = [
      ...names('').filter((one) => !groups.includes(one)),
      ...groups.flatMap((group) => names(group, '').map((one) => `${group} ${one}`)),
    ];
    const options = offeredFor(all.map((one) => [...one.split(' '), '--pol']));
    const without = all.filter((_, at) => !options[at]?.includes('--policy'));
    expect(all).toEqual(expect.arrayContaining(['check', 'diff', 'archive verify', 'locale status']));
    expect(without).toEqual([
      ...['init', 'import', 'explain', 'find', 'rules', 'lsp', 'completion', 'schema'],
      'register import',
    ]);
  });

  it('offers commands, and those below a command', () => {
    expect(offered('')).toEqual(expect.arrayContaining(['init', 'check', 'archive', '--version']));
    expect(offered('ar')).toEqual(['archive']);
    expect(offered('archive', 'v')).toEqual(['verify']);
    expect(offered('--cwd', 'legal', 'archive', 'sh')).toEqual(['show']);
  });

  it('offers the options of the command that was reached, and the values of an option', () => {
    expect(offered('diff', '--fail')).toEqual(['--fail-on']);
    expect(offered('diff', '--fail-on', 'un')).toEqual(['uncovered']);
    expect(offered('archive', 'adopt', 'old.md', '--eff')).toEqual(['--effective']);
    expect(offered('check', '--effective')).toEqual([]);
  });

  it('leaves names of files to bash', () => {
    expect(scripts.get('bash')).toContain('complete -o default -F _policyc policyc');
    expect(offered('import', 'pol')).toEqual([]);
  });
});

describe('completion in other shells', () => {
  it('names every command and what it is for', () => {
    for (const shell of ['zsh', 'fish'] as const)
      expect(scripts.get(shell)).toMatch(/adopt.*add a version that was published before/);
  });
});
