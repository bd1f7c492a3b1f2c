import { fingerprintOf } from '../base/canonical.ts';
import { mostDays } from '../base/duration.ts';
import { append } from '../base/group.ts';
import { type ChangeOfNoRow, changeOfNoRow } from '../diff/change-of-no-row.ts';
import type { JudgedChange } from '../diff/judge.ts';
import type { Policy } from '../model/policy.ts';
import { answeredIn, answeredYes, waivedIn } from '../model/waivers.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Settings } from './settings.ts';
import { weakenedGate, weaker } from './weakened.ts';

/** The settings that apply to one policy of a workspace, with the waivers of its clauses. */
export function settingsFor(settings: Settings, policy: Snapshot): Settings {
  return { ...settings, ...waivedIn(policy), answered: answeredIn(policy) };
}

/** Settings that became less strict, or that move the pages of readers; to review. */
export function changesOfSettings(base: Settings, head: Settings, file: string): JudgedChange[] {
  const looser = (['horizon', 'tolerance'] as const).flatMap((name) => {
    const [before, after] = [base.archive[name], head.archive[name]];
    if ((mostDays(after) ?? 0) <= (mostDays(before) ?? 0)) return [];
    const setting = `archive.${name}`;
    const words = `The setting ${setting} is now ${after}; it was ${before}.`;
    return [changeOf({ ...weaker, file, name: setting, before, after, words })];
  });
  const moved = (['url', 'out'] as const).flatMap((name) => {
    const [before = 'not set', after = 'not set'] = [base.site[name], head.site[name]];
    // `out: site` is what it is where nothing is set.
    const isUsual = name === 'out' && [before, after].every((one) => one === 'not set' || one === 'site');
    if (before === after || isUsual) return [];
    const setting = `site.${name}`;
    const words = `The setting ${setting} is now ${after}; it was ${before}.`;
    return [
      changeOf({ kind: 'site-changed', reason: ledElsewhere, file, name: setting, before, after, words }),
    ];
  });
  return [
    ...weakenedGate(base.rules, head.rules, file),
    ...looser,
    ...moved,
    ...changesOfWaivers(base, head),
    ...changesOfAnswers(base, head),
  ];
}

function changesOfWaivers(
  { waived: base = new Map() }: Settings,
  { waived: head = new Map() }: Settings,
): JudgedChange[] {
  return [...head].sort().flatMap(([waiver, until]): JudgedChange[] => {
    const was = base.get(waiver);
    const isForGood = was === '' || was === answeredYes;
    if (was === until || (was !== undefined && (isForGood || (until !== '' && until <= was)))) return [];
    const [clause = '', rule = ''] = waiver.split(' ');
    const [before, after] = [was, until].map(waivedWords) as [string, string];
    const words = `What the rule ${rule} finds in ${clause} is now ${after}; it was ${before}.`;
    return [changeOf({ ...weaker, file: 'policy.yaml', name: waiver, before, after, words })];
  });
}

/**
 * Answers that stand, and that somebody else now gives, or in another way; waivers that stand for another reason: nobody
 * looks at any of these, so that all are told.
 */
function changesOfAnswers(base: Settings, head: Settings): JudgedChange[] {
  return (['answered', 'reasons'] as const).flatMap((kept) =>
    [...(head[kept] ?? [])].sort().flatMap(([name, after]): JudgedChange[] => {
      const before = base[kept]?.get(name);
      if (before === undefined || before === after) return [];
      const what = kept === 'answered' ? `The answer to ${name}` : `The reason for the waiver of ${name}`;
      const words = `${what} is now ${after}; it was ${before}.`;
      return [changeOf({ ...weaker, file: 'policy.yaml', name, before, after, words })];
    }),
  );
}

function waivedWords(until: string | undefined): string {
  if (until === undefined) return 'not waived';
  if (until === answeredYes) return 'answered with yes';
  return until === '' ? 'waived' : `waived until ${until}`;
}

/**
 * Ids that are no longer retired: a clause may take one, and old links lead to what that says. And former ids that now
 * stand for something else.
 */
export function changesOfRetired(base: Policy, head: Policy): JudgedChange[] {
  const [before, after] = [ownersOfFormer(base), ownersOfFormer(head)];
  const common = { file: 'policy.yaml', reason: ledElsewhere };
  const retired = new Set(head.retired);
  return base.retired.flatMap((id): JudgedChange[] => {
    if (!retired.has(id)) {
      const words = `The id ${id} is no longer retired, and may be used again.`;
      const sides = { before: 'retired', after: 'not retired' };
      return [changeOf({ ...common, kind: 'id-unretired', name: id, ...sides, words })];
    }
    const [was = [], is = []] = [before.get(id), after.get(id)];
    const follows = (owner: string): boolean =>
      was.some((one) => one === owner || after.get(one)?.includes(owner));
    if (is.every(follows)) return [];
    const sides = { before: was.join(', ') || 'nothing', after: is.join(', ') };
    const words = `The former id ${id} now leads to ${sides.after}; it led to ${sides.before}.`;
    return [changeOf({ ...common, kind: 'id-led-elsewhere', name: id, ...sides, words })];
  });
}

function ownersOfFormer({ structure }: Policy): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, string[]>();
  for (const { relation, key } of structure) {
    const [owner = '', former = ''] = key;
    if (relation === 'lineage') append(owners, former, owner);
  }
  return owners;
}

const ledElsewhere = 'links that readers have may lead elsewhere';

function changeOf(change: Omit<ChangeOfNoRow, 'value' | 'fingerprint'>): JudgedChange {
  const { kind, name, before, after } = change;
  const fingerprint = fingerprintOf({ v: 1, kind, name, before, after });
  return changeOfNoRow({ ...change, value: 'value', fingerprint });
}
