import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readersInWords } from '../../src/diff/audience-words.ts';
import {
  type Audience,
  audienceFrom,
  common,
  everybody,
  isEverybody,
  isWithin,
  mayMeet,
  nobody,
  together,
  union,
  without,
  withoutAny,
} from '../../src/model/audience.ts';
import { readAudience, writeAudience } from '../../src/model/audience-text.ts';

const names = {
  region: ['CN', 'EU', 'DE', 'FR', 'EEA', 'NO', 'US', 'US-CA', 'north'],
  product: ['hats', 'shoes'],
  group: ['members', 'paying customers'],
};
type Named = keyof typeof names;

/** Whom something is for, as clauses say it. */
const anyBox = fc
  .record(
    {
      region: fc.uniqueArray(fc.constantFrom(...names.region), { minLength: 1, maxLength: 3 }),
      product: fc.uniqueArray(fc.constantFrom(...names.product), { minLength: 1 }),
      group: fc.uniqueArray(fc.constantFrom(...names.group), { minLength: 1 }),
    },
    { requiredKeys: [] },
  )
  .map((box) =>
    audienceFrom(
      Object.entries(box).flatMap(([dimension, list]) =>
        list.map((name) => ({ key: ['id', dimension, name] })),
      ),
    ),
  );

/** A reader, and what of each dimension the reader is in: Germany lies in the Union, the Union in the Area. */
const around: Readonly<Record<string, readonly string[]>> = {
  DE: ['DE', 'EU', 'EEA'],
  FR: ['FR', 'EU', 'EEA'],
  IT: ['IT', 'EU', 'EEA'],
  NO: ['NO', 'EEA'],
  'US-CA': ['US-CA', 'US'],
  'US-NY': ['US-NY', 'US'],
  CN: ['CN'],
  north: ['north'],
  SG: ['SG'],
};
const points = Object.keys(around).flatMap((region) =>
  ['hats', 'gloves'].flatMap((product) =>
    ['members', 'paying customers', 'others'].map((group) => ({ region, product, group })),
  ),
);
type Point = (typeof points)[number];

function isIn(point: Point, audience: Audience): boolean {
  return audience.some((box) =>
    (['region', 'product', 'group'] as readonly Named[]).every((dimension) => {
      const { in: some, except = [] } = box[dimension] ?? {};
      const own = dimension === 'region' ? (around[point.region] ?? []) : [point[dimension]];
      const isNamed = (list: readonly string[]): boolean => list.some((name) => own.includes(name));
      return (some === undefined || isNamed(some)) && !isNamed(except);
    }),
  );
}

describe('readers as a set', () => {
  it('have in common, have beyond each other and are together whoever is', () => {
    fc.assert(
      fc.property(anyBox, anyBox, anyBox, (a, b, c) => {
        const both = together(a, c);
        const pairs: readonly (readonly [Audience, (point: Point) => boolean])[] = [
          [common(both, b), (point) => isIn(point, both) && isIn(point, b)],
          [without(both, b), (point) => isIn(point, both) && !isIn(point, b)],
          [both, (point) => isIn(point, a) || isIn(point, c)],
          [without(a, both), () => false],
        ];
        for (const [audience, expected] of pairs)
          expect(points.filter((point) => isIn(point, audience))).toEqual(points.filter(expected));
        expect(isWithin(a, b)).toBe(without(a, b).length === 0);
        if (common(a, b).length > 0) expect(mayMeet(a, b)).toBe(true);
      }),
      { numRuns: Number(process.env.LAW_RUNS ?? 300) },
    );
  });

  it('of many are all of them, however many, and nobody is left out of them for certain', () => {
    fc.assert(
      fc.property(fc.array(anyBox, { maxLength: 40 }), anyBox, (many, own) => {
        const all = union(many);
        const one = many.reduce(together, nobody);
        for (const audience of many) expect(isWithin(audience, all)).toBe(true);
        if (many.flat().length <= 24) expect([without(all, one), without(one, all)]).toEqual([[], []]);
        const left = withoutAny(own, many);
        expect(isWithin(without(own, one), left)).toBe(true);
        if (many.length < 8) expect(left.length === 0).toBe(isWithin(own, one));
      }),
      { numRuns: 100 },
    );
    const readers = Array.from({ length: 25 }, (_, at) => [
      { region: { in: ['CN'] }, product: { in: [`p${at}`] }, group: { in: [`g${at}`] } },
    ]);
    expect(union(readers)).toHaveLength(1);
    expect(isWithin([{ region: { in: ['SG'] } }], union(readers))).toBe(false);
  });

  it('are read as they are written', () => {
    fc.assert(
      fc.property(anyBox, anyBox, (a, b) => {
        const audience = without(a, b);
        const read = readAudience(writeAudience(audience)) ?? nobody;
        if (audience.length > 0 && !isEverybody(audience))
          expect([without(read, audience), without(audience, read)]).toEqual([[], []]);
      }),
      { numRuns: 200 },
    );
    expect(readAudience('')).toEqual(everybody);
    for (const wrong of ['moon', 'region', 'region EU or', 'region EU & moon', 'region "EU'])
      expect(readAudience(wrong)).toBeUndefined();
  });

  it.each([
    ['region EU, SG', 'readers in the European Union or Singapore'],
    ['region except EU', 'readers outside the European Union'],
    ['region EU except DE', 'readers in the European Union except Germany'],
    ['region US except US-CA', 'readers in the United States (all but California)'],
    [
      'group "paying customers" & channel mini-program',
      'readers who use the mini program and are paying customers',
    ],
    ['product except hats', 'readers who do not use hats'],
  ])('%s: %s', (text, words) => {
    expect(readersInWords(readAudience(text) ?? nobody)).toBe(words);
  });

  it('are certain to be apart only in regions that everybody can place', () => {
    const of = (text: string): Audience => readAudience(text) ?? nobody;
    expect(mayMeet(of('region EU'), of('region CN'))).toBe(false);
    expect(mayMeet(of('region Europe'), of('region CN'))).toBe(true);
    expect(mayMeet(of('region Europe'), of('region Asia'))).toBe(false);
    expect(mayMeet(of('region DE'), of('region EEA'))).toBe(true);
    expect(mayMeet(of('product hats'), of('product shoes'))).toBe(false);
  });

  it('are the same however a region is put', () => {
    const union = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK';
    const spelled = readAudience(`region ${union.replaceAll(' ', ', ')}, DE`);
    expect(spelled).toEqual(readAudience('region EU'));
    expect(without(readAudience('region EU, DE') ?? nobody, readAudience('region EU') ?? nobody)).toEqual([]);
  });
});
