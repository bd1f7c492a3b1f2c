import { describe, expect, it } from 'vitest';
import { compareDocuments } from '../../src/library/compare.ts';

type Format = 'markdown' | 'html';

function compared(before: string, after: string, format: Format = 'markdown') {
  const answer = compareDocuments({ text: before, format }, { text: after, format });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  const { verdict, changes } = answer.value;
  return { verdict, high: changes.filter(({ signal }) => signal === 'high').length };
}

const line = 'We keep <b>hats</b> for a year and knit <i>new</i> ones after that.';
const shop = (text: string): string =>
  `# Hats\n\n${text}\n\nAsk [the shop](https://hats.example/ask) about it.\n`;
const page = (text: string): string => `<!doctype html><body><h1>Hats</h1><p>${text}</p></body>`;

describe('what an element says beside its words', () => {
  const said = [
    ['read out in place of words', '<b>hats', '<b aria-label="shoes">hats'],
    ['a tip on words', '<b>hats', '<b title="and shoes">hats'],
    ['a tip of the site', '<b>hats', '<b data-tooltip="and your shoes">hats'],
    ['a text beside a picture', 'ones', '<img src="a.png" alt="shoes">'],
    ['what a field asks for', 'ones', '<input placeholder="Size of shoe">'],
    ['a word of a component', 'ones', '<my-hats colour="red"></my-hats>'],
    ['what is embedded', 'ones', '<iframe src="https://shoes.example/refuse"></iframe>'],
    ['where a form is sent', 'ones', '<form action="https://shoes.example/refuse"></form>'],
    ['where a button sends a form', 'ones', '<button formaction="https://shoes.example/refuse"></button>'],
    ['where a button leads', 'ones', `<button onclick="open('https://shoes.example/refuse')"></button>`],
    ['which way its words run', '<b>hats</b>', '<b><bdo dir="rtl">hats</bdo></b>'],
  ] as const;

  it.each(said)('%s is read first', (_, from, to) => {
    const other = line.replace(from, to);
    for (const [before, after] of [
      [line, other],
      [other, line],
    ] as const) {
      expect(compared(shop(before), shop(after)).high).toBeGreaterThan(0);
      expect(compared(page(before), page(after), 'html').high).toBeGreaterThan(0);
    }
  });

  it.each([
    ['what a component shows', '<Keeping days="30" />', '<Keeping days="90" />'],
    ['whom it names', '<Partner name="Contoso" />', '<Partner name="Fabrikam" />'],
    ['whether its words are folded away', '<details open>hats</details>', '<details>hats</details>'],
    ['what a site writes there itself', '<script src="https://hats.example/list.js"></script>', ''],
    ['what a picture has in its place', '![Hats][a]\n\n[a]: /a.png', '![Shoes][a]\n\n[a]: /a.png'],
    ['the tip of a picture named elsewhere', '![H][a]\n\n[a]: /a.png', '![H][a]\n\n[a]: /a.png "Shoes"'],
    ['the words of a link named elsewhere', '[Hats][a]\n\n[a]: /a', '[Shoes][a]\n\n[a]: /a'],
  ])('in Markdown also %s', (_, before, after) => {
    expect(compared(shop(before), shop(after)).high).toBeGreaterThan(0);
  });

  it('is no word of a link that leads where it led', () => {
    const link = '[the shop](https://hats.example/ask';
    const told = (title: string): string => shop(line).replace(link, `${link}${title}`);
    expect(compared(told(''), told(' "We lend shoes to neighbours"')).high).toBe(1);
    const html = (title: string): string => shop(`<a href="https://hats.example"${title}>Ask</a>`);
    expect(compared(html(''), html(' title="We lend shoes to neighbours"')).high).toBe(1);
  });

  it('stands before the words, apart from them', () => {
    const said = (label: string): string =>
      `<h1>Hats</h1><p aria-label="${label}">We keep hats.</p><div aria-label="${label}"><p>We knit.</p></div>`;
    const answer = compareDocuments(
      { text: said('hats'), format: 'html' },
      { text: said('shoes'), format: 'html' },
    );
    const texts = answer.ok
      ? answer.value.changes.map(({ after }) =>
          after && 'value' in after ? after.value : after?.row.values.text,
        )
      : [];
    expect([...texts].sort()).toEqual(['(shoes)', '(shoes) We keep hats.']);
  });

  it.each([
    ['how it looks', ' class="big red" style="color: red"'],
    ['what programs call it', ' id="hats-of-all" data-part="hats" rel="noopener external"'],
  ])('is not %s', (_, attributes) => {
    const other = line.replace('<b>', `<b${attributes}>`);
    expect(compared(shop(line), shop(other)).high).toBe(0);
    expect(compared(page(line), page(other), 'html')).toEqual({ verdict: 'none', high: 0 });
  });
});

describe('words that are there and that nobody sees', () => {
  const set = (attributes: string): string => line.replace('<b>hats', `<b${attributes}>hats`);
  const high = (attributes: string): readonly number[] => [
    compared(shop(line), shop(set(attributes))).high,
    compared(page(line), page(set(attributes)), 'html').high,
    compared(page(set(attributes)), page(line), 'html').high,
  ];

  it.each([
    ' popover',
    ' style="max-height: 0; overflow: hidden"',
    ' style="width:0;overflow-x:clip"',
    ' style="transform: scale(0)"',
    ' style="zoom: 0"',
    ' style="filter: opacity(0)"',
    ' style="content-visibility: hidden"',
    ' style="color: rgba(0, 0, 0, 0)"',
    ' style="color: rgb(0 0 0 / 0)"',
    ' style="color: rgb(255, 255, 255)"',
    ' style="color: hsl(0 0% 100%)"',
    ' style="color: #fefefe"',
    ' style="color: #112233; background: #112233"',
    ' class="collapse"',
  ])('are told:%s', (attributes) => {
    expect(Math.min(...high(attributes))).toBeGreaterThan(0);
  });

  it.each([
    ' style="min-width: 0; overflow: hidden"',
    ' style="height: 0"',
    ' style="color: rgb(0, 0, 0)"',
    ' style="color: rgb(1, 2, 3); background: rgb(9, 9, 9)"',
    ' style="color: white; background: rgb(9, 9, 9)"',
    ' style="transform: scale(0.9)"',
    ' class="collapse show"',
  ])('are no such words:%s', (attributes) => {
    expect(high(attributes)).toEqual([0, 0, 0]);
  });

  it('are told in the colour of a font, too', () => {
    const font = line.replace(/(<\/?)b/g, '$1font');
    const white = font.replace('<font', '<font color="#ffffff"');
    expect(compared(shop(font), shop(white)).high).toBe(1);
    expect(compared(page(font), page(white), 'html').high).toBe(1);
  });

  it.each([
    (text: string) => `<iframe srcdoc="${text}"></iframe>`,
    (text: string) => `<map name="a"><area href="/a" alt="${text}"></map>`,
    (text: string) => `<video src="a.mp4"><track label="${text}"></video>`,
  ])('are read where a conversion drops them: %s', (hold) => {
    const [before, after] = ['We keep hats', 'We sell hats'].map((text) => page(hold(text)));
    expect(compared(before ?? '', after ?? '', 'html').high).toBe(1);
  });
});

describe('what only sets the same words otherwise', () => {
  const text = `# Hats\n\n${['keep', 'knit', 'mend', 'fold']
    .map((act) => `We ${act} hats carefully on Mondays.\n\n- ${act} the woollen\n- ${act} the leathern`)
    .join('\n\n')}\n`;
  const wide = (word: string): string =>
    word.replace(/[a-z]/gi, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

  const broken = (mark: string) => (said: string) => said.replace(/(?<=\p{Ll}{3})(?=\p{Ll}{3})/gu, mark);

  it.each<readonly [string, (said: string) => string]>([
    ['letters of full width', (said) => said.replace(/\p{L}{2,}/gu, wide)],
    ['places where words may break', broken('\u00ad')],
    ['characters without a width', broken('\u200b')],
    ['the place of a table of contents', (said) => said.replace('\n\n', '\n\n* TOC\n{:toc}\n\n')],
    ['a title in the front matter', (said) => said.replace('# Hats\n', '---\ntitle: Hats\n---\n')],
  ])('is low: %s', (_, set) => {
    expect(set(text)).not.toBe(text);
    expect(compared(text, set(text)).high).toBe(0);
    expect(compared(text, set(text.replace('We mend', 'We never mend'))).high).toBe(1);
  });
});

describe('what stands otherwise by habit', () => {
  const list = (bullet: string): string =>
    `# Hats\n\nWe keep them to:\n\n${['knit', 'mend', 'fold'].map((act) => `${bullet}${act} them with care`).join('\n')}\n`;

  it('is low: a list that is set in by tabs', () => {
    expect(compared(list('\t•\t'), list('- ')).high).toBe(0);
    expect(compared(list('\t•\t'), list('- ').replace('to:', 'never to:')).high).toBeGreaterThan(0);
    expect(compared(list('\t•\t'), list('- ').replace('mend', 'sell')).high).toBe(1);
  });

  it('is low: the version of a page beside its copyright, and another spelling', () => {
    const foot = (version: string): string => shop(`© 2025 Contoso • All rights reserved • v${version}`);
    expect(compared(foot('2.16.7'), foot('2.16.8')).high).toBe(0);
    expect(compared(foot('2.16.7'), foot('2.16.8').replace('All', 'Few')).high).toBe(1);
    expect(compared(shop('We sell hats v2.1.6.'), shop('We sell hats v2.1.7.')).high).toBe(1);
    expect(compared(shop('We analyse hats.'), shop('We analyze hats.')).high).toBe(0);
    expect(compared(shop('We analyse hats.'), shop('We catalyse hats.')).high).toBe(1);
  });
});
