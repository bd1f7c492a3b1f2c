import { fingerprintOf } from '../base/canonical.ts';
import { type Code, messages, type Severity } from '../base/messages.ts';
import type { RuleSettings } from '../check/rules.ts';
import { changeOfNoRow } from '../diff/change-of-no-row.ts';
import type { JudgedChange } from '../diff/judge.ts';

/** What a change is when the gate itself is held less strictly. */
export const weaker = { kind: 'gate-weakened', reason: 'the gate itself is held less strictly' } as const;

const order: readonly (Severity | 'off')[] = ['off', 'info', 'warning', 'error'];

/**
 * Rules that became less strict: switched off, or of a lower severity. A pull request that loosens its own gate must say
 * so, so each is a change to review. Loosening the list of material changes or dropping a legal profile is a change of
 * fact already.
 */
export function weakenedGate(base: RuleSettings, head: RuleSettings, file: string): JudgedChange[] {
  return [...new Set([...Object.keys(base), ...Object.keys(head)])].sort().flatMap((rule): JudgedChange[] => {
    const [fall] = ownOf(rule).flatMap((own) => {
      const [was, is] = [base[rule] ?? own, head[rule] ?? own];
      return order.indexOf(is) < order.indexOf(was) ? [{ was, is }] : [];
    });
    if (!fall) return [];
    const { was: before, is: after } = fall;
    const words = `The rule ${rule} is now ${after}; it was ${before}.`;
    const fingerprint = fingerprintOf({ v: 1, kind: weaker.kind, rule, before, after });
    return [
      changeOfNoRow({ ...weaker, file, name: rule, value: 'severity', before, after, words, fingerprint }),
    ];
  });
}

/** The default severities of a rule; a rule for a law has one for each requirement. */
function ownOf(rule: string): readonly (Severity | 'off')[] {
  if (rule === 'requirement-unmet') return ['error', 'warning', 'info'];
  return [Object.hasOwn(messages, rule) ? messages[rule as Code].severity : 'off'];
}
