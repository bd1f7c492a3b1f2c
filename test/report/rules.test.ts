import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import schema from '../../schemas/rules.schema.json' with { type: 'json' };
import { ruleMessages } from '../../src/base/messages-rules.ts';
import { startOfFile } from '../../src/base/place.ts';
import { rulesJson } from '../../src/report/rules-json.ts';

it('every rule is told to programs, with who set it', () => {
  const place = startOfFile('policyc.yaml');
  const set = new Map([['no-contact', { severity: 'off', reason: 'A form is in the app.', place }]]);
  const { format, rules } = JSON.parse(rulesJson(set)) as { format: string; rules: { rule: string }[] };
  expect(format).toBe('policyc/rules@1');
  const validate = new Ajv2020({ strict: true }).compile(schema);
  expect([validate({ format, rules }), validate({ format, rules: [{ rule: 'no-contact' }] })]).toEqual([
    true,
    false,
  ]);
  expect(rules.map(({ rule }) => rule)).toEqual(Object.keys(ruleMessages).sort());
  expect(rules.find(({ rule }) => rule === 'no-contact')).toEqual({
    rule: 'no-contact',
    severity: 'off',
    default: ruleMessages['no-contact'].severity,
    set: { place: 'policyc.yaml:1:1', reason: 'A form is in the app.' },
  });
});
