import { diagnostic } from '../base/diagnostic.ts';
import { mayMeet } from '../model/audience.ts';
import { readersOf } from './clause-readers.ts';
import { type Rules, valuePlace } from './rule.ts';

/** Legal bases that a law does not have, and its territory. */
const unknownTo = [
  {
    profile: 'cn-pipl',
    law: 'PIPL art. 13',
    territory: ['CN'],
    whom: 'in China',
    bases: ['legitimate-interests'],
  },
] as const;

/** Legal bases compared with the tiers and with the laws that the policy names. */
export const groundRules: Rules = {
  'basic-on-consent': (facts) => {
    const profiles = facts.all('policy.profile');
    // Of the profiles, none of the United States has such a rule.
    if (profiles.length > 0 && profiles.every(({ key }) => key[1]?.startsWith('us-'))) return [];
    return facts.all('function.purpose').flatMap((row) => {
      const [id = '', purpose = ''] = row.key;
      const basic = facts.rows.one('function', id)?.values.tier === 'basic';
      return basic && row.values.basis === 'consent'
        ? [diagnostic('basic-on-consent', { id, purpose }, valuePlace(row, 'basis'))]
        : [];
    });
  },
  'basis-unknown-to-law': (facts) =>
    unknownTo.flatMap(({ profile, law, territory, whom, bases }) => {
      if (!facts.rows.one('policy.profile', 'policy', profile)) return [];
      return [...facts.all('function.purpose'), ...facts.all('recipient')].flatMap((row) => {
        const [id = ''] = row.key;
        const basis = String(row.values.basis);
        const unknown = bases.some((one) => one === basis);
        return unknown && mayMeet(readersOf(facts, id), [{ region: { in: territory } }])
          ? [diagnostic('basis-unknown-to-law', { id, basis, profile, law, whom }, valuePlace(row, 'basis'))]
          : [];
      });
    }),
};
