import { diagnostic } from '../base/diagnostic.ts';
import { watchFromKey } from '../model/watch.ts';
import { type Facts, type Rules, valuePlace } from './rule.ts';

/** What a function owes its reader: refusal, a way out, reasons for sensitive data, and purposes that hold together. */
export const functionRules: Rules = {
  'purpose-not-of-function': (facts) =>
    facts.all('function.data.purpose').flatMap((row) => {
      const [id = '', data = '', purpose = ''] = row.key;
      const declared = facts.of('function.purpose', id).some((other) => other.key[1] === purpose);
      return declared ? [] : [diagnostic('purpose-not-of-function', { data, purpose }, row.place)];
    }),
  'function-without-tier': (facts) => {
    const asks = whoAsksForTiers(facts);
    if (asks === undefined) return [];
    return facts
      .all('function')
      .filter((row) => row.values.tier === undefined)
      .map((row) => diagnostic('function-without-tier', { id: row.key[0] ?? '', asks }, row.place));
  },
  'basic-without-refusal': (facts) =>
    facts.all('function').flatMap((row) => {
      const id = row.key[0] ?? '';
      const silent = row.values.tier === 'basic' && row.values.refusal !== true;
      const collects = facts.of('function.data', id).length > 0;
      return silent && collects ? [diagnostic('basic-without-refusal', { id }, valuePlace(row, 'tier'))] : [];
    }),
  'additional-without-refusal': (facts) =>
    facts.all('function').flatMap((row) => {
      const silent = row.values.tier === 'additional' && row.values.refusal !== true;
      return silent
        ? [diagnostic('additional-without-refusal', { id: row.key[0] ?? '' }, valuePlace(row, 'tier'))]
        : [];
    }),
  'additional-without-choice': (facts) =>
    facts.all('function').flatMap((row) => {
      const silent = row.values.tier === 'additional' && row.values.optOut !== true;
      return silent
        ? [diagnostic('additional-without-choice', { id: row.key[0] ?? '' }, valuePlace(row, 'tier'))]
        : [];
    }),
  'sensitive-without-necessity': (facts) => {
    if (!facts.of('policy.profile', 'policy').some(({ key }) => chineseProfiles.includes(key[1] ?? '')))
      return [];
    return facts.all('function').flatMap((row) => {
      const id = row.key[0] ?? '';
      const sensitive = facts.of('function.data', id).filter((item) => facts.isSensitive(item.key[1] ?? ''));
      const told = row.values['sensitive.necessity'] === true && row.values['sensitive.impact'] === true;
      if (told || sensitive.length === 0) return [];
      const data = sensitive.map((item) => item.key[1] ?? '');
      return [diagnostic('sensitive-without-necessity', { id, data }, sensitive[0]?.place ?? row.place)];
    });
  },
  'permission-without-trigger': (facts) =>
    facts
      .all('function.permission')
      .flatMap((row) =>
        row.values.trigger === true
          ? []
          : [diagnostic('permission-without-trigger', { permission: row.key[1] ?? '' }, row.place)],
      ),
  'source-unnamed': (facts) =>
    facts
      .all('function.data')
      .filter(({ values }) => values.source === 'third-party' && values.from !== true)
      .map((row) =>
        diagnostic(
          'source-unnamed',
          { id: row.key[0] ?? '', data: row.key[1] ?? '' },
          valuePlace(row, 'source'),
        ),
      ),
};

/** Profiles that distinguish functions by tier, and ask for reasons for sensitive data. */
const chineseProfiles = ['cn-pipl', 'cn-gbt35273-2020'];

/** The profile, or the statement of the policy itself, by which every function has a tier; undefined when there is none. */
function whoAsksForTiers(facts: Facts): string | undefined {
  const profile = facts
    .of('policy.profile', 'policy')
    .find(({ key }) => chineseProfiles.includes(key[1] ?? ''));
  if (profile) return profile.key[1];
  if (facts.watches().some(({ key }) => watchFromKey(key[2] ?? '').watch === 'function.tier'))
    return 'the list of material changes, which watches function.tier,';
  const used = new Set(facts.all('function').map(({ values }) => values.tier));
  return used.has('basic') && used.has('additional') ? 'the division of the other functions' : undefined;
}
