import { type Diagnostic, sortDiagnostics } from '../base/diagnostic.ts';
import type { Severity } from '../base/messages.ts';
import type { Policy } from '../model/policy.ts';
import { commitmentRules } from './commitments.ts';
import { coverageRules } from './coverage.ts';
import { functionRules } from './functions.ts';
import { groundRules } from './grounds.ts';
import { promiseRules } from './promises.ts';
import { Facts, type Rule } from './rule.ts';

/** Every rule that holds a policy against itself. */
export const rules: readonly Rule[] = [
  ...functionRules,
  ...groundRules,
  ...coverageRules,
  ...promiseRules,
  ...commitmentRules,
];

/** Severities that a workspace sets for single rules. */
export type RuleSettings = Readonly<Record<string, Severity | 'off'>>;

/** Applies every rule that the settings leave on. */
export function checkPolicy(policy: Policy, settings: RuleSettings = {}): Diagnostic[] {
  const facts = new Facts(policy);
  const problems = rules
    .filter((rule) => settings[rule.code] !== 'off')
    .flatMap((rule) => rule.check(facts))
    .map((problem) => {
      const severity = settings[problem.code];
      return severity === undefined || severity === 'off' ? problem : { ...problem, severity };
    });
  return sortDiagnostics(problems);
}
