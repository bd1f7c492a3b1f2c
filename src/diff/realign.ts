import { append, groupBy } from '../base/group.ts';
import { isGain } from '../knowledge/facet.ts';
import { knowledge } from '../knowledge/table.ts';
import { coordinateOf, type Policy, type Row, sortRows } from '../model/policy.ts';
import { isFactRelation, partsOfKey } from '../model/relations.ts';
import { rowsIn } from '../model/row-index.ts';
import { usesSensitiveData } from './explained.ts';
import { type LineageClass, lineageClasses } from './lineage-class.ts';
import type { LineagePair } from './lineage-pairs.ts';

/** Base and head as they are compared, and the functions that were split or merged between them. */
export interface Realigned {
  readonly base: Policy;
  readonly head: Policy;
  readonly classes: readonly LineageClass[];
}

/**
 * Restates the base in terms of the head's functions where functions were split or merged, so that comparing rows
 * gives what the split or merge changed and nothing else:
 *
 * - what the class as a whole collects, and why, is compared net: what moved between its functions is no change;
 * - tier, consent, refusal and the like are compared with every ancestor, value by value: where any of them differs
 *   from the head, the base takes that one's value, so a loss for the users of one function is never hidden by another;
 * - functions that could be refused one by one and now cannot are rows of `function.merged` in the head.
 *
 * Texts of the first ancestor are compared; those of the others count as removed.
 */
export function realign(base: Policy, head: Policy, lineage: readonly LineagePair[]): Realigned {
  const classes = lineageClasses(base, head, lineage);
  if (classes.length === 0) return { base, head, classes };
  const headRows = new Map(head.facts.map((row) => [coordinateOf(row), row]));
  let facts = base.facts;
  for (const one of classes) facts = realignFacts(facts, headRows, one);
  const moot = withoutReasons(classes, head);
  const isMoot = ({ key: [id = '', field] }: Row): boolean => field === 'sensitive' && moot.has(id);
  return {
    base: {
      ...base,
      facts: sortRows(facts.map((row) => (moot.has(row.key[0] ?? '') ? asReasoned(row, headRows) : row))),
      prose: sortRows(classes.reduce(realignTexts, base.prose).filter((row) => !isMoot(row))),
      structure: sortRows(classes.reduce(realignStructure, base.structure)),
    },
    head: {
      ...head,
      facts: sortRows([...head.facts, ...classes.flatMap((one) => mergedRows(one, base, head))]),
    },
    classes,
  };
}

function realignFacts(
  facts: readonly Row[],
  head: ReadonlyMap<string, Row>,
  lineage: LineageClass,
): readonly Row[] {
  const members = new Set(lineage.from);
  const concerned = facts.filter((row) => namesAny(row, members));
  const rest = facts.filter((row) => !namesAny(row, members));
  const restated = new Map<string, Row[]>();
  for (const [relation, group] of groupBy(concerned, (row) => row.relation)) {
    const isOwn = ({ key: [id = ''] }: Row): boolean => relation.startsWith('function.') && members.has(id);
    const others = group.filter((row) => !isOwn(row));
    for (const row of [
      ...netRows(group.filter(isOwn), head, lineage),
      ...restatedRows(others, head, lineage),
    ]) {
      append(restated, coordinateOf(row), row);
    }
  }
  return [...rest, ...[...restated].map(([coordinate, rows]) => sharpest(rows, head.get(coordinate)))];
}

/**
 * Functions that were split off and use no sensitive data. The explanations of that data stay with the function it went
 * to, and nothing is taken from the others.
 */
function withoutReasons(classes: readonly LineageClass[], head: Policy): ReadonlySet<string> {
  const split = classes.flatMap(({ from, to }) => to.filter((id) => !from.includes(id)));
  return new Set(split.filter((id) => !usesSensitiveData(id, head)));
}

function asReasoned(row: Row, head: ReadonlyMap<string, Row>): Row {
  const values = row.relation === 'function' ? (head.get(coordinateOf(row))?.values ?? {}) : {};
  const reasons = Object.entries(values).filter(([name]) => name.startsWith('sensitive.'));
  return { ...row, values: { ...row.values, ...Object.fromEntries(reasons) } };
}

/**
 * The rows of several ancestors as one: of each value, one that differs from the head's, and of those the one that costs
 * users most by it.
 */
function sharpest(rows: readonly Row[], head: Row | undefined): Row {
  const [first, ...others] = rows as readonly [Row, ...Row[]];
  if (!head || others.length === 0) return first;
  const names = new Set(rows.flatMap((row) => Object.keys(row.values)));
  const chosen = [...names].map((name) => {
    const ranked = rows.map((row) => ({ row, loss: lossOf(row, head, name) }));
    return [name, ranked.sort((a, b) => b.loss - a.loss)[0]?.row ?? first] as const;
  });
  const stated = chosen.filter(([name, { values }]) => values[name] !== undefined);
  return {
    ...first,
    values: Object.fromEntries(stated.map(([name, { values }]) => [name, values[name] ?? ''])),
    places: Object.fromEntries(stated.map(([name, { places, place }]) => [name, places?.[name] ?? place])),
  };
}

/** How much users of the one function lose by the other; nothing where the head states the same. */
function lossOf({ relation, values }: Row, head: Row, name: string): number {
  const [before, after] = [values[name], head.values[name]];
  if (before === after || !isFactRelation(relation)) return 0;
  const direction = knowledge[relation].values[name]?.compare(before, after).direction ?? 'changes';
  if (direction === 'expands' || direction === 'restricts') return 2;
  return isGain({ direction }) && isOfTheWhole(relation, name) ? -1 : 1;
}

/**
 * Whether something is a gain only if all gain it: a consent for two things is not asked for by itself, though one of
 * them had none before; and explanations come with the sensitive data they are about.
 */
function isOfTheWhole(relation: string, name: string): boolean {
  return relation === 'consent' || name.startsWith('sensitive.');
}

/**
 * Links of the functions themselves: an item that any function of the class had, and any has now, counts as being where
 * it is now.
 */
function netRows(
  rows: readonly Row[],
  head: ReadonlyMap<string, Row>,
  { to, ancestors }: LineageClass,
): Row[] {
  const kept: Row[] = [];
  for (const row of rows) {
    const item = row.key.slice(1);
    const here = to.filter((id) => head.has(coordinateOf({ relation: row.relation, key: [id, ...item] })));
    const heirs = to.filter((id) => ancestors.get(id)?.includes(row.key[0] ?? ''));
    const targets = here.length > 0 ? here : heirs.slice(0, 1);
    for (const id of targets) kept.push({ ...row, key: [id, ...item] });
  }
  return kept;
}

/**
 * Every other row that names a function: its own row, its consent, and rows of others that refer to it. A descendant
 * has the row when all its ancestors had it; when the head lacks it, one ancestor is enough, so that its loss shows.
 * A row that a function has of itself is compared with each ancestor that has it.
 */
function restatedRows(rows: readonly Row[], head: ReadonlyMap<string, Row>, lineage: LineageClass): Row[] {
  const restated = new Map<
    string,
    { readonly row: Row; readonly from: Set<string>; readonly id: string }[]
  >();
  for (const row of rows) {
    for (const { id, former, key } of descendantKeys(row, lineage)) {
      const moved = { ...row, key };
      const coordinate = `${coordinateOf(moved)}`;
      const list = restated.get(coordinate) ?? [];
      list.push({ row: moved, from: new Set([former]), id });
      restated.set(coordinate, list);
    }
  }
  return [...restated].flatMap(([coordinate, list]) => {
    const [first] = list;
    if (!first) return [];
    const own = first.row.key[0] === first.id;
    const had = new Set(list.flatMap(({ from }) => [...from]));
    const all = (lineage.ancestors.get(first.id) ?? []).every((one) => had.has(one));
    return own || all || !head.has(coordinate) ? list.map(({ row }) => row) : [];
  });
}

function* descendantKeys(
  row: Row,
  lineage: LineageClass,
): Generator<{ id: string; former: string; key: readonly string[] }> {
  const at = row.key.findIndex((part, index) => isClausePart(row, index) && lineage.from.includes(part));
  const former = row.key[at] ?? '';
  for (const id of lineage.to) {
    if (!lineage.ancestors.get(id)?.includes(former)) continue;
    // The consent of a function names it twice.
    yield {
      id,
      former,
      key: row.key.map((part, index) => (isClausePart(row, index) && part === former ? id : part)),
    };
  }
}

function realignTexts(rows: readonly Row[], { from, to, ancestors }: LineageClass): Row[] {
  const claimed = new Set(to.map((id) => ancestors.get(id)?.[0] ?? ''));
  const kept = rows.filter((row) => !claimed.has(row.key[0] ?? '') || !from.includes(row.key[0] ?? ''));
  const moved = to.flatMap((id) => {
    const [first] = ancestors.get(id) ?? [];
    return rows.flatMap((row) => (row.key[0] === first ? [{ ...row, key: [id, ...row.key.slice(1)] }] : []));
  });
  return [...kept, ...moved];
}

function realignStructure(rows: readonly Row[], { from, to, ancestors }: LineageClass): Row[] {
  const isClause = (row: Row): boolean => row.relation === 'clause' && from.includes(row.key[0] ?? '');
  const moved = to.flatMap((id) => {
    const [first] = ancestors.get(id) ?? [];
    return rows.flatMap((row) => (isClause(row) && row.key[0] === first ? [{ ...row, key: [id] }] : []));
  });
  return [...rows.filter((row) => !isClause(row)), ...moved];
}

/** For each function merged from several that could be refused separately: which ones it now includes. */
function mergedRows({ to, ancestors }: LineageClass, base: Policy, head: Policy): Row[] {
  const refusable = new Map(
    rowsIn(base)
      .all('function')
      .map((row) => [row.key[0] ?? '', isRefusable(row, base)]),
  );
  return to.flatMap((id) => {
    const own = (ancestors.get(id) ?? []).filter((one) => refusable.get(one));
    const row = rowsIn(head).one('function', id);
    if (own.length < 2 || !row) return [];
    // That a function includes itself is no news.
    return own
      .filter((one) => one !== id)
      .map((one): Row => ({ relation: 'function.merged', key: [id, one], values: {}, place: row.place }));
  });
}

/** Whether a function is additional, or has a consent of its own. */
function isRefusable(row: Row, base: Policy): boolean {
  const [id = ''] = row.key;
  if (row.values.tier === 'additional') return true;
  const { all, below } = rowsIn(base);
  return all('consent.covers').some(
    ({ key: [unit = '', covered] }) => covered === id && below('consent.covers', unit).length === 1,
  );
}

function namesAny(row: Row, ids: ReadonlySet<string>): boolean {
  return row.key.some((part, index) => ids.has(part) && isClausePart(row, index));
}

function isClausePart({ relation }: Row, index: number): boolean {
  return partsOfKey(relation)[index] === 'clause';
}
