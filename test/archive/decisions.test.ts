import { describe, expect, it } from 'vitest';
import { parseDecisions } from '../../src/revision/decisions.ts';

const read = (text: string) => parseDecisions(new TextEncoder().encode(text));
const change = { fingerprint: 'v1:0', obligations: [{ owes: 'notice', detail: 'e-mail' }] };
const whole = (changes: unknown): string => JSON.stringify({ format: 'policyc/decisions@1', changes });

describe('the decisions of a version', () => {
  it('are read', () => {
    expect(read(whole([]))).toEqual({ value: [] });
    expect(read(whole([change]))).toEqual({ value: [change] });
  });

  it.each([
    '  {"changes":[],"format":"policyc/decisions@1"}\n  {}',
    '',
    'null',
    '[]',
    '\ud800',
    '{"format":"policyc/decisions@1"}',
    whole(''),
    whole(['a', 'a']),
    whole([null]),
    whole([{ ...change, obligations: undefined }]),
    whole([{ ...change, obligations: [null] }]),
    whole([{ ...change, obligations: [{ owes: 'notice', detail: 1 }] }]),
    whole([{ ...change, note: 'changes/a.md' }]),
    whole([{ ...change, fingerprint: {} }]),
    whole({ length: 1, 0: change }),
  ])('of another shape are a reason, not an exception: %s', (text) => {
    expect(read(text)).toHaveProperty('why');
  });

  it('of another format say so', () => {
    expect(read('{"format":"policyc/decisions@9","changes":[]}')).toEqual({ format: 'policyc/decisions@9' });
  });
});
