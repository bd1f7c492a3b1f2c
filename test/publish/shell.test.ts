import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planSite } from '../../src/publish/site.ts';
import { placesMissing } from '../../src/render/shell.ts';
import type { Shell } from '../../src/render/shell-kind.ts';
import { readSample } from '../render/sample.ts';
import { releaseOf, saying, three } from './releases.ts';

const template = `<!doctype html>
<html lang="policyc:lang" dir="policyc:dir">
<head><meta charset="utf-8"><!-- policyc:head --><link rel="stylesheet" href="policyc:root/site.css"></head>
<body><header>Our shop</header><!-- policyc:body --><footer>Our address</footer></body>
</html>
`;
const about = 'Write <!-- policyc:head --> and policyc:root, and $& and $1.';
const site = (shell: Shell): ReadonlyMap<string, string> =>
  planSite({
    asOf: '2022-08-01',
    siteUrl: 'https://shop.example',
    policies: [
      { id: 'shop', releases: [...three.slice(0, 1), releaseOf(2, '2022-07-01', saying(`\`${about}\``))] },
      { id: 'lists', releases: [releaseOf(1, '2021-10-24', readSample('recipient').policy)] },
      { id: 'pending', releases: [releaseOf(1, '2027-01-01', saying('Later.'))] },
    ],
    shell,
  });
const own = site('own');
const pagesOf = (files: ReadonlyMap<string, string>): [string, string][] =>
  [...files].filter(([path]) => path.endsWith('/index.html') || path === 'index.html');
/** What is between the beginning and the end of our own page's body, but for the link that skips what is around it. */
const insideOf = (page: string): string =>
  /<a class="skip"[^>]*>[^<]*<\/a>([\s\S]*)<\/body>/.exec(page)?.[1] ?? '';

describe('pages in a page of the site', () => {
  const framed = site({ template });

  it('hold all that ours hold, between what the site has around them', () => {
    for (const [path, page] of pagesOf(framed)) {
      expect(page, path).toContain(insideOf(own.get(path) ?? ''));
      expect(page, path).toMatch(/<header>Our shop<\/header>[\s\S]*<footer>Our address<\/footer>/);
      expect(page.match(/<title>/g), path).toHaveLength(1);
      expect(page, path).not.toContain('Content-Security-Policy');
    }
    expect(pagesOf(framed).length).toBe(pagesOf(own).length);
    for (const path of ['lists/lists/carrier/index.html', 'pending/index.html', 'pending/archive/index.html'])
      expect(framed.has(path), path).toBe(true);
  });

  it('say their language, and the way to the top of the site', () => {
    for (const [path, page] of pagesOf(framed)) {
      expect(page, path).toContain(`<html lang="${path.includes('zh-CN') ? 'zh-CN' : 'en'}" dir="ltr">`);
      const href = /rel="stylesheet" href="([^"]*)"/.exec(page)?.[1] ?? '';
      expect(posix.join(posix.dirname(path), href), path).toBe('site.css');
    }
  });

  it('take nothing that a policy says for a place of the page', () => {
    const page = framed.get('shop/index.html') ?? '';
    expect(page).toContain('policyc:root, and $&#x26; and $1.');
    expect(page.match(/<title>/g)).toHaveLength(1);
  });

  it('leave everything else as it is', () => {
    const others = (files: ReadonlyMap<string, string>) =>
      [...files].filter(([path]) => !path.endsWith('.html') && path !== 'build.json');
    expect(others(framed)).toEqual(others(own));
  });
});

it('fragments are the text alone, with a style beside them that can be left out', () => {
  const fragments = site('fragment');
  for (const [path, page] of pagesOf(fragments)) {
    expect(page, path).toMatch(/^<div class="policyc" lang="[^"]+" dir="ltr">/);
    expect(page, path).toContain(insideOf(own.get(path) ?? ''));
    expect(page, path).not.toMatch(/<(html|head|body|style|title|meta)\b/);
  }
  expect(fragments.get('policyc.css')).toContain('@layer policyc{');
});

it('a page without a place for the text, or for what its head says, is no shell', () => {
  expect(placesMissing(template)).toEqual([]);
  expect(placesMissing('<html><!-- policyc:body --></html>')).toEqual(['<!-- policyc:head -->']);
});
