import { ownerOf, type Policy } from '../model/policy.ts';
import { rowsIn } from '../model/row-index.ts';
import type { LineagePair } from './lineage-pairs.ts';

/** Functions that were split or merged: those of the base, those of the head, and which come from which. */
export interface LineageClass {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Head id → the base ids it comes from, itself first and the others in order; never empty. */
  readonly ancestors: ReadonlyMap<string, readonly string[]>;
}

/**
 * The classes of functions that `formerly:` declares as split or merged. A function that keeps its id also comes from
 * itself. One function that became one other is a rename, and no class.
 */
export function lineageClasses(base: Policy, head: Policy, lineage: readonly LineagePair[]): LineageClass[] {
  const ancestors = ancestorsOf(base, head, lineage);
  const shared = sharedIn(ancestors);
  const seen = new Set<string>();
  const classes: LineageClass[] = [];
  for (const [id, own] of ancestors) {
    if (seen.has(id) || !(own.size > 1 || [...own].some((one) => shared.has(one)))) continue;
    const { from, to } = connected(id, ancestors);
    for (const one of to) seen.add(one);
    if (from.length < 2 && to.length < 2) continue;
    classes.push({
      from,
      to,
      ancestors: new Map(to.map((one) => [one, itselfFirst(one, ancestors.get(one) ?? [])])),
    });
  }
  return classes;
}

type Ancestors = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The functions of the base that each function of the head comes from. Of two that both sides have neither comes from the
 * other, though one may have been split off long ago: what it does more is new to whoever uses it.
 */
function ancestorsOf(base: Policy, head: Policy, lineage: readonly LineagePair[]): Ancestors {
  const before = functionsOf(base);
  const ancestors = new Map([...functionsOf(head)].map((id) => [id, new Set(before.has(id) ? [id] : [])]));
  for (const [id, former] of lineage) {
    const bothStay = before.has(id) && ancestors.has(former);
    if (before.has(former) && !bothStay) ancestors.get(id)?.add(former);
  }
  return ancestors;
}

/** The functions that several come from. */
function sharedIn(ancestors: Ancestors): ReadonlySet<string> {
  const [once, again] = [new Set<string>(), new Set<string>()];
  for (const own of ancestors.values()) for (const one of own) (once.has(one) ? again : once).add(one);
  return again;
}

function itselfFirst(id: string, ancestors: Iterable<string>): string[] {
  const others = [...ancestors].sort();
  return others.includes(id) ? [id, ...others.filter((one) => one !== id)] : others;
}

/** Everything connected to a function by ancestors or descendants. */
function connected(start: string, ancestors: Ancestors): { from: string[]; to: string[] } {
  const to = new Set([start]);
  const from = new Set(ancestors.get(start));
  let grown: boolean;
  do {
    grown = false;
    for (const [id, own] of ancestors) {
      if (to.has(id) || ![...own].some((one) => from.has(one))) continue;
      to.add(id);
      for (const one of own) from.add(one);
      grown = true;
    }
  } while (grown);
  return { from: [...from].sort(), to: [...to].sort() };
}

function functionsOf(policy: Policy): ReadonlySet<string> {
  return new Set(rowsIn(policy).all('function').map(ownerOf));
}
