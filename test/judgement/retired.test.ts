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

it('a former id that becomes one of something else is to review, and one that goes along is not', () => {
  const old = (files: typeof base, id: string, ...ids: string[]) =>
    edited(files, 'chapters/about.yaml', `- id: ${id}\n`, `- id: ${id}\n    formerly: [${ids.join(', ')}]\n`);
  const had = released(old(sample('shop'), 'access', 'seeing') as Record<string, string>);
  const had2 = edited(had, 'chapters/about.yaml', '    formerly: [seeing]\n', '');
  const led = judged(old(had2, 'support', 'seeing'), had);
  const ids = led.changes.filter(({ kind }) => kind === 'id-led-elsewhere');
  expect(ids.map(({ verdict, words }) => [verdict, words])).toEqual([
    ['review', 'The former id seeing now leads to support; it led to access.'],
  ]);
  const renamed = judged(
    edited(
      had,
      'chapters/about.yaml',
      'id: access\n    formerly: [seeing]',
      'id: reading\n    formerly: [access, seeing]',
    ),
    had,
  );
  expect([renamed.changes.filter(({ kind }) => kind.startsWith('id-')), renamed.fails()]).toEqual([
    [],
    false,
  ]);
  const taken = judged(old(base, 'support', 'old-login'), base);
  expect(taken.changes.map(({ kind, key }) => [kind, key[1]])).toContainEqual([
    'id-led-elsewhere',
    'old-login',
  ]);
});
