import { describe, expect, it } from 'vitest';
import type { Side } from '../../src/diff/change.ts';
import type { JudgedChange } from '../../src/diff/judge.ts';
import { signalProse, worstFirst } from '../../src/diff/rank.ts';
import { signalWordsFor } from '../../src/diff/signal/words.ts';
import { change } from '../gate/made.ts';
import { policyOf } from '../properties/policies.ts';

const policy = policyOf([[{ id: 'a', kind: 'statement', title: 'A', text: 'A.' }]]);
const wordsFor = signalWordsFor(policy, policy);

/** A text that reads differently; null: that was not there, or is gone. */
function text(key: readonly string[], before: string | null, after: string | null): JudgedChange {
  const value = (of: string | null): Side | null => (of === null ? null : { value: of });
  return change({
    kind: 'text-changed',
    table: 'prose',
    relation: 'prose',
    key,
    name: 'text',
    before: value(before),
    after: value(after),
    verdict: 'review',
  });
}
const signalOf = (one: JudgedChange) => {
  const [first] = signalProse([one], wordsFor);
  return [first?.signal, ...(first?.signals ?? [])].join(' ');
};

describe('the signal of a change', () => {
  const key = ['login', 'text', 'en'];

  it('is given to texts that a person must review, and to nothing else', () => {
    expect(signalOf(text(key, 'We sell it.', 'We do not sell it.'))).toMatch(/^high .*negation/);
    for (const other of [
      { ...text(key, 'A.', 'B.'), verdict: 'editorial' },
      { ...text(key, 'A.', 'B.'), verdict: 'material' },
      { ...text(key, 'A.', 'B.'), table: 'facts' },
    ] as const)
      expect(signalProse([other], wordsFor)[0]).toBe(other);
  });

  it('of a text that came or went is what it says', () => {
    const row = { relation: 'prose', key, values: { text: 'We never ask.' } } as const;
    const come = { ...text(key, null, null), after: { row, carries: [] } };
    const gone = { ...text(key, null, null), before: { row, carries: [] } };
    expect(signalOf(come)).toMatch(/^high .*negation/);
    expect(signalOf(gone)).toBe(signalOf(come));
    expect(signalOf(text(key, null, 'Last updated: May 1, 2024'))).toBe('low updated');
    expect(signalOf({ ...text(key, 'We never ask.', null), after: { value: null } })).toMatch(/^high/);
  });

  it('of a fact is the one of the texts that come, go or change with it, and never low', () => {
    const prose = (name: string, locale: string, words: string) =>
      ({ relation: 'prose', key: ['note', name, locale], values: { text: words } }) as const;
    const row = { relation: 'statement', key: ['note'], values: {} } as const;
    const fact = (before: Side | null, after: Side | null) =>
      ({ ...text(['note'], null, null), table: 'facts', before, after }) as const;
    const told = { row, carries: [prose('title', 'en', 'A note'), prose('text', 'en', 'We never ask.')] };
    expect(signalOf(fact(null, told))).toBe('high negation wording');
    expect(signalOf(fact(told, null))).toBe(signalOf(fact(null, told)));
    const value = (words: string): Side => ({ value: true, carries: [prose('text', 'en', words)] });
    expect(signalOf(fact(value('We never ask.'), value('We ask.')))).toBe('high negation');
    expect(signalOf(fact(value('We recieve it.'), value('We receive it.')))).toBe('');
    expect(signalOf(fact(null, { row, carries: [] }))).toBe('');
    const german = { row, carries: [prose('text', 'de', 'Nie.')] };
    expect(signalOf(fact(null, german))).toBe('high negation');
  });

  it('is read in the language of the text', () => {
    expect(signalOf(text(['login', 'text', 'de'], 'Ein Hut.', 'Ein Hund.'))).toBe('high name');
  });

  it('of a name that was replaced everywhere alike is told once', () => {
    const texts = [1, 2, 3].map((at) =>
      text([`t${at}`, 'text', 'en'], `${at} by Contoso.`, `${at} by Fabrikam.`),
    );
    expect(signalProse(texts, wordsFor).map(({ signals }) => signals)).toEqual([
      ['name'],
      ['renamed'],
      ['renamed'],
    ]);
  });

  it('of a word is told each time where the language is not known: it may be a number', () => {
    const texts = [1, 2].map((at) =>
      text([`t${at}`, 'text', 'sl'], `${at} do treh let.`, `${at} do pet let.`),
    );
    expect(signalProse(texts, wordsFor).map(({ signals }) => signals)).toEqual([['wording'], ['wording']]);
  });

  it('of another address counts in a clause, and in a document only where it is a choice', () => {
    const [before, after] = ['See [hats](https://a.example/h).', 'See [hats](https://a.example/g).'];
    expect(signalOf(text(key, before, after))).toBe('high link-target');
    expect(signalOf(text(['document', 'block', 'en'], before, after))).toBe('low link');
  });
});

describe('the head of a document', () => {
  const front = (name: string) => ['document', 'front-matter', name, 'en'];

  it.each([
    ['true', 'false'],
    ['2024-01-01', '2024-02-01T10:00'],
    ['2024-01-01 10:00:00 +0200', null],
    ['policy/privacy.md', 'privacy.md'],
    ['[one, two]', "['one', 'three']"],
    ['[one , two ]', '[ one ]'],
    ['- one\n- two', '- one'],
    ['{a}', '{b}'],
    [null, 'sidebar'],
    ['sidebar', null],
  ])('is settings of the site: %j and %j', (before, after) => {
    expect(signalOf(text(front('layout'), before, after))).toBe('low front-matter');
    expect(signalOf(text(front('context.tags'), 'Hats', 'Shoes'))).toBe('low front-matter');
    expect(signalOf(text(front('answers.sold'), 'No', 'Yes'))).toBe('high negation');
    expect(signalOf(text(front('answers.shared'), '- none', '- all'))).toMatch(/^high/);
    expect(signalOf(text(front('toc'), 'true', 'false'))).toBe('low front-matter');
    // What only dresses the page; a label is a title, and so is what it counts.
    expect(signalOf(text(front('hero_image'), null, 'https://a.example/hat.png'))).toBe('low front-matter');
    expect(signalOf(text(front('style'), 'text-align: left;', null))).toBe('low front-matter');
    expect(signalOf(text(front('sidebar_label'), null, 'Privacy Policy'))).toBe('low title');
    expect(signalOf(text(front('sidebar_label'), '30 days', '60 days'))).toBe('high number');
    // Whether there is such a page, for whom, and what its layout may show.
    expect(signalOf(text(front('draft'), 'true', 'false'))).toMatch(/^high/);
    expect(signalOf(text(front('region'), 'eu', 'us'))).toMatch(/^high/);
    expect(signalOf(text(front('retention_days'), '30', '90'))).toBe('high number');
  });

  it.each([
    ['What we do with your hat', 'What we do with your voiceprint'],
    ['off', 'We sell your voiceprint'],
    ['off', 'hats, We sell your voiceprint'],
    ['https://a.example/privacy', 'https://b.example/privacy'],
  ])('may be words for readers: %j and %j', (one, other) => {
    for (const [before, after] of [
      [one, other],
      [other, one],
    ] as const)
      expect(signalOf(text(front('description'), before, after))).toMatch(/^high/);
  });

  it('has a title, whose capitals name nobody', () => {
    const [before, after] = ['Our Hats', 'Our Hats And Shoes'];
    for (const name of ['title', 'sidebar_name', 'slug'])
      expect(signalOf(text(front(name), before, after))).not.toMatch(/name/);
    expect(signalOf(text(front('description'), before, after))).toMatch(/name/);
    expect(signalOf(text(front('title'), 'We Sell Hats', 'We Never Sell Hats'))).toMatch(/^high .*negation/);
    expect(signalOf(text(front('title'), null, 'Your voiceprint: red'))).toBe('high wording');
    expect(signalOf(text(front('title'), 'Your voiceprint: red', null))).toBe('high wording');
  });
});

describe('the order to read changes in', () => {
  it('is by verdict, the worst first, and in a verdict what has a low signal last', () => {
    const of = (verdict: JudgedChange['verdict'], signal?: 'high' | 'low'): JudgedChange =>
      change({ verdict, ...(signal ? { signal } : {}) });
    const wanted = [
      of('material'),
      of('review', 'high'),
      of('review'),
      of('review', 'low'),
      of('editorial'),
      of('editorial', 'low'),
    ];
    expect([...wanted].sort(worstFirst)).toEqual(wanted);
    const [material, high, plain, low, editorial] = wanted;
    expect([low, editorial, high, plain, material].flatMap((one) => one ?? []).sort(worstFirst)).toEqual([
      material,
      high,
      plain,
      low,
      editorial,
    ]);
  });
});
