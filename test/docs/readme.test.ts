import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { makeProgram } from '../../src/cli/program.ts';
import type { World } from '../../src/cli/world.ts';
import { policyFrom, smallHead } from '../policy.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const readme = read('README.md');

/** The blocks of a language in the README. */
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, text = '']) => text);

let printed = '';
const world: World = {
  cwd: root,
  env: {},
  out: (text) => {
    printed += text;
  },
  remark: () => {},
  terminal: { out: false, remark: false },
  now: () => Date.UTC(2026, 10, 1),
  packageRoot: root,
  version: '0.0.0',
};

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

describe('the excerpt of a comparison in the README', () => {
  const [command = '', ...lines] = (blocks('console')[1] ?? '').trimEnd().split('\n');

  beforeAll(async () => {
    printed = '';
    await main(command.replace('$ policyc ', '').replaceAll("'", '').split(' '), world);
  });

  it('is what the command prints, line by line and in this order', () => {
    expect(lines.length).toBeGreaterThan(5);
    const real = printed.split('\n');
    let at = 0;
    for (const line of lines) {
      if (line === '…') continue;
      const found = real.indexOf(line, at);
      expect(found, `the command does not print, or not there: ${line}`).toBeGreaterThanOrEqual(at);
      at = found + 1;
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
