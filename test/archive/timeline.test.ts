import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inForceOn } from '../../src/archive/as-of.ts';
import type { Manifest } from '../../src/archive/release.ts';
import { shiftsBetween, timelineFrom } from '../../src/archive/timeline.ts';
import { addDays } from '../../src/base/date.ts';

/** What readers will have on every date, held against an account of day after day. */

const start = '2026-11-20';
const days = Array.from({ length: 24 }, (_, day) => addDays(start, day));

const manifest = (sequence: number, day: number, withdraws: readonly number[] = []): Manifest => ({
  format: 'policyc/manifest@1',
  policy: 'shop',
  sequence,
  published: addDays(start, Math.min(0, day)),
  effective: addDays(start, day),
  ...(withdraws.length === 0 ? {} : { withdraws }),
  previous: null,
  edition: '2026-11',
  tool: 'policyc 0.0.0',
  notes: {},
  files: {},
});

const archives = fc
  .array(
    fc.record({
      day: fc.integer({ min: -6, max: 20 }),
      back: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 2 }),
    }),
    {
      maxLength: 7,
    },
  )
  .map((versions) =>
    versions.map(({ day, back }, at) =>
      manifest(
        at + 1,
        day,
        back.map((one) => at + 1 - one).filter((one) => one > 0),
      ),
    ),
  );

const numberOn = (manifests: readonly Manifest[], date: string): number | undefined =>
  inForceOn(manifests, date)?.sequence;

describe('the text in force from a date on', () => {
  it('is, on every day, what is in force on it', () => {
    fc.assert(
      fc.property(archives, (manifests) => {
        const spans = timelineFrom(manifests, start);
        expect(spans[0]?.from).toBe(start);
        for (const [at, span] of spans.entries()) {
          const next = spans[at + 1];
          if (next) expect([span.from < next.from, span.version === next.version]).toEqual([true, false]);
        }
        for (const day of days)
          expect(spans.findLast(({ from }) => from <= day)?.version?.sequence).toBe(numberOn(manifests, day));
      }),
    );
  });

  it('differs between two archives where a day has another, and nowhere else', () => {
    fc.assert(
      fc.property(archives, archives, fc.boolean(), (one, other, isAdded) => {
        const after = isAdded
          ? [...one, ...other.map((added, at) => ({ ...added, sequence: one.length + at + 1 }))]
          : other;
        const shifts = shiftsBetween(one, after, start);
        for (const day of days) {
          const shift = shifts.find(({ from, until }) => from <= day && (until === undefined || day < until));
          const [was, is] = [numberOn(one, day), numberOn(after, day)];
          expect(shift ? [shift.before?.sequence, shift.after?.sequence] : 'same').toEqual(
            was === is ? 'same' : [was, is],
          );
        }
        for (const [at, { until, before, after: now }] of shifts.entries()) {
          const next = shifts[at + 1];
          const goesOn =
            next !== undefined && next.from === until && next.before === before && next.after === now;
          expect(goesOn).toBe(false);
        }
      }),
    );
  });

  it('costs no more than the versions there are', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => manifest(at + 1, at % 3000));
    expect(timelineFrom(many, start).at(-1)?.version?.sequence).toBe(20_000);
    expect(shiftsBetween(many.slice(0, -1), many, start).length).toBe(1);
  });
});
