import { describe, expect, it } from 'vitest';
import { sourceFile } from '../../src/base/place.ts';
import { comparePolicies } from '../../src/diff/compare.ts';
import { documentsAsPolicies } from '../../src/document/document-policy.ts';
import { readPage } from '../../src/document/page.ts';

const text = '<h1>Hats</h1><p>We keep your hats for a year.</p><h2>Caps</h2><p>We knit caps.</p>';
const menu = (...items: readonly string[]): string =>
  `<nav><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul></nav>`;
const shop = '<a href="/shop">Shop</a>';

const links = (...names: readonly string[]): string =>
  `<p>${names.map((name) => `<a href="/${name}">${name}</a>`).join(' ')}</p>`;

/** What is read first when a page gains or loses something, in whichever order the two are compared. */
function readFirst(before: string, after: string): readonly string[] {
  const [base, head] = [before, after].map((body) => readPage(sourceFile('a.html', `<body>${body}</body>`)));
  if (!base || !head) throw new Error('two pages are read');
  return [
    comparePolicies(...documentsAsPolicies(base, head)),
    comparePolicies(...documentsAsPolicies(head, base)),
  ].flatMap(({ changes }) =>
    changes.flatMap(({ signal, signals }) => (signal === 'high' ? (signals ?? []) : [])),
  );
}

describe('what a site has on every page', () => {
  it.each<readonly [string, string]>([
    [`${menu(shop)}${text}`, `${menu(shop, '<a href="/yarn">Yarn and more</a>')}${text}`],
    [`${menu(shop)}${text}`, `${menu('<a href="https://shop.example/all">Shop</a>')}${text}`],
    [`${menu(shop, 'Solutions')}${text}`, `${menu(shop, 'Use cases')}${text}`],
    [`${menu(shop)}${text}`, `${menu(shop, '<a href="/demo">Hats on show</a>')}${text}`],
    [`<header>${shop}</header>${text}`, `<header>${shop}<a href="/bows">Bows</a></header>${text}`],
    [
      `<main>${text}<footer>${shop}</footer></main>`,
      `<main>${text}<footer>${shop} <a href="/a">About us</a></footer></main>`,
    ],
    [
      `<div id="site-footer">${shop}</div>`,
      `<div id="site-footer">${shop} <a href="/jobs">Jobs</a></div>`,
    ].map((foot) => text + foot) as [string, string],
    [
      `${text}<footer>${shop}</footer>`,
      `${text}<footer>${shop}<a href="/caps" title="Caps">Caps&nbsp;</a></footer>`,
    ],
    [text, `${text}<button>Open menu</button>`],
    [`${text}<footer>© Hats | 7.6.0.2</footer>`, `${text}<footer>© Hats | 7.6.0.4</footer>`],
    [
      `${text}<div role="contentinfo">${shop}</div>`,
      `${text}<div role="contentinfo"><a href="/shop">Our shop</a></div>`,
    ],
    [`${links('Caps')}${text}`, `${links('Caps', 'Bows')}${text}`],
    [`<img alt="" src="/a.png">${links('Caps')}${text}`, `<img alt="" src="/a.png">${text}`],
    [
      `${text}<footer><nav>${shop} Solutions</nav></footer>`,
      `${text}<footer><nav>${shop} Use cases</nav></footer>`,
    ],
    [`${text}<footer>${shop}</footer>`, `${text}<footer><h4>Resources</h4>${shop}</footer>`],
    ['#', '/'].map((to) => `${text}<footer><a href="${to}">Hats. All rights reserved.</a></footer>`) as [
      string,
      string,
    ],
    [text, `${text}<span hidden>Open menu</span>`],
  ])('only leads around: %s', (before, after) => {
    expect(readFirst(before, after)).toEqual([]);
  });

  const said = [
    '<a href="/cookies">Cookie settings</a>',
    '<a href="/x">Do not sell my hats</a>',
    '<a href="/opt-out">Hats</a>',
    '<a href="/x">Right to know</a>',
    '<a href="/x">Sold to brokers</a>',
    '<a href="/x">Access request</a>',
    '<a href="/x">Privacy controls</a>',
    '<a href="mailto:hats@a.example">Hats</a>',
    '<a href="/x">We sell hats</a>',
    '<a href="/x">Hats are sold to all who ask for them by the end of May every year</a>',
    'Hats are sold',
    'Kept 30 days',
    'Bows, always',
    '£ 5',
  ];
  const framed = said.flatMap((words) => [
    menu(shop, words),
    `<header>${words}</header>`,
    `<footer>${words}</footer>`,
    `<footer><nav>${words}</nav></footer>`,
  ]);
  it.each(framed)('may say something: %s', (frame) => {
    expect(readFirst(text, `${text}${frame}`)).not.toEqual([]);
  });

  it.each([
    ...said.map((words) => `<p>${words}</p>`),
    '<p><a href="https://b.example">Bows</a></p>',
    '<ul><li><a href="/bows">Bows</a></li></ul>',
    '<p>Makers: <a href="/bows">Bows</a></p>',
    '<p>Makers</p><p><a href="/bows">Bows</a></p>',
    '<h2>Makers</h2><p><a href="/bows">Bows</a></p>',
    '<p>Makers <img src="/a.png" alt=""></p>',
    '<p><img src="/a.png" alt="Hats are sold"></p>',
  ])('may say something above the text: %s', (more) => {
    expect(readFirst(`${links('Caps')}${text}`, `${links('Caps')}${more}${text}`)).not.toEqual([]);
  });

  it('is no list of links that something stands above', () => {
    for (const lead of ['<p>Makers</p>', '<h2>Makers</h2>', '<p>Hats go to makers.</p>'])
      expect(
        readFirst(`${lead}${links('Caps')}${text}`, `${lead}${links('Caps', 'Bows')}${text}`),
      ).not.toEqual([]);
    const after = '<p>The companies above get your hats.</p>';
    expect(readFirst(`${links('Caps')}${after}`, `${links('Caps', 'Bows')}${after}`)).not.toEqual([]);
    // Without any text there is nothing above it.
    expect(readFirst(links('Caps'), links('Caps', 'Bows'))).not.toEqual([]);
  });

  it('is no element that holds much more text than links, whatever it is called', () => {
    const page = (more = ''): string =>
      `<div class="menu"><h1>Hats</h1><p>${'We keep your hats in a dry place. '.repeat(9)}</p>${more}</div>`;
    expect(readFirst(page(), page('<p><a href="https://b.example">Bows</a></p>'))).not.toEqual([]);
  });

  it.each([
    ['<p>We share hats with:</p>', menu('<a href="https://b.example">Bows</a>')],
    ['<h2>Who gets hats</h2>', menu('<a href="https://b.example">Bows</a>')],
    ['<article>', '<footer><a href="https://b.example">Bows</a></footer>'],
    ['<main>', '<div class="menu"><a href="https://b.example">Bows</a></div>'],
    ['<section>', '<header><a href="https://b.example">Bows</a></header>'],
    ['', '<header><h1><a href="https://b.example">Bows</a></h1></header>'],
    ['', '<div class="menus"><a href="https://b.example">Bows</a></div>'],
    ['', '<footer>Bow Makers</footer>'],
    ['', '<div class="card-header"><a href="/bows">Bows</a></div>'],
    ['<p>We share hats with the following.</p>', menu('<a href="https://b.example">Bows</a>')],
  ])('is text, whatever its element is called: %s %s', (lead, more) => {
    expect(readFirst(`${text}${lead}`, `${text}${lead}${more}`)).not.toEqual([]);
  });

  it('is text in a list that a line of its own leads in', () => {
    const shared = (...names: readonly string[]): string =>
      `<footer><p>We share hats with:</p><ul>${names.map((name) => `<li><a href="/${name}">${name}</a></li>`).join('')}</ul></footer>`;
    expect(readFirst(text + shared('Bows'), text + shared('Bows', 'Caps'))).not.toEqual([]);
  });

  it('where another policy is, or who the publisher is, is read first', () => {
    const link = (to: string): string => `<footer><a href="${to}">Privacy policy</a></footer>${text}`;
    expect(readFirst(link('https://a.example/privacy'), link('https://b.example/privacy'))).not.toEqual([]);
    for (const [one, other] of [
      ['Hat Makers Ltd', 'Cap Makers Ltd'],
      ['Weaver', 'Knitter'],
      ['', 'Acme'],
    ])
      expect(readFirst(`${text}<footer>${one}</footer>`, `${text}<footer>${other}</footer>`)).not.toEqual([]);
  });

  it('what moves out of the text into a menu is gone from the text', () => {
    const item = '<ul><li><a href="https://b.example">Bows</a></li></ul>';
    const list = '<p>We share hats with:</p><ul><li>Caps</li></ul>';
    expect(
      readFirst(`${list.replace('</ul>', item.slice(4))}${text}`, `${list}${text}<nav>${item}</nav>`),
    ).not.toEqual([]);
  });
});

describe('what stands before the page', () => {
  const page = (html: string) => readPage(sourceFile('a.html', html));
  const head = '<title>Hats</title><meta name="description" content="Caps">';

  it('is no text: a byte-order mark, and the rest of a head that a picture ends', () => {
    const plain = page(`<!doctype html><head>${head}</head><body>${text}`);
    const marked = page(`\ufeff<!doctype html><head>${head}</head><body>${text}`);
    const ended = page(
      `<!doctype html><head><noscript><img src="/a.gif"></noscript>${head}</head><body>${text}`,
    );
    for (const other of [marked, ended]) {
      expect([...other.settings].map(([name, { text: said }]) => [name, said])).toEqual(
        [...plain.settings].map(([name, { text: said }]) => [name, said]),
      );
      const words = other.blocks.map((block) => block.text).filter((said) => /\w/.test(said));
      expect(words.filter((said) => !said.startsWith('![]'))).toEqual(
        plain.blocks.map((block) => block.text),
      );
    }
    // Places are those in the file.
    expect(marked.blocks[0]?.place.column).toBe((plain.blocks[0]?.place.column ?? 0) + 1);
  });

  it('is one title: another one, or that of a picture, is text', () => {
    const titled = (more: string): string => page(`<head>${head}</head><body>${more}${text}`).body;
    expect(titled('<title>We sell hats.</title>')).toContain('We sell');
    expect(titled('<svg><title>We sell hats.</title></svg>')).toContain('We sell');
    const described = page(`<head>${head}</head><body><meta name="description" content="Bows">${text}`);
    expect(described.settings.get('description')?.text).toBe('Caps');
    expect(page(`<body><svg><title>We sell hats.</title></svg>${text}`).body).toContain('We sell');
  });
});

describe('what nobody can see', () => {
  it.each([
    '<div hidden></div>',
    '<details><div></div></details>',
    '<noscript><img src="/a.gif"></noscript>',
    '<noscript><iframe src="https://b.example/count?id=5" style="display:none"></iframe></noscript>',
    '<iframe src="https://b.example/count?id=6" width="1" height="1"></iframe>',
  ])('is no change: %s', (nothing) => {
    expect(readFirst(text, `${text}${nothing}`)).toEqual([]);
  });

  it.each([
    'Hats',
    '<input type="checkbox" checked>',
    '<img src="/a.gif" alt="Hats">',
    '<a href="/hats">Hats</a>',
  ])('but hiding this is read first: %s', (something) => {
    const shown = (attribute: string): string => `${text}<div ${attribute}>${something}</div>`;
    expect(readFirst(shown('id="a"'), shown('hidden'))).not.toEqual([]);
  });

  it.each([
    '<iframe src="https://b.example/hats" width="100" height="1"></iframe>',
    '<iframe src="https://b.example/hats"></iframe>',
    '<iframe src="https://b.example/hats" width="1" height="1" style="width: 99%; height: 99em"></iframe>',
    '<iframe src="https://b.example/hats" width="1" height="1" class="large"></iframe>',
  ])('but this may be seen: %s', (something) => {
    expect(readFirst(text, `${text}${something}`)).not.toEqual([]);
  });
});

describe('paragraphs with bullets', () => {
  const page = (lead: string, items: readonly string[], more: string): string =>
    `<h1>Hats</h1><p>${lead}</p>${items.map((item) => `<p>· ${item}</p>`).join('')}<p>${more}</p>`;
  const listed = (lead: string, items: readonly string[], more: string): string =>
    `<h1>Hats</h1><p>${lead}</p><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul><p>${more}</p>`;
  const [lead, never] = ['We knit the following:', 'We never knit the following:'];

  it('are a list, which ends before what has none', () => {
    const said = [lead, ['hats', 'caps'], 'Yarn is sold.'] as const;
    expect(readFirst(page(...said), listed(...said))).toEqual([]);
  });

  it.each([
    [page(lead, ['hats'], 'Yarn is sold.'), page(never, ['hats'], 'Yarn is sold.')],
    [page(lead, ['hats', 'bags'], 'Yarn'), listed(never, ['hats', 'bags'], 'Yarn')],
    // The line behind the list becomes one of it, or the other way round.
    [page(never, ['hats', 'bags'], 'Yarn'), page(never, ['hats', 'bags', 'Yarn'], '')],
    [page(never, ['hats', 'bags'], 'Yarn'), page(never, ['hats', 'bags'], 'Yarn').replaceAll('· ', '')],
    [
      page(lead, ['hats'], `Soon.</p><p>${never}</p><p>· bags`),
      page(lead, ['hats', 'bags'], `Soon.</p><p>${never}</p><p>`),
    ],
  ])('say what leads them in: %s', (before, after) => {
    expect(readFirst(before, after)).not.toEqual([]);
  });
});
