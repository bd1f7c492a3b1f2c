import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeFor } from '../../src/publish/output-place.ts';

let above = '';
let root = '';
beforeEach(() => {
  above = realpathSync(mkdtempSync(join(tmpdir(), 'policyc-place-')));
  root = join(above, 'work');
  mkdirSync(join(root, 'policies/shop/chapters'), { recursive: true });
  mkdirSync(join(root, '.git'));
});
afterEach(() => rmSync(above, { recursive: true, force: true }));

const refusedAt = (path: string, named = false): string | undefined => {
  const place = placeFor(join(root, path), { root, policies: [join(root, 'policies/shop')] }, named);
  return 'refused' in place ? place.refused : undefined;
};

describe('a site is never written', () => {
  it.each([
    ['.', 'is-source'],
    ['policies', 'is-source'],
    ['policies/shop', 'is-source'],
    ['policies/shop/archive', 'is-source'],
    ['policies/shop/archive/0001/public', 'is-source'],
    ['policies/shop/chapters', 'is-source'],
    ['policies/shop/changes', 'is-source'],
    ['policies/shop/locales/de', 'is-source'],
    ['.git', 'repository'],
    ['.git/hooks', 'repository'],
    ['.GIT/hooks', 'repository'],
    ['../other', 'outside'],
    ['con', 'no-name'],
    ['site/CON.old/pages', 'no-name'],
    ['site./pages', 'no-name'],
    ['site ', 'no-name'],
    ['a:b', 'no-name'],
  ])('to %s: %s', (path, refused) => {
    expect(refusedAt(path)).toBe(refused);
  });

  it('over the workspace, whoever asks', () => {
    expect(refusedAt('.', true)).toBe('is-source');
    expect(refusedAt('..', true)).toBe('is-source');
  });

  it('to a folder that not every system can have, wherever it lies and whoever asks', () => {
    expect(refusedAt('aux', true)).toBe('no-name');
    expect(refusedAt('../nul', true)).toBe('no-name');
    expect(refusedAt('../a:b/pages', true)).toBeUndefined();
  });

  it('into another repository', () => {
    mkdirSync(join(root, 'pages/.git'), { recursive: true });
    expect(refusedAt('pages')).toBe('repository');
    mkdirSync(join(root, 'linked'));
    writeFileSync(join(root, 'linked/.git'), 'gitdir: ../elsewhere\n');
    expect(refusedAt('linked')).toBe('repository');
  });

  it('through a link, wherever it stands on the way and whether or not it leads anywhere', () => {
    mkdirSync(join(above, 'prod/site'), { recursive: true });
    symlinkSync(join(above, 'prod'), join(root, 'public'));
    symlinkSync(join(above, 'nowhere'), join(root, 'site'));
    symlinkSync(join(root, 'policies'), join(root, 'docs'));
    for (const path of ['public', 'public/site', 'public/a/b', 'site', 'docs', 'docs/out'])
      expect([path, refusedAt(path), refusedAt(path, true)]).toEqual([path, 'linked', 'linked']);
  });

  it('to what a link outside the workspace leads back to', () => {
    symlinkSync(root, join(above, 'again'));
    expect(refusedAt('../again/policies/shop/archive', true)).toBe('is-source');
    expect(refusedAt('../again', true)).toBe('linked');
  });
});

it.each([
  ['site', false],
  ['public/deep/down', false],
  ['policies/shop/site', false],
  ['.github-pages', false],
  ['../elsewhere', true],
])('a site may be written to %s', (path, named) => {
  expect(refusedAt(path, named)).toBeUndefined();
});
