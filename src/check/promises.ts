import { diagnostic } from '../base/diagnostic.ts';
import { nearest } from '../base/nearest.ts';
import { startOfFile } from '../base/place.ts';
import type { Fields } from '../model/fields.ts';
import { kinds, partyFields, policyFields } from '../model/kinds.ts';
import type { Row } from '../model/policy.ts';
import { relations } from '../model/relations.ts';
import { watchFromKey } from '../model/watch.ts';
import type { Rule } from './rule.ts';

/** What a policy must say of itself: who is responsible, how to reach them, and which changes are material. */
export const promiseRules: readonly Rule[] = [
  {
    code: 'no-controller',
    check: (facts) =>
      facts.all('party').some((row) => row.values.role === 'controller')
        ? []
        : [diagnostic('no-controller', {}, facts.all('party')[0]?.place ?? startOfFile('policy.yaml'))],
  },
  {
    code: 'no-contact',
    check: (facts) =>
      facts.all('contact').length > 0 ? [] : [diagnostic('no-contact', {}, startOfFile('policy.yaml'))],
  },
  {
    code: 'no-material-list',
    check: (facts) =>
      facts.all('change.entry').length > 0
        ? []
        : [diagnostic('no-material-list', {}, facts.all('change')[0]?.place ?? startOfFile('policy.yaml'))],
  },
  {
    code: 'watch-unknown',
    check: (facts) =>
      watchRows(facts.all('change.entry.watch'), facts.all('change.promise.watch')).flatMap((row) => {
        const { watch } = watchFromKey(row.key[2] ?? '');
        return watchNames.has(watch)
          ? []
          : [diagnostic('watch-unknown', { watch, nearest: nearest(watch, watchNames) }, row.place)];
      }),
  },
  {
    code: 'watch-unmet',
    check: (facts) => {
      const stated = [...facts.relations()];
      return facts.all('change.entry.watch').flatMap((row) => {
        const { watch } = watchFromKey(row.key[2] ?? '');
        if (!watchNames.has(watch)) return [];
        const relation = relationOf(watch);
        const met = stated.some((name) => name === relation || name.startsWith(`${relation}.`));
        return met ? [] : [diagnostic('watch-unmet', { entry: row.key[1] ?? '', watch }, row.place)];
      });
    },
  },
];

const valuesByEntity: Readonly<Record<string, Fields>> = {
  ...kinds,
  party: partyFields,
  policy: policyFields,
};

/** Everything a watch can name: relations, and the values of their rows. */
export const watchNames: ReadonlySet<string> = new Set([
  ...Object.keys(relations),
  ...Object.entries(valuesByEntity).flatMap(([entity, fields]) => valueNames(entity, fields)),
]);

function valueNames(relation: string, fields: Fields): string[] {
  return Object.entries(fields).flatMap(([name, field]): string[] => {
    const qualified = `${relation}.${name}`;
    if (field.is === 'value' || (field.is === 'text' && field.presence)) return [qualified];
    if (field.is === 'group')
      return [...(field.presence ? [qualified] : []), ...valueNames(qualified, field.fields)];
    if (field.is === 'entity') return valueNames(field.relation, field.fields);
    if (field.is === 'each' && field.fields) return valueNames(field.relation, field.fields);
    return [];
  });
}

function relationOf(watch: string): string {
  let name = watch;
  while (name.includes('.') && !Object.hasOwn(relations, name)) name = name.slice(0, name.lastIndexOf('.'));
  return name;
}

function watchRows(...tables: readonly (readonly Row[])[]): readonly Row[] {
  return tables.flat();
}
