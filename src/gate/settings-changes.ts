import { mostDays } from '../base/duration.ts';
import { append } from '../base/group.ts';
import type { JudgedChange } from '../diff/judge.ts';
import type { Policy } from '../model/policy.ts';
import { answeredYes, waivedIn } from '../model/waivers.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { settingChange } from './setting-change.ts';
import type { Settings } from './settings.ts';
import { weakenedGate } from './weakened.ts';

/** The settings that apply to one policy of a workspace, with the waivers of its clauses. */
export function settingsFor(settings: Settings, policy: Snapshot): Settings {
  return { ...settings, waived: waivedIn(policy) };
}

/** Settings that became less strict, or that move the pages of readers; to review. */
export function changesOfSettings(base: Settings, head: Settings, file: string): JudgedChange[] {
  const looser = (['horizon', 'tolerance'] as const).flatMap((name) => {
    const [before, after] = [base.archive[name], head.archive[name]];
    if ((mostDays(after) ?? 0) <= (mostDays(before) ?? 0)) return [];
    const words = `The setting archive.${name} is now ${after}; it was ${before}.`;
    return [
      changeOf(
        'gate-weakened',
        file,
        `archive.${name}`,
        before,
        after,
        words,
        'the gate itself is held less strictly',
      ),
    ];
  });
  const moved = (['url', 'out'] as const).flatMap((name) => {
    const [before = 'not set', after = 'not set'] = [base.site[name], head.site[name]];
    if (before === after) return [];
    const words = `The setting site.${name} is now ${after}; it was ${before}.`;
    return [
      changeOf(
        'site-changed',
        file,
        `site.${name}`,
        before,
        after,
        words,
        'links that readers have may lead elsewhere',
      ),
    ];
  });
  return [
    ...weakenedGate(base.rules, head.rules, file),
    ...looser,
    ...moved,
    ...changesOfWaivers(base, head),
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
    const reason = 'the gate itself is held less strictly';
    return [changeOf('gate-weakened', 'policy.yaml', waiver, before, after, words, reason)];
  });
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
  const reason = 'links that readers have may lead elsewhere';
  return base.retired.flatMap((id): JudgedChange[] => {
    if (!head.retired.includes(id)) {
      const words = `The id ${id} is no longer retired, and may be used again.`;
      return [changeOf('id-unretired', 'policy.yaml', id, 'retired', 'not retired', words, reason)];
    }
    const [was = [], is = []] = [before.get(id), after.get(id)];
    const follows = (owner: string): boolean =>
      was.some((one) => one === owner || after.get(one)?.includes(owner));
    if (is.every(follows)) return [];
    const [from, to] = [was.join(', ') || 'nothing', is.join(', ')];
    const words = `The former id ${id} now leads to ${to}; it led to ${from}.`;
    return [changeOf('id-led-elsewhere', 'policy.yaml', id, from, to, words, reason)];
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

function changeOf(
  kind: string,
  file: string,
  name: string,
  before: string,
  after: string,
  words: string,
  reason: string,
): JudgedChange {
  return settingChange(
    { kind, file, name, value: 'value', before, after, words, reason },
    { v: 1, kind, name, before, after },
  );
}
