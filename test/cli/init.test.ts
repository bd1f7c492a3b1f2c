import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { CannotWork } from '../../src/base/failure.ts';
import { commaSeparated } from '../../src/cli/command.ts';
import { answersFor } from '../../src/cli/init-answers.ts';
import type { World } from '../../src/cli/world.ts';
import { runWarm } from './warm.ts';

/** Somebody who gives these answers, one after the other, then leaves; with all that they were asked and told. */
function reader(...lines: string[]): { readonly world: World; readonly seen: string[] } {
  const seen: string[] = [];
  const world: World = {
    cwd: '/',
    env: {},
    out: () => {},
    remark: (text) => void seen.push(text),
    ask: async (question) => {
      seen.push(question);
      return lines.shift();
    },
    terminal: { out: true, remark: true },
    now: () => 0,
    packageRoot: '/',
    version: '0',
  };
  return { world, seen };
}

describe('policyc init on a terminal', () => {
  it('asks for all that is not given; an empty line takes what is likely, which follows from what was said', async () => {
    const { world, seen } = reader('小店有限公司', 'cn', '', '', 'app', 'hook,prettier');
    expect(await answersFor({}, world)).toEqual({
      company: '小店有限公司',
      country: 'CN',
      locales: ['zh-CN'],
      profiles: ['cn-pipl'],
      kind: 'app',
      beside: ['hook', 'prettier'],
    });
    expect(seen).toHaveLength(6);
  });

  it('asks again after what is no answer, and says why', async () => {
    const { world, seen } = reader('Ireland', 'ie', 'en, zh-cn,en', 'gdpr,,', 'eu-gdpr', 'minimal', '');
    expect(await answersFor({ company: 'Small Shop Ltd' }, world)).toEqual({
      company: 'Small Shop Ltd',
      country: 'IE',
      locales: ['en', 'zh-CN'],
      profiles: ['eu-gdpr'],
      kind: 'minimal',
      beside: [],
    });
    expect(seen.filter((text) => /is not a country|unknown value|pages have words/.test(text))).toHaveLength(
      2,
    );
  });

  it('asks nothing with --yes, nor for what is given', async () => {
    const { world, seen } = reader();
    expect((await answersFor({ yes: true, country: 'US' }, world)).profiles).toContain('us-ca-ccpa');
    expect(seen).toEqual([]);
  });

  it('takes all that a list was given, when its option is given again', async () => {
    const command = new Command().addOption(commaSeparated('--with <files>', ''));
    command.parse(['--with', 'hook', '--with', 'prettier,vscode'], { from: 'user' });
    const { beside } = await answersFor({ yes: true, ...command.opts() }, reader().world);
    expect(beside).toEqual(['hook', 'prettier', 'vscode']);
  });

  it('stops when nobody answers any more', async () => {
    const { world } = reader('Small Shop Ltd');
    await expect(answersFor({}, world)).rejects.toThrow(CannotWork);
  });
});

it('tells what GitHub and git would never read, below the root of a repository, and nothing at the root', () => {
  const repository = realpathSync(mkdtempSync(join(tmpdir(), 'policyc-init-')));
  mkdirSync(join(repository, '.git'));
  const told = (...folder: string[]): string => {
    const args = ['init', ...folder, '--yes', '--company', 'Small', '--with', 'github,hook,prettier'];
    return runWarm({ cwd: repository, env: {}, args }).err;
  };
  try {
    expect(told('packages/legal')).toContain(
      'Nothing reads .github/workflows/policy.yml, .githooks/pre-commit here, below the root of the repository. Move that to ., put packages/legal/ before the paths in it, and add --cwd packages/legal to its policyc commands',
    );
    expect(told()).not.toContain('Nothing reads');
  } finally {
    rmSync(repository, { recursive: true });
  }
});

it('gives a workspace that is there a hook or a workflow, and nothing else', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'policyc-init-')));
  const run = (...args: string[]) => runWarm({ cwd: folder, env: {}, args: ['init', ...args] });
  try {
    run('--yes', '--company', 'Small');
    expect(run('--with', 'hook,codeowners').out).toBe('.githooks/pre-commit\n.github/CODEOWNERS\n');
    expect(run('--with', 'hook', '--company', 'Other').err).toContain('policyc.yaml already exists');
    expect(run('--yes', '--with', 'hook', '--company', 'Other').err).toContain('already exists');
    expect(run('--yes').err).toContain('policyc init --with hook');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
