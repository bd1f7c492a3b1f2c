import { cpSync, existsSync, mkdirSync, renameSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { beginAnew, forge, makeRepository, type Repository, release, twoPolicies } from './repository.ts';

/** More ways past the gate: a policy that comes as a new one, names that git and disks take otherwise, notes, files. */

let template: Repository;
let at: Repository;

const shop = 'policies/shop';
const about = `${shop}/chapters/about.yaml`;
const slower = 'we answer within 20 days; it was 15 days';
const workspace = (...policies: string[]): string =>
  `format: policyc/workspace@1\npolicies: [${policies.join(', ')}]\n`;

beforeAll(() => {
  template = twoPolicies();
});
afterAll(() => template.away());
beforeEach(() => {
  at = makeRepository(template);
});
afterEach(() => at.away());

const judge = (...more: string[]): { exit: number | null; told: string } => {
  at.git('add', '-A');
  at.git('commit', '-q', '--allow-empty', '-m', 'A request');
  const { exit, out, err } = at.policyc('diff', '--target', 'main', ...more);
  return { exit, told: out + err };
};
const slow = (): void => at.edit(about, 'P15D', 'P20D');
/** The policy under another id, with an archive that is its own. */
const renamed = (folder: string): void => {
  if (folder !== shop) at.git('mv', shop, folder);
  at.edit(`${folder}/policy.yaml`, 'id: shop', 'id: store');
  at.remove(`${folder}/archive`);
  const other = makeRepository();
  try {
    cpSync(join(at.root, folder), join(other.root, folder), { recursive: true });
    other.write('policyc.yaml', workspace(folder));
    release(other, folder, '2022-07-02');
    cpSync(join(other.root, folder, 'archive'), join(at.root, folder, 'archive'), { recursive: true });
  } finally {
    other.away();
  }
};

describe('what a release leaves that was killed', () => {
  const left = `${shop}/archive/.staging-0002-0123456789abcdef`;
  const dates = ['--published', '2022-08-01', '--effective', '2022-09-01'];
  const released = (...more: string[]): { exit: number | null; told: string } => {
    const { exit, out, err } = at.policyc('release', '--policy', shop, ...dates, ...more);
    return { exit, told: out + err };
  };

  it.each([left, `${shop}/archive/.discarded-0123456789abcdef`, `${shop}/archive/.staging-of-somebody`])(
    'is told everywhere, and removed by nobody, once somebody gave it to git: %s',
    (folder) => {
      at.write(`${folder}/notes.txt`, 'Mine.\n');
      slow();
      at.policyc(
        'note',
        '--policy',
        shop,
        '--decision',
        'editorial',
        '--reason',
        'Seen.',
        '--by',
        'A. Author',
      );
      at.git('add', '-A', '-f');
      const told = [
        at.policyc('check', '--policy', shop),
        judge(),
        at.policyc('archive', 'verify', '--policy', shop),
        released(),
      ].map((one) => [
        one.exit,
        ('told' in one ? one.told : one.out + one.err).includes('git rm -r --cached'),
      ]);
      expect(told).toEqual([
        [1, true],
        [1, true],
        [1, true],
        [2, true],
      ]);
      expect(at.read(`${folder}/notes.txt`)).toBe('Mine.\n');
    },
  );

  it('is told by nobody, and removed by the next release, where git does not hold it', () => {
    at.write(`${left}/manifest.json`, '{');
    slow();
    expect(at.policyc('check', '--policy', shop).exit).toBe(0);
    expect(at.policyc('archive', 'verify', '--policy', shop).exit).toBe(0);
    expect(released('--override', 'It is so.', '--by', 'A. Author')).toMatchObject({
      exit: 0,
      told: expect.stringContaining('Removed .staging-0002'),
    });
    expect(existsSync(join(at.root, left))).toBe(false);
  });

  it('is taken out again by a request, where its target holds it', () => {
    at.git('checkout', '-q', 'main');
    at.write(`${left}/manifest.json`, '{');
    at.commit('Everything');
    at.git('checkout', '-q', '-B', 'request');
    at.git('rm', '-q', '-r', '--cached', left);
    at.git('commit', '-q', '-m', 'Take it out');
    const { exit, out, err } = at.policyc('diff', '--target', 'main');
    expect([exit, out + err]).toEqual([0, expect.not.stringContaining('staging')]);
  });
});

describe('a policy that comes as the first of its id', () => {
  it.each<[string, () => void, string[], string]>([
    ['in its own folder, with an archive of its own', () => renamed(shop), [], 'policy-dropped'],
    ['named alone', () => renamed(shop), ['-p', shop], 'policy-dropped'],
    [
      'in another folder, and the list has that one',
      () => {
        renamed('policies/store');
        at.write('policyc.yaml', workspace('policies/store', 'policies/blog'));
      },
      ['-p', 'policies/store'],
      'policy-dropped',
    ],
    [
      'beside the old one, which the list has no more',
      () => {
        cpSync(join(at.root, shop), join(at.root, 'policies/store'), { recursive: true });
        renamedCopy();
        at.write('policyc.yaml', workspace('policies/store', 'policies/blog'));
      },
      [],
      'policy-dropped',
    ],
    [
      'with the old id in a new folder, and an archive of its own',
      () => {
        beginAnew(at, shop, '2022-07-02');
        at.git('mv', shop, 'policies/new');
        at.write('policyc.yaml', workspace('policies/new', 'policies/blog'));
      },
      [],
      'archive-not-trusted',
    ],
  ])('is not let in for it: %s', (_, change, named, code) => {
    change();
    const { exit, told } = judge(...named);
    expect([exit, told]).toEqual([1, expect.stringContaining(`error  ${code}`)]);
  });

  function renamedCopy(): void {
    at.edit('policies/store/policy.yaml', 'id: shop', 'id: store');
    at.remove('policies/store/archive');
  }

  it('is not let in without a workspace around it', () => {
    renamed(shop);
    at.remove('policyc.yaml');
    at.commit('A folder of its own');
    const { exit, out } = at.policycIn(join(at.root, shop), 'diff', '--target', 'main');
    expect([exit, out]).toEqual([1, expect.stringContaining('error  policy-dropped')]);
  });
});

describe('names', () => {
  it('of refs that are options, places of policyc, or HEAD choose no base', () => {
    slow();
    at.commit('Slower');
    for (const ref of [
      'refs/heads/HEAD',
      'refs/tags/HEAD',
      'refs/heads/-x',
      'refs/heads/index',
      'refs/heads/archive/latest',
    ])
      at.git('update-ref', ref, 'HEAD');
    at.git('pack-refs', '--all');
    expect(judge()).toEqual({ exit: 1, told: expect.stringContaining(slower) });
    expect(at.policyc('diff', '--target', '-x').exit).toBe(2);
    at.git('tag', 'main', 'request');
    at.git('pack-refs', '--all');
    expect(judge()).toEqual({ exit: 2, told: expect.stringContaining('refs/tags/main, refs/heads/main') });
  });

  it('that differ in capitals or composition on the way to a policy are refused, and so are two workspace files', () => {
    at.write('Policies/shop/chapters/about.yaml', 'x');
    for (const command of [['check'], ['diff', '--target', 'main'], ['build']])
      expect(at.policyc(...command)).toMatchObject({ exit: 2, err: expect.stringContaining('Policies') });
    at.remove('Policies');
    // The same to a disk that drops what a name ends in, cannot show a part of it, or takes a backslash for the end of a folder.
    for (const twin of ['policies./shop/x', 'policies/shop /x', 'poli\u200Ccies/x', 'policies\\shop']) {
      at.write(twin, 'x');
      expect([twin, at.policyc('check').exit, judge().exit]).toEqual([twin, 2, 2]);
      const [first = ''] = twin.split('/');
      at.remove(first === 'policies' ? 'policies/shop ' : first);
    }
    mkdirSync(join(at.root, 'policie\u0301s'));
    at.write('polici\u00E9s/x', 'x');
    at.write('policyc.yaml', workspace('policie\u0301s/x'));
    expect(at.policyc('check').exit).toBe(2);
    at.git('checkout', '-q', '--', 'policyc.yaml');
    at.write('Policyc.yaml', workspace('policies/blog'));
    expect(at.policyc('diff', '--target', 'main').exit).not.toBe(0);
  });
});

describe('what stands in place of a file', () => {
  it('is refused: a link as the workspace file, a note, a notice or a version', () => {
    at.write('other.yaml', at.read('policyc.yaml'));
    at.remove('policyc.yaml');
    symlinkSync('other.yaml', join(at.root, 'policyc.yaml'));
    expect(judge().exit).not.toBe(0);
    at.git('checkout', '-q', '-f', '-B', 'links', 'main');
    symlinkSync('0001/manifest.json', join(at.root, shop, 'archive/0001.notices.jsonl'));
    expect(judge().told).toContain('archive-not-trusted');
    at.git('checkout', '-q', '-f', '-B', 'version', 'main');
    symlinkSync('0001', join(at.root, shop, 'archive/0002'));
    expect(judge().exit).not.toBe(0);
  });

  it('is refused: a submodule that is called like the next version, in the index alone', () => {
    const id = at.git('rev-parse', 'HEAD').trim();
    at.git('update-index', '--add', '--cacheinfo', `160000,${id},${shop}/archive/0002`);
    const { exit, out } = at.policyc('diff', '--target', 'main');
    expect([exit, out]).toEqual([1, expect.stringContaining('a repository of its own')]);
  });

  it('is refused before it is read: a file of holes, larger than a disk', () => {
    for (const path of [
      `${shop}/chapters/holes.yaml`,
      `${shop}/changes/holes.md`,
      `${shop}/registers/holes.csv`,
      `${shop}/archive/0001/public/policy.json`,
      'policyc.yaml',
    ]) {
      at.write(path, '');
      truncateSync(join(at.root, path), 2 ** 42);
      for (const command of [['check'], ['diff', '--target', 'main']]) {
        if (command[0] === 'check' && path.includes('archive')) continue;
        expect([path, command, at.policyc(...command).exit]).toEqual([path, command, expect.any(Number)]);
        expect([1, 2]).toContain(at.policyc(...command).exit);
      }
      at.git('checkout', '-q', '--', '.');
      at.git('clean', '-q', '-d', '-f');
    }
  });
});

describe('a note', () => {
  const noted = (): string => {
    slow();
    at.policyc('note', '-p', shop, '--reason', 'R.', '--by', 'counsel', '--text', 'Slower.');
    const path = at.git('ls-files', '--others', `${shop}/changes`).trim();
    expect(judge().exit).toBe(0);
    return path;
  };

  it('decides nothing in the folder of another policy', () => {
    const path = noted();
    mkdirSync(join(at.root, 'policies/blog/changes'));
    renameSync(join(at.root, path), join(at.root, path.replace('shop', 'blog')));
    const { exit, told } = judge();
    expect([exit, told]).toEqual([1, expect.stringContaining('No change note yet')]);
    expect(told).toContain('policies/blog/changes');
  });

  it.each(['note.yml', 'note.MD', 'note.txt', 'shop/note.md'])(
    'decides nothing as a file that nobody reads, and is told: %s',
    (name) => {
      const path = noted();
      const other = `${shop}/changes/${name}`;
      mkdirSync(dirname(join(at.root, other)), { recursive: true });
      renameSync(join(at.root, path), join(at.root, other));
      const { exit, out } = at.policyc('check');
      const warned = `${other}:1:1  warning  file-unexpected`;
      expect([exit, out]).toEqual([0, expect.stringContaining(warned)]);
      expect(judge()).toEqual({ exit: 1, told: expect.stringContaining(warned) });
    },
  );

  it('that says more than was changed is told, and one that says it twice', () => {
    const path = noted();
    const text = at.read(path);
    at.write(path, text.replace('covers:\n', `covers:\n  - v1:${'0'.repeat(32)}\n`));
    expect(judge()).toEqual({ exit: 1, told: expect.stringContaining('note-unused') });
    at.write(path, text);
    at.write(path.replace('.md', '-2.md'), text.replace('Slower.', 'Faster.'));
    expect(judge()).toEqual({ exit: 1, told: expect.stringContaining('note-conflict') });
  });
});

describe('an output folder', () => {
  it.each([
    '.git/pages',
    '.git',
    `${shop}/registers`,
    `${shop}/chapters/x`,
    `${shop}/Archive/x`,
    '.',
    'policies',
    '.github',
  ])('is refused: %s', (out) => {
    at.write('.github/workflows/x.yml', 'on: push\n');
    at.write('policyc.yaml', `${workspace(shop, 'policies/blog')}site: { out: ${JSON.stringify(out)} }\n`);
    const { exit } = at.policyc('build');
    expect(exit).toBe(2);
    expect(
      at
        .git('status', '--porcelain')
        .split('\n')
        .filter((line) => !/policyc.yaml|\.github/.test(line)),
    ).toEqual(['']);
  });
});

it('a place that no build made is refused before anything is built for it', () => {
  at.write('notes.txt', 'mine');
  at.write('mine/notes.txt', 'mine');
  // Pages of this archive cannot be planned: whoever plans them first says so.
  at.edit('policies/blog/archive/0001/public/policy.json', 'P15D', 'P16D');
  for (const out of ['notes.txt', 'mine']) {
    const { exit, err } = at.policyc('build', '--out', out);
    expect([exit, err.includes('was altered')]).toEqual([2, false]);
  }
  expect(at.policyc('build').err).toContain('was altered');
  expect(at.read('notes.txt')).toBe('mine');
});

it('the date of a commit that no calendar has does not end as a bug', () => {
  slow();
  at.git('add', '-A');
  const tree = at.git('write-tree').trim();
  const parent = at.git('rev-parse', 'HEAD').trim();
  for (const seconds of ['99999999999999', '999999999999999999', '253402300800']) {
    const file = join(at.around, 'commit');
    writeFileSync(
      file,
      `tree ${tree}\nparent ${parent}\nauthor A <a@b.example> ${seconds} +0000\ncommitter A <a@b.example> ${seconds} +0000\n\nFar off\n`,
    );
    const commit = at.git('hash-object', '-t', 'commit', '-w', '--literally', file).trim();
    at.git('checkout', '-q', '-B', 'odd', commit);
    const { exit, out } = at.policyc('diff', '--target', 'main');
    expect([seconds, exit, out]).toEqual([seconds, 1, expect.stringContaining(slower)]);
  }
});

it('a version that another program is said to have made is judged by what it holds', () => {
  slow();
  at.policyc('note', '-p', shop, '--reason', 'R.', '--by', 'counsel', '--text', 'Slower.');
  release(at, shop, '2022-08-01');
  const version = `${shop}/archive/0002`;
  forge(at, version, 'public/policy.en.html', '20 days', '2 days');
  expect(judge()).toEqual({ exit: 1, told: expect.stringContaining('archive-not-derived') });
});

it('a first policy beside released ones is told to be new', () => {
  cpSync(join(at.root, shop), join(at.root, 'policies/third'), { recursive: true });
  at.remove('policies/third/archive');
  at.edit('policies/third/policy.yaml', 'id: shop', 'id: third');
  at.write('policyc.yaml', workspace(shop, 'policies/blog', 'policies/third'));
  const { exit, told } = judge();
  expect([exit, told]).toEqual([0, expect.stringContaining('policies/third: not there')]);
});
