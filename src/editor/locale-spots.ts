import { isMap, isScalar, type Pair, type YAMLMap } from 'yaml';
import { onDemand } from '../base/on-demand.ts';
import type { Fields } from '../model/fields.ts';
import { fieldsOfEntities } from '../model/kinds.ts';
import type { Collected, Namespace, Range } from './spots.ts';
import { addId, addText, namespaceOf, rangeOf } from './walk-fields.ts';

/**
 * Collects the spots of a translation file: the locale, the ids in the paths of its texts, and the ids that its texts
 * name.
 */
export function walkLocale(found: Collected, map: YAMLMap): void {
  addId(found, map.get('locale', true), { of: 'locale', role: 'names' });
  for (const { key: owner, value: texts } of pairsOf(map.get('texts', true))) {
    if (isScalar(owner) && owner.value !== 'policy') addId(found, owner, { of: 'id', role: 'names' });
    for (const { key, value } of pairsOf(texts)) {
      addStepsOf(found, key);
      if (isMap(value)) addTranslation(found, value);
    }
  }
}

function pairsOf(node: unknown): readonly Pair[] {
  return isMap(node) ? node.items : [];
}

/** Collects the mark of what a text was translated from, and the ids that it names. */
function addTranslation(found: Collected, map: YAMLMap): void {
  const mark = map.get('of', true);
  const range = rangeOf(mark);
  if (range && isScalar(mark)) found.marks.push({ mark: String(mark.value), range });
  addText(found, map.get('text', true));
}

/** Collects the ids in the path of a text, such as `collects/identity.nickname/from`. */
function addStepsOf(found: Collected, key: unknown): void {
  const range = rangeOf(key);
  if (!range || !isScalar(key)) return;
  const steps = String(key.value).split('/');
  if (range[1] - range[0] !== String(key.value).length) return;
  let at = range[0];
  for (const [index, step] of steps.entries()) {
    const of = index === 0 ? undefined : listNames().get(steps[index - 1] ?? '');
    const place: Range = [at, at + step.length];
    if (of !== undefined)
      found.ids.push({ of, id: step, role: 'names', file: found.source.path, range: place });
    at += step.length + 1;
  }
}

/** For fields that are lists of ids in any kind of clause: the namespace by the name of the field. */
const listNames = onDemand(
  (): ReadonlyMap<string, Namespace> => new Map(Object.values(fieldsOfEntities).flatMap(listsIn)),
);

function listsIn(fields: Fields): (readonly [string, Namespace])[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    if (field.is === 'group' || field.is === 'entity') return listsIn(field.fields);
    if (field.is !== 'each') return [];
    const of = field.relation === 'change.entry' ? 'entry' : namespaceOf(field.of);
    return of === undefined ? [] : [[name, of] as const];
  });
}
