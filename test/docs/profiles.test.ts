import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import chapterSchema from '../../schemas/chapter.schema.json' with { type: 'json' };
import { homes } from './homes.ts';

/** A check as the profiles write it. */
interface Check {
  readonly each?: string;
  readonly has?: string | readonly string[];
  readonly any?: readonly (string | Check)[];
  readonly all?: readonly Check[];
  readonly where?: string;
  readonly each_sensitive_has?: readonly string[];
  readonly lte?: { readonly path: string };
  readonly gte?: { readonly path: string };
  readonly equals?: { readonly path: string };
  readonly within?: { readonly path: string };
  readonly includes?: { readonly path: string; readonly values: readonly string[] };
  readonly on_change?: {
    readonly fields: readonly string[];
    readonly where?: string;
    readonly then: string;
    readonly direction?: string;
  };
  readonly generated?: string;
  readonly lint?: string;
  readonly data_subset_of?: readonly string[];
  readonly manual?: string;
}

interface Requirement {
  readonly id: string;
  readonly citation: string;
  readonly text: string;
  readonly when?: string;
  readonly check: Check;
  readonly severity: string;
  readonly status: string;
}

const profiles = JSON.parse(readFileSync('src/model/editions/2026-11/profiles.json', 'utf8')) as readonly {
  readonly requirements: readonly Requirement[];
}[];
const requirements = profiles.flatMap((profile) => profile.requirements);
const used = { paths: new Set<string>(), conditions: new Set<string>(), rights: new Set<string>() };
const keys = new Set<string>();

function collect(check: Check): void {
  for (const key of Object.keys(check)) keys.add(key);
  const below = (path: string): string => (check.each === undefined ? path : `${check.each}.${path}`);
  const lists = [check.has ?? [], check.any ?? [], check.each_sensitive_has ?? []].flat();
  if (check.each !== undefined) used.paths.add(check.each);
  for (const one of lists) typeof one === 'string' ? used.paths.add(below(one)) : collect(one);
  for (const one of check.all ?? []) collect(one);
  for (const bound of [check.lte, check.gte, check.equals, check.within, check.includes])
    if (bound) used.paths.add(bound.path);
  if (/\brights$|^rights\.id$/.test(check.includes?.path ?? ''))
    for (const right of check.includes?.values ?? []) used.rights.add(right);
  for (const field of check.on_change?.fields ?? []) used.paths.add(field);
  for (const where of [check.where, check.on_change?.where]) if (where) used.conditions.add(where);
  if (check.generated !== undefined) used.paths.add(`generated:${check.generated}`);
  if (check.lint !== undefined) used.paths.add(`lint:${check.lint}`);
  if (check.data_subset_of) used.paths.add(below('data'));
}

for (const { check, when } of requirements) {
  collect(check);
  if (when !== undefined) used.conditions.add(when);
}

const page = readFileSync('docs/profiles.md', 'utf8');

/** The rows of a table: the name in the first column, what is named in the second, and the reason. */
function table(title: string): { name: string; homes: string[]; note: string }[] {
  const part = page.split(`## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...part.matchAll(/^\| `([^`]+)` \| (.*?) \| (.*?) ?\|$/gm)].map(
    ([, name = '', cell = '', note = '']) => ({
      name,
      homes: [...cell.matchAll(/`([^`]+)`/g)].map(([, home = '']) => home),
      note,
    }),
  );
}

const tables = { paths: table('Paths'), conditions: table('Conditions'), rights: table('Rights') };

describe('the legal profiles', () => {
  it('are counted, so that none is lost', () => {
    expect([profiles.length, requirements.length]).toEqual([15, 211]);
    expect(new Set(requirements.map(({ id }) => id)).size).toBe(211);
    expect([used.paths.size, used.conditions.size, used.rights.size]).toEqual([210, 56, 18]);
  });

  it('say of every requirement what it rests on, how grave it is and how sure we are', () => {
    for (const { citation, text, severity, status } of requirements) {
      expect(citation.length * text.length).toBeGreaterThan(0);
      expect(['error', 'warning', 'info']).toContain(severity);
      expect(['verified', 'secondary', 'recalled']).toContain(status);
    }
  });

  it('check with known means only', () => {
    expect([...keys].sort()).toEqual([
      ...['all', 'any', 'data_subset_of', 'each', 'each_sensitive_has', 'equals', 'generated', 'gte', 'has'],
      ...['includes', 'lint', 'lte', 'manual', 'on_change', 'where', 'within'],
    ]);
  });
});

describe.each(['paths', 'conditions', 'rights'] as const)('the table of %s', (name) => {
  it('has each that is used once, and no other', () => {
    expect(tables[name].map((row) => row.name).sort()).toEqual([...used[name]].sort());
  });

  it('names what exists, or the reason why nothing does', () => {
    const rights: readonly string[] = chapterSchema.$defs.right.properties.right.enum;
    const exists = (home: string): boolean => (name === 'rights' ? rights.includes(home) : homes.has(home));
    expect(tables[name].flatMap((row) => row.homes).filter((home) => !exists(home))).toEqual([]);
    const reasons = /^(generated|archive|release|taxonomy|workspace|commitment|gap): ./;
    expect(tables[name].filter((row) => row.homes.length === 0 && !reasons.test(row.note))).toEqual([]);
  });
});

it('the gaps are known', () => {
  const gaps = [...tables.paths, ...tables.conditions, ...tables.rights].filter(({ note }) =>
    /^gap/.test(note),
  );
  expect(gaps.map((row) => row.name)).toEqual([
    'account.creationMethods',
    'apple.trackingDomains',
    'functions.data.linked',
    'functions.refusal.reaskAfterHours',
    'refusal.reaskAfterHours',
    'limit_sensitive',
    'opt_out_admt',
  ]);
});
