import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { floorsOf, type Protection } from '../../src/diff/floors.ts';
import { owedActs, phases } from '../../src/diff/owed.ts';
import { editionIds, editionOf } from '../../src/model/edition.ts';
import schema from '../../src/model/editions/floors.schema.json' with { type: 'json' };
import { isKnownRegion } from '../../src/model/regions.ts';
import { loadProfiles } from '../../src/model/requirements.ts';

const root = join(import.meta.dirname, '../..');
const readJson = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

/** What the schemas of a policy let stand under a name, whatever it belongs to. */
const values = new Map<string, Set<unknown>>();
const collect = (node: unknown): void => {
  if (typeof node !== 'object' || node === null) return;
  const { properties = {} } = node as { readonly properties?: Record<string, { enum?: unknown[] }> };
  for (const [name, { enum: known = [true, false] }] of Object.entries(properties))
    values.set(name, new Set([...(values.get(name) ?? []), ...known]));
  for (const below of Object.values(node)) collect(below);
};
for (const name of ['policy', 'chapter']) collect(readJson(`schemas/${name}.schema.json`));

describe.each(editionIds)('what laws ask of changes in edition %s', (id) => {
  const table = readJson(`src/model/editions/${id}/floors.json`);
  const edition = editionOf(id);

  it('has the form that its schema says', () => {
    validate(table);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('names acts, phases, data, purposes and values that there are', () => {
    const strange = floorsOf(id).flatMap((row) => {
      const { owes, phase, data = [], without = [], purposes = [], basis = [], where = {} } = row;
      return [
        ...(owedActs.includes(owes) ? [] : [owes]),
        ...(phase === undefined || phases.includes(phase) ? [] : [phase]),
        ...[...data, ...without].filter((one) => edition?.data.has(one) !== true),
        ...purposes.filter((one) => edition?.purposes.has(one) !== true),
        ...Object.entries({ ...where, basis }).flatMap(([name, all]) =>
          all.flatMap((one) => (values.get(name)?.has(one) ? [] : [`${name}: ${one}`])),
        ),
      ];
    });
    expect([...new Set(strange)]).toEqual([]);
  });

  it('protects whom the profile asks about, and says of each profile in force whom', async () => {
    const protects: Readonly<Record<string, Protection>> | undefined = table.protects;
    // What an edition that is released leaves out stays so: everybody is protected by it.
    if (protects === undefined) return;
    expect(Object.keys(protects).sort()).toEqual([...(edition?.regimes ?? [])].sort());
    for (const { id: profile, territory, established } of await loadProfiles(id))
      if (protects[profile])
        expect({ profile, ...protects[profile] }).toMatchObject({
          profile,
          territory,
          ...(established && { established }),
        });
    const regions = [...Object.values(protects), ...floorsOf(id).flatMap((row) => row.protects ?? [])];
    expect(regions.flatMap(({ territory = [] }) => territory).filter((one) => !isKnownRegion(one))).toEqual(
      [],
    );
  });
});

interface WrittenRow {
  readonly profile?: string;
  readonly owes: string;
  readonly watches: readonly string[];
}

/** Two ways to the same thing for readers: a law that asks something of the one asks it of the other. */
const alike: readonly (readonly [string, string])[] = [
  ['minors.guardianConsent(direction=expands)', 'minors.age(direction=expands)'],
  ['minors.age(direction=expands)', 'minors.inclusive(direction=expands)'],
  ['retention.period(direction=expands)', 'retention.start(direction=expands)'],
  ['retention.period(direction=changes)', 'retention.start(direction=changes)'],
];

it.each(alike)('what a law asks of %s it asks of %s, in the newest edition', (one, other) => {
  const { rows } = readJson(`src/model/editions/${editionIds.at(-1)}/floors.json`) as { rows: WrittenRow[] };
  const watching = (watch: string) =>
    rows.flatMap(({ profile, owes, watches }) =>
      profile !== undefined && watches.includes(watch) ? [`${profile}: ${owes}`] : [],
    );
  expect(watching(one)).not.toEqual([]);
  expect([...new Set(watching(one))].filter((asked) => !watching(other).includes(asked))).toEqual([]);
});
