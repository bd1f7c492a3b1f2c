import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { checkSnapshot } from '../../src/check/check-snapshot.ts';
import { formatOf, readManuscript, textOfFile, type WrittenAs } from '../../src/document/import/read.ts';
import { standaloneHtml } from '../../src/render/standalone.ts';
import { type Import, importDocument, type Known } from '../../src/scaffold/imported/import.ts';
import { withPolicy } from '../../src/scaffold/listed-policy.ts';
import { snapshotOfNew } from '../../src/scaffold/workspace.ts';

const stamp = { sequence: 1, published: '2026-12-01', effective: '2026-12-01' };

function imported(text: string, format: WrittenAs = 'markdown', known: Known = {}): Import {
  const found = importDocument(readManuscript(text, format), known);
  if (!found) throw new Error('no language');
  return found;
}

/** The words of a page, without any white space: a reader of HTML that knows nothing of ours. */
function wordsOfPage(html: string): string {
  return html
    .replace(/<(script|style|title)[\s\S]*?<\/\1>/g, '')
    .replace(/<img [^>]*?alt="([^"]*)"[^>]*>/g, '$1')
    .replace(/<[^>]+>/g, '')
    .replace(/&(?:#x([0-9a-f]+)|(lt|gt|quot|amp));/gi, (_, hex?: string, name = '') =>
      hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : (named[name] ?? ''),
    )
    .replace(/\s+/g, '');
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

function pageOf({ files, head }: Import): string {
  const { policy, problems } = checkSnapshot(snapshotOfNew(files));
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (!policy) throw new Error('no policy');
  return standaloneHtml(policy, head.locale, stamp);
}

const reader = new MarkdownIt({ html: true });
// What it would not publish it shows as it was written.
reader.validateLink = () => true;

/** A footnote is its words, marks included. */
function rendered(markdown: string): string {
  return reader.render(markdown.replace(/^(?! {4}).*/gm, (line) => line.replaceAll('[^1]', '\\[^1]')));
}

/** The sentences of Markdown as another program reads it, without what is struck out. */
function sentencesIn(markdown: string): string[] {
  const html = rendered(markdown).replace(struckOut, '');
  return html
    .replace(/<\/(?:p|li|h\d|td|th|blockquote|pre)>|<(?:br|ul|ol)\b[^>]*>/g, '\u0001')
    .split('\u0001')
    .map(wordsOfPage)
    .filter((words) => words !== '');
}

const struckOut = /<!--[\s\S]*?-->|<(s|del)>.*?<\/\1>|<div style[\s\S]*?<\/div>/g;

const words = fc.constantFrom(
  'We keep your name.',
  'Write to help@example.com or +44 20 7946 0000.',
  'See https://example.com/a_b(c)?x=1&y=2 for more.',
  'Prices are $5 * 3, a_b_c, [sic] and 1 < 2 > 0.',
  'It says :data[contact.email], :ref[nowhere] and :term[x]{as="y"}.',
  '**Never** *sold*, `:ref[code]`, and [a link](https://example.com) too.',
  'A [part](#sharing), a [file](./terms.md), a [trap](javascript:alert(1)).',
  'An ![icon](https://example.com/i.png) and ![](data:image/gif;base64,AAAA).',
  'Some <b>bold</b> words<br>and <span id="here">a place</span>.',
  '我们收集**“位置信息”**用于下单。**请注意：**这是必需的。',
  'Soft\u00ADhyphen, zero\u200Bwidth, and a # in it: yes, no.',
  '1. one starts like a list',
  '- so does this',
  'yes',
  'Until 3.5 % — “quoted” & ‘single’ … &copy; &amp;lt;',
  'Lines\nthat are\nwrapped.',
  'A reference [here][one] and [there].',
  '{{ name }} {% raw %} ::: tip | pipe',
  '#hash and %percent @at !bang',
  'ends with a backslash \\',
  'We keep it ~~and **sell** it~~. Some <del>vanished</del> and <s>forsaken</s>: rest.',
  '~~Nothing is left of these forsaken words.~~',
  'A note[^1], and another.',
);
const block = fc.oneof(
  { weight: 6, arbitrary: words },
  {
    weight: 2,
    arbitrary: fc
      .array(words, { minLength: 1, maxLength: 3 })
      .map((all) => all.map((one) => `* ${one.replace(/\n/g, ' ')}`).join('\n')),
  },
  { weight: 1, arbitrary: words.map((one) => `> ${one.replace(/\n/g, '\n> ')}`) },
  { weight: 1, arbitrary: words.map((one) => `    ${one.replace(/\n/g, '\n    ')}`) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(words, words)
      .map(
        ([a, b]) =>
          `| Cookie | Provider | Why |\n|---|---|---|\n| x | ${[a, b].map((one) => one.replace(/[\n|]/g, ' ')).join(' | ')} |`,
      ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '***',
      '[one]: https://example.com/one "Title"',
      '<!-- seen by nobody -->',
      '<div>\n\nIn a box.\n\n</div>',
      '<div style="text-decoration: line-through">\n\n- Words that vanished.\n\n</div>',
      '[^1]: Noted.',
    ),
  },
);
const heading = fc
  .tuple(
    fc.integer({ min: 1, max: 5 }),
    fc.constantFrom(
      'Sharing',
      '1. Data',
      '2. Use',
      '**Bold** title',
      '第一条 范围',
      'What `we` do?',
      'Policy',
      '',
      'no',
      '- dash',
      'A [link](#x)',
      '~~Forsaken~~',
    ),
  )
  .map(([depth, title]) => `${'#'.repeat(depth)} ${title}`);
const markdown = fc
  .array(fc.oneof({ weight: 3, arbitrary: block }, { weight: 1, arbitrary: heading }), {
    minLength: 1,
    maxLength: 14,
  })
  .map((blocks) => blocks.join('\n\n'));
const runs = { numRuns: Number(process.env.LAW_RUNS ?? 25) };

/** What no reader sees is not asked for: characters of no width, numbers of headings, stars that are marks to one of the readers. */
function expectedOf(sentence: string): string {
  return sentence.replace(/[\u00AD\u200B*]/g, '').replace(/^\d{1,2}\.(?=Data$|Use$)/, '');
}

describe('a document that is imported', () => {
  it('has no error, and shows every sentence that it had', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        fc.pre(/\p{L}/u.test(sentencesIn(text).join('')));
        const page = wordsOfPage(pageOf(imported(text, 'markdown', { locale: 'en' }))).replaceAll('*', '');
        const lost = sentencesIn(text)
          .map(expectedOf)
          .filter((sentence) => !page.includes(sentence));
        expect(lost).toEqual([]);
        // In code they are what they are.
        if (!/^ {4}/m.test(text)) expect(page).not.toMatch(/vanished|forsaken/i);
      }),
      runs,
    );
  });

  it('does so as a web page, too', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const html = rendered(text);
        fc.pre(/\p{L}/u.test(sentencesIn(text).join('')));
        const page = wordsOfPage(
          pageOf(imported(`<!doctype html><body>${html}</body>`, 'html', { locale: 'en' })),
        ).replaceAll('*', '');
        const lost = sentencesIn(text)
          .map(expectedOf)
          .filter((sentence) => !page.includes(sentence));
        expect(lost).toEqual([]);
        // In code they are what they are.
        if (!/^ {4}/m.test(text)) expect(page).not.toMatch(/vanished|forsaken/i);
      }),
      runs,
    );
  });

  it('does so as plain text, whatever its marks would mean elsewhere', () => {
    const plain = fc.array(words, { minLength: 1, maxLength: 8 }).map((all) => all.join('\n\n'));
    fc.assert(
      fc.property(plain, (text) => {
        const page = wordsOfPage(pageOf(imported(text, 'text', { locale: 'en' })));
        const lost = text
          .split('\n\n')
          .map((line) =>
            line
              .replace(/^- |^1\. /, '')
              .replace(/[\u00AD\u200B]/g, '')
              .replace(/\s+/g, ''),
          )
          .filter((line) => !page.includes(line));
        expect(lost).toEqual([]);
      }),
      runs,
    );
  });
});

const example = `# Privacy at Example

Example Goods Ltd runs this shop.

## 1. Data we use

We collect your email address and date of birth. See [how long](#keeping).

| Cookie | Provider |
| ------ | -------- |
| sid | Example |

### Newsletter

- To unsubscribe, write to help@example.com.

## 2. Keeping

We keep it for 30 days, in Germany.
`;

describe('what is written', () => {
  const { files, head } = imported(example);
  const file = (path: string): string => files.get(path) ?? '';

  it('is a chapter for each heading below the title, and a statement for each paragraph', () => {
    expect([...files.keys()]).toEqual([
      'policy.yaml',
      'chapters/data-we-use.yaml',
      'chapters/keeping.yaml',
      'registers/we-collect-your-email-address-and.yaml',
    ]);
    expect(head).toMatchObject({ title: 'Privacy at Example', company: 'Example Goods Ltd', locale: 'en' });
    expect(file('policy.yaml')).toContain('text: |\n  Example Goods Ltd runs this shop.\n');
    expect(file('chapters/keeping.yaml')).toContain('title: Keeping\n');
    expect(file('chapters/keeping.yaml')).toContain(
      '    text: |\n      We keep it for 30 days, in Germany.\n',
    );
  });

  it('says beside each what it seems to name', () => {
    expect(file('chapters/keeping.yaml')).toContain(
      '  # Seems to name:\n  #   periods: P30D (“30 days”)\n  #   countries: DE (“Germany”)\n',
    );
    const data = file('chapters/data-we-use.yaml');
    expect(data).toContain('data: contact.email (“email address”), identity.date_of_birth (“date of birth”)');
    expect(data).toContain('rights: refuse-marketing (“unsubscribe”)');
    expect(data).toContain('contacts: help@example.com');
  });

  it('has a register where a table is a list, and the table as text only where the register says less', () => {
    const path = 'registers/we-collect-your-email-address-and.yaml';
    expect(file(path)).toBe('entries:\n  - id: sid\n    name: sid\n    provider: Example\n');
    expect(file('chapters/data-we-use.yaml')).not.toContain('| sid |');
    const more = imported(example.replace('| Provider |', '| Duration |'));
    expect(more.files.get('chapters/data-we-use.yaml')).toContain('| sid | Example |');
  });

  it('has no file that is called by what no file of Windows can be', () => {
    const { files } = imported('# Nul\n\nWe, Example Ltd, say it.\n\n## Con\n\nOne.\n\n## Contact\n\nTwo.\n');
    expect([...files.keys()].sort()).toEqual(['chapters/con-2.yaml', 'chapters/contact.yaml', 'policy.yaml']);
  });

  it('has no link that leads nowhere, as those are that only a script gives an address', () => {
    const html =
      '<h1>P</h1><p>See <a>lamp.example/old</a>, <a href="">this page</a> or <a role="link">ask</a>.</p><h2>Q</h2><p>Long.</p>';
    expect(imported(html, 'html').files.get('policy.yaml')).toContain(
      'See lamp.example/old, this page or ask.',
    );
  });

  it('leads where links of the document led', () => {
    expect(file('chapters/data-we-use.yaml')).toContain('[how long](#keeping)');
    const html = '<h1>P</h1><p>See <a href="#k">there</a>.</p><a name="k"></a><h2>Keeping</h2><p>Long.</p>';
    expect(imported(html, 'html').files.get('policy.yaml')).toContain('[there](#keeping)');
  });
});

describe('policies of other places and tools', () => {
  const chapter = ({ files }: Import, name: string): string => files.get(`chapters/${name}.yaml`) ?? '';

  it('keep the rows of a table whose cells hold tables', () => {
    const page = `<h1>Confidentialité</h1><h2>Destinataires</h2><p>Nous partageons :</p><table>
      <thead><tr><th>Destinataire</th><th>Pays</th><th>Données</th></tr></thead><tbody>
      <tr><td>Payvite SAS</td><td>France</td><td><table><tr><td>carte</td><td>numéro</td></tr><tr><td>montant</td></tr></table></td></tr>
      <tr><td>Colis Express GmbH</td><td>Allemagne</td><td>nom</td></tr></tbody></table>`;
    const found = imported(page, 'html', { locale: 'fr' });
    expect(found.registers).toBe(1);
    expect(chapter(found, 'destinataires')).toContain('| Payvite SAS | France | carte, numéro; montant |');
    expect([...found.files.values()].join('')).toContain('name: Colis Express GmbH');
  });

  it('still fall apart where a table is there for the layout', () => {
    const page =
      '<h1>Privacy</h1><table><tr><td><p>We keep names.</p><table><tr><th>Name</th></tr><tr><td>sid</td></tr></table></td></tr></table>';
    const { files } = imported(page, 'html', { locale: 'en' });
    expect([...files.values()].join('')).toMatch(/We keep names\.\n\n[\s\S]*\| Name \|\n/);
  });

  it('have the whole name of a company with a small word in it', () => {
    const text = '# Politique\n\nLampe à Papier SAS, à Lyon, est responsable du traitement.\n';
    expect(imported(text, 'markdown', { locale: 'fr' }).head.company).toBe('Lampe à Papier SAS');
  });

  it('lose the Chinese numbers of their headings where pages number them so, and no others', () => {
    const text = (numbers: readonly string[]): string =>
      `# 隐私政策\n\n${numbers.map((one) => `## ${one}我们的做法\n\n我们收集您的姓名。\n`).join('\n')}`;
    const titles = (found: Import): readonly (string | undefined)[] =>
      [...found.files].flatMap(([path, written]) =>
        path.startsWith('chapters/') ? /^title: (.*)$/m.exec(written)?.[1] : [],
      );
    const numbers = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
    const found = imported(text(numbers.map((one) => `${one}、`)));
    expect(new Set(titles(found))).toEqual(new Set(['我们的做法']));
    expect(titles(imported(text(['一、', '三、'])))).toEqual(['一、我们的做法', '三、我们的做法']);
  });

  it('lose numbers of headings that nothing names, where the document numbers them as a habit', () => {
    const titles = (numbers: readonly string[], said: string): readonly (string | undefined)[] => {
      const parts = numbers.map((one) => `### ${one} Hats\n\nWe keep ${said} hats.\n`).join('\n');
      const { files } = imported(`# Hats by post\n\n## Hats\n\n${parts}`, 'markdown', { locale: 'en' });
      return [...[...files.values()].join('').matchAll(/^ {4}title: "?(.*?)"?$/gm)].map(([, title]) =>
        title?.replace('\\\\', '\\'),
      );
    };
    const numbers = ['2.1.1', '2.1.2', '2.1.4'];
    expect(titles(numbers, 'red')).toEqual(['Hats', 'Hats', 'Hats']);
    expect(titles(numbers, '(2.1.4)')).toEqual(['Hats', 'Hats', '2.1.4 Hats']);
    expect(titles(['3.', '4.', '6.'], 'red')).toEqual(['Hats', 'Hats', 'Hats']);
    expect(titles(['3.', '4.', '6.'], '(section 4)')).toEqual(['3\\. Hats', '4\\. Hats', '6\\. Hats']);
    expect(titles(['[](#a)3.', '[](#b)4.', '[](#c)6.'], 'red')).toEqual(['Hats', 'Hats', 'Hats']);
    expect(titles(['3', '4', '6'], 'red')).toEqual(['3 Hats', '4 Hats', '6 Hats']);
    expect(titles(['3.', '6.'], 'red')).toEqual(['3\\. Hats', '6\\. Hats']);
  });

  it('tell which numbers of headings are left out, and what pages show in their place', () => {
    const text =
      '# Privacy\n\n## **1. Hats**\n\n### 1.1. Red\n\nFor a third party (第三方), art. 6.\n\n### 1.3. Blue\n\nNo.\n\n## 2. Ties\n\nWe sell.\n';
    const { unnumbered, files } = imported(text, 'markdown', { locale: 'en' });
    expect(unnumbered).toEqual([
      { number: '1.', shown: '1', isSame: true, title: 'Hats' },
      { number: '1.1.', shown: '1.1', isSame: true, title: 'Red' },
      { number: '1.3.', shown: '1.2', isSame: false, title: 'Blue' },
      { number: '2.', shown: '2', isSame: true, title: 'Ties' },
    ]);
    expect([...files.values()].join('')).not.toMatch(/title: .*\d/);
    expect(imported('# P\n\n## Hats\n\nWe sell.\n', 'markdown', { locale: 'en' }).unnumbered).toEqual([]);
  });

  it('lose their numbers though texts name third parties and articles of laws, and not where they name a part', () => {
    const titles = (said: string): readonly string[] => {
      const parts = ['1、', '2、', '4、']
        .map((one) => `### ${one.replace('、', '.')} 帽子\n\n${said}\n`)
        .join('\n');
      const { files } = imported(`# 隐私政策\n\n## 我们\n\n${parts}`);
      return [...[...files.values()].join('').matchAll(/^ {4}title: "?(.*?)"?$/gm)].map(
        ([, title]) => title ?? '',
      );
    };
    for (const said of [
      '我们向第三方提供。',
      '依据《个人信息保护法》第十三条提供。',
      '個人情報保護法第2条。',
    ])
      expect(titles(said)).toEqual(['帽子', '帽子', '帽子']);
    for (const said of ['详见第二条。', '詳見第2節。', '参见本政策第四部分。'])
      expect(titles(said)).toEqual(['1\\\\. 帽子', '2\\\\. 帽子', '4\\\\. 帽子']);
  });

  it('have their title once, and no part a level deeper for it', () => {
    const chaptersOf = (text: string): readonly string[] =>
      [...imported(text, 'markdown', { locale: 'en' }).files.keys()].filter((path) =>
        path.startsWith('chapters/'),
      );
    const parts = (mark: string): string => `${mark} Hats\n\nWe sell.\n\n${mark} Ties\n\nWe buy.\n`;
    const both = ['chapters/hats.yaml', 'chapters/ties.yaml'];
    expect(chaptersOf(`# Privacy Policy\n\nOf May.\n\n## Privacy policy\n\n${parts('###')}`)).toEqual(both);
    expect(chaptersOf(`# Privacy Policy\n\n# **Privacy Policy**\n\n${parts('#')}`)).toEqual(both);
    // Beside its like it is a part.
    expect(chaptersOf(`# Hats\n\n## Hats\n\nWe sell.\n\n## Ties\n\nWe buy.\n`)).toEqual(both);
    expect(readManuscript('# Privacy Policy\n\n## Privacy Policy\n\nNo.\n', 'markdown').asides).toEqual([
      { is: 'again', words: 'Privacy Policy', line: 3 },
    ]);
  });

  it('lose a table of contents, which pages make, and which as a chapter would number all others anew', () => {
    const parts = '## 1. Hats\n\nWe sell.\n\n### 1.1 Caps\n\nAll.\n\n## 2. Ties\n\nWe buy.\n';
    const links = '- [Hats](#1-hats)\n  - [Caps](#caps)\n- [Our ties](#ties)\n';
    const titlesOf = (above: string): readonly string[] =>
      [...imported(`# Shop\n\n${above}\n\n${parts}`, 'markdown', { locale: 'en' }).files.values()].flatMap(
        (text) => /^title: (.*)$/m.exec(text)?.[1] ?? [],
      );
    const own = ['Shop', 'Hats', 'Ties'];
    for (const menu of [
      `## Contents\n\n${links}`,
      `**On this page**\n\n${links}`,
      '## Sommaire\n\n1. Hats\n2. Ties\n\nWe are a shop.',
      '- [Hats](#1-hats)\n- [Ties](#2-ties)',
    ])
      expect(titlesOf(menu), menu).toEqual(own);
    // A list of other words, or further down, is text.
    const more = (menu: string): string =>
      [...imported(`# Shop\n\n${menu}\n\n${parts}`, 'markdown', { locale: 'en' }).files.values()].join('');
    expect(more('## Contents\n\n- Hats\n- What you upload')).toContain('What you upload');
    expect(more('We sell:\n\n- [Hats](#1-hats)\n- [Ties](#2-ties)')).toContain('We sell:');
    expect(more('- [Hats](#1-hats)\n- [More](https://shop.example/#more)')).toContain('[More](');
    expect(readManuscript(`# Shop\n\n## Contents\n\n${links}\n${parts}`, 'markdown').asides).toEqual([
      { is: 'contents', words: 'Contents', line: 3 },
      { is: 'contents', words: 'Hats Caps Our ties', line: 5 },
    ]);
  });

  it('keep a table whose head has too few cells, or too many, and lines that are none', () => {
    const textOf = (text: string): string =>
      [...imported(`# P\n\n## Cookies\n\n${text}\n`, 'markdown', { locale: 'en' }).files.values()].join('');
    const row = '| sid | login | 1 day |';
    expect(textOf(`| Cookie | Why |\n|---|---|---|\n${row}`)).toContain(
      '| Cookie | Why | |\n      |---|---|---|\n',
    );
    expect(textOf(`Cookie | Why | Time\n---|---\n${row}`)).toContain('---|--- | - |\n');
    const code = `\`\`\`\n| a |\n|---|---|\n\`\`\``;
    expect(textOf(code)).toContain('  | a |\n      |---|---|\n');
  });

  it('keep the lines that an author broke, in an address as in a list', () => {
    const text = (end: string): string =>
      `# P\n\n## Us\n\nAnna Lamp${end}\n1 Paper Street${end}\nLeeds\n\n- one${end}\n  two\n`;
    for (const end of ['  ', '    ', '\\'])
      expect([...imported(text(end), 'markdown', { locale: 'en' }).files.values()].join('')).toMatch(
        / Anna Lamp\\\n +1 Paper Street\\\n +Leeds\n[\s\S]* - one\\\n +two\n/,
      );
  });

  it('have one statement for the paragraphs below a heading where they are more than a policy may have clauses', () => {
    const paragraphs = (count: number): string =>
      Array.from({ length: count }, (_, at) => `We keep hat ${at}.\n`).join('\n');
    const row = '| A | B |\n|---|---|\n| x | y |';
    const text = (count: number): string =>
      `# P\n\n## Hats\n\n${paragraphs(count)}\n${row}\n\nThat is all.\n\n## Ties\n\nNone.\n`;
    const [few, many] = [200, 1300].map((count) => imported(text(count), 'markdown', { locale: 'en' }));
    expect([few?.isDense, few?.statements]).toEqual([false, 202]);
    expect(many).toMatchObject({ isDense: true, unfit: undefined });
    expect(many?.statements).toBeLessThan(10);
    expect([...(many?.files.values() ?? [])].join('')).toContain('We keep hat 1299.\n');
  });

  it('have no names of pictures, and nothing that dresses a link', () => {
    const text =
      '# :material-shield-lock: Hats\n\n## :octicons-law-16:{ .big } Ties\n\nSee [it](https://a.example){ target="_blank" } at :10, (so){curly}.\n';
    const { files, head } = imported(text, 'markdown', { locale: 'en' });
    expect([head.id, head.title]).toEqual(['hats', 'Hats']);
    const written = [...files.values()].join('');
    expect(written).toContain('title: Ties\n');
    expect(written).toContain('See [it](https://a.example) at :10, (so){curly}.');
  });

  it.each(['', 'We write <kbd>to you</kbd>.\n\n'])(
    'have no attributes that a site generator gives to their parts, and links lead where these put anchors (%#)',
    (page) => {
      const text = `* TOC\n{:toc}\n\n## Hats {#hats .no_toc}\n\nWe keep **hats**{: .strong } for 30 days.\n{: .lead}\n\n${page}1. Red\n2. Blue\n{: start="1" }\n\n## Ties ##\n{: #neck .big}\n\n> Of silk\n{: .note }\n\n{% include cord.html %}\n\nSee [hats](#hats), [ties](#neck){:target="_blank"} and {:a} in {b: c}.\n`;
      const manuscript = readManuscript(text, 'markdown');
      expect(manuscript.asides.map(({ is, words }) => [is, words])).toEqual([
        ['embedded', '{% include cord.html %}'],
      ]);
      const written = [...imported(text, 'markdown', { locale: 'en' }).files.values()].join('');
      expect(written).toContain('title: Hats\n');
      expect(written).toContain('title: Ties\n');
      expect(written).toContain('We keep **hats** for 30 days.\n');
      expect(written).toMatch(/See \[hats\]\(#hats\), \[ties\]\(#ties\) and \\?\{:a\} in \\?\{b: c\}\./);
      expect(written).not.toMatch(/toc|lead|strong|note|start|include|TOC/);
    },
  );

  it('say what is raised or lowered so that it is no other number', () => {
    const page =
      '<h1>P</h1><p>10<sup>2</sup> of CO<sub>2</sub>, see<sup>1, 2</sup> on the 1<sup>st</sup> of May.</p>';
    expect([...imported(page, 'html', { locale: 'en' }).files.values()].join('')).toContain(
      '10² of CO₂, see¹, ² on the 1st of May.',
    );
  });

  it('name no part by the address that happens to stand in it', () => {
    const text =
      '# 隐私政策\n\n## 我们如何共享您的信息\n\n我们向快递公司提供您的姓名、地址与手机号码，见 [kd.example](https://kd.example)。\n';
    expect([...imported(text).files.values()].join('')).not.toContain('id: kd-example');
  });

  it('have the title that stands on two lines of a text, and the day below a title is none', () => {
    const rest = '\n\n1. WHO WE ARE\n\nPaper Lamp Ltd runs the app.\n';
    expect(imported(`PAPER LAMP LTD\nPRIVACY NOTICE${rest}`, 'text').head.title).toBe(
      'PAPER LAMP LTD PRIVACY NOTICE',
    );
    const dated = imported(`Privacy Notice\nLast updated: 12 March 2026${rest}`, 'text');
    expect(dated.head.title).toBe('Privacy Notice');
    expect(dated.files.get('policy.yaml')).toContain('  Last updated: 12 March 2026\n');
    expect(imported(`We keep your name\nas long as we need it.${rest}`, 'text').head.title).not.toContain(
      'We keep',
    );
  });

  it('show the title of a callout, and not what it is called by', () => {
    const text = '# Hats\n\n!!! note "Red hats"\n\n    We sell them.\n\n!!! tip\n    Blue ones, too.\n';
    const written = [...imported(text, 'markdown', { locale: 'en' }).files.values()].join('');
    expect(written).toContain('> **Red hats**\n');
    expect(written).not.toMatch(/note "|tip\n/);
  });

  it('are not told that the mark of a footnote has no partner', () => {
    const { files } = imported(
      '# 隐私政策\n\n我们重视您的个人信息[^1]，并收集位置[^2]。\n\n[^1]: 指各种信息。\n[^2]: 可以关闭。\n',
    );
    const { problems } = checkSnapshot(snapshotOfNew(files));
    expect(problems.map(({ code }) => code)).not.toContain('unbalanced-delimiter');
  });
});

describe('a file', () => {
  it('is what its name or its beginning says', () => {
    expect(formatOf('policy.html', '')).toBe('html');
    expect(formatOf('policy', '\n<!-- saved -->\n<!DOCTYPE html>')).toBe('html');
    // A page that somebody saved under another name; Markdown would have no words for most of it.
    expect(formatOf('policy.md', '<html lang="en">')).toBe('html');
    expect(formatOf('policy.md', '<!-- ours -->\n\n# Privacy')).toBe('markdown');
    expect(formatOf('policy.txt', 'Privacy\n\nWe keep it.')).toBe('text');
  });

  it('is read in the encoding that a page names, and not at all when it is no text', () => {
    const page = Buffer.concat([
      Buffer.from('<meta charset="gbk"><p>'),
      Buffer.from([0xd2, 0xfe, 0xcb, 0xbd]),
    ]);
    expect(textOfFile(page)).toBe('<meta charset="gbk"><p>隐私');
    const styled = `<!doctype html><style>a::after { content: "\0" }</style>${'<p>Words.</p>'.repeat(200)}`;
    expect(textOfFile(Buffer.from(styled))).toBe(styled.replace('\0', ''));
    expect(textOfFile(Buffer.from(styled.replace('<!doctype html>', '')))).toBeUndefined();
    expect(textOfFile(Buffer.from(`<!doctype html>${'\0'.repeat(9)}`))).toBeUndefined();
    expect(textOfFile(Buffer.from([0x50, 0x4b, 3, 4, 0, 0xff, 0xfe, 0]))).toBeUndefined();
  });

  it('tells that a part is in another language, unless it is short', () => {
    const english =
      'We use your data for the orders that you place with us, and for nothing else that we know of. ';
    const german =
      'Wir nutzen Ihre Daten für die Bestellungen, die Sie bei uns aufgeben, und nicht für andere Zwecke. ';
    const both = (count: number) =>
      `# Policy\n\n${english.repeat(8)}\n\n# Erklärung\n\n${german.repeat(count)}`;
    expect([1, 4, 20].map((count) => imported(both(count)).alsoIn)).toEqual([undefined, 'de', 'en']);
    expect(imported(`# Policy\n\n${english.repeat(20)}`).alsoIn).toBeUndefined();
  });

  it('shows its language by its words', () => {
    const localeOf = (text: string): string => imported(text).head.locale;
    expect(
      localeOf('Wir verarbeiten Ihre Daten nur, wenn Sie es wollen und die Bestellung es braucht.'),
    ).toBe('de');
    expect(localeOf('Nous utilisons vos données pour vous répondre et pour les commandes.')).toBe('fr');
    expect(localeOf('我们仅在您下单时使用您的信息。')).toBe('zh-CN');
    expect(localeOf('我們僅在您下單時使用您的個人資料。')).toBe('zh-TW');
    expect(localeOf('お客様の情報を利用します。')).toBe('ja');
    const row = '| Reed Post GmbH | Delivery of letters | Standard Contractual Clauses | Address, Name |\n';
    const table = `# Sub-processors\n\n| Name | Subject | Level of protection | Data |\n|---|---|---|---|\n${row.repeat(9)}`;
    expect(localeOf(`${table}\nThis list is kept by us, and you can ask for an earlier one.\n`)).toBe('en');
    expect(importDocument(readManuscript('Мы используем ваши данные.', 'text'), {})).toBeUndefined();
  });

  it('gets a file of words to fill in where policyc has none for its language, and none for a tag by which another is meant', () => {
    const words = (locale: string): readonly unknown[] => {
      const { files, unfit, wordsLacking } = imported('# Beleid\n\nWij bewaren uw adres.\n', 'markdown', {
        locale,
      });
      return [files.has(`words/${locale}.yaml`), wordsLacking > 100, unfit?.code];
    };
    expect(words('nl')).toEqual([true, true, undefined]);
    expect(words('de-AT')).toEqual([false, false, undefined]);
    expect(words('jp')).toEqual([false, false, 'locale-without-words']);
    // A language of few speakers, and a tag that nobody has a name for.
    expect(['nop', 'sco', 'xx-YY'].map(words)).toEqual(Array(3).fill([true, true, undefined]));
    expect(words('iw')).toEqual([false, false, 'locale-without-words']);
    expect(words('nope')).toEqual([false, false, 'bad-format']);
  });

  it('keeps the words of a table whose cells span thousands of others, and makes none of those', () => {
    const treeOf = (rows: number, span: string): string => {
      const row = `<tr><td ${span}>We keep it.</td><td>Yes</td></tr>`;
      return JSON.stringify(readManuscript(`<table>${row.repeat(rows)}</table>`, 'html').root);
    };
    const spanning = treeOf(100, 'colspan=1000 rowspan=1000');
    expect(spanning.match(/We keep it\./g)).toHaveLength(100);
    expect(spanning).not.toContain('tableCell');
    expect(treeOf(100, 'colspan=2 rowspan=2')).toContain('tableCell');
  });

  it('may be a page with what leads around a site, which is no part of the policy', () => {
    const page =
      '<html lang="en-GB"><nav>Shop</nav><main><h1>Privacy</h1><p>We keep your and the data.</p></main><footer>Jobs</footer>';
    const { files, head } = imported(page, 'html');
    expect([...files.values()].join('')).not.toMatch(/Shop|Jobs/);
    expect(head.locale).toBe('en-GB');
    expect(imported('<html lang="pt-BR"><p>Não vendemos os seus dados.', 'html').head.locale).toBe('pt-BR');
  });
});

describe('what a page shows otherwise', () => {
  const asidesOf = (text: string, format: WrittenAs = 'html') =>
    readManuscript(text, format).asides.map(({ is, words, line }) => `${is} ${line} ${words}`);
  const textOf = (text: string): string => [...imported(text, 'html').files.values()].join('');

  it('is told with its words and its line', () => {
    expect(asidesOf('# P\n\nWe keep it ~~and sell it~~.\n', 'markdown')).toEqual(['struck 3 and sell it']);
    expect(
      asidesOf(
        '<p>We keep <s>and sell</s> it.\n<div hidden><p>Folded <b>words</b>.</div>\n<iframe src="/more"></iframe>\n<!-- no -->',
      ),
    ).toEqual(['struck 1 and sell', 'hidden 2 Folded words .', 'embedded 3 /more']);
    expect(asidesOf('<p>We <ins>now</ins> keep it.</p><details><p>More.</details>')).toEqual([]);
  });

  it('leaves the words around what is struck out as they would be without it', () => {
    const page =
      '<p>We keep the <b>data</b> <s>and sell it</s>, you <s>do not</s> see. <s>Never.</s></p><p><s>Gone</s><br>We end.</p>';
    expect(textOf(page)).toMatch(/ We keep the \*\*data\*\*, you see\.\n[^~]* We end\.\n/);
  });

  it('has the words of buttons that fold what stands below, or stand in a sentence', () => {
    const page =
      '<button>Menu</button><h2><button aria-expanded="false">Data we use</button></h2><div hidden><p>The <button>settings</button> are yours.</div>';
    expect(textOf(page)).toMatch(/title: Data we use[\s\S]*The settings are yours\./);
    expect(textOf(page)).not.toContain('Menu');
  });

  it('says in each row what a cell says that spans several', () => {
    const page =
      '<p>The and your data</p><table><tr><th>Who<th>What<th>Why<tr><td>A<td rowspan=2>Mail<td rowspan=3>Ads<tr><td>B<tr><td colspan=2>C</table>';
    expect(textOf(page)).toContain('| A | Mail | Ads |\n');
    expect(textOf(page)).toContain('| B | Mail | Ads |\n');
    expect(textOf(page)).toContain('| C | | Ads |\n');
  });
});

describe('a workspace file', () => {
  it('gets one more policy in the way it lists them, once', () => {
    const block = 'policies:\n  - policies/a # first\nsite: {}\n';
    expect(withPolicy(block, 'policies/b')).toBe(
      'policies:\n  - policies/a # first\n  - policies/b\nsite: {}\n',
    );
    expect(withPolicy('policies: [a]\n', 'b')).toBe('policies: [a, b]\n');
    expect(withPolicy(block, 'policies/a')).toBe(block);
    expect(withPolicy('site: {}\n', 'b')).toBeUndefined();
  });
});

describe('what no text can hold is parted', () => {
  // Long, and not many: what takes time is to parse them, and what parts them is how long they are.
  const item = (index: number): string =>
    `We keep thing number ${index}, *such* as a name and [an address](https://a.example/${index})${', and what you say of it'.repeat(11)}.`;
  const items = Array.from({ length: 200 }, (_, index) => item(index));
  const lead = '# Privacy policy\n\nWe are Acme Ltd:\n\n';

  it.each([
    ['a list', lead + items.map((one) => `- ${one}`).join('\n')],
    ['a numbered list', lead + items.map((one, at) => `${at + 1}. ${one}`).join('\n')],
    ['a list of one item with a list', `${lead}- One:\n${items.map((one) => `  - ${one}`).join('\n')}`],
    ['a quote', lead + items.map((one) => `> ${one}`).join('\n>\n')],
    ['a beginning', `${lead}${items.join('\n\n')}\n\n## Your rights\n\nAsk us.\n\n## More\n\nWrite.`],
    ['a list of a page', `<h1>Policy</h1><p>We are Acme Ltd.<ul><li>${items.join('<li>')}</ul>`],
  ])('%s', (_, text) => {
    const { files, unfit, statements } = imported(text, text.startsWith('<') ? 'html' : 'markdown');
    expect(unfit).toBeUndefined();
    expect(statements).toBeGreaterThan(2);
    const numbers = [...files.values()].join('').matchAll(/We keep thing number (\d+),/g);
    expect([...numbers].map(([, number]) => Number(number))).toEqual(items.map((_, index) => index));
  });

  it.each([
    ['with its numbers', (at: number) => at + 1],
    ['that leaves counting to its reader', () => 1],
  ])('and a numbered list %s goes on counting', (_, numberAt) => {
    const text = lead + items.map((one, at) => `${numberAt(at)}. ${one}`).join('\n');
    const html = pageOf(imported(text));
    const starts = [...html.matchAll(/<ol(?: start="(\d+)")?>\s*<li>(?:<p>)?We keep thing number (\d+),/g)];
    expect(starts.length).toBeGreaterThan(1);
    for (const [, start = '1', number] of starts) expect(Number(start)).toBe(Number(number) + 1);
  });
});
