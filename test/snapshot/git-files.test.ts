import { afterAll, expect, it } from 'vitest';
import { because, why } from '../../src/base/messages-why.ts';
import { policyFilesInGit } from '../../src/revision/policy-files.ts';
import { isRefused } from '../../src/snapshot/content.ts';
import { entriesInGit, readEntries } from '../../src/snapshot/git-files.ts';
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
