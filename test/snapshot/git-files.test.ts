import { afterAll, expect, it } from 'vitest';
import { because, why } from '../../src/base/messages-why.ts';
import { policiesInGit, policyFilesInGit } from '../../src/revision/policy-files.ts';
import { isRefused } from '../../src/snapshot/content.ts';
import { entriesBelow, entriesInGit, index, readEntries } from '../../src/snapshot/git-files.ts';
import { makeRepository } from '../cli/repository.ts';

const repository = makeRepository();
afterAll(() => repository.away());

it('sizes in git are asked first: what is too large is refused, and the rest is read whole', () => {
  repository.write('a.md', 'first\n');
  repository.write('chapters/b.yaml', 'x'.repeat(3 * 1024 * 1024));
  repository.write('chapters/c.yaml', '');
  repository.write('policy.yaml', 'last\n');
  repository.write('archive/0001/public/policy.json', '{"a":\n1}');
  repository.commit('Files');
  const read = readEntries(repository.root, entriesInGit(repository.root, 'HEAD'));
  expect(
    read.map(([path, content]) => [
      path,
      isRefused(content) ? because(content.why) : new TextDecoder().decode(content),
    ]),
  ).toEqual([
    ['a.md', 'first\n'],
    ['archive/0001/public/policy.json', '{"a":\n1}'],
    ['chapters/b.yaml', because(why('too-large', { most: 2 * 1024 * 1024 }))],
    ['chapters/c.yaml', ''],
    ['policy.yaml', 'last\n'],
  ]);
  const asked: string[] = [];
  readEntries(repository.root, entriesInGit(repository.root, 'HEAD'), (path, size) => {
    asked.push(`${path} ${size}`);
    return { why: why('not-allowed') };
  });
  expect(asked).toContain('chapters/b.yaml 3145728');

  const { policy, archive } = policyFilesInGit(repository.root, 'HEAD');
  expect(policy.problems.map(({ place, args }) => [place.file, args])).toEqual([
    ['chapters/b.yaml', { why: why('too-large', { most: 2 * 1024 * 1024 }) }],
  ]);
  expect([...policy.files.keys()]).toEqual(['chapters/c.yaml', 'policy.yaml']);
  expect(archive.read('0001/public/policy.json')?.length).toBe(8);
});

it('many folders are listed together as each alone: one in another, one without anything, more than one question holds', () => {
  const long = 'n'.repeat(120);
  const many = Array.from({ length: 200 }, (_, at) => `${long}${at}/`);
  for (const prefix of many) repository.write(`${prefix}policy.yaml`, prefix);
  repository.write('chapters/deep/policy.yaml', 'deep\n');
  repository.commit('Many folders');
  const prefixes = ['chapters/', ...many, 'chapters/deep/', 'nothing/', 'archive/'];
  for (const commit of ['HEAD', index]) {
    const together = entriesBelow(repository.root, commit, prefixes);
    expect(together.map((list) => list.length)).toEqual([3, ...many.map(() => 1), 1, 0, 1]);
    for (const [at, prefix] of [...prefixes.entries()].filter(([at]) => at % 50 < 2 || at > many.length))
      expect(together[at]).toEqual(entriesInGit(repository.root, commit, prefix));
  }
  const [whole, chapters] = entriesBelow(repository.root, 'HEAD', ['', 'chapters/']);
  expect(whole).toEqual(entriesInGit(repository.root, 'HEAD', ''));
  expect(chapters?.map(({ path }) => path)).toEqual(['b.yaml', 'c.yaml', 'deep/policy.yaml']);

  const files = policiesInGit(repository.root, 'HEAD', prefixes);
  expect(files.map(({ policy }) => policy.files.get('policy.yaml')?.text)).toEqual([
    undefined,
    ...many,
    'deep\n',
    undefined,
    undefined,
  ]);
});
