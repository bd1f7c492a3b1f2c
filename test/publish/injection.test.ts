import { parseXml } from '@rgrove/parse-xml';
import type { Element, Root } from 'hast';
import MarkdownIt from 'markdown-it';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Policy, Row, Scalar } from '../../src/model/policy.ts';
import { planSite } from '../../src/publish/site.ts';
import { type FlavourName, flavourNames } from '../../src/render/flavours.ts';
import { policyOf } from '../render/sample.ts';
import { releaseOf } from './releases.ts';

/** Payloads in every text and name of two versions, and in every word of their language: what each file of a site makes of them. */
const payloads = [
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  ']]><x>&y;<!--',
  '---\nlayout: evil\n---',
  '{{ constructor.constructor("alert(1)")() }} {% raw %} #{x} <%= x %>',
  '</title></entry></loc><loc>https://evil.example',
  "'); import x from 'y'; //",
  '\u2028</script\u2029>',
  '<script type="application/ld+json">',
];

const shop = policyOf(
  'chapter: main\ntitle: Main\nclauses:\n  - { id: one, kind: statement, title: One, summary: S, text: x }\n  - { id: two, kind: contact, title: Two, channel: post, address: x, department: y }\n',
);

function attacked(policy: Policy, payload: string): Policy {
  const prose = policy.prose.map((row): Row => ({ ...row, values: { text: payload } }));
  const named = ['name', 'address', 'department', 'registration'];
  const facts = policy.facts.map((row): Row => {
    const values = Object.entries(row.values).map(([name, value]): [string, Scalar] => [
      name,
      named.includes(name) ? payload : value,
    ]);
    return { ...row, values: Object.fromEntries(values) };
  });
  const words = { contents: payload, changed: payload, of: payload };
  return {
    ...policy,
    prose,
    facts,
    vocabulary: { ...policy.vocabulary, words: { en: words } } as Policy['vocabulary'],
  };
}

function siteOf(payload: string, flavour?: FlavourName): ReadonlyMap<string, string> {
  const changes = [{ status: 'new' as const, clauses: ['one'], text: { en: payload } }];
  const hostile = attacked(shop, payload);
  return planSite({
    asOf: '2022-08-01',
    siteUrl: 'https://shop.example',
    ...(flavour ? { flavour } : {}),
    policies: [
      {
        id: 'shop',
        releases: [releaseOf(1, '2021-10-24', shop), releaseOf(2, '2022-07-01', hostile, { changes })],
        draft: hostile,
      },
    ],
  });
}

const reader = unified().use(rehypeParse);
const dangerous = new Set(['iframe', 'object', 'embed', 'img', 'svg', 'base', 'form', 'x']);

/** What a browser would find in a page that none of ours has: elements and attributes that load or run something. */
function foundIn(html: string): string[] {
  const found: string[] = [];
  const visit = (node: Root | Root['children'][number]): void => {
    if (node.type === 'element') found.push(...wrongIn(node));
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(reader.parse(html));
  return found;
}

function wrongIn({ tagName, properties }: Element): string[] {
  const { type, href } = properties;
  const runs = dangerous.has(tagName) || (tagName === 'script' && type !== 'application/ld+json');
  const leads = /^(?:javascript|data|vbscript):/i.test(String(href));
  return [
    ...(runs ? [tagName] : []),
    ...(leads ? [String(href)] : []),
    ...Object.keys(properties).filter((name) => /^on/i.test(name)),
  ];
}

describe('a payload anywhere in a policy', () => {
  const together = payloads.join('\n\n');
  it.each([together, [...payloads].reverse().join('\n\n')])(
    'is text in every page, notice, feed, sitemap and record',
    (payload) => {
      const site = siteOf(payload);
      const kinds = new Set<string>();
      for (const [path, text] of site) {
        const kind = path.slice(path.lastIndexOf('.') + 1);
        kinds.add(kind);
        if (kind === 'html') {
          expect([path, foundIn(text)]).toEqual([path, []]);
          for (const [, data = ''] of text.matchAll(
            /<script type="application\/ld\+json">([\s\S]*?)<\/script>/g,
          ))
            expect([path, typeof JSON.parse(data)]).toEqual([path, 'object']);
        } else if (kind === 'xml') expect(() => parseXml(text), path).not.toThrow();
        else if (kind === 'json') expect(() => JSON.parse(text), path).not.toThrow();
      }
      expect([...kinds].sort()).toEqual(expect.arrayContaining(['html', 'json', 'md', 'xml']));
      expect([...site.keys()].filter((path) => path.includes('notice/')).length).toBeGreaterThan(2);
      expect(site.get('sitemap.xml')).not.toContain('evil.example');
    },
  );

  const draw = new MarkdownIt({ html: true, linkify: true });
  it.each([...flavourNames])(
    'opens nothing in the Markdown for %s: no front matter, no tag, no template',
    (flavour) => {
      for (const payload of [together]) {
        for (const [path, text] of siteOf(payload, flavour)) {
          if (!/\.mdx?$/.test(path)) continue;
          const [, front = '', body = text] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
          if (front !== '')
            expect([
              path,
              Object.keys(parse(front) as object).includes('layout') && parse(front).layout === 'evil',
            ]).toEqual([path, false]);
          expect([path, payload, foundIn(draw.render(body))]).toEqual([path, payload, []]);
          expect(body).not.toContain('{{ constructor');
        }
      }
    },
  );
});
