import { describe, expect, it } from 'vitest';
import { parseDuration } from '../../src/base/duration.ts';
import { duration, keptFor, lifetime } from '../../src/model/forms.ts';

describe('a period', () => {
  it.each([
    'P1Y',
    'P1Y6M',
    'P2W',
    'PT72H',
    'P1DT12H',
    'P',
    'PT',
    'P1YT',
    'P30',
    'P5X',
    'P1M1Y',
    'PT1D',
    '30D',
  ])('is one wherever it is written, or nowhere: %s', (text) => {
    const isPeriod = parseDuration(text) !== undefined;
    for (const { schema } of [duration, keptFor, lifetime])
      expect(new RegExp(String(schema.pattern), 'u').test(text)).toBe(isPeriod);
  });
});
