import { describe, expect, it } from 'vitest';
import { type Token, tokensOf, tokensOfWords } from '../../../src/diff/signal/tokens.ts';

const keys = (text: string): string =>
  tokensOf(text)
    .map(({ key }) => key)
    .join(' ');
const kinds = (text: string): readonly (readonly [Token['is'], string])[] =>
  tokensOf(text).map(({ is, key }) => [is, key]);
const opening = (text: string): string =>
  tokensOf(text)
    .filter(({ opens, is }) => opens && is !== 'mark')
    .map(({ text: word }) => word)
    .join(' ');

describe('what two texts are compared by', () => {
  it.each([
    ['Red Hats', 'red hats'],
    ['Tracked by the US.', 'tracked by the US .'],
    ['In the USA and ASIA', 'in the USA and asia'],
    ['A hat', 'a hat'],
    ["We don't, won’t, can't, shan't or cannot", 'we do not , will not , can not , shall not or can not'],
    ["You'll, we're, we've, I'd, I'm", 'you will , we are , we have , i would , i am'],
    ["The shop's hats", 'the shop hats'],
    ["The cat't, l'hat d’Ann jusqu'à Ann'den", "the cat't , l hat d ann jusqu'à ann'den"],
    ['Hats | 🟢 | ★★', 'hats | 🟢 | ★★'],
    ['Hats: ● | # 🔒 hats ● | ● hats', 'hats : ● | hats | hats'],
    ['**Red** *hats*, `code`', 'red hats , code'],
    ['Red\n\n- hats\n- shoes', 'red hats shoes'],
    ['hats & shoes © 2024', 'hats and shoes copyright 2024'],
    ['帽子，鞋（红）。', '帽 子 , 鞋 ( 红 ) .'],
    ['包裹、信；是：对！吗？', '包 裹 , 信 ; 是 : 对 ! 吗 ?'],
    ['開門', '开 门'],
    ['ｆｕｌｌ １２', 'full 12'],
    ['hat\u200b shop™ \u00adred', 'hat shop red'],
    ['1,000 and 1000', '1000 and 1000'],
    ['1,00 and 10,000,000%', '1,00 and 10000000%'],
    ['1.5 of 15', '1.5 of 15'],
    ['6(1)(a) and 24/7', '6(1)(a) and 24/7'],
    ['2024-05-01 at 10:30', '2024-05-01 at 10:30'],
    ['Art. 5%', 'art . 5%'],
    ['5 %, 5％ and 5\u00a0% or %', '5% , 5% and 5% or %'],
    ['{: #id }Hats', 'hats'],
  ])('%s', (text, expected) => {
    expect(keys(text)).toBe(expected);
  });

  it.each<readonly [text: string, kind: Token['is'], key: string]>([
    ['See https://A.example/h.', 'site', 'a.example/h'],
    ['See shop.a.example/h!', 'site', 'shop.a.example/h'],
    ['Write to Hats.Shop@A.example.', 'site', 'hats.shop@a.example'],
    ['Welcome to {{ shop }}.', 'field', '{{shop}}'],
    ['Welcome {% if a %}.', 'field', '{%ifa%}'],
    ['It costs $ 5', 'sign', '$'],
    ['Less than ≤ 5', 'sign', '≤'],
    ['Hats < 5', 'sign', '<'],
    ['A mark ✓ here', 'sign', '✓'],
    ['We open :data[device.model].', 'directive', ':data[device.model]'],
    ['See :ref[shop].', 'directive', ':ref[shop]'],
    ['[hats](https://www.a.example/h/)', 'link', 'a.example/h'],
    ['[hats][1]\n\n[1]: https://a.example/i', 'link', 'a.example/i'],
    ['<a href="https://a.example/j">hats</a>', 'link', 'a.example/j'],
    ['<a href=k>hats</a>', 'link', 'k'],
    ['<input checked> yes', 'sign', 'checked'],
    ['Red <span hidden>hats</span>', 'sign', 'hidden'],
    ['Red <span style="text-decoration: line-through">hats</span>', 'sign', 'struck'],
    ['Red <img alt="hat"> red', 'word', 'hat'],
    ['![hat](a.png)', 'word', 'hat'],
  ])('of %s there is %s %s', (text, kind, key) => {
    expect(kinds(text)).toContainEqual([kind, key]);
  });

  it('leaves out what leads nobody elsewhere and what nobody sees', () => {
    expect(keys('See [hats](#hats).')).toBe('see hats .');
    expect(keys('Red <!-- not --> hats')).toBe('red hats');
    expect(keys('> [!NOTE]\n> Hats')).toBe('hats');
    expect(keys('Red <span class="big" id="no">hats</span>')).toBe('red hats');
    expect(keys('2 < 3 > 1').replace(/[<>] /g, '')).toBe('2 3 1');
  });

  it('marks what is struck out, until it ends', () => {
    expect(keys('We do ~~not~~ sell')).toBe('we do ~not sell');
    expect(keys('We do <del>not ever</del> sell')).toBe('we do ~not ~ever sell');
    expect(keys('We do <S>not</S> and <strike>never</strike>')).toBe('we do ~not and ~never');
    expect(keys('We ~~do not\n\nsell')).toBe('we ~do ~not sell');
    expect(keys('We <sub>do</sub> sell')).toBe('we do sell');
  });
});

describe('where a capital tells nothing', () => {
  it.each([
    ['Red hats. Blue shoes! Green: Grey? No', 'Red Blue Green Grey No'],
    ['Red, Blue; Green', 'Red'],
    ['Red\n\nBlue\n\n- Green\n- Grey', 'Red Blue Green Grey'],
    ['| Red | Blue |\n| --- | --- |\n| Green hats | Grey |', 'Red Blue Green Grey'],
    ['“Red” (Blue)', 'Red'],
    ['## Red Hats\n\nBlue', 'Red Blue'],
  ])('%s', (text, expected) => {
    expect(opening(text)).toBe(expected);
  });

  it('is a heading, and not what follows', () => {
    expect(tokensOf('## Red hats\n\nBlue shoes').map(({ heading }) => heading)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('words that are no Markdown', () => {
  it('are read as they stand', () => {
    expect(tokensOfWords('# *red* [hat]').map(({ key }) => key)).toEqual(['red', '[', 'hat', ']']);
    expect(tokensOfWords('Red hats').map(({ text }) => text)).toEqual(['Red', 'hats']);
  });
});

describe('letters and numbers of every script', () => {
  const all = Array.from({ length: 0x20000 }, (_, code) => code).filter(
    (code) => code < 0xd800 || code > 0xdfff,
  );
  const of = (kind: RegExp): readonly string[] =>
    all.map((code) => String.fromCodePoint(code)).filter((one) => kind.test(one));

  it('leave a trace each', () => {
    const untold = of(/^[\p{L}\p{N}]$/u).filter((one) => tokensOfWords(one).length === 0);
    expect(untold).toEqual([]);
  });

  it('are the number that their digits say', () => {
    const digits = of(/^\p{Nd}$/u);
    expect(digits.length).toBeGreaterThan(600);
    expect(digits.map((one) => tokensOfWords(`${one}0`)[0]?.key)).toEqual(
      digits.map((_, at) => `${at % 10}0`),
    );
  });
});

describe('what stands between angle brackets', () => {
  it.each(['Contoso', 'your name', 'name, address', 'hats are sold'])(
    '<%s> is words, unless HTML has such an element',
    (words) => {
      const said = keys(`Lent to <${words}> alone.`);
      for (const word of words.toLowerCase().match(/\w+/g) ?? []) expect(said.split(' ')).toContain(word);
    },
  );

  it('leaves none where it is an element', () => {
    expect(keys('Lent to <span class="hats">us</span> alone.<br>')).toBe('lent to us alone .');
  });
});
