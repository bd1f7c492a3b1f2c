import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asTyped } from '../../src/cli/typed.ts';
import { runHere } from './here.ts';
import { makeRepository, type Repository, twoPolicies } from './repository.ts';

const throughNpx = { npm_command: 'exec', npm_config_user_agent: 'npm/11.0.0 node/v20' };

describe('commands in what is said', () => {
  const typed = (text: string, folder = '', env = {}): string =>
    asTyped(text, { cwd: `/repo/${folder}`, env, ...(folder === '' ? {} : { stands: '/repo' }) });

  it('are said as they are where nobody went elsewhere', () => {
    const words = 'Write the missing note: policyc note --signal low. Why: policyc explain raw-html';
    expect(typed(words)).toBe(words);
  });

  it('have the folder that this one was told, as a shell takes it, where they are about a workspace', () => {
    expect(typed('policyc note --rebase && policyc archive record 2', 'apps/légal')).toBe(
      "policyc note --cwd 'apps/légal' --rebase && policyc archive record --cwd 'apps/légal' 2",
    );
    expect(typed('Why: policyc explain raw-html, or policyc find email', 'a b')).toBe(
      'Why: policyc explain raw-html, or policyc find email',
    );
  });

  it('are started as this one was, once', () => {
    expect(typed('policyc note, then npx policyc diff', '', throughNpx)).toBe(
      'npx policyc note, then npx policyc diff',
    );
    expect(typed('run: npx --no-install policyc check', '', throughNpx)).toBe(
      'run: npx --no-install policyc check',
    );
  });

  it('stay as they were written in a line of a file that is shown', () => {
    const frame = '   9 │   text: Run policyc check.\n     │         ^^^\n';
    expect(typed(`policyc check\n${frame}`, 'a')).toBe(`policyc check --cwd a\n${frame}`);
  });

  it('are nothing else that is called so', () => {
    for (const words of [
      'policyc: no',
      'a bug in policyc',
      'policyc notes',
      'policyc/pages',
      './policyc check',
    ])
      expect(typed(words, 'a', throughNpx)).toBe(words);
  });
});

describe('a text that a command prints, started through npx', () => {
  it.each([['rules'], ['archive', 'verify', '--policy', 'policies/devtool', '--head', '0'.repeat(64)]])(
    'names commands that can be typed: %s',
    async (...args) => {
      const { out } = await runHere(join(import.meta.dirname, '../..'), args, {
        env: throughNpx,
        packageRoot: '/',
      });
      expect(out).toContain('npx policyc explain ');
      expect(out).not.toMatch(/(?<!npx )policyc explain /);
    },
  );
});

describe('at the top of a repository', () => {
  let repository: Repository;
  beforeAll(() => {
    repository = makeRepository(twoPolicies(), 'the company');
    for (const path of ['policies', 'policyc.yaml']) {
      repository.write('apps/la boutique/.keep', '');
      repository.git('mv', path, `apps/la boutique/${path}`);
    }
    repository.edit('apps/la boutique/policies/blog/chapters/about.yaml', 'P15D', 'P20D');
  });
  afterAll(() => repository.away());

  it('a comparison elsewhere says what can be typed, and where files are, from there', () => {
    const { out } = repository.policyc('diff', '--cwd', 'apps/la boutique');
    expect(out).toContain("Write the missing note: policyc note --cwd 'apps/la boutique'\n");
    expect(out).toContain('apps/la boutique/policies/blog/chapters/about.yaml:');
    const inside = repository.policycIn(`${repository.root}/apps`, 'diff', '--cwd', 'la boutique');
    expect(inside.out).toContain("Write the missing note: policyc note --cwd 'la boutique'\n");
    expect(inside.out).toContain('→   la boutique/policies/blog/chapters/about.yaml:');
  });

  it('what it says can be typed', () => {
    const { exit } = repository.policyc('note', '--cwd', 'apps/la boutique');
    expect(exit).toBe(0);
  });

  it('so do problems, and a command that cannot work', () => {
    repository.edit(
      'apps/la boutique/policies/blog/chapters/about.yaml',
      'kind: retention',
      'kind: retentoin',
    );
    const { out } = repository.policyc('check', '--cwd', 'apps/la boutique');
    expect(out).toMatch(/^apps\/la boutique\/policies\/blog\/chapters\/about\.yaml:\d/m);
    const { err } = repository.policyc('diff', '--cwd', 'apps/la boutique');
    expect(err).toContain("policyc check --cwd 'apps/la boutique' lists them all.");
  });

  it('what programs read is the same from everywhere', () => {
    const from = (...args: string[]): string => repository.policyc('check', '--format', 'json', ...args).out;
    expect(from('--cwd', 'apps/la boutique')).toBe(
      repository.policycIn(`${repository.root}/apps/la boutique`, 'check', '--format', 'json').out,
    );
  });
});
