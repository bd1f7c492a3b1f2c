import { describe, expect, it } from 'vitest';
import type { Change, PlainRow } from '../../src/diff/change.ts';
import { comparePolicies } from '../../src/diff/compare.ts';
import { renameHints } from '../../src/diff/rename-hints.ts';
import type { Policy } from '../../src/model/policy.ts';
import type { RelationName } from '../../src/model/relations.ts';
import { change } from '../gate/made.ts';
import { policyFrom, smallHead } from '../policy.ts';
import { type ClauseObject, policyOf } from '../properties/policies.ts';

const login: ClauseObject = {
  id: 'login',
  kind: 'function',
  title: 'Signing in',
  tier: 'basic',
  purposes: ['account.registration'],
  collects: ['contact.mobile_phone', 'identity.real_name'],
  refusal: 'You can only browse.',
};
const other: ClauseObject = {
  id: 'map',
  kind: 'function',
  title: 'Map',
  tier: 'additional',
  purposes: ['content.nearby'],
};
const compare = (before: readonly ClauseObject[], after: readonly ClauseObject[]) =>
  comparePolicies(policyOf([before]), policyOf([after]));

describe('an id that is gone and a new one that says much the same', () => {
  it('are still a removal and an addition, with a hint', () => {
    const { hints, changes } = compare([login], [{ ...login, id: 'sign-in', refusal: 'You cannot order.' }]);
    expect(hints).toEqual([{ from: 'login', to: 'sign-in' }]);
    const verdicts = changes
      .filter(({ table }) => table === 'facts')
      .map(({ kind, verdict }) => [kind, verdict]);
    expect(verdicts).toEqual(
      expect.arrayContaining([
        ['function-removed', 'review'],
        // No law asks anew for what readers were told before: the same data for the same purpose.
        ['function-added', 'review'],
      ]),
    );
  });

  it('are no hint once the rename is declared, nor when they have little in common', () => {
    expect(compare([login], [{ ...login, id: 'sign-in', formerly: ['login'] }]).hints).toEqual([]);
    expect(compare([login], [other]).hints).toEqual([]);
    expect(compare([login], [login, other]).hints).toEqual([]);
  });

  it('are paired with the likest, each once', () => {
    const near = { ...login, id: 'near', title: 'Coming in', refusal: 'You may look.' };
    const same = { ...login, id: 'same' };
    expect(compare([login], [near, same]).hints.map(({ from }) => from)).toEqual(['login']);
    expect(compare([login, { ...near, id: 'former' }], [near, same]).hints).toHaveLength(2);
  });
});

it('a company that has its name under another id is asked about, whatever else is said of it', () => {
  const party = (id: string, more: string) =>
    policyFrom({
      'chapters/main.yaml': 'chapter: main\ntitle: Main\nclauses: [{ id: a, kind: statement, text: A. }]\n',
      'policy.yaml': smallHead.replace('id: company', `id: ${id}`).replace('name: Small Ltd', more),
    });
  const hints = (before: Policy, after: Policy) => comparePolicies(before, after).hints;
  const [was, is] = [
    party('company', 'name: Small Ltd'),
    party('small', 'name: Small Ltd, country: IE, officer: A'),
  ];
  expect(hints(was, is)).toEqual([{ from: 'company', to: 'small' }]);
  expect(hints(was, party('other', 'name: Other Ltd, country: IE, officer: A'))).toEqual([]);
});

describe('how alike two entities are', () => {
  const row = (relation: RelationName, key: string, values: PlainRow['values'] = {}): PlainRow => ({
    relation,
    key: key.split(' '),
    values,
  });
  const entity = (sign: '+' | '-', first: PlainRow, ...carries: readonly PlainRow[]): Change => {
    const side = { row: first, carries };
    const { relation, key } = first;
    return change({ relation, key, before: sign === '-' ? side : null, after: sign === '+' ? side : null });
  };
  /** A function with these rows besides its own. */
  const fn = (sign: '+' | '-', id: string, ...data: readonly string[]): Change =>
    entity(sign, row('function', id), ...data.map((one) => row('function.data', `${id} ${one}`)));
  const hints = (...changes: readonly Change[]): readonly string[] =>
    renameHints(changes).map(({ from, to }) => `${from} → ${to}`);

  it('is asked of no more than what few of them say: all with all would be a gate without end', () => {
    const many = (sign: '+' | '-', count: number, own: boolean) =>
      Array.from({ length: count }, (_, at) => fn(sign, `${sign}${at}`, 'x', ...(own ? [`y${at}`] : [])));
    expect(hints(...many('-', 50, false), ...many('+', 50, false))).toHaveLength(50);
    expect(hints(...many('-', 51, false), ...many('+', 51, false))).toEqual([]);
    expect(hints(...many('-', 200, true), ...many('+', 200, true))).toHaveLength(200);
  });

  it('is how many of all their rows they share: half is enough', () => {
    expect(hints(fn('-', 'a', 'x', 'y'), fn('+', 'b', 'x', 'z'))).toEqual(['a → b']);
    expect(hints(fn('-', 'a', 'x', 'y'), fn('+', 'b', 'z'))).toEqual([]);
    expect(hints(fn('-', 'a', 'x', 'y'), fn('+', 'b', 'x', 'z', 'v'))).toEqual([]);
    expect(hints(fn('-', 'a'), fn('+', 'b', 'x', 'y'))).toEqual([]);
  });

  it('counts what they state, and not where they stand or what they are called', () => {
    const gone = entity(
      '-',
      row('function', 'a', { tier: 'basic', optOut: true }),
      row('clause', 'a'),
      row('lineage', 'a z'),
    );
    const come = (values: PlainRow['values']): Change =>
      entity('+', row('function', 'b', values), row('clause', 'b', { chapter: 'c' }));
    expect(hints(gone, come({ optOut: true, tier: 'basic' }))).toEqual(['a → b']);
    expect(hints(gone, come({ tier: 'additional' }))).toEqual([]);
    const itself = (sign: '+' | '-', id: string) =>
      entity(sign, row('function', id), row('function.requires', `${id} ${id}`));
    expect(hints(itself('-', 'a'), itself('+', 'b'))).toEqual(['a → b']);
  });

  it('is asked of one kind only, and of whole entities', () => {
    expect(hints(entity('-', row('right', 'a')), entity('+', row('contact', 'b')))).toEqual([]);
    expect(hints(fn('-', 'a', 'x'), fn('-', 'b', 'x'))).toEqual([]);
    expect(hints(fn('+', 'a', 'x'), fn('+', 'b', 'x'))).toEqual([]);
    expect(hints(entity('-', row('function.data', 'a x')), entity('+', row('function.data', 'b x')))).toEqual(
      [],
    );
    expect(
      hints(entity('-', row('applies', 'a region x')), entity('+', row('applies', 'b region x'))),
    ).toEqual([]);
    const text = (sign: '+' | '-') => ({ ...entity(sign, row('prose', 'a')), table: 'prose' }) as const;
    expect(hints(text('-'), text('+'))).toEqual([]);
    const value = { ...fn('-', 'a', 'x'), name: 'tier' };
    expect(hints(value, fn('+', 'b', 'x'))).toEqual([]);
  });

  it('decides which is paired with which, each once', () => {
    const [far, near] = [fn('-', 'far', 'x', 'y', 'z'), fn('-', 'near', 'x', 'y')];
    expect(hints(far, near, fn('+', 'b', 'x', 'y'))).toEqual(['near → b']);
    expect(hints(near, far, fn('+', 'b', 'x', 'y'), fn('+', 'c', 'x', 'y'))).toEqual(['near → b', 'far → c']);
    expect(hints(near, fn('+', 'b', 'x', 'y'), fn('+', 'c', 'x', 'y'))).toEqual(['near → b']);
  });
});
