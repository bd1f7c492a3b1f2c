import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import chapterSchema from '../../schemas/chapter.schema.json' with { type: 'json' };
import type { Each, Fields, Value } from '../../src/model/fields.ts';
import { country, type Form, periods, term } from '../../src/model/forms.ts';
import { clauseKinds, kinds, partyFields } from '../../src/model/kinds.ts';
import {
  type FactRelation,
  relations,
  relationsAbout,
  relationsWithData,
  subjects,
} from '../../src/model/relations.ts';

/**
 * What a relation's rows are about is stated by hand where the last part of their key does not say it, and so is what
 * becomes of the data they name, and which forms are of periods: all of it is held here against what may be written in
 * the kinds.
 */

const all: Readonly<Record<string, Fields>> = kinds;

/** Every list of some fields, and those within them. */
function listsIn(fields: Fields): readonly Each[] {
  return Object.values(fields).flatMap((field) => {
    const list = field.is === 'register' ? field.list : field;
    return list.is === 'each' ? [list, ...listsIn(list.fields ?? {})] : [];
  });
}

/** What a kind states that it is: which right a clause gives. */
function formOfItself(kind: string): Form | undefined {
  const field = all[kind]?.[kind];
  return field?.is === 'value' ? field.form : undefined;
}

describe.each(subjects.filter((subject) => Object.hasOwn(kinds, subject)))('what names a %s', (subject) => {
  it('is about it: the clause itself, lists of its ids, and lists of what it may be', () => {
    const itself = formOfItself(subject);
    const lists = Object.values(all)
      .flatMap(listsIn)
      .filter(({ kind, form }) => kind === subject || (itself !== undefined && form === itself))
      .map(({ relation }) => relation);
    expect(relationsAbout(subject)).toEqual(expect.arrayContaining([subject, ...lists]));
  });
});

it('a relation that names data says what becomes of the data, and no other does', () => {
  const told = relationsWithData('collected', 'received', 'kept', 'named');
  const untold = relationsAbout('data').filter((relation) => !told.includes(relation));
  expect(
    untold.map((relation) => `${relation}: is the data collected, received, kept or only named?`),
  ).toEqual([]);
  const others = (Object.keys(relations) as FactRelation[]).filter(
    (relation) => 'data' in relations[relation],
  );
  expect(others.filter((relation) => !told.includes(relation))).toEqual([]);
});

/** Values that name what laws ask about, in which no watch by subject sees it, and why that is enough. */
const namedByValues: Readonly<Record<string, string>> = {
  'party.country': 'where somebody sits, which is not where data goes',
  'party.represents': 'whom somebody speaks for, who is told of as a party anyway',
};

it('what laws ask about is named by rows, which watches see, and not by values', () => {
  const asked = new Set<unknown>([...subjects, term, country]);
  const named = Object.entries({ ...all, party: partyFields as Fields }).flatMap(([kind, fields]) =>
    valuesIn(fields, kind).filter(([, { of = '', form }]) => asked.has(of) || asked.has(form)),
  );
  expect(named.map(([name]) => name).sort()).toEqual(Object.keys(namedByValues));
});

/** Every value of some fields, and those within them, by its path. */
function valuesIn(fields: Fields, at: string): (readonly [string, Value])[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const here = `${at}.${name}`;
    if (field.is === 'value') return [[here, field] as const];
    if (field.is === 'register') return valuesIn(field.list.fields ?? {}, here);
    return 'fields' in field ? valuesIn(field.fields ?? {}, here) : [];
  });
}

it('every form of a period is one that :period tells', () => {
  const others = Object.entries(all).flatMap(([kind, fields]) =>
    Object.entries(fields)
      .filter(([, field]) => field.is === 'value' && isPeriod(field.form) && !periods.includes(field.form))
      .map(([name]) => `${kind}.${name}: name its form among the periods of src/model/forms.ts`),
  );
  expect(others).toEqual([]);
});

/** Whether its examples are lengths of time. */
function isPeriod({ schema }: Form): boolean {
  return Array.isArray(schema.examples) && schema.examples.some((one) => /^P[0-9T]/.test(String(one)));
}

describe('a key that no kind has', () => {
  const validate = new Ajv2020({ strict: false, allErrors: true }).compile(chapterSchema);

  it.each(clauseKinds)('is found in a clause of the kind %s', (kind) => {
    const misspelt = 'never-a-key';
    validate({ title: 'One', clauses: [{ id: 'one', kind, title: 'One', [misspelt]: 'x' }] });
    const unknown = (validate.errors ?? []).map(
      ({ instancePath, params }) => `${instancePath} ${params.additionalProperty}`,
    );
    expect(unknown).toContain(`/clauses/0 ${misspelt}`);
  });
});
