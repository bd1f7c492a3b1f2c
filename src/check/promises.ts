import { diagnostic } from '../base/diagnostic.ts';
import { nearest } from '../base/nearest.ts';
import { startOfFile } from '../base/place.ts';
import { canBeMet, seesGains } from '../knowledge/facet.ts';
import { knowledge } from '../knowledge/table.ts';
import type { Row } from '../model/policy.ts';
import { comparisonsOnly } from '../model/relations.ts';
import { starredWatches, type Watch, watchedFacts, watchFromKey } from '../model/watch.ts';
import type { Facts, Rules } from './rule.ts';

/** What a policy must say of itself: who is responsible, how to reach them, and which changes are material. */
export const promiseRules: Rules = {
  'no-controller': (facts) =>
    facts.all('party').some((row) => row.values.role === 'controller')
      ? []
      : [diagnostic('no-controller', {}, facts.all('party')[0]?.place ?? startOfFile('policy.yaml'))],
  'no-contact': (facts) =>
    facts.all('contact').length > 0 ? [] : [diagnostic('no-contact', {}, startOfFile('policy.yaml'))],
  'no-material-list': (facts) =>
    facts.all('change.entry').length > 0
      ? []
      : [diagnostic('no-material-list', {}, facts.all('change')[0]?.place ?? startOfFile('policy.yaml'))],
  'watch-unknown': (facts) =>
    watchesIn(facts).flatMap(({ row, watch: { watch } }) =>
      watchNames.has(watch)
        ? []
        : [diagnostic('watch-unknown', { watch, nearest: nearest(watch, watchNames) }, row.place)],
    ),
  'watch-impossible': (facts) =>
    watchesIn(facts).flatMap(({ row, watch }) =>
      !watchNames.has(watch.watch) || canBeMet(watch)
        ? []
        : [diagnostic('watch-impossible', { watch: row.key[2] ?? '' }, row.place)],
    ),
  'watch-unmet': (facts) => {
    const stated = [...new Set(facts.policy.facts.map(({ relation }) => relation))];
    return watchesIn(facts).flatMap(({ row, watch }) => {
      if (!watchNames.has(watch.watch) || !canBeMet(watch)) return [];
      // What is not there yet may come with any version: then its coming, or what becomes of it, is seen.
      const { direction: _, ...anyWay } = watch;
      if (watch.on === undefined && canBeMet({ ...anyWay, on: 'added' })) return [];
      if (watch.on === 'added') return [];
      const met = watchedFacts(watch.watch)
        .map(relationOf)
        .some(
          (relation) =>
            comparisonsOnly.has(relation) ||
            stated.some((name) => name === relation || name.startsWith(`${relation}.`)),
        );
      const [, entry = ''] = row.key;
      return met ? [] : [diagnostic('watch-unmet', { entry, watch: watch.watch }, row.place)];
    });
  },
  'watch-both-ways': (facts) => {
    const asked = [
      ...facts.all('change.entry'),
      // What readers gain never owes them consent.
      ...facts.all('change.promise').filter(({ values }) => values.owes === 'prominent-notice'),
    ];
    return asked.flatMap(({ relation, key: [clause = '', entry = ''], place }) => {
      const watches = facts
        .all(relation === 'change.entry' ? 'change.entry.watch' : 'change.promise.watch')
        .filter(({ key }) => key[0] === clause && key[1] === entry)
        .filter(({ key }) => seesGains(watchFromKey(key[2] ?? '')));
      const first = watches[0];
      if (!first) return [];
      const names = watches.map(({ key }) => watchFromKey(key[2] ?? '').watch);
      return [diagnostic('watch-both-ways', { entry, watches: [...new Set(names)] }, first.place ?? place)];
    });
  },
};

/** Everything a watch can name: what rows are about, relations, and the values of their rows. */
export const watchNames: ReadonlySet<string> = new Set([
  ...Object.entries(knowledge).flatMap(([relation, { values }]) => [
    relation,
    ...Object.keys(values).map((value) => `${relation}.${value}`),
  ]),
  ...starredWatches,
]);

function relationOf(watch: string): string {
  return Object.hasOwn(knowledge, watch) ? watch : relationOf(watch.slice(0, watch.lastIndexOf('.')));
}

/** The watches of the list of material changes, and of the promises. */
function watchesIn(facts: Facts): { readonly row: Row; readonly watch: Watch }[] {
  return facts.watches().map((row) => ({
    row,
    watch: watchFromKey(row.key[2] ?? ''),
  }));
}
