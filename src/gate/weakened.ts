import { type Code, messages, type Severity } from '../base/messages.ts';
import type { JudgedChange } from '../diff/judge.ts';
import { settingChange } from './setting-change.ts';

/** Severities that a workspace sets for rules. */
export type Rules = Readonly<Record<string, Severity | 'off'>>;

const order: readonly (Severity | 'off')[] = ['off', 'info', 'warning', 'error'];

/**
 * Rules that are held less strictly than they were: switched off, or to a lower severity. A request that loosens its
 * own gate must say so, so each is a change to review. What loosens the list of material changes or drops a legal
 * profile is a change of fact already.
 */
export function weakenedGate(base: Rules, head: Rules, file: string): JudgedChange[] {
  return [...new Set([...Object.keys(base), ...Object.keys(head)])].sort().flatMap((rule): JudgedChange[] => {
    const [before, after] = [severityOf(base, rule), severityOf(head, rule)];
    if (order.indexOf(after) >= order.indexOf(before)) return [];
    const kind = 'gate-weakened';
    const words = `The rule ${rule} is now ${after}; it was ${before}.`;
    const reason = 'the gate itself is held less strictly';
    return [
      settingChange(
        { kind, file, name: rule, value: 'severity', before, after, words, reason },
        { v: 1, kind, rule, before, after },
      ),
    ];
  });
}

function severityOf(rules: Rules, rule: string): Severity | 'off' {
  return rules[rule] ?? (Object.hasOwn(messages, rule) ? messages[rule as Code].severity : 'off');
}
