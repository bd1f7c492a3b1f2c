import { expect, it } from 'vitest';
import { edited, judged, released, sample } from './states.ts';

const shop = sample('shop');
const text = shop['policy.yaml'] ?? '';
const base = released({ ...shop, 'policy.yaml': `${text.trimEnd()}\nretired: [old-login, old-face]\n` });

it('an id that is no longer retired is to review, and one more that is retired is no news', () => {
  const found = judged(edited(base, 'policy.yaml', '[old-login, old-face]', '[old-face]'), base);
  expect(found.changes.map(({ kind, verdict, key }) => [kind, verdict, key[1]])).toEqual([
    ['id-unretired', 'review', 'old-login'],
  ]);
  expect(found.fails()).toBe(true);
  const more = judged(edited(base, 'policy.yaml', 'old-face]', 'old-face, older]'), base);
  expect([more.changes, more.fails()]).toEqual([[], false]);
});
