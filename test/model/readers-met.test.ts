import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type Audience,
  audienceFrom,
  common,
  everybody,
  nobody,
  together,
} from '../../src/model/audience.ts';
import { metBy } from '../../src/model/readers-met.ts';

const products = ['caps', 'hats', 'shoes', 'ties'];
const groups = ['guests', 'members', 'staff'];

const anyBox = fc
  .record(
    {
      region: fc.subarray(['DE', 'EU', 'US'], { minLength: 1 }),
      product: fc.subarray(products, { minLength: 1, maxLength: 2 }),
      group: fc.subarray(groups, { minLength: 1, maxLength: 1 }),
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
const anyAudience: fc.Arbitrary<Audience> = fc.oneof(
  { weight: 6, arbitrary: anyBox },
  fc.tuple(anyBox, anyBox).map(([one, other]) => together(one, other)),
  fc.constant(everybody),
);

it('finds, in their order, all that share a reader with an audience', () => {
  fc.assert(
    fc.property(
      fc.array(
        anyAudience.map((readers) => ({ readers })),
        { minLength: 10, maxLength: 40 },
      ),
      anyAudience,
      (all, readers) => {
        const met = metBy(all)(readers);
        expect(met).toEqual(all.filter((one) => met.includes(one)));
        const missed = all.filter((one) => !met.includes(one) && common(one.readers, readers).length > 0);
        expect(missed).toEqual([]);
      },
    ),
  );
});

it('leaves out what is for other names, and nobody meets nobody', () => {
  const named = (name: string): Audience => audienceFrom([{ key: ['id', 'product', name] }]);
  const all = Array.from({ length: 40 }, (_, at) => ({ readers: named(`p${at % 20}`) }));
  expect(metBy(all)(named('p7'))).toEqual([all[7], all[27]]);
  expect(metBy(all)(everybody)).toEqual(all);
  expect(metBy(all)(nobody)).toEqual([]);
});
