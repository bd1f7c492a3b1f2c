import { type Diagnostic, sortDiagnostics } from '../base/diagnostic.ts';
import type { Severity } from '../base/messages.ts';
import { isRule } from '../base/messages-rules.ts';
import type { AvoidedWord } from '../model/avoided.ts';
import type { Policy } from '../model/policy.ts';
import { addressRules } from './addresses.ts';
import { blankRules } from './blanks.ts';
import { commitmentRules } from './commitments.ts';
import { coverageRules } from './coverage.ts';
import { definitionRules } from './definitions.ts';
import { functionRules } from './functions.ts';
import { gapRules } from './gaps.ts';
import { glossaryRules } from './glossary.ts';
import { groundRules } from './grounds.ts';
import { layerRules } from './layers.ts';
import { otherKindRules } from './other-kind.ts';
import { promiseRules } from './promises.ts';
import { textAddressRules } from './prose-addresses.ts';
import { basisRules } from './prose-bases.ts';
import { claimRules } from './prose-claims.ts';
import { proseDeedRules } from './prose-deeds.ts';
import { nameRules } from './prose-names.ts';
import { partyRules } from './prose-parties.ts';
import { quantityRules } from './prose-quantities.ts';
import { rightRules } from './prose-rights.ts';
import { referenceRules } from './references-in-text.ts';
import { registerRules } from './registers.ts';
import { Facts, type Rules } from './rule.ts';
import { scriptRules } from './scripts.ts';
import { sentenceRules } from './sentences.ts';
import { summaryRules } from './summaries.ts';
import { toldRules } from './told-in-text.ts';
import { translationRules } from './translations.ts';

const rules: Rules = {
  ...functionRules,
  ...groundRules,
  ...coverageRules,
  ...promiseRules,
  ...commitmentRules,
  ...referenceRules,
  ...definitionRules,
  ...otherKindRules,
  ...glossaryRules,
  ...sentenceRules,
  ...blankRules,
  ...scriptRules,
  ...nameRules,
  ...partyRules,
  ...quantityRules,
  ...basisRules,
  ...rightRules,
  ...textAddressRules,
  ...claimRules,
  ...proseDeedRules,
  ...gapRules,
  ...layerRules,
  ...summaryRules,
  ...translationRules,
  ...toldRules,
  ...registerRules,
  ...addressRules,
};

/** The severities of rules by their code, as `rules:` of a workspace sets them. */
export type RuleSettings = Readonly<Record<string, Severity | 'off'>>;

/** Applies every rule that the settings leave on; gives sorted findings with the severities of the settings. */
export function checkPolicy(
  policy: Policy,
  settings: RuleSettings = {},
  avoided: readonly AvoidedWord[] = [],
): Diagnostic[] {
  const facts = new Facts(policy, avoided);
  const found = Object.entries(rules).flatMap(([code, check]) =>
    settings[code] === 'off' ? [] : check(facts),
  );
  return sortDiagnostics(settle(found, settings));
}

/** Findings with the severities of the settings, without those of rules that are off. */
export function settle(problems: readonly Diagnostic[], settings: RuleSettings): readonly Diagnostic[] {
  return problems.flatMap((problem) => {
    const severity = isRule(problem.code) ? settings[problem.code] : undefined;
    if (severity === 'off') return [];
    return [severity === undefined ? problem : { ...problem, severity }];
  });
}
