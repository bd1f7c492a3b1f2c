import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesIn } from '../../src/diff/names.ts';
import { knowledge } from '../../src/knowledge/table.ts';
import type { Field, Fields } from '../../src/model/fields.ts';
import type { Form } from '../../src/model/forms.ts';
import { kinds, partyFields } from '../../src/model/kinds.ts';
import type { Policy } from '../../src/model/policy.ts';
import { type FactRelation, relations } from '../../src/model/relations.ts';
import { diffReport } from '../../src/report/diff-report.ts';
import { statedOn } from '../../src/report/stated.ts';
import { english } from '../../src/words/made/en.ts';
import { sideOf, witnesses } from '../diff/witnesses.ts';
import { change } from '../gate/made.ts';
import { anyPolicy, policyOf } from '../properties/policies.ts';
import { compared } from './compared-text.ts';

const runs = { numRuns: Number(process.env.LAW_RUNS ?? 15) };

/** Every value of a fixed list, with the fact that it is a value of. */
const listed: readonly (readonly [relation: string, name: string, value: string])[] = Object.entries({
  ...kinds,
  party: partyFields,
} as Readonly<Record<string, Fields>>).flatMap(([relation, fields]) => valuesIn(relation, fields));

function valuesIn(relation: string, fields: Fields, prefix = ''): [string, string, string][] {
  const enumOf = (form: Form): string[] => (form.schema.enum ?? []) as string[];
  return Object.entries(fields).flatMap(([key, field]: [string, Field]): [string, string, string][] => {
    const name = `${prefix}${key}`;
    if (field.is === 'value') return enumOf(field.form).map((value) => [relation, name, value]);
    if (field.is === 'group') return valuesIn(relation, field.fields, `${name}.`);
    if (field.is === 'each') return valuesIn(field.relation, field.fields ?? {});
    if (field.is === 'register') return valuesIn(field.list.relation, field.list.fields ?? {});
    return [];
  });
}

/** Names of English among the codes; anything else that is written so is for machines. */
const words: ReadonlySet<string> = new Set(['pop-up', 'e-mail', 'sub-processor']);
const codes: ReadonlySet<string> = new Set(
  [
    ...Object.keys(relations).filter((name) => name.includes('.')),
    ...Object.values(knowledge).flatMap(({ values }) => Object.keys(values).filter(isCode)),
    ...listed.map(([, , value]) => value).filter((value) => value.includes('-')),
    ...Object.keys(english.languages).filter((tag) => tag.includes('-')),
    ...['CN', 'SG', 'DE', 'US', 'EU', 'FR', 'GB'],
  ].filter((code) => !words.has(code)),
);

function isCode(name: string): boolean {
  return /[A-Z.]/.test(name);
}

/** What a line has that only a machine would say; what is quoted is the author's, and what is marked as code is meant. */
function codesIn(line: string, ids: ReadonlySet<string>): string[] {
  const said = line.replace(/`[^`]*`/g, '').replace(/“.*”/g, '');
  const parts = said.split(/[\s,;:()]+/).map((part) => part.replace(/\.$/, ''));
  return [
    ...parts.filter((part) => codes.has(part)),
    ...parts.filter((part) => ids.has(part)),
    ...(said.includes('not stated') ? ['not stated'] : []),
    ...(said.includes('›') ? ['›'] : []),
  ];
}

/** Ids that are no words: of terms and of clauses; but for the one that the texts themselves refer to. */
function idsIn({ vocabulary, facts }: Policy): string[] {
  const terms = Object.values(vocabulary).flatMap((table) => Object.keys(table));
  return [...terms, ...facts.flatMap(({ key }) => key[0] ?? [])].filter(
    (id) => /[._-]/.test(id) && id !== 'statement-0',
  );
}

function linesOf(before: Policy, after: Policy): [string, ...string[]][] {
  const ids = new Set([...idsIn(before), ...idsIn(after)]);
  const { policies } = diffReport([compared(before, after)], '');
  const changes = policies.flatMap(({ comparison }) => comparison?.changes ?? []);
  return changes
    .filter(({ table }) => table !== 'structure')
    .flatMap(({ told }) =>
      [told.headline, ...told.before, ...told.after].map((line): [string, ...string[]] => [
        line,
        ...codesIn(line, ids),
      ]),
    );
}

describe('what either side of a change states', () => {
  it('is held against what machines say', () => {
    const ids = new Set(['identity.real_name']);
    expect(codesIn('recipient.listed.country: new › SG (formerName One)', ids)).toEqual([
      'recipient.listed.country',
      'SG',
      'formerName',
      '›',
    ]);
    expect(codesIn('data: identity.real_name; given by third-party', ids)).toEqual([
      'third-party',
      'identity.real_name',
    ]);
    expect(listed.length).toBeGreaterThan(100);
  });

  it.each(witnesses)('is in words: $relation, $witness.there.0', ({ witness }) => {
    const [before, after] = [sideOf(witness, 'before'), sideOf(witness, 'after')];
    for (const [line, ...found] of [...linesOf(before, after), ...linesOf(after, before)]) {
      expect([line, ...found]).toEqual([line]);
      expect(line).not.toBe('');
    }
  });

  it('is in words for policies of any kind, whatever comes and goes', () => {
    fc.assert(
      fc.property(anyPolicy, anyPolicy, (base, head) => {
        for (const [line, ...found] of linesOf(base, head)) expect([line, ...found]).toEqual([line]);
      }),
      runs,
    );
  });

  it('is in words for the entries of a register and what belongs to them', () => {
    const clause = {
      id: 'our-carriers',
      kind: 'recipient',
      form: 'share',
      title: 'Carriers',
      register: 'registers/carriers.yaml',
    };
    const list = (...entries: object[]) =>
      policyOf([[clause]], {}, { 'registers/carriers.yaml': { entries } });
    const first = { id: 'mail-first', name: 'Mail First' };
    const entry = {
      id: 'harbour-post',
      name: 'Harbour Post',
      role: 'joint-controller',
      data: ['contact.mobile_phone'],
      purposes: ['trade.order'],
      countries: ['SG', 'DE'],
      keeps: 'P30D',
      provider: 'Harbour Ltd',
      url: '/a',
      from: '2027-01-01',
    };
    const lines = linesOf(list(first), list(first, entry));
    const bare = { id: 'harbour-post', name: 'Harbour Post' };
    lines.push(...linesOf(list(first, entry), list(first, bare)));
    for (const [line, ...found] of lines) expect([line, ...found]).toEqual([line]);
    expect(lines.map(([line]) => line)).toContain('countries: Germany; Singapore');
    expect(lines.map(([line]) => line)).toContain('data: mobile phone number');
  });

  const small = policyOf([[{ id: 'one', kind: 'statement', title: 'One', text: 'Words.' }]], {});
  const names = namesIn(small, small);
  it.each(listed)(
    'says %s.%s: %s in words, alone, beside another value and in a row',
    (relation, name, value) => {
      const key = relations[relation as FactRelation].key.map(() => 'one');
      const row = { relation: relation as FactRelation, key, values: { [name]: value } };
      const sides = [
        { value },
        { value: true, beside: { [name]: value } },
        { row, carries: [] },
        { row: { ...row, relation: 'statement' as const, values: {} }, carries: [row] },
      ];
      for (const before of sides) {
        const one = {
          ...change({ relation: row.relation, key, name, before, after: null }),
          decided: 'material' as const,
        };
        for (const line of statedOn(one, 'before', names))
          expect([line, ...codesIn(line, new Set())]).toEqual([line]);
      }
    },
  );
});
