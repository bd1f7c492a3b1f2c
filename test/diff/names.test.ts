import { describe, expect, it } from 'vitest';
import { namesIn } from '../../src/diff/names.ts';
import { valueName } from '../../src/diff/value-names.ts';
import { acts } from '../../src/model/kinds/commitment.ts';
import type { RelationName } from '../../src/model/relations.ts';
import { plainText } from '../../src/syntax/marks.ts';
import { type ClauseObject, policyOf } from '../properties/policies.ts';

const shop = (title: string, data: readonly string[]): ClauseObject => ({
  id: 'shop',
  kind: 'function',
  title,
  tier: 'basic',
  purposes: ['trade.order'],
  collects: data,
  permissions: ['camera'],
});
const suppliers = (id: string): ClauseObject => ({
  id,
  kind: 'recipient',
  form: 'entrust',
  title: 'Suppliers',
  register: `registers/${id}.yaml`,
});
const entries = (name: string) => ({ entries: [{ id: 'mail', name }] });
const list = (words: string): ClauseObject => ({
  id: 'changes',
  kind: 'change',
  title: 'Changes',
  material: [{ id: 'one', words, watches: ['function'] }],
});
const base = policyOf(
  [[shop('Old shop', ['biometric.voiceprint']), suppliers('gone'), list('Old words.')]],
  {},
  { 'registers/gone.yaml': entries('Mail Ltd') },
);
const head = policyOf(
  [
    [
      shop('New **shop**', ['contact.email']),
      suppliers('suppliers'),
      { id: 'tools', kind: 'technology', type: 'sdk', title: 'Tools', register: 'registers/tools.yaml' },
      list('New words.'),
    ],
  ],
  {},
  { 'registers/suppliers.yaml': entries('Post Ltd'), 'registers/tools.yaml': entries('Mailer') },
);
const names = namesIn(head, base);

describe('the name of', () => {
  it.each<readonly [what: string, relation: RelationName, key: readonly string[], words: readonly string[]]>([
    ['a clause is its title in the head', 'function', ['shop'], ['New shop']],
    ['a clause that is gone is its title in the base', 'recipient', ['gone'], ['Suppliers']],
    ['a clause that neither has is its id', 'function', ['nobody'], ['nobody']],
    ['a party is what it is called', 'party', ['company'], ['Generated Ltd', 'company responsible']],
    ['data is its label', 'function.data', ['shop', 'contact.email'], ['New shop', 'email address']],
    [
      'data that either version lists as sensitive says so',
      'function.data',
      ['shop', 'biometric.voiceprint'],
      ['New shop', 'voiceprint (sensitive)'],
    ],
    ['data that neither uses is its id', 'function.data', ['shop', 'x.y'], ['New shop', 'x.y']],
    [
      'a permission is its label',
      'function.permission',
      ['shop', 'camera'],
      ['New shop', 'camera permission'],
    ],
    [
      'a word is read without hyphens',
      'security.measure',
      ['shop', 'two-factor'],
      ['New shop', 'two factor'],
    ],
    [
      'a watch is marked as code',
      'change.entry.watch',
      ['changes', 'one', 'right.answerWithin'],
      ['Changes', '“Old words”', 'the time to answer of rights'],
    ],
    [
      'a watch with a filter is, too',
      'change.entry.watch',
      ['changes', 'one', 'recipient(form=share)'],
      [
        'Changes',
        '“Old words”',
        'recipients (of those that receive data to decide by itself what to do with it)',
      ],
    ],
    [
      'an entry of a register is its name',
      'recipient.listed',
      ['suppliers', 'mail'],
      ['Suppliers', 'Post Ltd'],
    ],
    [
      'an entry that is gone is its name in the base, wherever it is spoken of',
      'recipient.listed.country',
      ['gone', 'mail', 'CN'],
      ['Suppliers', 'Mail Ltd', 'China'],
    ],
    [
      'an entry of another register has that register’s name',
      'technology.listed.data',
      ['tools', 'mail', 'x.y'],
      ['Tools', 'Mailer', 'x.y'],
    ],
    ['an entry that nobody named is its id', 'recipient.listed', ['gone', 'maps'], ['Suppliers', 'maps']],
    ['the owner of a text is its title', 'prose', ['shop', 'title', 'en'], ['New shop', 'title', 'en']],
  ])('%s', (_, relation, key, words) => {
    expect(names.keyOf(relation, key)).toEqual(words);
  });

  it('a purpose is its label, whichever version uses it', () => {
    const [, purpose] = names.keyOf('function.purpose', ['shop', 'trade.order']);
    expect(purpose).toBe(head.vocabulary.purposes['trade.order']?.label.en);
    expect(purpose).not.toBe('trade.order');
  });

  it('an act of consent is all that it covers, even where it has the id of one of these', () => {
    const asked = (id: string, consent: object): ClauseObject => ({
      ...shop(`The ${id}`, ['contact.email']),
      id,
      consent,
    });
    const together = policyOf([
      [asked('shop', { kind: 'explicit' }), asked('club', { unit: 'shop', kind: 'explicit' })],
    ]);
    const { keyOf, isTitle } = namesIn(together, base);
    expect(keyOf('consent', ['shop'])).toEqual(['The club and The shop']);
    expect(isTitle('consent', ['shop'], 0)).toBe(false);
    expect(isTitle('function', ['shop'], 0)).toBe(true);
  });

  it('the words that a promise is put in are its wording, and those of an entry of the list are not', () => {
    expect(names.field('shop', ['words'])).toBe('its wording');
    expect(names.field('changes', ['material', 'one', 'words'])).toBe('the wording of an entry of the list');
  });

  it('an entry of the list is in the words of the base, which readers were promised', () => {
    expect(names.entry('changes', 'one')).toBe('Old words.');
    expect(namesIn(head, policyOf([[shop('Shop', ['contact.email'])]])).entry('changes', 'one')).toBe(
      'New words.',
    );
    expect(names.entry('changes', 'two')).toBeUndefined();
  });
});

describe('a value in words', () => {
  it.each([
    [undefined, 'not stated'],
    [true, 'yes'],
    [false, 'no'],
    [14, '14'],
    ['P30D', '30 days'],
    ['shop', '“New shop”', 'minors.rules'],
    ['company', 'Generated Ltd', 'party.represents'],
    ['shop', 'shop', 'recipient.name'],
    ['deleted', 'deleted', 'retention.expiry'],
    ['legitimate-interests', 'our legitimate interests', 'recipient.basis'],
    ['SG', 'Singapore', 'party.country'],
  ])('%s', (value, words, fact?: string) => {
    expect(names.value(value, fact)).toBe(words);
  });
});

it.each((acts.schema as { enum: readonly string[] }).enum)(
  'the act %s has words in which it can be promised',
  (act) => {
    expect(valueName('commitment.act', act)?.replace(/^.*?(\S+ing)\b.*$/, '$1')).toMatch(/^\S+ing$/);
  },
);

describe('a clause without a title', () => {
  it.each<readonly [what: string, clause: object, name: string]>([
    ['its name', { kind: 'recipient', form: 'share', name: 'Post Ltd', text: 'By post.' }, 'Post Ltd'],
    [
      'its address',
      { kind: 'contact', channel: 'email', address: 'a@wren.example', text: 'Ask.' },
      'the contact a@wren.example',
    ],
    ['a short text', { kind: 'statement', text: 'Ask **us**.' }, '“Ask us”'],
    [
      'the first words of its promise',
      {
        kind: 'commitment',
        promise: 'never',
        act: 'profile',
        text: 'Not at all.',
        words:
          'We heed [the header](https://dnt.example/) and never look at :data[contact.email] for longer than a day.',
      },
      '“We heed the header and never look at email …”',
    ],
    [
      'Chinese words',
      { kind: 'statement', text: '我们不会利用服务器日志识别您的身份，也不会利用服务器日志进行画像。' },
      '“我们不会利用服务器日志识别您的身份，也不会利用服 …”',
    ],
    [
      'the right that it is, and not by how it is used',
      { kind: 'right', right: 'access', method: 'By post.' },
      'the right to see the data we hold about you',
    ],
    [
      'what is promised',
      { kind: 'commitment', promise: 'never', act: 'sell', text: 'Ever.' },
      'never selling data',
    ],
    [
      'that there is none of it',
      { kind: 'commitment', promise: 'none', act: 'profile' },
      'no building profiles',
    ],
    ['what it is', { kind: 'security', measures: ['training'] }, 'security “one”'],
  ])('goes by %s', (_what, clause, name) => {
    const policy = policyOf([[{ id: 'one', ...clause } as ClauseObject]], {});
    expect(namesIn(policy, policy).keyOf('consent', ['one'])).toEqual([name]);
  });
});

describe('a text on one line', () => {
  it.each([
    ['See :ref[shop] and :term[x y].', 'See shop and x y.'],
    ['Your :data[biometric.voiceprint]{as="voice"}.', 'Your voice.'],
    ['Your :data[a.b]{as="voice"} and :data[c.d]{as="face"}.', 'Your voice and face.'],
    ['Write to :contact[desk].', 'Write to desk.'],
    ['**Old** and **new shop**', 'Old and new shop'],
    ['  Two\n\nlines ', 'Two lines'],
    ['2 * 3 * 4', '2 * 3 * 4'],
  ])('%s', (markdown, text) => {
    expect(plainText(markdown)).toBe(text);
  });
});
