import { posix } from 'node:path';
import MarkdownIt from 'markdown-it';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { eachOnDemand } from '../../src/base/on-demand.ts';
import { isOfSite } from '../../src/publish/paths.ts';
import { planSite } from '../../src/publish/site.ts';
import { flavourNames, flavours } from '../../src/render/flavours.ts';
import { releaseOf, saying, three } from './releases.ts';

/** What the programs of documentation sites would obey, drop or redraw. */
const commands: readonly string[] = [
  'You give us {{ name }}, written `{{code}}` and {% if a %}this{% endif %}.',
  'import duties x from y may apply.',
  'export const x = 1',
  ':::tip\nhello\n:::',
  'A :smile: and :badge[x]{.red} and {#id} and { .b }.',
  '{{% shortcode %}} and {{< figure >}}',
  `A path {a: 1} and \${b} and \`\${c}\` and \`:::\`.`,
];
const hostile = saying(commands.join('\n\n'));
type Flavour = (typeof flavourNames)[number];
/** The site for a program, planned once for all that is asked of it. */
const site = eachOnDemand((flavour?: Flavour) =>
  planSite({
    asOf: '2022-08-01',
    policies: [
      { id: 'shop', releases: [...three.slice(0, 1), releaseOf(2, '2022-07-01', hostile)] },
      { id: 'blog', releases: three },
    ],
    ...(flavour === undefined ? {} : { flavour }),
  }),
);
const pages = (flavour?: Flavour): [string, string][] =>
  [...site(flavour)].filter(([path]) => path.endsWith('.md'));
/** The text below the front matter and inside what it stands between. */
const bodyOf = (text: string): string => text.replace(/^---\n[\s\S]*?\n---\n/, '').replace(/^:{3,}.*$/gm, '');

const html = new MarkdownIt({ html: true });
const remark = unified()
  .use(remarkParse)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true });
/** What readers see. */
const shown = (drawn: string): string =>
  drawn
    .replaceAll('<span></span>', '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#x([0-9a-f]+);/gi, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)))
    .replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');

it.each([undefined, ...flavourNames])(
  'what a site consists of may be removed when it is gone: %s',
  (name) => {
    expect([...site(name).keys()].filter((path) => !isOfSite(path))).toEqual([]);
  },
);

describe.each(flavourNames.filter((name) => name !== 'plain'))('for %s', (name) => {
  const flavour = flavours[name];

  it('nothing of a text is there to be obeyed, and every word of it is there to be read', () => {
    const whole = site(name).get(`shop/${flavour.file}`) ?? '';
    // Eleventy knows no marks of colons: what looks like one there is text.
    const text = name === 'eleventy' ? whole.replace(/^---\n[\s\S]*?\n---\n/, '') : bodyOf(whole);
    expect(text).not.toMatch(/\{\{|\{%/);
    if (name !== 'eleventy') expect(text).not.toMatch(/^\s*:::|:\w+:|:\w+\[/m);
    if (name === 'docusaurus') expect(text).not.toMatch(/^(import|export)\b/m);
    const read = shown(html.render(text));
    for (const words of [
      '{{ name }}',
      '{{code}}',
      '{% endif %}',
      'import duties',
      'export const',
      ':::tip',
      ':smile:',
      '{#id}',
    ])
      expect(read, words).toContain(words);
  });

  it('every link between pages leads to one that is there, and to a place in it', () => {
    const all = new Map(pages(name));
    const broken: string[] = [];
    for (const [path, text] of all)
      for (const [, address = ''] of text.matchAll(/\]\(([^)]*)\)/g)) {
        if (/^(https?|mailto|tel):/.test(address)) continue;
        const [way = '', anchor] = address.split('#');
        const file =
          way === '' ? path : posix.join(posix.dirname(path), way, way.endsWith('/') ? flavour.file : '');
        const target = all.get(file);
        const found =
          target !== undefined &&
          (anchor === undefined || target.includes(`{#${anchor}}`) || target.includes(`id="${anchor}"`));
        if (!found) broken.push(`${path}: ${address}`);
      }
    expect(broken).toEqual([]);
  });

  it('every page has a title and one heading above the others', () => {
    for (const [path, text] of pages(name)) {
      const front = parse(/^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '') as { title?: string };
      expect(front.title, path).toMatch(/\S/);
      expect(bodyOf(text).match(/^# /gm) ?? [], path).toHaveLength(flavour.titled ? 0 : 1);
    }
  });
});

describe('as plain Markdown', () => {
  it('pages lead to one another, to other languages and to all versions', () => {
    const text = site(undefined).get('blog/index.md') ?? '';
    expect(text).toContain('[简体中文](zh-CN/index.md) · [All versions](archive/index.md)');
    expect(pages().flatMap(([, page]) => page.match(/index\.html/g) ?? [])).toEqual([]);
  });

  it('is read as the same document by different programs', () => {
    const tags = (drawn: string): readonly string[] =>
      drawn.match(/<\/?(?:h[1-6]|ul|ol|li|blockquote|pre|code|strong|em|a)\b/g) ?? [];
    for (const [path, text] of pages().filter(([, page]) => !page.includes('| - |')))
      expect(tags(html.render(text)), path).toEqual(tags(String(remark.processSync(text))));
  });
});
