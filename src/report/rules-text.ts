import { escapeText } from '../base/escape.ts';
import { type Code, messages } from '../base/messages.ts';
import { ruleMessages } from '../base/messages-rules.ts';
import { formatPlace } from '../base/place.ts';
import type { SetRule } from '../gate/settings.ts';
import type { Style } from './style.ts';

/** Every rule with how grave its findings are, and where that comes from. */
export function rulesText(set: ReadonlyMap<string, SetRule>, style: Style): string {
  const rules = (Object.keys(ruleMessages) as (keyof typeof ruleMessages)[]).sort();
  const width = Math.max(...rules.map((rule) => rule.length));
  const lines = rules.map((rule) => {
    const { severity } = ruleMessages[rule];
    const own = set.get(rule);
    const from = own ? `${formatPlace(own.place)}, instead of ${severity}: ${own.reason}` : 'default';
    return `${coloured(own?.severity ?? severity, style)}  ${rule.padEnd(width)}  ${style.dim(escapeText(from))}`;
  });
  const fixed = Object.keys(messages).filter((code) => !(rules as readonly Code[]).includes(code as Code));
  return [
    ...lines,
    '',
    `${rules.length} rules, ${set.size} set otherwise. ${fixed.length} other codes cannot be set: what they report cannot be understood.`,
    'Set one in policyc.yaml:   rules: { no-contact: { severity: off, reason: … } }',
    'Waive it on a clause:      waive: [{ rule: no-contact, reason: …, until: "2027-12-31" }]',
    'Why a rule exists:         policyc explain no-contact',
    '',
  ].join('\n');
}

function coloured(severity: string, style: Style): string {
  const padded = severity.padEnd('warning'.length);
  if (severity === 'error') return style.red(padded);
  return severity === 'warning' ? style.yellow(padded) : style.dim(padded);
}
