import { describe, expect, it } from 'vitest';
import { CannotWork } from '../../src/base/failure.ts';
import { type ExportFormat, exportAs, exportFormats } from '../../src/export/formats.ts';
import { loadEditionBackground } from '../../src/model/edition-background.ts';
import type { Policy } from '../../src/model/policy.ts';
import { relationsWithData } from '../../src/model/relations.ts';
import { ofFields, referred } from '../properties/operators.ts';
import { policyOf } from '../properties/policies.ts';

/**
 * Whatever clause says that data is collected, handed over or kept, each export tells it. A kind of clause that a format
 * does not read is found here, by its relation, before a store or an authority is told less than readers are.
 */

const background = (await loadEditionBackground('2026-11')) ?? never();

/** What a format leaves out, and why that is no gap. */
const left: Readonly<Partial<Record<ExportFormat, Readonly<Record<string, string>>>>> = {
  'google-play': { 'retention.data': 'the form asks nothing of periods' },
  'apple-manifest': {
    'recipient.listed.data':
      'it is of what the app collects; who else gets it counts where it is for advertising',
    'retention.data': 'the manifest asks nothing of periods',
  },
  'apple-labels': {
    'recipient.listed.data': 'as in the manifest',
    'retention.data': 'labels ask nothing of periods',
  },
  gpc: Object.fromEntries(
    relationsWithData('collected', 'received', 'kept').map((one) => [one, 'it answers one question']),
  ),
};

const data = ['biometric', 'biometric.voiceprint', 'contact.mobile_phone'];
const register = 'registers/one.yaml';
const entry = { id: 'one', name: 'One', purposes: ['trade.order'] };

/** A function that collects what the operators draw, for recipients and periods to be about. */
const around = {
  ...{ id: 'around', kind: 'function', title: 'Around', tier: 'basic', purposes: ['trade.order'] },
  collects: data.map((one) => ({ data: one, source: 'provided', method: 'form' })),
};

/** Two policies that differ in that one of them says something in a relation; of a register, in its file. */
function pairFor(relation: string): readonly [Policy, Policy] | undefined {
  const [kind = ''] = relation.split('.');
  const clauses = relationsWithData('collected').some((one) => one.startsWith(`${kind}.`)) ? [] : [around];
  const inRegister = relation.split('.').length > 2;
  for (const operator of ofFields) {
    const after = operator.after?.kind === kind ? operator.after : undefined;
    if (!after || (operator.before === undefined) !== inRegister) continue;
    const [base, head] = [false, true].map((says) => {
      const clause = inRegister ? { ...after, register } : says ? after : operator.before;
      const others = inRegister ? { [register]: { entries: [{ ...entry, ...(says ? { data } : {}) }] } } : {};
      return policyOf([[...(clause ? [clause] : []), ...referred, ...clauses]], {}, others);
    });
    if (!base || !head) continue;
    const count = ({ facts }: Policy): number => facts.filter((row) => row.relation === relation).length;
    if (count(base) === 0 && count(head) > 0) return [base, head];
  }
  return undefined;
}

function told(format: ExportFormat, policy: Policy): string {
  try {
    const { text, untold } = exportAs(format, undefined, { policy, background, locale: 'en' });
    return JSON.stringify([text, untold]);
  } catch (error) {
    if (error instanceof CannotWork) return error.message;
    throw error;
  }
}

describe.each(relationsWithData('collected', 'received', 'kept'))('%s', (relation) => {
  const pair = pairFor(relation);

  it('is stated by an operator', () => {
    expect(pair).toBeDefined();
  });

  it.each(Object.keys(exportFormats) as ExportFormat[])('is told by %s, or there is a reason', (format) => {
    const [base, head] = pair ?? never();
    const differs = told(format, base) !== told(format, head);
    expect(differs).toBe(left[format]?.[relation] === undefined);
  });
});

function never(): never {
  throw new Error('there is no such edition, or no such pair');
}
