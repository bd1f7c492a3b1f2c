import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runWarm } from './warm.ts';

// Everything that is written by hand afterwards: by each command that writes it.
const root = join(import.meta.dirname, '../..');
let folder = '';

function policyc(...args: readonly string[]): string {
  const { exit, out, err } = runWarm({ cwd: folder, env: process.env, args });
  expect({ args, exit, err: exit === 0 ? '' : err }).toEqual({ args, exit: 0, err: '' });
  return out;
}

const shop = 'policies/paper-lamp';
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
const replace = (path: string, before: string, after: string): void => {
  expect(read(path)).toContain(before);
  writeFileSync(
    join(folder, path),
    read(path).replace(before, () => after),
  );
};

/** The commands that write, by their files: one that is added must be tried here. */
const writers = [
  'archive/follow.ts', // puts back notes that a version used up, as they were
  'import.ts',
  'init.ts',
  'locale/accept.ts', // moves marks of translations that are there
  'locale/import.ts',
  'locale/words.ts',
  'note.ts',
  'register/import.ts', // writes CSV, which has no comments
];

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'policyc-lines-')));
  policyc('init', '--yes', '--company', 'Paper Lamp', '--country', 'IE', '--locales', 'en,zh-CN');
  writeFileSync(
    join(folder, 'old.md'),
    '# Old policy\n\n## Partners\n\n| Company | Country |\n| --- | --- |\n| Reed Post | Ireland |\n\n## Data\n\nWe keep it.\n',
  );
  policyc('import', 'old.md', '--id', 'old', '--company', 'Paper Lamp');
  policyc('release', '-p', shop, '--effective', '2026-01-01', '--published', '2026-01-01');
  replace(`${shop}/policy.yaml`, 'locales: [en, zh-CN]', 'locales: [en, zh-CN, fr]');
  policyc('locale', 'words', 'fr', '--write', '-p', shop);
  const exchange = policyc('locale', 'export', 'fr', '-p', shop, '--format', 'json');
  writeFileSync(
    join(folder, 'fr.json'),
    exchange.replace('"target": ""', '"target": "Ce que nous recueillons"'),
  );
  policyc('locale', 'import', 'fr.json');
  policyc('note', '-p', shop);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a file of a policy is, by where it lies. */
function schemaOf(path: string): string {
  const name = path.replace(/^policies\/[^/]+\//, '');
  if (name === 'policyc.yaml') return 'workspace';
  if (name === 'policy.yaml') return 'policy';
  const folders: Record<string, string> = {
    chapters: 'chapter',
    locales: 'locale',
    registers: 'register',
    words: 'words',
    changes: 'note',
  };
  return folders[name.split('/')[0] ?? ''] ?? 'none';
}

describe('every file that a command writes', () => {
  it('comes from a command that is tried here', () => {
    const commands = join(root, 'src/cli/commands');
    const found = readdirSync(commands, { recursive: true, encoding: 'utf8' }).filter(
      (path) =>
        path.endsWith('.ts') &&
        /\b(?:createFiles?|replace(?:All)?Files|writeNewFiles)\(/.test(
          readFileSync(join(commands, path), 'utf8'),
        ),
    );
    expect(found.sort()).toEqual(writers);
  });

  it('names its schema in its first line, from where it lies', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:yaml|md)$/.test(path) && path !== 'old.md' && !path.includes('/archive/'))
      .sort();
    const named = files.map((path) => {
      const text = read(path).replace(/^---\n/, '');
      const line = /^# yaml-language-server: \$schema=(.*)\n/.exec(text)?.[1] ?? '';
      return [path, relative(folder, resolve(folder, dirname(path), line))];
    });
    const wanted = files.map((path) => [path, `node_modules/policyc/schemas/${schemaOf(path)}.schema.json`]);
    expect(named).toEqual(wanted);
    const kinds = new Set(files.map(schemaOf));
    expect([...kinds].sort()).toEqual([
      'chapter',
      'locale',
      'note',
      'policy',
      'register',
      'words',
      'workspace',
    ]);
    for (const kind of kinds) expect(existsSync(join(root, 'schemas', `${kind}.schema.json`))).toBe(true);
  });
});

describe('the entries drafted for SchemaStore', () => {
  const { schemas } = JSON.parse(readFileSync(join(root, 'schemas/schemastore.json'), 'utf8')) as {
    readonly schemas: readonly {
      readonly name: string;
      readonly description: string;
      readonly fileMatch: readonly string[];
      readonly url: string;
    }[];
  };

  it('lead to schemas of the package, and say what their catalog asks for', () => {
    for (const { name, description, fileMatch, url } of schemas) {
      expect(name).toMatch(/^policyc /);
      expect(description).not.toMatch(/schema|\.$/i);
      expect(fileMatch.every((glob) => glob.startsWith('**/policies/') || glob === 'policyc.yaml')).toBe(
        true,
      );
      expect(existsSync(join(root, url.replace('https://unpkg.com/policyc/', '')))).toBe(true);
    }
  });

  it('give each file of a workspace the schema that its first line names, notes apart, which are Markdown', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (path) => path.endsWith('.yaml') && !path.includes('/archive/'),
    );
    for (const path of files) {
      const found = schemas.filter(({ fileMatch }) =>
        fileMatch.some((glob) => expressionOf(glob).test(path)),
      );
      expect([path, ...found.map(({ url }) => url.split('/').at(-1))]).toEqual([
        path,
        `${schemaOf(path)}.schema.json`,
      ]);
    }
  });
});

/** A glob as catalogs have them: a star is within a folder, two are any folders. */
function expressionOf(glob: string): RegExp {
  const parts = glob
    .split('/')
    .map((part) => (part === '**' ? '(?:.*/)?' : `${part.split('*').map(plain).join('[^/]*')}/`));
  return new RegExp(`^${parts.join('').slice(0, -1)}$`);
}

function plain(text: string): string {
  return text.replaceAll('.', '\\.');
}
