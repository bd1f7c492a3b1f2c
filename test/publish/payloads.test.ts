import { join } from 'node:path';
import { parseXml, XmlElement } from '@rgrove/parse-xml';
import type { Root } from 'hast';
import MarkdownIt from 'markdown-it';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import type { Policy } from '../../src/model/policy.ts';
import { planSite } from '../../src/publish/site.ts';
import type { SiteInput } from '../../src/publish/site-input.ts';
import { flavourNames } from '../../src/render/flavours.ts';
import { isPolicyFolderPath } from '../../src/revision/policy-paths.ts';
import { readFolder } from '../../src/snapshot/folder.ts';
import { attacked, attacksOfOthers } from '../attacked.ts';
import { policyFrom } from '../policy.ts';
import { releaseOf } from './releases.ts';

/**
 * Every kind of file that a site has, read by a reader of its own: with payloads in all texts and names it has the form
 * that it has with harmless ones. A file of another kind has no row here, and fails.
 */
const { files } = readFolder(join(import.meta.dirname, '../../policies/charity'), isPolicyFolderPath);
const charity = policyFrom(Object.fromEntries([...files].map(([path, { text }]) => [path, text])));
const [clause = ''] = charity.structure.flatMap(({ relation, key }) => (relation === 'clause' ? key : []));

const own = [
  ']]></content></entry><entry><id>x</id>',
  '</title></feed><script>alert(1)</script>',
  '&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;img src=x onerror=alert(1)&amp;gt;',
  '<img src=x onerror=alert(1)>',
  '"}],"x":[{"y":"',
  '\u0000\u0001\u001b[31m\u0085\u2028\ufffe\uffff',
  '\u202eesrever\u2066isolated',
  '::error::x\n##vso[task.complete]y',
];
/** All that are ours in one text, and with `PAYLOADS=all` each by itself, and more of what others wrote. */
const payloads =
  process.env.PAYLOADS === 'all'
    ? [...own, ...attacksOfOthers().filter((_, at) => at % 12 === 0)]
    : [[...own, ...attacksOfOthers().filter((_, at) => at % 120 === 0)].join(' ')];

const asOf = '2022-08-01';
const siteUrl = 'https://site.example';

function siteWith(text: string): ReadonlyMap<string, string> {
  const policy: Policy = attacked(charity, text);
  const changes = [{ status: 'new' as const, clauses: [clause], text: { [charity.prevailing]: text } }];
  const releases = [
    releaseOf(1, '2021-10-24', charity),
    releaseOf(2, '2022-07-01', policy, { changes }),
    releaseOf(3, '2023-07-01', attacked(charity, `${text}!`), { changes }),
  ];
  const evidence = new Map([[1, new Map([[charity.prevailing, text]])]]);
  const policies = [{ id: charity.id, releases, draft: policy, evidence }];
  return planSite({ asOf, siteUrl, policies });
}

/** What both tests hold all others against. */
const harmless = siteWith('Harmless.');

const page = unified().use(rehypeParse);
const markdown = new MarkdownIt({ html: true, linkify: true });

/** What of a page runs, loads, or leads to a script. */
function activeIn(html: string): string[] {
  const found: string[] = [];
  const visit = (node: Root | Root['children'][number]): void => {
    if (node.type === 'element') {
      const { tagName, properties } = node;
      if (tagName === 'script' && properties.type !== 'application/ld+json') found.push(tagName);
      if (/^(?:iframe|object|embed|img|svg|base|form|x)$/.test(tagName)) found.push(tagName);
      if (/^\s*(?:javascript|data|vbscript):/i.test(String(properties.href)))
        found.push(String(properties.href));
      found.push(...Object.keys(properties).filter((name) => /^on/i.test(name)));
    }
    if ('children' in node) node.children.forEach(visit);
  };
  visit(page.parse(html));
  return found;
}

/** Elements and attributes by name, without texts; what a feed holds as a page is read as one. */
function formOfXml(text: string): unknown {
  const form = (node: unknown): unknown => {
    if (!(node instanceof XmlElement)) return [];
    const isPage = node.name === 'content' && node.attributes.type === 'html';
    return [
      node.name,
      Object.keys(node.attributes),
      isPage ? activeIn(node.text) : node.children.filter((one) => one instanceof XmlElement).map(form),
    ];
  };
  return parseXml(text).children.map(form);
}

/** Members by name, without their values. */
function formOfJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(formOfJson);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.entries(value).map(([name, one]) => [name, formOfJson(one)]);
}

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  '.html': activeIn,
  '.md': (text) => activeIn(markdown.render(text)),
  // What was found elsewhere once: its bytes are evidence, and stay as they are.
  '.txt': () => 'evidence',
  'feed.xml': formOfXml,
  'sitemap.xml': (text) => parseXml(text).toJSON(),
  'policy.json': (text) => formOfJson(JSON.parse(text)),
  'changes.json': (text) => formOfJson(JSON.parse(text)),
  'consent.json': (text) => formOfJson(JSON.parse(text)),
  'build.json': (text) => Object.keys(JSON.parse(text)),
  '.css': (text) => text,
};
const kindOf = (path: string): string | undefined => Object.keys(readers).find((kind) => path.endsWith(kind));

describe('a payload in every text and name of a policy', () => {
  const frames: readonly Partial<SiteInput>[] = [
    { shell: 'fragment' },
    ...flavourNames.map((flavour) => ({ flavour })),
  ];

  it('is tried in every kind of file that a site has, and no kind is tried in vain', () => {
    const policies = [{ id: charity.id, releases: [releaseOf(1, '2021-10-24', charity)] }];
    const paths = [
      ...harmless.keys(),
      ...frames.flatMap((frame) => [...planSite({ asOf, siteUrl, policies, ...frame }).keys()]),
    ];
    expect(paths.filter((path) => kindOf(path) === undefined)).toEqual([]);
    const found = new Set(paths.map(kindOf));
    expect(Object.keys(readers).filter((kind) => !found.has(kind))).toEqual([]);
  });

  it('leaves each file of a site the form that it has', () => {
    const wanted = new Map([...harmless].map(([path, text]) => [path, formOf(path, text)]));
    for (const payload of payloads)
      for (const [path, text] of siteWith(payload))
        expect([payload, path, formOf(path, text)]).toEqual([payload, path, wanted.get(path)]);
  });
});

function formOf(path: string, text: string): unknown {
  return readers[kindOf(path) ?? '']?.(text);
}
