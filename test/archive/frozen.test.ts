import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../../src/archive/frozen.ts';
import { limits } from '../../src/base/limits.ts';
import { why } from '../../src/base/messages-why.ts';
import { comparePolicies } from '../../src/diff/compare.ts';
import type { Policy, Row } from '../../src/model/policy.ts';
import { weighProse } from '../../src/syntax/budget.ts';
import { policyOf } from '../properties/policies.ts';

const policy = policyOf([[{ id: 'words', kind: 'statement', title: 'Words', text: 'Words.' }]]);
const read = (changed: Partial<Policy>) =>
  parsePolicy(new TextEncoder().encode(JSON.stringify({ ...policy, ...changed })));
const place = policy.facts[0]?.place;
const strange = (row: object): Policy['facts'] =>
  [...policy.facts, { key: ['words'], values: {}, place, ...row } as unknown as Row].sort((a, b) =>
    a.relation < b.relation ? -1 : 1,
  );

describe('a compiled policy', () => {
  it('is read as it was written', () => {
    expect(read({})).toEqual({ value: JSON.parse(JSON.stringify(policy)) });
  });

  it.each(['facts', 'prose'] as const)(
    'with %s out of order, or twice, is refused: some could not be found',
    (table) => {
      const rows = policy[table];
      const refused = { why: why('member-wrong', { name: table }) };
      expect(read({ [table]: [...rows].reverse() })).toEqual(refused);
      expect(read({ [table]: rows.flatMap((row) => [row, row]) })).toEqual(refused);
    },
  );

  it('with a text that no check would let through is refused', () => {
    const wordy = (text: string) =>
      read({ prose: policy.prose.map((row, at) => (at === 0 ? { ...row, values: { text } } : row)) });
    expect(wordy(`${'> '.repeat(60)}x`)).toEqual({
      why: why('over-limit', { found: 90, limit: 'proseDepth' }),
    });
    expect(wordy('*a_ '.repeat(1100))).toHaveProperty('why');
    expect(wordy('*a_ '.repeat(600))).toHaveProperty('value');
    expect(wordy(`${'*a_ '.repeat(400)}\n\n`.repeat(40))).toHaveProperty('why');
  });

  it('stays readable with as many signs as a policy was once allowed', () => {
    const text = `${'*a_ '.repeat(240)}\n\n`.repeat(20);
    const many = [0, 1, 2].map((at) => ({
      ...policy.prose[0],
      key: [`t${at}`, 'text', 'en'],
      values: { text },
    }));
    const signs = many.reduce((sum) => sum + weighProse(text).signs, 0);
    expect(signs).toBeGreaterThan(limits.textMarks);
    expect(read({ prose: many as Row[] })).toHaveProperty('value');
    expect(read({ prose: [...many, { ...many[0], key: ['t3', 'text', 'en'] }] as Row[] })).toEqual({
      why: why('over-limit', { found: (signs / 3) * 4, limit: 'archivedMarks' }),
    });
  });

  it('with as many rows as a policy may have is read, and with one more is refused', () => {
    const others = policy.facts.length + policy.structure.length;
    const rows = (count: number) =>
      Array.from({ length: count - others }, (_, at) => ({
        ...policy.prose[0],
        key: [`t${String(at).padStart(6, '0')}`, 'text', 'en'],
      })) as Row[];
    const bytesOf = (count: number) =>
      new TextEncoder().encode(JSON.stringify({ ...policy, prose: rows(count) }));
    expect(parsePolicy(bytesOf(limits.rows), 'policy')).toHaveProperty('value');
    expect(parsePolicy(bytesOf(limits.rows + 1), 'policy')).toEqual({
      why: why('over-limit', { found: limits.rows + 1, limit: 'rows' }),
    });
    // What was released when more were allowed stays readable.
    expect(parsePolicy(bytesOf(limits.archivedRows))).toHaveProperty('value');
    expect(parsePolicy(bytesOf(limits.archivedRows + 1))).toEqual({
      why: why('over-limit', { found: limits.archivedRows + 1, limit: 'archivedRows' }),
    });
  });

  it('with more clauses that state facts than a policy may have is read if it was released', () => {
    const recipients = Array.from({ length: limits.stating + 1 }, (_, at) => ({
      relation: 'recipient',
      key: [`r${String(at).padStart(6, '0')}`],
      values: {},
      place,
    })) as unknown as Row[];
    const bytesOf = (count: number) => {
      const facts = [...policy.facts, ...recipients.slice(0, count)].sort((a, b) =>
        a.relation < b.relation ? -1 : a.relation > b.relation ? 1 : 0,
      );
      return new TextEncoder().encode(JSON.stringify({ ...policy, facts }));
    };
    expect(parsePolicy(bytesOf(limits.stating), 'policy')).toHaveProperty('value');
    expect(parsePolicy(bytesOf(limits.stating + 1), 'policy')).toEqual({
      why: why('over-limit', { found: limits.stating + 1, limit: 'stating' }),
    });
    expect(parsePolicy(bytesOf(limits.stating + 1))).toHaveProperty('value');
  });

  it('in more languages than a policy may have is refused, and a version of an archive read as it was', () => {
    const bytesOf = (count: number) => {
      const locales = [...policy.locales, ...ids.slice(0, count - policy.locales.length)];
      return new TextEncoder().encode(JSON.stringify({ ...policy, locales }));
    };
    expect(parsePolicy(bytesOf(limits.locales), 'policy')).toHaveProperty('value');
    expect(parsePolicy(bytesOf(limits.locales + 1), 'policy')).toEqual({
      why: why('over-limit', { found: limits.locales + 1, limit: 'locales' }),
    });
    expect(parsePolicy(bytesOf(limits.locales + 1))).toHaveProperty('value');
  });

  const ids = Array.from({ length: limits.archivedNames + 1 }, (_, at) => `x${at}`);
  const named = <Value>(value: Value) => Object.fromEntries(ids.map((id) => [id, value]));
  it.each<readonly [string, Partial<Policy>]>([
    ['languages', { locales: ids }],
    ['retired ids', { retired: ids }],
    ['terms', { vocabulary: { ...policy.vocabulary, purposes: named({ label: {} }) } }],
    ['words of a language', { vocabulary: { ...policy.vocabulary, words: { en: named('a') } } }],
    ['languages of a word', { vocabulary: { ...policy.vocabulary, words: named({}) } }],
  ])('with more %s than any policy could hold is refused', (_, more) => {
    expect(read(more)).toMatchObject({ why: { args: { limit: 'archivedNames' } } });
  });

  it('with more characters, or more bytes, than any policy could hold is refused', () => {
    const rows = policy.prose.map((row) => ({ ...row, values: { text: 'word '.repeat(13_000) } }));
    const many = Array.from({ length: 70 }, (_, at) => ({ ...rows[0], key: [`t${at + 10}`, 'text', 'en'] }));
    expect(read({ prose: many as Row[] })).toMatchObject({ why: { args: { limit: 'archivedCharacters' } } });
    expect(parsePolicy(new Uint8Array(limits.compiledBytes + 1))).toEqual({
      why: why('over-limit', { found: limits.compiledBytes + 1, limit: 'compiledBytes' }),
    });
  });

  it.each(['data', 'purposes', 'permissions'])('with %s in a circle of terms is refused', (table) => {
    const term = (parent: string) => ({ label: { en: 'T' }, sensitive: {}, parent });
    const vocabulary = { ...policy.vocabulary, [table]: { a: term('b'), b: term('a') } };
    expect(read({ vocabulary })).toEqual({
      why: why('over-limit', { found: limits.termDepth + 1, limit: 'termDepth' }),
    });
  });

  it.each<readonly [string, boolean]>([
    ['"\\ud800"', true],
    ['"\\uDC00\\uD83D"', true],
    ['"\\ud83d\\ud83d\\ude00"', true],
    ['{"\\udfff":1}', true],
    ['"\\ud83d\\ude00"', false],
    ['"\\\\ud800"', false],
    ['"\\"\\\\\\\\ud800"', false],
  ])('with half a character is refused, for nothing could be hashed or written of it: %s', (json, isHalf) => {
    const text = JSON.stringify({ ...policy, more: 0 }).replace('"more":0', `"more":${json}`);
    const found = parsePolicy(new TextEncoder().encode(text));
    if (isHalf) expect(found).toEqual({ why: why('half-character') });
    else expect(found).toHaveProperty('value');
  });

  it.each(['constructor', 'toString', '__proto__'])(
    'is compared, whatever term it names that it has not: %s',
    (name) => {
      const { data } = policy.vocabulary;
      const label = { en: 'T' };
      const vocabulary = {
        ...policy.vocabulary,
        data: { ...data, term: { label, sensitive: {}, parent: name } },
        purposes: { purpose: { label, parent: name } },
      };
      const collects = (term: string) =>
        strange({ relation: 'function.data', key: ['words', term], values: {} });
      const found = [collects(name), collects('term'), policy.facts].map((facts) => {
        const parsed = read({ facts, vocabulary });
        if (!('value' in parsed)) throw new Error(JSON.stringify(parsed));
        return parsed.value;
      });
      // What was compiled here and never read has its vocabulary from elsewhere.
      for (const one of found) {
        expect(comparePolicies(one, policy)).toHaveProperty('verdict');
        expect(comparePolicies(policy, one)).toHaveProperty('verdict');
      }
      for (const base of found)
        for (const head of found) expect(comparePolicies(base, head).changes.length > 0).toBe(base !== head);
    },
  );

  it('with facts that no comparison could judge is refused, by their name', () => {
    const strangers = (name: string) => ({ why: why('meaning-unknown', { name }) });
    expect(read({ facts: strange({ relation: 'telepathy' }) })).toEqual(strangers('telepathy'));
    expect(read({ facts: strange({ relation: 'security', values: { aura: true } }) })).toEqual(
      strangers('security.aura'),
    );
    expect(read({ facts: strange({ relation: 'function.merged', key: ['words', 'words'] }) })).toEqual(
      strangers('function.merged'),
    );
  });
});
