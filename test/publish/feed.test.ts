import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import { describe, expect, it } from 'vitest';
import { planSite } from '../../src/publish/site.ts';
import type { SiteInput } from '../../src/publish/site-input.ts';
import { three } from './releases.ts';

const input: SiteInput = {
  siteUrl: 'https://shop.example/legal/',
  asOf: '2022-08-01',
  policies: [{ id: 'shop', releases: three }],
};
const read = (path: string, from = planSite(input)): XmlElement => {
  const { root } = parseXml(from.get(path) ?? '');
  if (!root) throw new Error('no root');
  return root;
};
const children = (node: XmlElement, name: string): XmlElement[] =>
  (node.children as XmlElement[]).filter((child) => child.name === name);
const textOf = (node: XmlElement, name: string): string => children(node, name)[0]?.text ?? '';
const hrefOf = (node: XmlElement, rel: string): string | undefined =>
  children(node, 'link').find(({ attributes }) => attributes.rel === rel)?.attributes.href;

describe('the feed of a policy', () => {
  it('has every version, the newest first, with what RFC 4287 asks of a feed and an entry', () => {
    const feed = read('shop/feed.xml');
    expect(feed.name).toBe('feed');
    expect(feed.attributes).toMatchObject({ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en' });
    expect(hrefOf(feed, 'self')).toBe('https://shop.example/legal/shop/feed.xml');
    for (const name of ['id', 'title', 'updated', 'author'])
      expect(children(feed, name), name).toHaveLength(1);
    const entries = children(feed, 'entry');
    expect(entries.map((entry) => hrefOf(entry, 'alternate'))).toEqual([
      'https://shop.example/legal/shop/2023-01-01/',
      'https://shop.example/legal/shop/2022-07-01/',
      'https://shop.example/legal/shop/2021-10-24/',
    ]);
    for (const entry of entries) {
      expect(textOf(entry, 'id')).toMatch(
        /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/,
      );
      expect(Date.parse(textOf(entry, 'updated'))).not.toBeNaN();
    }
    expect(new Set(entries.map((entry) => textOf(entry, 'id'))).size).toBe(3);
    expect(textOf(feed, 'updated')).toBe(textOf(entries[0] as XmlElement, 'updated'));
  });

  it('tells what changed in the words of the notes, inert, with links that lead to the version', () => {
    const [, second] = children(read('shop/feed.xml'), 'entry');
    const content = textOf(second as XmlElement, 'content');
    expect(content).toContain('Voice, see <a href="https://shop.example/legal/shop/2022-07-01/#first"');
    expect(content).not.toContain('<b>');
  });

  it('is there in each language', () => {
    const [, second] = children(read('shop/zh-CN/feed.xml'), 'entry');
    expect(textOf(second as XmlElement, 'content')).toContain('新的<strong>声音</strong>');
    expect(textOf(second as XmlElement, 'title')).toContain('2022年7月1日');
  });

  it('keeps its ids on another day and at another address, and is not written without an address', () => {
    const ids = (from: XmlElement): string[] => children(from, 'entry').map((entry) => textOf(entry, 'id'));
    const moved = planSite({ ...input, siteUrl: 'https://other.example', asOf: '2023-05-01' });
    expect(ids(read('shop/feed.xml', moved))).toEqual(ids(read('shop/feed.xml')));
    const { siteUrl: _, ...nowhere } = input;
    expect([...planSite(nowhere).keys()].filter((path) => path.endsWith('feed.xml'))).toEqual([]);
  });

  it('is linked from the pages that are about all versions', () => {
    const site = planSite(input);
    for (const [path, href] of [
      ['shop/index.html', 'feed.xml'],
      ['shop/archive/index.html', '../feed.xml'],
    ] as const)
      expect(site.get(path)).toContain(`<link rel="alternate" type="application/atom+xml" href="${href}">`);
  });
});
