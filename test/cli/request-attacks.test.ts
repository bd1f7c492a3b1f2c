import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import schema from '../../schemas/diff-report.schema.json' with { type: 'json' };
import {
  beginAnew,
  forge,
  makeRepository,
  neverReleased,
  type Repository,
  release,
  twoPolicies,
} from './repository.ts';

/** Requests that try to get a change past the gate: the built program in real repositories. */

let template: Repository;
let at: Repository;

beforeAll(() => {
  template = twoPolicies();
});
afterAll(() => template.away());
beforeEach(() => {
  at = makeRepository(template);
});
afterEach(() => at.away());

const shop = 'policies/shop';
const archive = `${shop}/archive`;
const workspace = (policies: string, more = ''): string =>
  `format: policyc/workspace@1\npolicies: [${policies}]\n${more}`;

/** Judges the request as it stands; it must end so, and never with clean verdicts alone. */
const stopped = (exit: 1 | 2): string => {
  const { exit: code, out, err } = at.policyc('diff', '--target', 'main');
  const verdict = exit === 2 ? /^$/ : /^(Stopped|Review|Material)\./m;
  expect([code, out]).toEqual([exit, expect.stringMatching(verdict)]);
  return out + err;
};

/** Both policies pass when nothing is wrong: what the cases below change is what stops them. */
it('a request that changes nothing passes', () => {
  const { exit, out } = at.policyc('diff', '--target', 'main');
  expect([exit, out.match(/^No change\./gm)?.length]).toEqual([0, 2]);
});

describe('a policy that a request has no more', () => {
  it('is missed when it was taken off the list', () => {
    at.write('policyc.yaml', workspace('policies/blog'));
    const told = stopped(1);
    expect(told).toContain('error  policy-dropped');
    expect(told).toContain('shop has a released version #1 where this pull request branched off main');
    const report: unknown = JSON.parse(at.policyc('diff', '--target', 'main', '--format', 'json').out);
    const validate = new Ajv2020({ allErrors: true, strictRequired: false, allowUnionTypes: true }).compile(
      schema,
    );
    expect(validate(report) || validate.errors).toBe(true);
  });

  it('is missed when its folder was deleted', () => {
    at.write('policyc.yaml', workspace('policies/blog'));
    at.remove(shop);
    expect(stopped(1)).toContain('policy-dropped');
  });

  it('stops everything when its folder was deleted and the list kept', () => {
    at.remove(shop);
    expect(stopped(2)).toContain('policyc.yaml lists policies/shop, and there is no policy.yaml in it');
  });

  it('is missed when its id was renamed, and its archive is not that of the new one', () => {
    at.edit(`${shop}/policy.yaml`, 'id: shop', 'id: store');
    const told = stopped(1);
    expect(told).toContain('policy-dropped');
    expect(told).toContain('0001/manifest.json belongs to the policy shop, and this one is store.');
  });

  it('is missed when two exchange their ids, for each has the other’s archive', () => {
    at.edit(`${shop}/policy.yaml`, 'id: shop', 'id: blog');
    at.edit('policies/blog/policy.yaml', 'id: blog', 'id: shop');
    expect(stopped(1)).toContain('archive-not-trusted');
  });

  it('is missed when a nearer policyc.yaml hides it', () => {
    at.write('policies/policyc.yaml', workspace('blog'));
    at.commit('A nearer workspace');
    const done = at.policycIn(join(at.root, 'policies'), 'diff', '--target', 'main');
    expect([done.exit, done.out]).toEqual([1, expect.stringContaining('policy-dropped')]);
  });

  it('is missed when the whole workspace was moved without it', () => {
    at.git('mv', 'policies', 'legal');
    at.remove('policyc.yaml');
    at.write('legal/policyc.yaml', workspace('blog'));
    at.commit('Moved');
    const done = at.policycIn(join(at.root, 'legal'), 'diff', '--target', 'main');
    expect([done.exit, done.out]).toEqual([1, expect.stringContaining('policy-dropped')]);
  });

  it('is not missed when it was moved with all it has, as the whole workspace may be', () => {
    at.git('mv', 'policies', 'legal');
    at.write('policyc.yaml', workspace('legal/blog, legal/shop'));
    at.commit('Moved');
    expect(at.policyc('diff', '--target', 'main').exit).toBe(0);
    at.remove('policyc.yaml');
    at.write('legal/policyc.yaml', workspace('blog, shop'));
    at.commit('Moved on');
    const done = at.policycIn(join(at.root, 'legal'), 'diff', '--target', 'main');
    expect([done.exit, done.out.match(/^No change\./gm)?.length]).toEqual([0, 2]);
  });

  it('is not missed when it was never released', () => {
    at.git('checkout', '-q', 'main');
    at.write('policies/new/policy.yaml', at.read(`${shop}/policy.yaml`).replace('id: shop', 'id: new'));
    for (const file of ['main', 'about'])
      at.write(`policies/new/chapters/${file}.yaml`, at.read(`${shop}/chapters/${file}.yaml`));
    at.write('policyc.yaml', workspace('policies/shop, policies/blog, policies/new'));
    at.commit('A third');
    at.git('checkout', '-q', '-B', 'request');
    at.write('policyc.yaml', workspace('policies/shop, policies/blog'));
    at.commit('Two again');
    expect(at.policyc('diff', '--target', 'main').exit).toBe(0);
  });
});

describe('an archive that a request meddles with', () => {
  it('is missed when it is emptied', () => {
    at.remove(archive);
    expect(stopped(1)).toContain('archive-not-trusted');
  });

  it('is missed when it is moved elsewhere', () => {
    renameSync(join(at.root, archive), join(at.root, `${shop}/old`));
    expect(stopped(1)).toContain('archive-not-trusted');
  });

  it('is missed when git no longer holds it, though it lies on the disk', () => {
    at.write('.gitignore', 'archive/\n');
    at.git('rm', '-r', '-q', '--cached', archive);
    expect(stopped(1)).toContain('is on disk but not in git');
    expect(existsSync(join(at.root, archive, '0001/manifest.json'))).toBe(true);
  });

  it('is missed without a target too: it does not look like one that never was', () => {
    at.remove(archive);
    const commands = [['diff'], ['note'], ['release', '--effective', '2022-07-02'], ['build']];
    const looks = [['list'], ['verify'], ['show', 'latest']].map((one) => ['archive', ...one]);
    for (const command of [...commands, ...looks]) {
      const { exit, err } = at.policyc(...command, '--policy', shop);
      expect([exit, err]).toEqual([2, expect.stringContaining('git restore --staged --worktree archive')]);
    }
    at.git('checkout', '-q', '--', shop);
    at.git('rm', '-r', '-q', '--cached', archive);
    expect(at.policyc('diff', 'archive:latest', 'git:index', '--policy', shop).exit).toBe(2);
    at.gitIn(join(at.root, shop), 'restore', '--staged', '--worktree', 'archive');
    expect(at.policyc('diff', 'archive:latest', 'git:index', '--policy', shop).exit).toBe(0);
  });

  const everyCommand = (exit: number, words: string, folder = at.root): void => {
    const commands = [['check'], ['diff'], ['diff', '--target', 'HEAD'], ['note'], ['build']];
    const looks = [['list'], ['verify'], ['show', 'latest']].map((one) => ['archive', ...one]);
    for (const command of [...commands, ['release', '--effective', '2022-07-02'], ...looks]) {
      if (folder !== at.root && command.includes('--target')) continue;
      const name = command[0] === 'check' ? [shop] : ['--policy', shop];
      const done = at.policycIn(folder, ...command, ...name);
      expect([command, done.exit, done.err]).toEqual([command, exit, expect.stringContaining(words)]);
    }
  };

  it('is missed when a commit deleted it, also on a side of a merge that was thrown away', () => {
    const before = at.git('rev-parse', 'HEAD').trim();
    at.git('checkout', '-q', '--orphan', 'side');
    at.remove(archive);
    at.commit('Another beginning, without it');
    at.git('checkout', '-q', '-B', 'gone', before);
    at.git('rm', '-r', '-q', archive);
    at.git('commit', '-q', '-m', 'Deleted');
    everyCommand(
      2,
      `git restore --source=${at.git('rev-parse', 'HEAD').trim()}~1 --staged --worktree archive`,
    );
    at.gitIn(join(at.root, shop), 'restore', '--source=HEAD~1', '--staged', '--worktree', 'archive');
    expect(at.policyc('diff', '--policy', shop).exit).toBe(0);
    at.git('checkout', '-q', '-f', 'side');
    at.git('merge', '-q', '-s', 'ours', '--allow-unrelated-histories', '-m', 'Ours', before);
    everyCommand(2, 'a commit deleted released versions');
  });

  it('is missed when its newest version is gone: no other takes the number that the last commit has', () => {
    at.edit(`${shop}/chapters/about.yaml`, 'P15D', 'P10D');
    const args = ['release', '-p', shop, '--override', 'Hurry.', '--by', 'counsel', '--effective'];
    expect(at.policyc(...args, '2022-08-01').exit).toBe(0);
    at.commit('Release 2');
    at.remove(`${archive}/0002`);
    for (const command of [
      [...args, '2022-09-01'],
      [...args, '2022-09-01', '--dry-run'],
      ['diff', '-p', shop],
      ['note', '-p', shop],
      ['build'],
      ['build', '--draft'],
      ['archive', 'list'],
      ['archive', 'verify', shop],
      ['archive', 'show', 'latest', '-p', shop],
      ['export', 'dpv', '--version', 'latest', '-p', shop],
    ]) {
      const { exit, out, err } = at.policyc(...command);
      expect([command, exit, out, err]).toEqual([
        command,
        2,
        '',
        expect.stringContaining('#2 of this policy is gone'),
      ]);
    }
    at.git('restore', '--staged', '--worktree', archive);
    expect(at.policyc(...args, '2022-08-01').err).toContain('It was there already');
    at.git('rm', '-r', '-q', `${archive}/0002`);
    at.git('commit', '-q', '-m', 'Taken back before anybody had it');
    expect(at.policyc(...args, '2022-09-01').exit).toBe(0);
  });

  it('is missed where git cannot say what was released: no version takes a number then', () => {
    at.remove(archive);
    at.commit('Without it');
    const tree = at.git('rev-parse', 'HEAD^{tree}').trim();
    at.remove(`.git/objects/${tree.slice(0, 2)}/${tree.slice(2)}`);
    const { exit, err } = at.policyc('release', '-p', shop, '--effective', '2022-09-01');
    expect([exit, err]).toEqual([2, expect.stringContaining('git fsck says what is wrong')]);
    expect(existsSync(join(at.root, archive))).toBe(false);
  });

  it('is missed where there is no git, when a site was built from it', () => {
    const plain = join(at.around, 'plain');
    expect(at.policyc('build').exit).toBe(0);
    cpSync(at.root, plain, { recursive: true, filter: (path) => !path.endsWith('.git') });
    rmSync(join(plain, archive), { recursive: true });
    everyCommand(2, 'site/build.json was built from one with the head', plain);
    const file = join(plain, shop, 'policy.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^id: (.*)$/m, "? 'id'\n: !!str '$1'"));
    expect(at.policycIn(plain, 'archive', 'list', '--policy', shop)).toMatchObject({
      exit: 2,
      err: expect.stringContaining('site/build.json was built from one with the head'),
    });
    rmSync(join(plain, 'site'), { recursive: true });
    expect(at.policycIn(plain, 'diff', '--policy', shop).exit).toBe(0);
  });

  it('is not missed by a shallow clone, nor where it never was', () => {
    neverReleased(at, shop);
    const clone = join(at.around, 'clone');
    at.git('clone', '-q', '--depth', '1', `file://${at.root}`, clone);
    for (const folder of [at.root, clone])
      for (const command of [
        ['check', shop],
        ['diff', '--policy', shop],
        ['archive', 'list', '--policy', shop],
      ])
        expect(at.policycIn(folder, ...command).exit).toBe(0);
  });

  it('is not shown, nor built from, when any file of it was altered', () => {
    at.edit(`${archive}/0001/public/policy.en.md`, '15 days', '10 days');
    for (const command of [['build'], ['archive', 'show', 'latest', '--policy', shop]])
      expect(at.policyc(...command)).toMatchObject({
        exit: 2,
        err: expect.stringContaining('archive-altered-file'),
      });
  });

  it('is no archive of the policy whose folder it was put into, for any command that reads it', () => {
    at.remove(archive);
    cpSync(join(at.root, 'policies/blog/archive'), join(at.root, archive), { recursive: true });
    const named = 'This is the archive of the policy blog; shop is another.';
    const commands = [
      ['archive', 'list', '--policy', shop],
      ['archive', 'show', 'latest', '--policy', shop],
      [
        'archive',
        'record',
        '1',
        '--policy',
        shop,
        '--channel',
        'announcement',
        '--sent',
        '2022-06-01',
      ].concat(...['--evidence', 'ticket 1', '--by', 'counsel']),
      ['build', '--policy', shop],
      ['release', shop, '--effective', '2022-09-01'],
    ];
    for (const command of commands)
      expect(at.policyc(...command), command.join(' ')).toMatchObject({
        exit: 2,
        err: expect.stringContaining(named),
      });
    const verified = at.policyc('archive', 'verify', '--policy', shop);
    expect([verified.exit, verified.out]).toEqual([1, expect.stringContaining(named)]);
    expect(stopped(1)).toContain('archive-not-trusted');
  });

  it('is missed when its last version is taken away', () => {
    at.edit(`${shop}/chapters/about.yaml`, 'P15D', 'P10D');
    at.policyc('note', '--reason', 'Faster.', '--by', 'counsel', '--text', 'Faster.');
    release(at, shop, '2022-08-01');
    at.commit('Release 2');
    at.git('branch', '-f', 'main');
    at.remove(`${archive}/0002`);
    expect(stopped(1)).toContain('archive-not-trusted');
  });

  it('may have notices recorded beside it, and none of those of the target changed or taken away', () => {
    const record = (evidence: string): void => {
      const done = at.policyc(
        ...['archive', 'record', '1', '--policy', shop, '--channel', 'announcement', '--sent', '2022-06-01'],
        ...['--evidence', evidence, '--by', 'counsel'],
      );
      expect([done.exit, done.err]).toEqual([0, '']);
    };
    record('ticket 1');
    at.commit('Told');
    at.git('branch', '-f', 'main');
    record('ticket 2');
    const { exit, out } = at.policyc('diff', '--target', 'main');
    expect([exit, out.match(/notice-recorded/g)]).toEqual([0, ['notice-recorded']]);
    expect(out).toContain(
      'notice of #1 was sent by announcement on 2022-06-01. counsel says so, and shows: ticket 2.',
    );
    at.edit(`${archive}/0001.notices.jsonl`, 'ticket 1', 'ticket 9');
    expect(stopped(1)).toContain('archive-not-trusted');
    at.remove(`${archive}/0001.notices.jsonl`);
    expect(stopped(1)).toContain('archive-not-trusted');
  });

  it('is found out when a version replaces one of the target', () => {
    beginAnew(at, shop, '2022-07-02');
    at.commit('Begin anew');
    expect(stopped(1)).toContain('is not, byte for byte, what the other archive holds');
  });
});

describe('a version that a request adds', () => {
  const second = `${archive}/0002`;
  const addSecond = (): void => {
    at.edit(`${shop}/chapters/about.yaml`, 'P15D', 'P10D');
    at.policyc('note', '--reason', 'Faster.', '--by', 'counsel', '--text', 'We answer within 10 days.');
    release(at, shop, '2022-08-01');
  };

  it('passes as policyc release made it', () => {
    addSecond();
    at.commit('Release 2');
    const { exit, out } = at.policyc('diff', '--target', 'main');
    expect([exit, out]).toEqual([0, expect.stringContaining('1 material change (1 noted, 0 not)')]);
  });

  it('is found out when anything in it was written by hand, hashes and all', () => {
    addSecond();
    at.commit('Release 2');
    for (const [file, from, to] of [
      ['public/policy.json', '"P10D"', '"P15D"'],
      ['public/policy.json', '"cn-pipl":"yes"', '"cn-pipl":"no"'],
      ['public/policy.en.html', '10 days', '15 days'],
      ['public/policy.en.md', '10 days', '15 days'],
      ['public/changes.json', 'within 10 days', 'within an hour'],
      ['internal/decisions.json', 'counsel', 'the board'],
    ] as const) {
      forge(at, second, file, from, to);
      expect(at.policyc('archive', 'verify', '--policy', shop).exit, file).toBe(0);
      expect(stopped(1), file).toContain('error  archive-not-derived');
      at.git('checkout', '-q', '--', archive);
    }
  });

  it('is shown with what was overridden', () => {
    at.edit(`${shop}/chapters/about.yaml`, 'P15D', 'P10D');
    at.policyc('note', '--reason', 'Faster.', '--by', 'counsel', '--text', 'Faster.');
    release(
      at,
      shop,
      '2022-07-02',
      '--published',
      '2022-06-04',
      '--override',
      'Promised.',
      '--by',
      'the board',
    );
    at.commit('Release 2');
    const { exit, out } = at.policyc('diff', '--target', 'main');
    expect([exit, out]).toEqual([0, expect.stringContaining('warning  archive-overridden')]);
    expect(out).toContain(
      'released by override (the board: Promised.), although readers were promised 30 days',
    );
  });

  it('is found out when it was released under looser rules that are back in place', () => {
    at.write(
      'policyc.yaml',
      workspace(
        'policies/shop, policies/blog',
        'rules: { basic-without-refusal: { severity: off, reason: Looser. } }\n',
      ),
    );
    at.edit(`${shop}/chapters/main.yaml`, /\n {4}refusal: You can look around.*/, '');
    at.policyc('note', '--reason', 'Short.', '--by', 'counsel', '--text', 'Shorter.', '--practice', 'ceased');
    release(at, shop, '2022-08-01', '--override', 'Hurry.', '--by', 'me');
    at.git('checkout', '-q', 'main', '--', 'policyc.yaml');
    at.remove(`${shop}/changes`);
    at.remove(`${archive}/0002/internal/source/${shop}/changes`);
    expect(stopped(1)).toMatch(/archive-not-(decided|trusted|derived)/);
  });
});

describe('a first version that a request adds', () => {
  const first = `${archive}/0001`;
  beforeEach(() => {
    neverReleased(at, shop);
    release(at, shop, '2022-07-01');
  });

  it('passes, and is said to be the first', () => {
    at.commit('Release 1');
    const { exit, out } = at.policyc('diff', '--target', 'main');
    expect([exit, out]).toEqual([0, expect.stringContaining('#1, the first, which this pull request adds')]);
  });

  it('is found out when it does not follow from its source', () => {
    at.commit('Release 1');
    for (const [file, from, to] of [
      ['public/policy.json', '"P15D"', '"P10D"'],
      ['public/policy.en.html', '15 days', '10 days'],
    ] as const) {
      forge(at, first, file, from, to);
      expect(stopped(1), file).toContain('error  archive-not-derived');
      at.git('checkout', '-q', '--', archive);
    }
  });

  it('is found out when its chain is broken', () => {
    at.edit(`${first}/public/policy.en.md`, '15 days', '10 days');
    expect(stopped(1)).toContain('archive-not-trusted');
  });

  it('is found out in a policy that is new altogether', () => {
    at.git('checkout', '-q', 'main');
    at.remove(shop);
    at.write('policyc.yaml', workspace('policies/blog'));
    at.commit('One policy');
    at.git('checkout', '-q', '-B', 'request');
    at.git('checkout', '-q', 'main~1', '--', shop, 'policyc.yaml');
    release(at, shop, '2022-07-01');
    expect(at.policyc('diff', '--target', 'main').exit).toBe(0);
    forge(at, first, 'public/policy.json', '"P15D"', '"P10D"');
    expect(stopped(1)).toContain('error  archive-not-derived');
  });

  it('is judged with the versions after it', () => {
    at.edit(`${shop}/chapters/about.yaml`, 'P15D', 'P20D');
    release(at, shop, '2022-08-01', '--override', 'Hurry.', '--by', 'me');
    expect(stopped(1)).toContain('error  archive-not-decided');
  });
});

describe('a gate that a request weakens', () => {
  it.each([
    ['a rule switched off', 'rules: { basic-without-refusal: off }\n'],
    ['a rule lowered', 'rules: { basic-without-refusal: warning }\n'],
  ])('%s is a change to review', (_, rules) => {
    at.write('policyc.yaml', workspace('policies/shop, policies/blog', rules));
    expect(stopped(1)).toContain('gate-weakened');
  });

  it('a stricter rule that is taken back is a change to review, and so is the whole file', () => {
    at.git('checkout', '-q', 'main');
    at.write(
      'policyc.yaml',
      workspace('policies/shop, policies/blog', 'rules: { note-unfinished: error }\n'),
    );
    at.commit('Stricter');
    at.git('checkout', '-q', '-B', 'request');
    at.write('policyc.yaml', workspace('policies/shop, policies/blog'));
    expect(stopped(1)).toContain('The rule note-unfinished is now warning; it was error.');
  });

  it('a profile dropped is to review, and a watch made narrower is a material change', () => {
    at.edit(`${shop}/policy.yaml`, 'profiles: [cn-pipl]\n', '');
    const dropped = stopped(1);
    expect(dropped).toContain('policy.profile');
    expect(dropped).toContain('0 material changes among the facts; 1 to review');
    at.git('checkout', '-q', 'main', '--', shop);
    at.edit(`${shop}/chapters/about.yaml`, 'watches: [function, retention]', 'watches: [retention]');
    const told = stopped(1);
    expect(told).toContain('MATERIAL');
    expect(told).toContain('readers were promised the old list');
  });

  it('is decided by a note, which a release then spends', () => {
    at.write('policyc.yaml', workspace('policies/shop', 'rules: { basic-without-refusal: warning }\n'));
    at.edit(`${shop}/chapters/about.yaml`, 'P15D', 'P10D');
    const wrote = at.policyc(
      'note',
      '--together',
      '--reason',
      'New form.',
      '--by',
      'counsel',
      '--text',
      'Faster.',
    );
    expect([wrote.exit, wrote.out]).toEqual([
      0,
      expect.stringContaining('The rule basic-without-refusal is now warning'),
    ]);
    expect(at.policyc('diff').exit).toBe(0);
    release(at, shop, '2022-08-01');
    at.commit('Release 2');
    expect(at.policyc('diff').out).toContain('No change.');
    const { out } = at.policyc('diff', '--target', 'main', '--policy', shop);
    expect(out).toContain('1 to review (1 noted, 0 not)');
  });

  it('of the target itself is backlog, its note included', () => {
    at.git('checkout', '-q', 'main');
    at.write(
      'policyc.yaml',
      workspace('policies/shop, policies/blog', 'rules: { basic-without-refusal: off }\n'),
    );
    at.policyc('note', '--decision', 'editorial', '--reason', 'New form.', '--by', 'counsel');
    expect(at.policyc('diff').exit).toBe(0);
    at.commit('Looser, and noted');
    at.git('checkout', '-q', '-B', 'request');
    expect(at.policyc('diff', '--target', 'main').exit).toBe(0);
  });
});
