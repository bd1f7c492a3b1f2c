import { describe, expect, it } from 'vitest';
import type { Field, Fields } from '../../src/model/fields.ts';
import { clauseKinds, kinds } from '../../src/model/kinds.ts';
import type { Policy, Row, Scalar } from '../../src/model/policy.ts';
import { comparisonsOnly, relations } from '../../src/model/relations.ts';
import { standaloneMarkdown } from '../../src/render/standalone.ts';
import { sideOf, witnesses } from '../diff/witnesses.ts';
import { readSample, sampleNames } from './sample.ts';

/** Facts that readers are told in another way, or not at all, and why. */
const untold: Readonly<Record<string, string>> = {
  'policy.profile': 'which laws hold is not the policy’s to say',
  sensitivity: 'told by bold type, tested by the samples',
  'change.entry.watch': 'how the program recognises what the entry’s words say',
  'change.promise.watch': 'how the program recognises what the promise’s words say',
  'policy.locale': 'told by links between the languages',
};
const untoldValues = new Set([
  'policy.edition',
  'policy.utcOffset',
  'policy.prevailing',
  // For those who compare versions.
  'change.entry.evidence',
  'change.promise.evidence',
]);

const shown = (policy: Policy, locale: string): string => standaloneMarkdown(policy, locale, { sequence: 1 });
const samples = sampleNames.map((name) => [name, readSample(name)] as const);

describe.each(samples)('%s', (_, { policy, locale }) => {
  const page = shown(policy, locale);
  const without = (row: Row, instead: readonly Row[]): string =>
    shown({ ...policy, facts: policy.facts.flatMap((other) => (other === row ? instead : [other])) }, locale);

  it('a page without one of its facts is another page', () => {
    const silent = policy.facts.filter(
      (row) => !(row.relation in untold) && tellsMore(row) && without(row, []) === page,
    );
    expect(silent.map((row) => `${row.relation} ${row.key.join(' ')}`)).toEqual([]);
  });

  it('a page with another value in a fact is another page', () => {
    const silent = policy.facts.flatMap((row) =>
      Object.entries(row.values).flatMap(([name, value]) => {
        if (
          row.relation in untold ||
          untoldValues.has(`${row.relation}.${name}`) ||
          isPresence(row, name) ||
          isIdle(row, name)
        )
          return [];
        const changed = { ...row, values: { ...row.values, [name]: another(value) } };
        return without(row, [changed]) === page
          ? [`${row.relation} ${row.key.join(' ')} ${name}=${value}`]
          : [];
      }),
    );
    expect(silent).toEqual([]);
  });
});

const namesIn = (row: Row): string[] => [
  row.relation,
  ...Object.keys(row.values).map((name) => `${row.relation}.${name}`),
];

describe('every relation and every value', () => {
  const stated = new Set(samples.flatMap(([, { policy }]) => policy.facts.flatMap(namesIn)));
  const wanted = [
    ...Object.keys(relations).filter((name) => !comparisonsOnly.has(name)),
    ...clauseKinds.flatMap((kind) => valuesOf(kinds[kind]).map((name) => `${kind}.${name}`)),
  ];
  const elsewhere = wanted.filter((name) => !stated.has(name));

  it('has a sample, or a witness of what its changes mean whose page tells it', () => {
    const untoldBy = elsewhere.filter((name) => {
      const [found] = witnesses
        .filter(({ relation }) => name === relation || name.startsWith(`${relation}.`))
        .flatMap(({ witness }) => [sideOf(witness, 'before'), sideOf(witness, 'after')])
        .flatMap((policy) =>
          policy.facts.filter((row) => namesIn(row).includes(name)).map((row) => [policy, row] as const),
        );
      return !found || !isTold(...found, name);
    });
    expect(untoldBy).toEqual([]);
  });
});

/** Whether a page is another without a row, or with another value in it. */
function isTold(policy: Policy, row: Row, name: string): boolean {
  const value = name === row.relation ? undefined : name.slice(row.relation.length + 1);
  const instead =
    value === undefined
      ? []
      : [{ ...row, values: { ...row.values, [value]: another(row.values[value] ?? '') } }];
  const facts = policy.facts.flatMap((other) => (other === row ? instead : [other]));
  return shown({ ...policy, facts }, policy.prevailing) !== shown(policy, policy.prevailing);
}

/** An entity without values is told by its clause, which the structure table holds. */
function tellsMore(row: Row): boolean {
  if (row.relation === 'policy') return false;
  return (
    row.relation.includes('.') ||
    Object.entries(row.values).some(([name, value]) => value !== false && !isPresence(row, name))
  );
}

/** How days are counted, or whether a bound is included, says nothing without the period or the bound. */
function isIdle({ values }: Row, name: string): boolean {
  if (name === 'days')
    return !Object.keys(values).some((other) => other === 'answerWithin' || other === 'leadTime');
  return name === 'inclusive' && values.age === undefined;
}

function another(value: Scalar): Scalar {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (/^P/.test(value)) return 'P99Y';
  if (value === 'calendar' || value === 'working') return value === 'working' ? 'calendar' : 'working';
  return `${value}x`;
}

/** That a text is there at all is told by the text. */
function isPresence(row: Row, name: string): boolean {
  const [entity = '', member] = row.relation.split('.');
  if (entity === 'consent') return name === 'withdrawal';
  const fields: Fields = (kinds as Readonly<Record<string, Fields>>)[entity] ?? {};
  const lists = Object.values(fields).filter(
    (field) => field.is === 'each' && field.relation === row.relation,
  );
  const own =
    member === undefined
      ? fields
      : Object.assign({}, ...lists.map((field) => (field.is === 'each' ? field.fields : {})));
  return presences(own).includes(name) || (entity === 'policy' && member === undefined && name === 'text');
}

function presences(fields: Fields, prefix = ''): string[] {
  return walk(fields, prefix, (field) => field.is === 'text' && field.presence);
}

function valuesOf(fields: Fields): string[] {
  return walk(fields, '', (field) => field.is === 'value');
}

function walk(fields: Fields, prefix: string, wanted: (field: Field) => boolean): string[] {
  return Object.entries(fields).flatMap(([name, field]) => [
    ...(wanted(field) ? [prefix + name] : []),
    ...(field.is === 'group' ? walk(field.fields, `${prefix}${name}.`, wanted) : []),
  ]);
}
