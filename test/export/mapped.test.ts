import { describe, expect, it } from 'vitest';
import { applePurposes, appleTypes } from '../../src/export/apple-terms.ts';
import { excluded, type Vocabulary } from '../../src/export/excluded.ts';
import { calledIn } from '../../src/export/mapped.ts';
import { dataTypes, purposes } from '../../src/export/play-form.ts';
import { editionIds, editionOf } from '../../src/model/edition.ts';
import { loadEditionBackground } from '../../src/model/edition-background.ts';
import { policyFrom, smallHead } from '../policy.ts';

const vocabularies = Object.keys(excluded) as Vocabulary[];

/** The names that each vocabulary has, from its own table; those of DPV are held against its list where they are used. */
const names: Readonly<Record<'play' | 'apple', ReadonlySet<string>>> = {
  play: new Set([...dataTypes.keys(), ...purposes.map(([id]) => id)]),
  apple: new Set([...appleTypes.keys(), ...applePurposes.keys()]),
};

describe.each(editionIds)('every term of the edition %s', async (id) => {
  const edition = editionOf(id);
  const background = await loadEditionBackground(id);
  if (!edition || !background) throw new Error(id);
  const policy = policyFrom({
    'policy.yaml': smallHead.replace('2026-11', id),
    'chapters/main.yaml':
      'chapter: main\ntitle: Main\nclauses: [{ id: a, kind: statement, title: A, text: A. }]\n',
  });
  const source = { policy, background, locale: 'en' };
  const terms = [
    ...[...edition.data.keys()].map((term) => ['data', term] as const),
    ...[...edition.purposes.keys()].map((term) => ['purposes', term] as const),
  ];

  it.each(vocabularies)('has a name in %s, or a reason why it has none', (vocabulary) => {
    const silent = terms.filter(([table, term]) => {
      const called = calledIn(vocabulary, table, term, source);
      return called.name === undefined
        ? !Object.hasOwn(excluded[vocabulary], term)
        : Object.hasOwn(excluded[vocabulary], term);
    });
    expect(silent).toEqual([]);
  });

  it.each(['play', 'apple'] as const)('has a name that %s knows', (vocabulary) => {
    const unknown = terms.flatMap(([table, term]) => {
      const { name } = calledIn(vocabulary, table, term, source);
      return name === undefined || names[vocabulary].has(name) ? [] : [`${term}: ${name}`];
    });
    expect(unknown).toEqual([]);
  });
});

it('no term stands among the excluded that no edition has', () => {
  const all = new Set(
    editionIds.flatMap((id) => [
      ...(editionOf(id)?.data.keys() ?? []),
      ...(editionOf(id)?.purposes.keys() ?? []),
    ]),
  );
  expect(vocabularies.flatMap((one) => Object.keys(excluded[one])).filter((id) => !all.has(id))).toEqual([]);
});
