import { expect, it } from 'vitest';
import { kindsOfChange, knowledge } from '../../src/knowledge/table.ts';
import { isFactRelation, partsOfKey } from '../../src/model/relations.ts';
import { phraseOf } from '../../src/report/fact-words.ts';
import { homes } from '../docs/homes.ts';

/** Every value of a row that a field of the tables becomes: `recipient/keeps`. */
const values = [...new Set([...homes.values()].flat())].filter((home) => {
  const [relation = '', name] = home.split('/');
  return name !== undefined && isFactRelation(relation);
});

it('a field that becomes a value has knowledge of its changes, in src/knowledge', () => {
  const without = values.filter((home) => {
    const [relation = '', name = ''] = home.split('/');
    return isFactRelation(relation) && !Object.hasOwn(knowledge[relation].values, name);
  });
  expect(without.map((home) => `nothing says what a change of ${home} means`)).toEqual([]);
});

/** Values of rows that no field states: they are worked out, or a comparison states them. */
const workedOut = ['policy/id', 'sensitivity/level', 'term.label/words'];

it('and there is no knowledge of what no field becomes', () => {
  const known = Object.entries(knowledge).flatMap(([relation, { values }]) =>
    Object.keys(values).map((name) => `${relation}/${name}`),
  );
  expect(known.filter((home) => !values.includes(home)).sort()).toEqual(workedOut);
});

it('every value has words for where it is told beside others, in src/report/fact-words.ts', () => {
  const without = Object.entries(knowledge).flatMap(([relation, { values }]) =>
    Object.keys(values).flatMap((name) =>
      phraseOf(`${relation}.${name}`) === undefined ? `${relation}.${name}` : [],
    ),
  );
  expect(without).toEqual([]);
});

/** What a comparison adds to the key of a relation, so that its sentences can name it. */
const added: Readonly<Record<string, string>> = { party: '<role>', 'policy.prevails': '<language>' };

it('the sentence of every kind speaks only of what its relation has', () => {
  const spoken = kindsOfChange().flatMap(({ kind, relation, say }) => {
    const key = [...partsOfKey(relation).map((part) => `<${part}>`), added[relation] ?? []].flat();
    const said = ['<before>', 'not stated'].map((before) => say({ key, before, after: '<after>' }));
    return [...said, say({ key, before: '<before>', after: 'not stated' })].map((one) => `${kind}: ${one}`);
  });
  expect(spoken.filter((one) => /undefined|[{}]/.test(one))).toEqual([]);
});
