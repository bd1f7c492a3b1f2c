import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../src/diff/compare.ts';
import { renameIn, renamesBetween } from '../../src/diff/lineage.ts';
import { type LineagePair, lineagePairs } from '../../src/diff/lineage-pairs.ts';
import { compareCoordinates, type Policy, type Row } from '../../src/model/policy.ts';
import { type ClauseObject, policyOf } from '../properties/policies.ts';

const statement = (id: string, ...formerly: readonly string[]): ClauseObject => ({
  id,
  kind: 'statement',
  title: `About ${id}`,
  text: 'Words.',
  ...(formerly.length > 0 ? { formerly } : {}),
});
const policy = (...clauses: readonly ClauseObject[]): Policy => policyOf([clauses]);
const having = (...ids: readonly string[]): Policy => policy(...ids.map((id) => statement(id)));

describe('a declared rename', () => {
  it.each<
    readonly [
      what: string,
      base: readonly string[],
      head: readonly string[],
      lineage: readonly LineagePair[],
      renames: Readonly<Record<string, string>>,
    ]
  >([
    ['is one when one id took the place of another', ['a'], ['b'], [['b', 'a']], { a: 'b' }],
    ['is none when nothing is declared', ['a'], ['b'], [], {}],
    ['is none when the former id is still there', ['a'], ['a', 'b'], [['b', 'a']], {}],
    ['is none when the new id was there before', ['a', 'b'], ['b'], [['b', 'a']], {}],
    ['is none when the base never had the former id', ['c'], ['c', 'b'], [['b', 'a']], {}],
    ['is none when the head does not have the new id', ['a'], ['c'], [['b', 'a']], {}],
    [
      'is none when two share one ancestor',
      ['a'],
      ['b', 'c'],
      [
        ['b', 'a'],
        ['c', 'a'],
      ],
      {},
    ],
    [
      'is none when one has two ancestors',
      ['a', 'b'],
      ['c'],
      [
        ['c', 'a'],
        ['c', 'b'],
      ],
      {},
    ],
    [
      'is not undone by what others declare',
      ['a', 'd'],
      ['b', 'e', 'f'],
      [
        ['b', 'a'],
        ['e', 'd'],
        ['f', 'd'],
        ['b', 'long-gone'],
      ],
      { a: 'b' },
    ],
  ])('%s', (_, base, head, lineage, renames) => {
    expect(Object.fromEntries(renamesBetween(having(...base), having(...head), lineage))).toEqual(renames);
  });

  it('may be of a party or a chapter', () => {
    const parties = (id: string) => ({ parties: [{ id, role: 'controller', name: 'Company Ltd' }] });
    const [base, head] = [
      policyOf([[statement('a')]], parties('old')),
      policyOf([[statement('a')]], parties('new')),
    ];
    expect(Object.fromEntries(renamesBetween(base, head, [['new', 'old']]))).toEqual({ old: 'new' });
    const two = policyOf([[statement('a')], [statement('b')]]);
    expect(Object.fromEntries(renamesBetween(base, two, [['chapter-1', 'a']]))).toEqual({});
    const renamed = renameIn(two, new Map([['chapter-1', 'chapter-9']]));
    expect(Object.fromEntries(renamesBetween(two, renamed, [['chapter-9', 'chapter-1']]))).toEqual({
      'chapter-1': 'chapter-9',
    });
  });
});

describe('a rename reaches every place where the id stands', () => {
  const desk: ClauseObject = {
    id: 'desk',
    kind: 'contact',
    title: 'Desk',
    channel: 'email',
    address: 'desk',
  };
  const children: ClauseObject = {
    id: 'children',
    kind: 'minors',
    title: 'Children',
    age: 14,
    contact: 'desk',
  };
  const access: ClauseObject = {
    id: 'access',
    kind: 'right',
    title: 'Access',
    right: 'access',
    channels: ['desk'],
    text: 'Write to :contact[desk], see :ref[desk] and :ref[other], your :data[contact.email] and [desk].',
  };
  const scope: ClauseObject = { id: 'scope', kind: 'scope', title: 'Scope', products: ['desk'] };
  const renamed = renameIn(
    policy(desk, children, access, scope, statement('other')),
    new Map([['desk', 'counter']]),
  );
  const rowsWith = (
    table: keyof Pick<Policy, 'facts' | 'prose' | 'structure'>,
    part: string,
  ): readonly string[] =>
    renamed[table]
      .filter(
        (row: Row) =>
          row.key.includes(part) ||
          Object.values(row.values).some((one) => String(one).split(' ').includes(part)),
      )
      .map(({ relation, key }) => [relation, ...key].join(' '));

  it('as an id of a clause or a party, and nowhere else', () => {
    expect(rowsWith('facts', 'counter')).toEqual([
      'contact counter',
      'minors children',
      'right.channel access counter',
    ]);
    expect(rowsWith('facts', 'desk')).toEqual(['contact counter', 'scope.product scope desk']);
  });

  it('as the owner of a text and the aim of a reference', () => {
    const text = renamed.prose.find(({ key }) => key.join(' ') === 'access text en')?.values.text;
    expect(text).toBe(
      'Write to :contact[counter], see :ref[counter] and :ref[other], your :data[contact.email] and [desk].',
    );
    expect(renamed.prose.map(({ key }) => key.join(' '))).toContain('counter title en');
    expect(renamed.prose.map(({ key }) => key[0])).not.toContain('desk');
  });

  it('in the order of clauses and chapters', () => {
    expect(rowsWith('structure', 'counter')).toEqual(['chapter chapter-0', 'clause counter']);
    expect(rowsWith('structure', 'desk')).toEqual([]);
    const chapters = renameIn(
      policyOf([[statement('a')], [statement('b')]]),
      new Map([['chapter-1', 'end']]),
    );
    expect(
      chapters.structure.map(({ relation, key, values }) => [
        relation,
        ...key,
        values.chapter ?? values.order,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['clause', 'b', 'end'],
        ['chapter', 'end', 'b'],
      ]),
    );
  });

  it('and leaves every table in order, for what reads them next', () => {
    const many = renameIn(having('a', 'b', 'c'), new Map([['a', 'z']]));
    for (const table of [many.facts, many.prose, many.structure])
      expect([...table].sort(compareCoordinates)).toEqual(table);
  });

  it('so that a rename that is declared changes no meaning at all', () => {
    const rename = (clause: ClauseObject): ClauseObject =>
      JSON.parse(
        JSON.stringify(clause)
          .replaceAll(/\[desk\](?!\.)/g, '[counter]')
          .replace('"id":"desk"', '"id":"counter","formerly":["desk"]')
          .replace('"contact":"desk"', '"contact":"counter"')
          .replace('"channels":["desk"]', '"channels":["counter"]'),
      );
    const clauses = [desk, children, access, scope, statement('other')];
    const { changes, renamed: map } = comparePolicies(policy(...clauses), policy(...clauses.map(rename)));
    expect(map).toEqual({ desk: 'counter' });
    expect(changes.filter(({ table }) => table !== 'structure').map(({ words }) => words)).toEqual([]);
  });
});

describe('what the versions in between declared', () => {
  const pairs = (...versions: readonly Policy[]): readonly string[] => {
    const [base, ...rest] = versions;
    const head = rest.at(-1);
    if (!base || !head) throw new Error('two versions at least');
    return lineagePairs(base, head, rest.slice(0, -1))
      .map((pair) => pair.join(' from '))
      .sort();
  };

  it('counts as the head’s own words when there are none', () => {
    expect(pairs(having('a'), policy(statement('b', 'a', 'gone')))).toEqual(['b from a', 'b from gone']);
  });

  it('is followed through renames, splits and mergers', () => {
    expect(pairs(having('a'), policy(statement('b', 'a')), policy(statement('c', 'b')))).toEqual([
      'c from a',
      'c from b',
    ]);
    expect(
      pairs(having('a', 'x'), policy(statement('b', 'a'), statement('x')), policy(statement('c', 'b', 'x'))),
    ).toEqual(['c from a', 'c from b', 'c from x']);
    expect(pairs(having('a'), policy(statement('b', 'a'), statement('c', 'a')), having('b', 'c'))).toEqual([
      'b from a',
      'c from a',
    ]);
  });

  it('ends where an entity was gone for a version', () => {
    expect(pairs(having('a'), having('z'), having('a', 'z'))).toEqual([]);
    expect(pairs(having('a'), policy(statement('b', 'a')), having('z'), having('b'))).toEqual([]);
  });

  it('is said once, though the last version says it again', () => {
    expect(pairs(having('a'), policy(statement('b', 'a')), policy(statement('b', 'a')))).toEqual([
      'b from a',
    ]);
  });
});
