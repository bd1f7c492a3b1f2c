import { expect, it } from 'vitest';
import { editionOf } from '../../src/model/edition.ts';
import terms from '../../src/model/editions/2026-12/terms.json' with { type: 'json' };

const [before, now] = ['2026-11', '2026-12'].map(editionOf);
const tables = ['data', 'purposes', 'permissions'] as const;
const added = { data: terms.categories, purposes: terms.purposes, permissions: terms.permissions };
const levels = ['no', 'context', 'yes'];
const rated = Object.entries<Readonly<Record<string, string>>>(terms.sensitivity);

it.each(tables)('a term of %s is new, has words in both languages, and what is above it is there', (name) => {
  const known = now?.[name] ?? new Map();
  expect(known.size).toBe((before?.[name].size ?? 0) + added[name].length);
  for (const { id, label, ...more } of added[name]) {
    expect(id).toMatch(/^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/);
    expect(Object.entries(label).filter(([, words]) => words.trim() !== '')).toHaveLength(2);
    if ('parent' in more) expect([id, known.has(more.parent)]).toEqual([id, true]);
  }
});

it('no two terms are called alike in a language', () => {
  for (const name of ['data', 'purposes'] as const)
    for (const locale of ['en', 'zh-CN'] as const) {
      const others = [...(before?.[name].values() ?? [])].map(({ label }) => label[locale]?.toLowerCase());
      const words = added[name].flatMap((term) => [term.label[locale], ...(term.synonyms[locale] ?? [])]);
      const all = [...others, ...words.map((word) => word.toLowerCase())];
      expect(
        words.filter((word) => all.indexOf(word.toLowerCase()) !== all.lastIndexOf(word.toLowerCase())),
      ).toEqual([]);
    }
});

it('every new category is rated under every profile that rates, and in a group that there is', () => {
  expect(rated.map(([profile]) => profile)).toEqual(before?.profiles);
  const groups = new Set([...(before?.data.values() ?? [])].map(({ group }) => group));
  expect(terms.categories.filter(({ group }) => !groups.has(group))).toEqual([]);
  for (const [profile, row] of rated)
    expect([profile, Object.keys(row)]).toEqual([profile, terms.categories.map(({ id }) => id)]);
});

it('a profile that rates as another does names one, what it rates otherwise, and why', () => {
  for (const [profile, { as, but, basis, status }] of Object.entries(terms.ratings)) {
    expect(before?.profiles, profile).toContain(as);
    expect(Object.keys(but).filter((id) => !now?.data.has(id))).toEqual([]);
    expect(basis, profile).not.toBe('');
    expect(['verified', 'secondary', 'recalled', 'reasoned'], profile).toContain(status);
  }
  const given: readonly object[] = [
    ...rated.map(([, row]) => row),
    ...Object.values(terms.ratings).map(({ but }) => but),
  ];
  expect(
    given.flatMap((row) => Object.values<string>({ ...row })).filter((level) => !levels.includes(level)),
  ).toEqual([]);
});
