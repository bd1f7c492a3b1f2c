import fc from 'fast-check';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { sourceFile } from '../../src/base/place.ts';
import { comparePolicies } from '../../src/diff/compare.ts';
import { type Document, readDocument } from '../../src/document/document.ts';
import { documentsAsPolicies } from '../../src/document/document-policy.ts';
import { readPage } from '../../src/document/page.ts';
import { normalForm } from '../../src/syntax/normal.ts';
import { parseProse } from '../../src/syntax/prose.ts';

const word = fc.constantFrom(
  'hats',
  'shoes',
  'orders',
  '10:30',
  'a_b',
  '*',
  '1.',
  '# five',
  '<b>',
  '你好',
  'naïve',
);
const words = fc
  .array(word, { minLength: 1, maxLength: 4 })
  .map((all) => escaped(`We keep ${all.join(' ')}`));
const escaped = (text: string): string => text.replace(/[*_#<>[\]`|]/g, '\\$&');
const block = fc.oneof(
  words,
  words.map((text) => `We **never** ${text} [here](https://example.com/a)`),
  fc.array(words, { minLength: 1, maxLength: 3 }).map((all) => all.map((text) => `- ${text}`).join('\n')),
  fc.array(words, { minLength: 1, maxLength: 3 }).map((all) => all.map((text) => `1. ${text}`).join('\n')),
  words.map((text) => `## ${text}`),
  fc.tuple(words, words).map(([one, two]) => `| Thing | Place |\n| --- | --- |\n| ${one} | ${two} |`),
  words.map((text) => `> ${text}`),
);
const documents = fc
  .array(block, { minLength: 1, maxLength: 6 })
  .map((all) => all.join('\n\n<!-- -->\n\n').replaceAll('\n\n<!-- -->\n\n', '\n\n'));

const toHtml = unified().use(remarkRehype).use(rehypeStringify);
const htmlOf = (markdown: string): string =>
  `<!doctype html><body>\n${toHtml.stringify(toHtml.runSync(parseProse(markdown)))}\n</body>`;
const page = (html: string): Document => readPage(sourceFile('page.html', html));
const compare = (before: Document, after: Document) => {
  const [base, head] = documentsAsPolicies(before, after);
  return comparePolicies(base, head);
};
const changed = (before: string, after: string): readonly string[] =>
  compare(page(before), page(after)).changes.map(({ verdict }) => verdict);

describe('laws of comparing web pages', () => {
  it('a page says what the Markdown that it was made of says', () => {
    fc.assert(
      fc.property(documents, (markdown) => {
        expect(normalForm(page(htmlOf(markdown)).body)).toBe(normalForm(markdown));
        expect(['none', 'editorial']).toContain(
          compare(readDocument(sourceFile('a.md', markdown)), page(htmlOf(markdown))).verdict,
        );
      }),
      { numRuns: 40 },
    );
  });

  it('two pages differ exactly when their Markdown does', () => {
    fc.assert(
      fc.property(documents, documents, (a, b) => {
        const same = normalForm(a) === normalForm(b);
        expect(compare(page(htmlOf(a)), page(htmlOf(b))).verdict === 'none').toBe(same);
      }),
      { numRuns: 30 },
    );
  });

  it.each(
    (
      'a abbr address article aside b bdi bdo blockquote button caption center cite code data datalist dd del details ' +
      'dfn dialog div dl dt em embed fieldset figcaption figure font footer form h1 h6 header hgroup i iframe ins kbd ' +
      'label legend li main map mark marquee math menu meter nav noscript object ol optgroup option output p pre ' +
      'progress q rp rt ruby s samp search section select slot small span strike strong sub summary sup svg table ' +
      'tbody td textarea tfoot th thead time title tr tt u ul unknown-element var video'
    ).split(' '),
  )('a word in <%s> is read, wherever it stands', (name) => {
    for (const [before, after] of [
      ['<body>', ''],
      ['<body><p>We share ', '</p>'],
      ['<body><table><tr><td>', '</td></tr></table>'],
      ['<body><table><tr><td><table><tr><td>', '</td></tr></table></td></tr></table>'],
      ['<body><svg>', '</svg>'],
      ['<body><select>', '</select>'],
    ] as const) {
      const of = (text: string): string => `${before}<${name} src="${text}">${text}</${name}>${after}`;
      // Some places have no room for some elements: there the parser drops them, and what is in them is not read.
      const read = (html: string): string => {
        const { settings, body } = page(html);
        return `${settings.get('title')?.text ?? ''}${body}`;
      };
      const said = read(of('shoes'));
      if (before === '<body>') expect(said).toContain('shoes');
      if (said.includes('shoes')) expect(read(of('hats'))).toBe(said.replaceAll('shoes', 'hats'));
      else expect(said).toBe(read(before + after));
    }
  });

  it.each([
    ['<p hidden>We sell.</p>', '<p>We sell.</p>'],
    ['<p style="color: red; display:none">We sell.</p>', '<p style="color: red">We sell.</p>'],
    ['<p>We do <b>not</b> sell.</p>', '<p>We do <b style="opacity:0">not</b> sell.</p>'],
    ['<p>We do <b>not</b> sell.</p>', '<p>We do <b class="hat sr-only">not</b> sell.</p>'],
    ['<dialog><p>We sell.</p></dialog>', '<dialog open><p>We sell.</p></dialog>'],
    ['<p>Hats<noscript> are sold</noscript></p>', '<p>Hats are sold</p>'],
    ['<p>We <span style="visibility: hidden">never</span> sell.</p>', '<p>We <span>never</span> sell.</p>'],
    [
      '<details><summary>More</summary>We sell.</details>',
      '<details open><summary>More</summary>We sell.</details>',
    ],
    ['<p>We <del>never</del> sell.</p>', '<p>We never sell.</p>'],
    ['<del><p>We <b>never</b> sell.</p></del>', '<p>We <b>never</b> sell.</p>'],
    ['<ul style="text-decoration-line: line-through"><li>We sell.</ul>', '<ul><li>We sell.</ul>'],
    ['<table><tr style="text-decoration:line-through"><td>A<td>B</table>', '<table><tr><td>A<td>B</table>'],
    ['<input type=checkbox checked disabled> News', '<input type=checkbox disabled> News'],
    ['<select><option selected>Yes<option>No</select>', '<select><option>Yes<option selected>No</select>'],
    ['<a href="/opt-out">Object</a>', '<a href="/contact">Object</a>'],
    [
      '<table><tr><td><table><tr><td><a href="/a">Object</a></table></table>',
      '<table><tr><td><table><tr><td><a href="/b">Object</a></table></table>',
    ],
    ['<ol><li>One</ol>', '<ul><li>One</ul>'],
    ['<img alt="We sell" src=a.png>', '<img alt="We keep" src=a.png>'],
    ['<title>Terms</title>', '<title>Privacy</title>'],
    ['<meta name="description" content="We sell.">', '<meta name="description" content="We do not sell.">'],
  ])('%s is not %s', (before, after) => {
    expect(changed(before, after)).toContain('review');
    expect(changed(after, before)).toContain('review');
  });

  it.each([
    ['<p class="a" id=b>We  sell\n hats.</p>', '<P>We sell hats.'],
    ['<div><p>We sell hats.</p></div>', '<main><section><p>We sell hats.</p></section></main>'],
    [
      '<b>We</b> sell',
      '<strong>We</strong> sell<script>x()</script><style>p { color: red }</style><!-- none -->',
    ],
    ['<p>A&amp;B &euro;</p>', '<p>A&#38;B €</p>'],
  ])('%s is %s', (before, after) => {
    expect(changed(before, after)).toEqual([]);
  });

  it('a block is at its lines in the page', () => {
    const html =
      '<!doctype html>\n<body>\n<h1>Privacy</h1>\n<ul>\n  <li>We keep hats.</li>\n  <li>We sell shoes.</li>\n</ul>\n';
    const item = page(html).blocks.find(({ text }) => text.includes('shoes'));
    expect(item).toMatchObject({
      text: '- We sell shoes.',
      place: { file: 'page.html', line: 6, column: 3 },
    });
  });
});
