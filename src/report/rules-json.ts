import { ruleMessages } from '../base/messages-rules.ts';
import { formatPlace } from '../base/place.ts';
import type { SetRule } from '../gate/settings.ts';

/** Every rule with how grave its findings are, by default and here, and who set it, for programs: `schemas/rules.schema.json`. */
export function rulesJson(set: ReadonlyMap<string, SetRule>): string {
  const rules = Object.entries(ruleMessages)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, { severity }]) => {
      const own = set.get(rule);
      const from = own && {
        place: formatPlace(own.place),
        ...(own.reason === undefined ? {} : { reason: own.reason }),
      };
      return { rule, severity: own?.severity ?? severity, default: severity, ...(from ? { set: from } : {}) };
    });
  return `${JSON.stringify({ format: 'policyc/rules@1', rules }, undefined, 2)}\n`;
}
