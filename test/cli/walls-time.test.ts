import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeRepository, neverReleased, type Repository, release, twoPolicies } from './repository.ts';

/** What readers will have and when, whatever a version says of itself. The request is of 2022-06-02. */

let template: Repository;
let at: Repository;

const shop = 'policies/shop';
const about = `${shop}/chapters/about.yaml`;
const note = (...more: string[]): void => {
  const done = at.policyc(
    ...['note', '-p', shop, '--reason', 'R.', '--by', 'counsel', '--text', 'Words.'],
    ...more,
  );
  expect([done.exit, done.out]).toEqual([0, expect.stringContaining('changes/')]);
};

beforeAll(() => {
  template = twoPolicies();
  template.git('checkout', '-q', 'main');
  at = template;
  template.edit(about, 'P15D', 'P10D');
  note();
  release(template, shop, '2022-08-01');
  template.commit('Release 2');
  template.git('checkout', '-q', '-B', 'request');
});
afterAll(() => template.away());
beforeEach(() => {
  at = makeRepository(template);
});
afterEach(() => at.away());

const judge = (...more: string[]): { exit: number | null; told: string } => {
  at.git('add', '-A');
  at.git('commit', '-q', '--allow-empty', '-m', 'A request');
  const { exit, out, err } = at.policyc('diff', '--target', 'main', '-p', shop, ...more);
  return { exit, told: out + err };
};
const released = (...args: string[]) => at.policyc('release', '-p', shop, ...args);

describe('a version whose text prevails somewhere in another language', () => {
  it('is not released while that text is of what the policy said before, and by override is shown', () => {
    at.edit(
      `${shop}/policy.yaml`,
      'locales: [en]',
      'locales: [en, de]\nprevailingIn: [{ region: DE, language: de }]',
    );
    note('--read-by', 'Jo Translator');
    const args = ['--effective', '2022-09-01'];
    const { exit, err } = released(...args);
    expect([exit, err]).toEqual([1, expect.stringContaining('the text in de prevails for some readers')]);
    expect(err).toContain('Why: policyc explain prevailing-behind');
    expect(released(...args, '--override', 'Hurry.', '--by', 'counsel').exit).toBe(0);
    expect(judge().told).toContain('archive-overridden');
  });
});

describe('a version that takes another back', () => {
  it('is not released without a note, and passes no gate', () => {
    const args = ['--withdraws', '2', '--effective', '9999-01-01'];
    const refused = released(...args);
    expect([refused.exit, refused.err]).toEqual([
      1,
      expect.stringContaining("policyc note --act 'withdraws #2'"),
    ]);
    expect(refused.err).toContain('from 2022-08-01 until 9999-01-01 readers have #1 in place of #2');
    released(...args, '--override', 'Hurry.', '--by', 'me');
    const { exit, told } = judge();
    expect([exit, told]).toEqual([1, expect.stringContaining('error  archive-not-decided')]);
    expect(told).toContain('MATERIAL');
    expect(told).toContain('In force from 2022-08-01 until 9999-01-01: #1, in place of #2.');
  });

  it('is told, and passes with notes that say so', () => {
    note('--act', 'withdraws #2', '--act', 'effective 9999-01-01');
    expect(at.policyc('diff', '-p', shop).exit).toBe(0);
    const done = released('--withdraws', '2', '--effective', '9999-01-01');
    expect([done.exit, done.err]).toEqual([0, '']);
    const { exit, told } = judge();
    expect([exit, told]).toEqual([0, expect.stringContaining('Version #2 is taken back')]);
    expect(told).toContain('beyond the horizon');
    expect(told).toContain('1 material change (1 noted, 0 not), 1 to review (1 noted, 0 not)');
  });

  it('keeps the time that readers were promised, or is released by override and shown', () => {
    at.git('checkout', '-q', 'main');
    const later = { SOURCE_DATE_EPOCH: '1662033600', GIT_COMMITTER_DATE: '2022-09-01T12:00:00Z' };
    note('--act', 'withdraws #2');
    const args = ['release', '-p', shop, '--withdraws', '2', '--effective', '2022-10-15'];
    const { exit, err } = at.policycWith(later, ...args);
    expect([exit, err]).toEqual([1, expect.stringContaining('2022-09-01 to 2022-09-01 is 0 days')]);
  });
});

describe('a version that takes another back on a day to come', () => {
  it('is not released, and passes no gate: what it takes back is gone at once', () => {
    note('--act', 'withdraws #2');
    const args = ['--withdraws', '2', '--published', '2022-06-04', '--effective', '2022-08-01'];
    const refused = released(...args);
    expect([refused.exit, refused.err]).toEqual([2, expect.stringContaining('is gone at once')]);
    const then = { SOURCE_DATE_EPOCH: '1654300800' };
    expect(at.policycWith(then, 'release', '-p', shop, ...args).exit).toBe(0);
    const { exit, told } = judge();
    expect([exit, told]).toEqual([1, expect.stringContaining('error  archive-misdated')]);
    expect(told).toContain('is of 2022-06-02: what it takes back is gone at once');
    expect(judge('--as-of', '2022-06-04').exit).toBe(0);
  });
});

describe('what readers are promised by a version that they still have', () => {
  const later = { SOURCE_DATE_EPOCH: '1660089600', GIT_COMMITTER_DATE: '2022-08-10T12:00:00Z' };
  const releasedLater = (...args: string[]) => at.policycWith(later, 'release', '-p', shop, ...args);

  it('holds for what follows a version that cuts the list, and is not in force yet', () => {
    at.edit(about, /\n {6}- id: rights\n.*\n.*/, '');
    note('--practice', 'ceased');
    expect(released('--effective', '2022-09-01').exit).toBe(0);
    note('--declare', 'rights');
    expect(at.read(`${shop}/changes/declared-rights.md`)).toContain('decision: notify\n');
    expect(at.policyc('diff', '-p', shop).out).toContain('Declared, though no fact shows it: Your rights.');
    at.remove(`${shop}/changes`);
    at.edit(about, 'P10D', 'P40D');
    expect(at.policyc('diff', '-p', shop).out).toContain('1 material change (0 noted, 1 not), 0 to review');
    note('--decision', 'notify');
    expect(released('--effective', '2022-09-01').exit).toBe(0);
    const { exit, told } = judge();
    expect([exit, told]).toEqual([0, expect.stringContaining('2 material changes (2 noted, 0 not)')]);
    const after = { SOURCE_DATE_EPOCH: '1662033600' };
    at.edit(about, 'P40D', 'P50D');
    expect(at.policycWith(after, 'diff', '-p', shop).out).toContain('0 material changes');
    expect(at.policyc('diff', '--target', 'HEAD', '-p', shop).out).toContain('1 material change');
  });

  it('holds for a clause that moves to another policy, too', () => {
    const right = (days: string) =>
      `  - { id: objecting, kind: right, right: object, title: To object, answerWithin: ${days}, method: Write. }\n`;
    at.edit(about, /\n {6}- id: rights\n.*\n.*/, '');
    at.edit(about, '  - id: support\n', `${right('P10D')}  - id: support\n`);
    note('--practice', 'ceased');
    expect(released('--effective', '2022-09-01').exit).toBe(0);
    at.commit('Release 3');
    at.git('branch', '-f', 'main');
    at.edit(about, right('P10D'), '');
    at.write('policies/blog/chapters/moved.yaml', `chapter: moved\ntitle: Moved\nclauses:\n${right('P40D')}`);
    at.edit('policies/blog/policy.yaml', 'chapters: [', 'chapters: [moved, ');
    const told = 'Now in policies/blog: To object';
    for (const said of [at.policyc('diff', '-p', shop).out, at.policyc('diff', '--target', 'main').out]) {
      expect(said).toContain(told);
      expect(said.split('REVIEW')[0]).toContain(told);
    }
  });

  it('holds where a version that is not in force yet shortens the time', () => {
    at.edit(about, 'leadTime: P30D', 'leadTime: P1D');
    note();
    expect(released('--effective', '2022-08-15').exit).toBe(0);
    at.edit(about, 'P10D', 'P40D');
    note();
    const { exit, err } = releasedLater('--effective', '2022-08-20');
    expect([exit, err]).toEqual([1, expect.stringContaining('2022-08-10 to 2022-08-20 is 10 days')]);
    expect(releasedLater('--effective', '2022-08-20', '--override', 'R.', '--by', 'counsel').exit).toBe(0);
    expect(judge('--as-of', '2022-08-10').told).toContain('archive-overridden');
  });
});

describe('a version that is dated otherwise than the request', () => {
  const dated = (published: string, effective: string, ...more: string[]): void => {
    at.edit(about, 'P10D', 'P40D');
    note();
    const done = released('--published', published, '--effective', effective, ...more);
    expect([done.exit, done.err]).toEqual([0, '']);
  };

  it.each(['2022-05-29', '2022-06-06', '2021-01-01'])('is stopped: published on %s', (published) => {
    dated(published, '2022-08-02');
    const { exit, told } = judge();
    expect([exit, told]).toEqual([1, expect.stringContaining('error  archive-misdated')]);
    expect(told).toContain('this pull request is of 2022-06-02');
  });

  it.each(['2022-05-30', '2022-06-05'])('passes within the tolerance: published on %s', (published) => {
    dated(published, '2022-08-02');
    expect(judge().exit).toBe(0);
  });

  it('is held against the day where readers were told that days begin, not where the request says so', () => {
    at.edit(`${shop}/policy.yaml`, '+08:00', '-12:00');
    dated('2022-05-29', '2022-08-02');
    expect(judge().told).toContain('this pull request is of 2022-06-02');
  });

  it('is held against the newest commit or --as-of, whichever is later', () => {
    dated('2022-06-02', '2022-08-02');
    expect(judge('--as-of', '2022-06-05').exit).toBe(0);
    expect(judge('--as-of', '2022-06-06').told).toContain('error  archive-misdated');
    const older = judge('--as-of', '2020-01-01');
    expect([older.exit, older.told]).toEqual([0, expect.not.stringContaining('archive-misdated')]);
  });

  it('is stopped on a day that has not come, whatever its commits say that they are of', () => {
    dated('2060-01-01', '2060-02-15');
    at.git('add', '-A');
    const of = `2840140800 +0000`;
    const lines = [`tree ${at.git('write-tree').trim()}`, `parent ${at.git('rev-parse', 'HEAD').trim()}`];
    const by = ['author', 'committer'].map((who) => `${who} A <a@small.example> ${of}`);
    const file = join(at.around, 'commit');
    writeFileSync(file, `${[...lines, ...by].join('\n')}\n\nOf 2060\n`);
    at.git('reset', '-q', '--hard', at.git('hash-object', '-t', 'commit', '-w', file).trim());
    const { exit, out } = at.policyc('diff', '--target', 'main', '-p', shop);
    expect([exit, out]).toEqual([1, expect.stringContaining('error  archive-misdated')]);
    expect(out).toContain('published on 2060-01-01, and this pull request is of 2022-06-02');
    expect(out).toContain('In force from 2060-02-15 on: #3, in place of #2.');
    expect(at.policyc('diff', '--target', 'main', '-p', shop, '--as-of', '2060-01-02').exit).toBe(0);
  });

  it('is held to the tolerance of the target, not to that of the request', () => {
    dated('2021-06-02', '2022-08-02');
    at.edit('policyc.yaml', /$/, 'archive: { tolerance: P9999D, horizon: P99Y }\n');
    const { exit, told } = judge();
    expect([exit, told]).toEqual([1, expect.stringContaining('error  archive-misdated')]);
    expect(told).toContain('The setting archive.tolerance is now P9999D; it was P3D.');
    expect(told).toContain('The setting archive.horizon is now P99Y; it was P5Y.');
  });
});

describe('a version beyond the horizon', () => {
  it('needs a note', () => {
    at.edit(about, 'P10D', 'P40D');
    note();
    expect(released('--effective', '2027-06-05').err).toContain('beyond the horizon');
    expect(released('--effective', '2027-06-01', '--dry-run').exit).toBe(0);
    note('--act', 'effective 2027-06-05');
    expect(released('--effective', '2027-06-05').exit).toBe(0);
    expect(judge().exit).toBe(0);
  });
});

describe('history that is taken over from elsewhere', () => {
  it('is not added to what was released here', () => {
    at.edit(about, 'P10D', 'P40D');
    note();
    note('--act', 'adopts 2022-08-02');
    const { exit, err } = released('--adopted', '--published', '2021-01-01', '--effective', '2022-08-02');
    expect([exit, err]).toEqual([2, expect.stringContaining('policyc explain release-adopted-late')]);
    writeFileSync(join(at.root, 'old.md'), '# Privacy\n\nWe keep all data for ever.\n');
    // No other date would help, so none is asked for, though readers were promised some days.
    const adopted = at.policyc(...['archive', 'adopt', 'old.md', '-p', shop, '--effective', '2020-01-01']);
    expect([adopted.exit, adopted.err]).toEqual([
      2,
      expect.stringContaining('Begin an archive with the history'),
    ]);
  });

  it('needs a note, is told at the gate, and is shown to readers', () => {
    neverReleased(at, shop);
    const old = ['--published', '2019-01-01', '--effective', '2019-02-01'];
    expect(released(...old, '--adopted').exit).toBe(1);
    note('--act', 'adopts 2019-02-01');
    expect(released(...old, '--adopted').exit).toBe(0);
    const { exit, told } = judge();
    expect([exit, told]).toEqual([0, expect.stringContaining('taken over from elsewhere')]);
    expect(at.policyc('archive', 'list', '-p', shop).out).toContain('taken over from elsewhere');
    at.policyc('build', '-p', shop);
    expect(at.read('site/shop/2019-02-01/index.html')).toContain('before this archive began');
  });

  it('was published before, and is stopped when it says that it is to be', () => {
    neverReleased(at, shop);
    note('--act', 'adopts 2060-01-01');
    const future = ['--adopted', '--published', '2060-01-01', '--effective', '2060-01-01'];
    const refused = released(...future);
    expect([refused.exit, refused.err]).toEqual([2, expect.stringContaining('was published before today')]);
    const then = { SOURCE_DATE_EPOCH: '2840140800' };
    expect(at.policycWith(then, 'release', '-p', shop, ...future).exit).toBe(0);
    const { exit, told } = judge();
    expect([exit, told]).toEqual([1, expect.stringContaining('error  archive-misdated')]);
    expect(told).toContain('is of 2022-06-02: nobody can have had it before');
  });

  it('is stopped when it says nothing of it', () => {
    neverReleased(at, shop);
    released('--published', '2019-01-01', '--effective', '2019-02-01');
    expect(judge().told).toContain('error  archive-misdated');
  });
});
