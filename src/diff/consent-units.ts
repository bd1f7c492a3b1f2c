import type { Say } from '../knowledge/say.ts';
import { knowledge } from '../knowledge/table.ts';
import { type Policy, type Row, sortRows } from '../model/policy.ts';
import { rowsIn } from '../model/row-index.ts';

/**
 * Restates the base's consent units by the head's. The name of a unit is no part of what readers agree to. Clauses with a
 * consent each that now share one still rest on consent, and share it with more than before; parted, with less. A unit
 * whose clauses go different ways stays as it was.
 */
export function restateUnits(base: Policy, head: Policy): Policy {
  const [before, after] = [coversIn(base), coversIn(head)];
  const gone = [...before.keys()].filter((unit) => !after.has(unit));
  const come = [...after.keys()].filter((unit) => !before.has(unit));
  if (gone.length === 0 || come.length === 0) return base;
  let { facts } = base;
  for (const unit of come) {
    const merged = gone.filter((one) => isPart(before.get(one), after.get(unit)));
    if (merged.length > 1) facts = bundled(facts, merged, unit, head);
  }
  for (const unit of gone) {
    const parts = come.filter((one) => isPart(after.get(one), before.get(unit)));
    if (parts.length > 1) facts = parted(facts, unit, parts, after);
  }
  return facts === base.facts ? base : { ...base, facts: sortRows(facts) };
}

/**
 * Gives a clause that leaves a shared unit, and is asked for by none now, a unit of its own in the base: that consent is
 * gone, while the unit lives on. A narrower unit would be all that readers were told.
 */
export function partUnasked(base: Policy, head: Policy): Policy {
  const [before, after] = [coversIn(base), coversIn(head)];
  const asked = new Set([...after.values()].flatMap((clauses) => [...clauses]));
  const isLost = (clause: string): boolean => !asked.has(clause) && rowsIn(head).of(clause).length > 0;
  const parts = [...before].flatMap(([unit, clauses]) => {
    const lost = [...clauses].filter(isLost);
    return lost.length === clauses.size ? [] : lost.map((clause) => ({ unit, clause }));
  });
  if (parts.length === 0) return base;
  const own = ({ clause }: { clause: string }): string =>
    before.has(clause) || after.has(clause) ? `${clause}/consent` : clause;
  const facts = base.facts.flatMap((row): readonly Row[] => {
    const [unit, clause] = row.key;
    if (row.relation === 'consent') {
      const left = parts.filter((part) => part.unit === unit);
      return [row, ...left.map((part) => ({ ...row, key: [own(part)] }))];
    }
    if (row.relation !== 'consent.covers') return [row];
    const left = parts.find((part) => part.unit === unit && part.clause === clause);
    return [left ? { ...row, key: [own(left), left.clause] } : row];
  });
  return { ...base, facts: sortRows(facts) };
}

/** What to say of a unit that is gone where all that it covered is still asked for; undefined where it is not. */
export function askedElsewhere(unit: string, base: Policy, head: Policy): Say | undefined {
  const after = [...coversIn(head).values()];
  const before = coversIn(base).get(unit);
  if (!isPart(before, new Set(after.flatMap((clauses) => [...clauses])))) return undefined;
  const isSame = after.some((clauses) => isPart(before, clauses) && isPart(clauses, before));
  return ({ key }) =>
    isSame
      ? `The consent to ${key[0]} goes by another name: products that go by the old one ask again.`
      : `${key[0]} no longer has a consent of its own: it is asked for in one consent with others.`;
}

function coversIn(policy: Policy): ReadonlyMap<string, ReadonlySet<string>> {
  const covers = new Map<string, Set<string>>();
  for (const { key } of rowsIn(policy).all('consent.covers')) {
    const [unit = '', clause = ''] = key;
    covers.set(unit, (covers.get(unit) ?? new Set()).add(clause));
  }
  return covers;
}

function isPart(some: ReadonlySet<string> | undefined, all: ReadonlySet<string> | undefined): boolean {
  return some !== undefined && all !== undefined && [...some].every((clause) => all.has(clause));
}

/**
 * One unit in place of several: of each value, the one that costs readers most by the head's; new clauses except the
 * first one's.
 */
function bundled(facts: readonly Row[], units: readonly string[], unit: string, head: Policy): Row[] {
  const [first = ''] = units;
  const isOf = (row: Row, one: string): boolean =>
    /^consent(?:$|\.)/.test(row.relation) && row.key[0] === one;
  const acts = facts.filter((row) => row.relation === 'consent' && units.includes(row.key[0] ?? ''));
  const now = rowsIn(head).one('consent', unit)?.values ?? {};
  const [own] = acts;
  if (!own) return [...facts];
  const names = [...new Set(acts.flatMap(({ values }) => Object.keys(values)))];
  const values = Object.fromEntries(
    names.flatMap((name) => {
      const lost = acts.find((act) => isLost(name, act.values[name], now[name])) ?? own;
      const value = lost.values[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
  const kept = facts.filter((row) => !units.some((one) => isOf(row, one)));
  const covered = facts.filter((row) => row.relation === 'consent.covers' && row.key[0] === first);
  return [
    ...kept,
    { ...own, key: [unit], values },
    ...covered.map((row) => ({ ...row, key: [unit, ...row.key.slice(1)] })),
  ];
}

function isLost(name: string, before: Row['values'][string] | undefined, after: typeof before): boolean {
  if (before === after) return false;
  const direction = knowledge.consent.values[name]?.compare(before, after).direction;
  return direction === 'expands' || direction === 'restricts';
}

/** Several units in place of one, each as that was; the first still covers everything. */
function parted(
  facts: readonly Row[],
  unit: string,
  parts: readonly string[],
  after: ReadonlyMap<string, ReadonlySet<string>>,
): Row[] {
  const [first = ''] = parts;
  return facts.flatMap((row) => {
    if (row.key[0] !== unit) return [row];
    if (row.relation === 'consent') return parts.map((part) => ({ ...row, key: [part] }));
    if (row.relation !== 'consent.covers') return [row];
    const [, clause = ''] = row.key;
    const part = parts.find((one) => after.get(one)?.has(clause)) ?? first;
    return [...new Set([first, part])].map((one) => ({ ...row, key: [one, clause] }));
  });
}
