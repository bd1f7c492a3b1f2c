import { describe, expect, it } from 'vitest';
import { readersInWords } from '../../src/diff/audience-words.ts';
import type { JudgedChange } from '../../src/diff/judge.ts';
import { nameless } from '../../src/diff/names.ts';
import { sentenceOf } from '../../src/diff/sentence.ts';
import type { Field, Fields } from '../../src/model/fields.ts';
import type { Form } from '../../src/model/forms.ts';
import { kinds, partyFields } from '../../src/model/kinds.ts';
import { relations } from '../../src/model/relations.ts';
import { policyFrom, smallHead } from '../policy.ts';
import { compared } from '../properties/policies.ts';
import { sideOf, witnesses } from './witnesses.ts';

/** Values from fixed lists that no sentence says as they are written; words of everyday English are words. */
const hyphenated: ReadonlySet<string> = new Set(
  Object.values({ ...kinds, party: partyFields } as Readonly<Record<string, Fields>>)
    .flatMap(valuesIn)
    .filter((value) => value.includes('-') && !['pop-up', 'e-mail', 'sub-processor'].includes(value)),
);

function valuesIn(fields: Fields): string[] {
  const own = (form?: Form): string[] =>
    form ? [...((form.schema.enum ?? []) as string[]), ...own(form.items)] : [];
  return Object.values(fields).flatMap((field: Field): string[] => [
    ...('form' in field ? own(field.form) : []),
    ...('fields' in field && field.fields ? valuesIn(field.fields) : []),
  ]);
}

const fieldPath = new RegExp(`\\b(?:${Object.keys(relations).join('|')})\\.[a-z]+\\b`);

/** What a sentence has that only a machine would say; what is marked as code is meant. */
function codesIn({ words, key, relation }: JudgedChange): string[] {
  const said = words.replace(/`[^`]*`/g, '');
  const parts = said.split(/[\s,;:“”"().]+/);
  return [
    ...parts.filter((part) => hyphenated.has(part)),
    ...(/\b(?:CN|DE|FR|SG|US|EU)\b/.exec(said) ?? []),
    ...(/\b[a-z]{2}-[A-Z]{2}\b/.exec(said) ?? []),
    ...(said.includes('not stated') ? ['not stated'] : []),
    ...(fieldPath.exec(said) ?? []),
    // Ids that are no words: with dots or hyphens, of terms, clauses, profiles, entries.
    ...key.filter((part) => /[.-]/.test(part) && relation !== 'prose' && said.includes(part)),
  ];
}

describe('the sentence of a change', () => {
  it('knows the lists that it is held against', () => {
    expect(hyphenated.has('legitimate-interests')).toBe(true);
    expect(hyphenated.has('third-party')).toBe(true);
  });

  it.each(witnesses)('is for a lawyer: $relation, $witness.there.0', ({ witness }) => {
    const [before, after] = [sideOf(witness, 'before'), sideOf(witness, 'after')];
    for (const { changes } of [compared(before, after), compared(after, before)])
      for (const change of changes.filter(({ table }) => table !== 'structure'))
        expect([change.words, ...codesIn(change)]).toEqual([change.words]);
  });
});

it('says what pages speak of when nothing is stated any more', () => {
  const called = (noun: string) =>
    policyFrom({
      'policy.yaml': `${smallHead}${noun}`,
      'chapters/main.yaml':
        'chapter: main\ntitle: Main\nclauses:\n  - { id: anchor, kind: statement, title: Anchor }\n',
    });
  const { changes } = compared(called('noun: personal-data\n'), called(''));
  expect(changes.map(({ words }) => words)).toEqual([
    'Pages no longer speak of “personal data”, but as each language is used to.',
  ]);
});

it('says once whose data is', () => {
  const added = (data: string): string | undefined => {
    const of = (...all: readonly string[]) =>
      policyFrom({
        'policy.yaml': smallHead.replace('2026-11', '2026-12'),
        'taxonomy.yaml': `format: policyc/taxonomy@1
data:
  - { id: own.rating, label: { en: your ratings, zh-CN: 评分 } }
  - { id: own.type, label: { en: whom you look for, zh-CN: 偏好 } }
  - { id: own.result, label: { en: the result of the test, zh-CN: 结果 } }
`,
        'chapters/main.yaml': `chapter: main
title: Main
clauses:
  - { id: notes, kind: function, tier: basic, title: Notes, purposes: [content.search], collects: [${all.join(', ')}] }
`,
      });
    return compared(of('contact.email'), of('contact.email', data)).changes[0]?.words;
  };
  expect(
    ['content.account_content', 'own.rating', 'own.type', 'own.result', 'device.model'].map(added),
  ).toEqual([
    '“Notes” now also uses what you keep in your account.',
    '“Notes” now also uses your ratings.',
    '“Notes” now also uses whom you look for.',
    '“Notes” now also uses the result of the test.',
    '“Notes” now also uses your device model.',
  ]);
});

it('does not say of words that still stand that they are gone', () => {
  const of = (clause: string) =>
    policyFrom({
      'policy.yaml': smallHead,
      'chapters/main.yaml': `chapter: main\ntitle: Main\nclauses:\n${clause}`,
    });
  const said = (after: string) =>
    compared(of('  - { id: bills, kind: statement, title: Bills, text: We ask where you live. }'), of(after))
      .changes.filter(({ kind }) => kind === 'statement-removed')
      .map(({ words }) => words);
  const facts = 'purposes: [content.search], collects: [contact.email], text: We ask where you live.';
  expect(said(`  - { id: bills, kind: function, tier: basic, title: Bills, ${facts} }`)).toEqual([
    '“Bills” was prose alone, and now states facts.',
  ]);
  expect(said(`  - { id: other, kind: function, tier: basic, title: Other, ${facts} }`)).toEqual([
    '“Bills” is no longer stated.',
  ]);
});

it('quotes once what goes by its first words', () => {
  const names = { ...nameless, keyOf: () => ['“We keep it”', 'contact.email'] };
  const said = sentenceOf(
    ({ key }) => `“${key[0]}” now has ${key[1]}.`,
    { relation: 'function.data', key: ['f', 'contact.email'] },
    { before: '', after: '' },
    names,
  );
  expect(said).toBe('“We keep it” now has contact.email.');
});

describe('readers, in a sentence', () => {
  it('use what a policy calls a channel by its name', () => {
    expect(readersInWords([{ channel: { in: ['api', 'mini-program'] } }])).toBe(
      'readers who use the programming interface or mini program',
    );
  });

  it('are in countries and parts of them by name', () => {
    const names = ['US-CO', 'US-CA', 'CA-QC', 'GB-SCT'].map((code) =>
      readersInWords([{ region: { in: [code] } }]),
    );
    expect(names).toEqual([
      'readers in Colorado',
      'readers in California',
      'readers in Quebec',
      'readers in Scotland',
    ]);
    expect(readersInWords([{ region: { in: ['our-islands'] } }])).toBe('readers in our-islands');
  });
});
