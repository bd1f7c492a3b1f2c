import { expect, it } from 'vitest';
import { nextSteps } from '../../src/report/diff-words.ts';
import type { FoundChange } from '../../src/report/report.ts';

it('the steps beside a verdict stay short, however many drafts there are', () => {
  const changes = Array.from({ length: 2000 }, (_, at) => ({
    state: 'draft',
    draft: `changes/${String(at).padStart(4, '0')}-${'x'.repeat(100)}.md`,
  }));
  const [finish = ''] = nextSteps(changes as unknown as FoundChange[]);
  expect(finish).toContain('changes/0000-');
  expect(finish).toMatch(/ and 1995 more: nothing is decided/);
  expect(finish.length).toBeLessThan(1000);
});
