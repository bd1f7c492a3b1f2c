import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { makeProgram } from '../../src/cli/program.ts';
import { worldIn } from '../cli/here.ts';
import { policyFrom, smallHead } from '../policy.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const readme = read('README.md');

/** The blocks of a language in the README. */
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, text = '']) => text);

let printed = '';
const world = worldIn(root, {
  out: (text) => {
    printed += text;
  },
});

describe('the first example in the README', () => {
  it('is what the command prints in a folder that holds two documents and nothing else', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'policyc-readme-'));
    try {
      const document = (sharing: string): string =>
        `# Privacy\n\n## Sharing\n\n${sharing}\n\n## Keeping\n\nWe keep your orders for one year.\n`;
      writeFileSync(join(folder, 'old.md'), document('We do not share your address with sellers.'));
      writeFileSync(join(folder, 'new.md'), document('We share your address with sellers.'));
      const [command = '', ...lines] = (blocks('console')[0] ?? '').split('\n');
      printed = '';
      const code = await main(command.replace('$ npx policyc ', '').split(' '), { ...world, cwd: folder });
      expect({ code, printed }).toEqual({ code: 1, printed: lines.join('\n') });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('the first policy in the README', () => {
  const section = readme.split(/^## /m).find((one) => one.startsWith('Write a policy\n')) ?? '';
  const shown = [...section.matchAll(/^```console\n(.*?)^```/gms)].map(([, text = '']) => text);
  const typed = [...section.matchAll(/^(?:\$ )?npx policyc (.+)$/gm)].map(([, text = '']) =>
    [...text.replace('$(date -u +%F)', '2026-12-01').matchAll(/"([^"]*)"|(\S+)/g)].map(
      ([, quoted, bare]) => quoted ?? bare ?? '',
    ),
  );
  const [, from = '', to = ''] = /change `([^`]+)` to `([^`]+)`/.exec(section) ?? [];

  it('is written, checked, released, changed and compared as it stands there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'policyc-readme-'));
    const here = {
      ...world,
      cwd: folder,
      env: { npm_command: 'exec', npm_config_user_agent: 'npm/11' },
      now: () => Date.UTC(2026, 11, 1),
    };
    const run = async (args: readonly string[]): Promise<{ code: number; printed: string }> => {
      printed = '';
      return { code: await main(args, here), printed };
    };
    try {
      const [init = [], check = [], release = [], diff = []] = typed;
      expect(typed).toHaveLength(4);
      expect((await run(init)).code).toBe(0);
      expect(await run(check)).toEqual({ code: 0, printed: shown[0] });
      expect((await run(release)).code).toBe(0);
      const path = join(folder, /in `([^`]+\.yaml)`, change/.exec(section)?.[1] ?? '');
      const before = readFileSync(path, 'utf8');
      expect(before).toContain(from);
      writeFileSync(path, before.replace(from, to));
      expect(await run(diff)).toEqual({ code: 1, printed: shown[1]?.split('\n').slice(1).join('\n') });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('the clause in the README', () => {
  it('compiles in a policy that keeps what it refers to', () => {
    const retention = `chapter: main
title: Keeping
clauses:
  - { id: retention-location, kind: retention, data: [location.precise], period: P30D, title: Where you were }
`;
    const policy = policyFrom({
      'policy.yaml': smallHead.replace('[main]', '[collection, main]'),
      'chapters/collection.yaml': blocks('yaml')[0] ?? '',
      'chapters/main.yaml': retention,
    });
    expect(policy.facts.filter(({ relation }) => relation === 'function').map(({ key }) => key)).toEqual([
      ['nearby'],
    ]);
  });
});

describe('the table of commands in the README', () => {
  it('has every command there is, and no other', async () => {
    const program = await makeProgram([], world, () => {});
    const real = program.commands.flatMap((command) =>
      command.commands.length > 0
        ? command.commands.map((inner) => `${command.name()} ${inner.name()}`)
        : [command.name()],
    );
    const told = [...readme.matchAll(/^\| `policyc ([a-z]+(?: [a-z]+)?)[^`]*`/gm)].map(([, name]) => name);
    expect(told.sort()).toEqual(real.sort());
  });
});

describe('links between documents', () => {
  const folders = ['.', 'docs', 'docs/decisions'];
  const documents = folders.flatMap((folder) =>
    readdirSync(join(root, folder)).flatMap((name) => (name.endsWith('.md') ? [join(folder, name)] : [])),
  );

  it.each(documents)('%s leads somewhere', (path) => {
    const targets = [...read(path).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target = '']) => target);
    expect(targets.filter((target) => !existsSync(join(root, dirname(path), target)))).toEqual([]);
  });
});
