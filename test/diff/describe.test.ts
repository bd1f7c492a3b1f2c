import { describe, expect, it } from 'vitest';
import { startOfFile } from '../../src/base/place.ts';
import { describeChange } from '../../src/diff/describe.ts';
import type { Difference } from '../../src/diff/difference.ts';
import { namesIn } from '../../src/diff/names.ts';
import { readersOf } from '../../src/diff/readers.ts';
import type { Setting } from '../../src/diff/setting.ts';
import type { Row, Table } from '../../src/model/policy.ts';
import type { RelationName } from '../../src/model/relations.ts';
import { policyOf } from '../properties/policies.ts';

const policy = policyOf([
  [
    {
      id: 'shop',
      kind: 'function',
      title: 'Shop',
      tier: 'basic',
      purposes: ['trade.order'],
      collects: ['contact.email'],
    },
  ],
]);

/** A setting in which either side has the texts named, and lists of so many members. */
function setting(
  texts: { readonly base?: readonly string[]; readonly head?: readonly string[] } = {},
  members: readonly [base: number, head: number] = [1, 1],
): Setting {
  return {
    base: policy,
    head: policy,
    names: namesIn(policy, policy),
    readers: { base: readersOf(policy), head: readersOf(policy) },
    ids: { base: () => new Map([['shop', 'function']]), head: () => new Map([['shop', 'function']]) },
    stated: () => [],
    hasText: (side, coordinate) => (texts[side] ?? []).includes(coordinate.replaceAll('\t', ' ')),
    members: (side) => members[side === 'base' ? 0 : 1],
  };
}

const row = (relation: RelationName, key: string, values: Row['values'] = {}, file = 'head.yaml'): Row => ({
  relation,
  key: key.split(' '),
  values,
  place: startOfFile(file),
});
const added = (table: Table, one: Row): Difference => ({ table, is: 'added', row: one });
const removed = (table: Table, one: Row): Difference => ({ table, is: 'removed', row: one });
const changed = (
  table: Table,
  relation: RelationName,
  key: string,
  name: string,
  [before, after]: readonly [before: Row['values'], after: Row['values']],
): Difference => ({
  table,
  is: 'changed',
  name,
  base: row(relation, key, before, 'base.yaml'),
  head: row(relation, key, after),
});
const say = (difference: Difference, on: Setting = setting()): readonly string[] => {
  const { kind, direction, words } = describeChange({ difference, carries: [] }, on);
  return [kind, direction, words];
};

describe('a text', () => {
  const english = row('prose', 'shop refusal en', { text: 'No.' });
  const chinese = row('prose', 'shop refusal zh-CN', { text: '不。' });
  const both = { base: ['shop refusal en'], head: ['shop refusal en'] };
  const texts = (before: string, after: string, locale = 'en'): Difference =>
    changed('prose', 'prose', `shop refusal ${locale}`, 'text', [{ text: before }, { text: after }]);

  it.each<readonly [what: string, difference: Difference, on: Setting, kind: string, words: string]>([
    ['that is new', added('prose', english), setting(), 'text-added', 'Shop: what a refusal means is new.'],
    [
      'that is gone',
      removed('prose', english),
      setting(),
      'text-removed',
      'Shop: what a refusal means is gone.',
    ],
    [
      'that differs',
      texts('No.', 'Yes.'),
      setting(),
      'text-changed',
      'Shop: what a refusal means reads differently.',
    ],
    [
      'that differs in another language',
      texts('不。', '是。', 'zh-CN'),
      setting(),
      'text-changed',
      'Shop: what a refusal means reads differently in Chinese.',
    ],
    [
      'that is drawn differently',
      texts('“No.”', '"No."'),
      setting(),
      'text-respelled',
      'Shop: what a refusal means is written differently and says the same.',
    ],
    [
      'that both sides have in the prevailing language, and that is translated',
      added('prose', chinese),
      setting(both),
      'translation-added',
      'Shop: what a refusal means can now be read in Chinese.',
    ],
    [
      'that is translated no longer',
      removed('prose', chinese),
      setting(both),
      'translation-removed',
      'Shop: what a refusal means can no longer be read in Chinese.',
    ],
    [
      'that is new in another language, and in the prevailing one',
      added('prose', chinese),
      setting({ head: both.head }),
      'text-added',
      'Shop: what a refusal means is new in Chinese.',
    ],
    [
      'that is gone in another language, and in the prevailing one',
      removed('prose', chinese),
      setting({ base: both.base }),
      'text-removed',
      'Shop: what a refusal means is gone in Chinese.',
    ],
    [
      'that comes in the prevailing language, though it was said to be there',
      added('prose', english),
      setting(both),
      'text-added',
      'Shop: what a refusal means is new.',
    ],
    [
      'that stands deeper',
      added('prose', row('prose', 'shop collects contact.email note en', { text: 'No.' })),
      setting(),
      'text-added',
      'Shop: email address, note is new.',
    ],
    [
      'of an entry that only looks as if it had such a mark',
      added('prose', row('prose', 'shop material one-0a1b2c3d words en', { text: 'No.' })),
      setting(),
      'text-added',
      'Shop: the wording of an entry of the list is new.',
    ],
  ])('%s', (_, difference, on, kind, words) => {
    expect(say(difference, on)).toEqual([kind, 'changes', words]);
  });

  it('is told apart by the prevailing language of both versions', () => {
    const turned: Setting = { ...setting(both), head: { ...policy, prevailing: 'zh-CN' } };
    expect(say(added('prose', chinese), turned)[0]).toBe('text-added');
    expect(say(added('prose', english), turned)[0]).toBe('translation-added');
  });
});

describe('structure', () => {
  it.each<readonly [difference: Difference, kind: string, words: string]>([
    [added('structure', row('clause', 'shop')), 'clause-recorded', 'Shop: is recorded in the structure.'],
    [
      removed('structure', row('lineage', 'shop old')),
      'lineage-unrecorded',
      'Shop: is no longer recorded in the structure.',
    ],
    [
      added('structure', row('list', 'shop')),
      'list-recorded',
      'Shop: its list is now in an order of its own.',
    ],
    [
      removed('structure', row('list', 'shop')),
      'list-unrecorded',
      'Shop: its list is in the usual order again.',
    ],
    [
      changed('structure', 'clause', 'shop', 'chapter', [{ chapter: 'a' }, { chapter: 'b' }]),
      'clause-moved',
      'Shop: moved to another chapter.',
    ],
    [
      changed('structure', 'chapter', 'shop', 'order', [{ order: 'a b' }, { order: 'b new a' }]),
      'order-changed',
      'Shop: the order changed.',
    ],
    [
      changed('structure', 'chapter', 'shop', 'order', [{ order: 'old a b' }, { order: 'a new b' }]),
      'order-changed',
      'Shop: its order follows what was added or taken out.',
    ],
    [
      changed('structure', 'clause', 'shop', 'emphasis', [{}, { emphasis: 'limit' }]),
      'clause-emphasis-changed',
      'Shop: it is now printed bold and underlined.',
    ],
    [
      changed('structure', 'clause', 'shop', 'emphasis', [{ emphasis: 'limit' }, {}]),
      'clause-emphasis-changed',
      'Shop: it is no longer printed bold and underlined.',
    ],
    [
      changed('structure', 'chapter', 'shop', 'chapter', [{}, { chapter: 'x' }]),
      'chapter-chapter-changed',
      'Shop: chapter changed.',
    ],
  ])('%#: is never meaning', (difference, kind, words) => {
    expect(say(difference)).toEqual([kind, 'changes', words]);
  });
});

describe('a name', () => {
  const named = (before: string, after: string, name = 'name'): string =>
    say(changed('facts', 'recipient', 'carrier', name, [{ [name]: before }, { [name]: after }]))[0] ?? '';

  it('that is only drawn differently says the same', () => {
    expect(
      say(changed('facts', 'recipient', 'carrier', 'name', [{ name: 'A – B' }, { name: 'A - B' }])),
    ).toEqual(['name-respelled', 'changes', 'A - B is written differently (A – B) and says the same.']);
    expect(named(' Ship “Fast”', 'Ship "Fast" ')).toBe('name-respelled');
  });

  it('may itself end with a full stop', () => {
    const words = say(
      changed('facts', 'recipient', 'carrier', 'name', [{ name: 'B' }, { name: 'A.. Ltd.' }]),
    )[2];
    expect(words).toBe('Carrier: B no longer receives data, and A.. Ltd. is a new recipient in its place.');
  });

  it('is another name when anything else differs, and so is an address', () => {
    expect(named('Ship Fast', 'Ship Last')).toBe('recipient-replaced');
    expect(named('a–b@a.example', 'a-b@a.example', 'contact')).toBe('recipient-contact-changed');
    expect(named('a.example/b–c', 'a.example/b-c', 'contact')).toBe('recipient-contact-changed');
    expect(named('A – B', 'A - B', 'policyUrl')).toBe('recipient-policy-changed');
    expect(say(changed('facts', 'recipient', 'carrier', 'name', [{}, { name: 'A' }]))[0]).toBe(
      'recipient-named',
    );
  });
});

describe('a fact', () => {
  const item = row('function.data', 'shop contact.email');

  it('that limits is told apart by being the first or the last of its list', () => {
    const only = row('recipient.function', 'carrier shop');
    expect(say(added('facts', only), setting({}, [0, 1]))[0]).toBe('recipient-condition-added');
    expect(say(added('facts', only), setting({}, [1, 0]))[0]).toBe('recipient-condition-widened');
    expect(say(removed('facts', only), setting({}, [1, 0]))[0]).toBe('recipient-condition-removed');
    expect(say(removed('facts', only), setting({}, [0, 1]))[0]).toBe('recipient-condition-narrowed');
  });

  it('is counted in its own list', () => {
    const asked: unknown[] = [];
    const counting: Setting = { ...setting(), members: (...list) => asked.push(list) };
    say(added('facts', row('recipient.function', 'carrier shop')), counting);
    say(removed('facts', row('recipient.function', 'carrier shop')), counting);
    expect(asked).toEqual([
      ['base', 'recipient.function', ['carrier']],
      ['head', 'recipient.function', ['carrier']],
    ]);
  });

  it('that stands in for another is narrower only when it is below it', () => {
    const replaced = (before: string, after: string): Difference => ({
      table: 'facts',
      is: 'replaced',
      base: row('function.data', `shop ${before}`, {}, 'base.yaml'),
      head: row('function.data', `shop ${after}`),
    });
    expect(say(replaced('contact', 'contact.email'))).toEqual([
      'data-narrowed',
      'narrows',
      expect.any(String),
    ]);
    expect(say(replaced('contact.email', 'contact'))).toEqual([
      'data-widened',
      'expands',
      'Shop: email address is now personal contact details.',
    ]);
  });

  it('of a relation or a value that nobody knows is an error of the program', () => {
    const unknown = row('nothing' as RelationName, 'shop');
    expect(() => say(added('facts', unknown))).toThrow('no such relation: nothing');
    expect(() => say(changed('facts', 'right', 'a', 'colour', [{}, { colour: 'red' }]))).toThrow(
      'no knowledge of right.colour',
    );
  });

  it('has a place on each side that has it, that of the value if it has one', () => {
    const places = (difference: Difference) => {
      const { base, head } = describeChange({ difference, carries: [] }, setting());
      return [base?.file, head?.file, head?.line];
    };
    expect(places(added('facts', item))).toEqual([undefined, 'head.yaml', 1]);
    expect(places(removed('facts', item))).toEqual(['head.yaml', undefined, undefined]);
    const required = changed('facts', 'function.data', 'shop contact.email', 'required', [
      { required: false },
      { required: true },
    ]);
    expect(places(required)).toEqual(['base.yaml', 'head.yaml', 1]);
    if (required.is !== 'changed') throw new Error('a value differs');
    const place = { ...startOfFile('head.yaml'), line: 7 };
    expect(places({ ...required, head: { ...required.head, places: { required: place } } })).toEqual([
      'base.yaml',
      'head.yaml',
      7,
    ]);
    expect(
      places({
        table: 'facts',
        is: 'replaced',
        base: row('function.data', 'a b', {}, 'base.yaml'),
        head: item,
      }),
    ).toEqual(['base.yaml', 'head.yaml', 1]);
  });

  it('is sealed by what it is and both its sides, and by no place or word', () => {
    const print = (difference: Difference, carries: readonly Difference[] = []): string =>
      describeChange({ difference, carries }, setting()).fingerprint;
    const elsewhere = { ...item, place: { ...startOfFile('other.yaml'), line: 9 } };
    expect(print(added('facts', elsewhere))).toBe(print(added('facts', item)));
    const prints = [
      print(added('facts', item)),
      print(removed('facts', item)),
      print(added('facts', row('function.data', 'shop contact'))),
      print(added('facts', row('function.data', 'shop contact.email', { required: true }))),
      print(added('facts', item), [added('facts', row('function.data.purpose', 'shop contact.email a'))]),
      print(
        changed('facts', 'right', 'a', 'answerWithin', [{ answerWithin: 'P1D' }, { answerWithin: 'P2D' }]),
      ),
      print(
        changed('facts', 'right', 'a', 'answerWithin', [{ answerWithin: 'P1D' }, { answerWithin: 'P3D' }]),
      ),
      print(
        changed('facts', 'right', 'b', 'answerWithin', [{ answerWithin: 'P1D' }, { answerWithin: 'P2D' }]),
      ),
    ];
    expect(new Set(prints).size).toBe(prints.length);
    for (const one of prints) expect(one).toMatch(/^v1:[0-9a-f]{32}$/);
  });

  it('carries the rows of its own side', () => {
    const purpose = row('function.data.purpose', 'shop contact.email trade.order');
    const text = row('prose', 'shop optOut en', { text: 'No.' });
    const sides = (difference: Difference, carries: readonly Difference[]) => {
      const { before, after } = describeChange({ difference, carries }, setting());
      return { before, after };
    };
    const plain = ({ relation, key, values }: Row) => ({ relation, key, values });
    expect(sides(added('facts', item), [added('facts', purpose), removed('prose', text)])).toEqual({
      before: null,
      after: { row: plain(item), carries: [plain(purpose)] },
    });
    const stated = changed('facts', 'function', 'shop', 'optOut', [{}, { optOut: true }]);
    expect(sides(stated, [added('prose', text)])).toEqual({
      before: { value: null },
      after: { value: true, carries: [plain(text)] },
    });
  });
});
