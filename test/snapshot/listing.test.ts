import { describe, expect, it } from 'vitest';
import { isPolicyPath } from '../../src/model/paths.ts';
import { isPolicyFolderPath } from '../../src/revision/policy-paths.ts';
import { type EntryKind, listingOf } from '../../src/snapshot/listing.ts';

/** The one rule by which a folder on a disk and a tree in git are listed. */

const told = (accepts: (path: string) => boolean, ...entries: (readonly [string, EntryKind])[]) => {
  const { files, problems } = listingOf(
    entries.map(([path, kind]) => ({ path, kind })),
    accepts,
  );
  return [files.map(({ path }) => path), problems.map(({ code, place }) => `${code} ${place.file}`)];
};

describe('a listing', () => {
  it('passes over dot files, and what nothing reads', () => {
    const entries = [
      ['policy.yaml', 'file'],
      ['chapters/.a.yaml', 'file'],
      ['chapters/.git/b.yaml', 'file'],
      ['.x/policy.yaml', 'link'],
      ['README.md', 'link'],
      ['docs', 'repository'],
    ] as const;
    expect(told(isPolicyPath, ...entries)).toEqual([['policy.yaml'], []]);
  });

  it.each(['link', 'repository', 'special'] as const)('refuses a %s wherever something is read', (kind) => {
    for (const path of [
      'policy.yaml',
      'chapters',
      'chapters/a.yaml',
      'locales/de',
      'registers',
      'changes',
      'archive',
      'changes/a.md',
      'taxonomy.yaml',
    ])
      expect(told(isPolicyFolderPath, [path, kind]), path).toEqual([[], [`file-irregular ${path}`]]);
  });

  it.each([
    ['chapters/a.yaml', 'chapters/A.yaml'],
    ['chapters/\u00e9.yaml', 'chapters/e\u0301.yaml'],
    ['policy.yaml', 'Policy.yaml'],
    ['chapters/u\u017fage.yaml', 'chapters/usage.yaml'],
    ['chapters/stra\u00dfe.yaml', 'chapters/Strasse.yaml'],
    ['registers/pro\ufb01le.yaml', 'registers/profile.yaml'],
    ['chapters/a\u200cbout.yaml', 'chapters/about.yaml'],
    ['registers/\ufeffvendors.csv', 'registers/vendors.csv'],
    ['policy.yaml', 'poli\u2060cy.yaml'],
    ['policy.yaml', 'POLICY~1.YAM'],
    ['chapters/promises.yaml', 'chapters/promis~1.yam'],
    ['chapters/two words.yaml', 'chapters/TWOWOR~2.YAM'],
    ['words/a.b.yaml', 'words/AB~1.YAM'],
  ])('refuses %s beside %s, in whatever order they come', (one, two) => {
    const both = [`path-twin ${one}`, ...(isPolicyPath(two) ? [`path-twin ${two}`] : [])].sort();
    for (const order of [
      [one, two],
      [two, one],
    ])
      expect(
        told(isPolicyPath, ...order.map((path) => [path, 'file'] as const)).map((list) => [...list].sort()),
      ).toEqual([[], both]);
  });

  it('refuses what a twin of its folder would hide, though nothing reads the twin', () => {
    const [, problems] = told(
      isPolicyPath,
      ['chapters', 'folder'],
      ['chapters/a.yaml', 'file'],
      ['Chapters/b.yaml', 'file'],
    );
    expect(problems).toEqual(['path-twin chapters']);
    const twins = told(
      isPolicyPath,
      ['registers', 'folder'],
      ['registers/a.csv', 'file'],
      ['REGIST~1/b.csv', 'file'],
    );
    expect(twins[1]).toEqual(['path-twin registers']);
  });

  it('reads what is called like the short name of nothing beside it', () => {
    const paths = [
      'chapters/a~1.yaml',
      'chapters/data.yaml',
      'chapters/promis~1.yam',
      'registers/promises.yaml',
    ];
    expect(told(isPolicyPath, ...paths.map((path) => [path, 'file'] as const))).toEqual([paths, []]);
  });

  it.each([
    'chapters/con.yaml',
    'chapters/NUL',
    'registers/aux.first.csv',
    'changes/com1.md',
    'changes/lpt\u00b9.md',
    'locales/prn/a.yaml',
    'chapters/a:b.yaml',
    'chapters/a\\b.yaml',
    'chapters/a?.yaml',
    'chapters/a\n.yaml',
    'chapters/a.yaml ',
    'locales/de./a.yaml',
    'changes/a.md.',
    'changes/a.md::$DATA',
    'changes. /a.md',
    'policy.yaml.',
    'policy.yaml:x',
    'chapters. /a.yaml',
    'chapters\\a.yaml',
  ])('refuses %j, of which Windows has no file: nobody could check it out there', (path) => {
    expect(told(isPolicyFolderPath, [path, 'file'])).toEqual([[], [`file-irregular ${path}`]]);
  });

  it('reads a name that has such a word in it', () => {
    const paths = [
      'chapters/contact.yaml',
      'chapters/aux-data.yaml',
      'chapters/com.yaml',
      'registers/null.csv',
    ];
    expect(told(isPolicyFolderPath, ...paths.map((path) => [path, 'file'] as const))).toEqual([paths, []]);
  });

  it('refuses a name that is no text', () => {
    expect(told(isPolicyPath, ['chapters/\uFFFD.yaml', 'file'])).toEqual([
      [],
      ['file-irregular chapters/\uFFFD.yaml'],
    ]);
  });
});
