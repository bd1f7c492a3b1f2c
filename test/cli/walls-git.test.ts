import { chmodSync, cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { delimiter, join, parse } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeRepository, type Repository, twoPolicies } from './repository.ts';

/** Where the base is read from, and what is taken for a file of a policy: the built program against strangers' trees. */

let template: Repository;
let at: Repository;

const shop = 'policies/shop';
const about = `${shop}/chapters/about.yaml`;
const slower = 'we answer within 20 days; it was 15 days';

beforeAll(() => {
  template = twoPolicies();
});
afterAll(() => template.away());
beforeEach(() => {
  at = makeRepository(template);
});
afterEach(() => at.away());

const judge = (env = {}): { exit: number | null; told: string } => {
  const { exit, out, err } = at.policycWith(env, 'diff', '--target', 'main');
  return { exit, told: out + err };
};

/** Makes a folder look like a bare repository whose main is the request itself. */
const plantRepository = (folder: string, settings: string): void => {
  const fake = join(at.around, 'fake');
  at.git('clone', '-q', '--bare', '.', fake);
  at.gitIn(fake, 'update-ref', 'refs/heads/main', 'request');
  for (const name of ['objects', 'refs', 'HEAD', 'packed-refs'])
    renameSync(join(fake, name), join(at.root, folder, name));
  at.write(`${folder}/config`, settings);
};

describe('the base', () => {
  it.each(['[core]\n\tbare = true\n', '[core]\n\tbare = false\n\tworktree = ../..\n'])(
    'is never read from a repository that lies in the policy folder: %j',
    (settings) => {
      at.edit(about, 'P15D', 'P20D');
      at.commit('Slower');
      plantRepository(shop, settings);
      const { exit, out } = at.policycIn(join(at.root, shop), 'diff', '--target', 'main', '-p', '.');
      expect([exit, out]).toEqual([1, expect.stringContaining(slower)]);
      const inside = at.policycIn(join(at.root, shop, 'chapters'), 'diff', 'git:main', '-p', '..');
      expect([inside.exit, inside.out]).toEqual([1, expect.stringContaining(slower)]);
    },
  );

  it('is read by a git that is not looked for where a request could have put one', () => {
    const programs = join(at.around, 'programs');
    at.write(
      '../programs/git',
      `#!/bin/sh\npwd >> '${at.around}/started'\nPATH='${process.env.PATH}' exec git "$@"\n`,
    );
    chmodSync(join(programs, 'git'), 0o755);
    at.edit(about, 'P15D', 'P20D');
    at.commit('Slower');
    const { exit, told } = judge({ PATH: `${programs}${delimiter}${process.env.PATH}` });
    expect([exit, told]).toEqual([1, expect.stringContaining(slower)]);
    const started = readFileSync(join(at.around, 'started'), 'utf8').trim().split('\n');
    expect(new Set(started)).toEqual(new Set([parse(at.root).root]));
  });

  const taken = (git: string): void => renameSync(git, join(at.around, 'away'));
  const broken = (git: string): void => rmSync(join(git, 'HEAD'));
  it.each([
    ['where none is around it', '.', '.', taken],
    ['where none is around it', shop, '../..', taken],
    ['where the one around it is broken', '.', '.', broken],
    ['where the one around it is broken', shop, '../..', broken],
  ])('is read from no files of a request that make a repository %s: %s', (_, folder, worktree, lose) => {
    at.edit(about, 'P15D', 'P20D');
    at.commit('Slower');
    plantRepository(folder, `[core]\n\tbare = false\n\tworktree = ${worktree}\n`);
    lose(join(at.root, '.git'));
    for (const args of [['--target', 'main'], ['git:main']]) {
      const { exit, out, err } = at.policycIn(join(at.root, shop), 'diff', ...args);
      expect([exit, out + err]).toEqual([2, expect.stringContaining('in no git repository')]);
    }
  });

  it('is not chosen by the environment, nor by settings of the working tree', () => {
    at.edit(about, 'P15D', 'P20D');
    at.commit('Slower');
    const other = join(at.around, 'other');
    at.git('clone', '-q', '.', other);
    at.gitIn(other, 'branch', '-f', 'main', 'request');
    const git = join(other, '.git');
    const hostile = {
      GIT_DIR: git,
      GIT_WORK_TREE: at.root,
      GIT_COMMON_DIR: git,
      GIT_OBJECT_DIRECTORY: join(git, 'objects'),
      GIT_ALTERNATE_OBJECT_DIRECTORIES: join(git, 'objects'),
      GIT_CEILING_DIRECTORIES: at.root,
      GIT_NAMESPACE: 'x',
      GIT_ATTR_SOURCE: 'main',
      GIT_CONFIG_PARAMETERS: "'core.worktree=/'",
    };
    for (const env of [{}, hostile]) {
      const { exit, told } = judge(env);
      expect([exit, told]).toEqual([1, expect.stringContaining(slower)]);
      at.git('config', 'core.worktree', other);
    }
  });
});

describe('a file that git keeps otherwise', () => {
  it.each(['working-tree-encoding=ISO646-GB', 'ident', 'filter=lfs'])(
    'stops the request: %s',
    (attribute) => {
      at.write('.gitattributes', `${about} ${attribute}\n`);
      const { exit, told } = judge();
      expect([exit, told]).toEqual([1, expect.stringContaining(`the attribute ${attribute} applies to it`)]);
    },
  );

  it('stops it by a macro, for the archive, the notes and the workspace, and from the index alone', () => {
    at.write('.gitattributes', '[attr]odd ident\n');
    at.write(`${shop}/.gitattributes`, 'archive/0001/public/policy.json odd\n');
    expect(judge().told).toContain('error  git-converts');
    at.write(`${shop}/.gitattributes`, '');
    at.write('.gitattributes', 'policyc.yaml filter=x\n');
    at.git('add', '-A');
    at.remove('.gitattributes');
    expect(judge().told).toContain('error  git-converts');
    at.git('add', '-A');
    expect(judge().exit).toBe(0);
  });

  it.each(['*.YAML ident\n', '*.yaml ident\n*.YAML -ident\n'])(
    'stops it where names have no capitals, or do: %j',
    (lines) => {
      at.write('.gitattributes', lines);
      at.commit('Attributes');
      for (const ignores of ['true', 'false']) {
        at.git('config', 'core.ignoreCase', ignores);
        expect([ignores, judge().told]).toEqual([ignores, expect.stringContaining('error  git-converts')]);
      }
    },
  );

  it.each([about, `${shop}/changes/new.md`, 'policyc.yaml'])(
    'stops it when merges would join it unseen: %s',
    (path) => {
      at.write(`${shop}/changes/new.md`, '---\ncovers: []\n---\n');
      at.write('.gitattributes', `${path} merge=union\n`);
      at.git('add', '-A');
      expect(judge().told).toContain('the attribute merge=union applies to it');
      at.write('.gitattributes', `${path} merge=binary\n*.yaml -merge\n`);
      at.git('add', '-A');
      expect(judge().told).not.toContain('git-converts');
    },
  );

  it('line ends apart', () => {
    at.write('.gitattributes', '*.yaml text eol=crlf\n');
    at.commit('Line ends');
    at.remove(about);
    at.git('checkout', '-q', '--', about);
    expect(at.read(about)).toContain('\r\n');
    expect(judge().exit).toBe(0);
  });
});

describe('what is no file of its own', () => {
  const commands = [
    ['check'],
    ['diff', '--target', 'main'],
    ['diff'],
    ['note'],
    ['release', '-p', shop, '--effective', '2022-08-01'],
    ['build'],
  ];
  /** Every command refuses, with its own words, and what is linked to stays as it was. */
  const refused = (words: string, codes = [2]): void => {
    for (const command of commands) {
      const { exit, out, err } = at.policyc(...command);
      expect([command[0], codes.includes(exit ?? 0), out + err]).toEqual([
        command[0],
        true,
        expect.stringContaining(words),
      ]);
    }
    expect(at.git('status', '--porcelain', '--', 'elsewhere')).toBe('');
  };
  const moveAway = (path: string): void => {
    mkdirSync(join(at.root, 'elsewhere'), { recursive: true });
    const there = join(at.root, 'elsewhere', path.split('/').at(-1) ?? '');
    renameSync(join(at.root, path), there);
    symlinkSync(there, join(at.root, path));
    at.commit('Moved');
  };

  it('is refused in place of a policy folder, and on the way to it', () => {
    moveAway(shop);
    refused(`${shop} is a symbolic link`);
    at.git('checkout', '-q', '-f', '-B', 'way', 'main');
    moveAway('policies');
    refused('is reached through policies, which is a symbolic link');
  });

  it('is refused when it leads out of the workspace', () => {
    symlinkSync('/', join(at.root, 'root'));
    cpSync(join(at.root, shop), join(at.around, 'secret'), { recursive: true });
    at.write('policyc.yaml', `format: policyc/workspace@1\npolicies: [root${at.around}/secret]\n`);
    refused('is reached through root, which is a symbolic link');
  });

  it.each(['chapters', 'archive', about])('is refused in place of %s', (path) => {
    moveAway(path.startsWith(shop) ? path : `${shop}/${path}`);
    refused('symbolic link', [1, 2]);
  });

  it('is refused in place of changes/', () => {
    at.edit(about, 'P15D', 'P20D');
    at.policyc('note', '--reason', 'Slow.', '--by', 'counsel', '--text', 'Slower.');
    moveAway(`${shop}/changes`);
    refused('symbolic link', [1, 2]);
  });

  it('is refused in place of a chapter, when it is a repository of its own', () => {
    at.git('init', '-q', join(at.root, shop, 'registers'));
    refused('a repository of its own', [1, 2]);
    at.remove(`${shop}/registers`);
    const id = at.git('rev-parse', 'HEAD').trim();
    at.git('update-index', '--add', '--cacheinfo', `160000,${id},${shop}/registers`);
    const { exit, told } = judge();
    expect([exit, told]).toEqual([1, expect.stringContaining('a repository of its own')]);
  });

  it.each(['policyc.yaml', `${shop}/archive/.0002.tmp`, `${shop}/archive/.gitattributes`])(
    'is refused in git alone, since no later request could be judged: a repository in place of %s',
    (path) => {
      const id = at.git('rev-parse', 'HEAD').trim();
      at.git('rm', '-q', '--cached', '--ignore-unmatch', path);
      at.git('update-index', '--add', '--cacheinfo', `160000,${id},${path}`);
      const { exit, told } = judge();
      expect([exit, told]).toEqual([1, expect.stringContaining('a repository of its own')]);
    },
  );

  it.each([about, `${shop}/changes/old.md`, 'policyc.yaml'])(
    'is told where git has it no more and the disk still shows it: %s',
    (path) => {
      const note = `---\ncovers: [v1:${'0'.repeat(32)}]\nagainst: none\ndecision: editorial\n---\n`;
      at.git('checkout', '-q', 'main');
      at.write(`${shop}/changes/old.md`, note);
      at.commit('A note');
      at.git('checkout', '-q', '-B', 'request');
      at.git('rm', '-q', '--cached', path);
      at.git('commit', '-q', '-m', 'Gone');
      const { exit, told } = judge();
      expect([exit, told]).toEqual([1, expect.stringContaining('git has this file no more')]);
      // What is gone from both is judged as that.
      at.remove(path);
      expect(judge().told).not.toContain('git-looks-away');
    },
  );

  it('is told where git is to add it some day, and holds nothing of it', () => {
    at.git('rm', '-q', '--cached', about);
    at.git('commit', '-q', '-m', 'Gone');
    at.git('add', '--intent-to-add', about);
    const { exit, out } = at.policyc('diff', '--target', 'main');
    expect([exit, out]).toEqual([1, expect.stringContaining('git has this file no more')]);
  });

  it('is passed over by git as on the disk when it is a dot file', () => {
    at.write(`${shop}/chapters/.x.yaml`, 'not: [valid\n');
    at.commit('A dot file');
    expect(judge().exit).toBe(0);
    at.git('checkout', '-q', '-B', 'main');
    at.git('checkout', '-q', '-b', 'next');
    expect(judge().exit).toBe(0);
  });

  it('is refused in git though the disk cannot hold it: two names that are one on some systems', () => {
    const id = at.git('rev-parse', `HEAD:${about}`).trim();
    at.git('update-index', '--add', '--cacheinfo', `100644,${id},${shop}/chapters/ABOUT.yaml`);
    const { exit, told } = judge();
    expect([exit, told]).toEqual([1, expect.stringContaining('error  path-twin')]);
  });
});
