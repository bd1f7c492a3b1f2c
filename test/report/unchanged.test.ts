import { expect, it } from 'vitest';
import { diffReport } from '../../src/report/diff-report.ts';
import { printHtml } from '../../src/report/html.ts';
import { printMarkdown } from '../../src/report/markdown.ts';
import type { Report } from '../../src/report/report.ts';
import { policyOf } from '../properties/policies.ts';
import { compared } from './compared-text.ts';

const policy = (text: string) => policyOf([[{ id: 'hats', kind: 'statement', title: 'Hats', text }]], {});
const names = (count: number): string[] => Array.from({ length: count }, (_, at) => `same-${at}`);

/** Policies of which some change, in a repository with many that do not. */
function reportOf(same: number, changed: readonly string[], remarks = false): Report {
  const side = (name: string, before: string, after: string) => {
    const comparison = compared(policy(before), policy(after));
    return { ...comparison, policy: name, path: `policies/${name}` };
  };
  return diffReport(
    [
      ...names(same).map((name) => side(name, 'We knit.', 'We knit.')),
      ...changed.map((name) => side(name, 'We knit.', 'We sell.')),
      ...(remarks ? [side('spaced', 'We knit.', 'We  knit.')] : []),
    ],
    'site',
  );
}

it.each([printMarkdown, printHtml])(
  'what did not change is said in one line, and what did by its name',
  (print) => {
    const said = print(reportOf(30, ['shop', 'app']));
    expect(said).toMatch(/No change(?:\*\*|<\/strong>) in 30 policies: same-0, .*same-19 and 10 more\./);
    expect(said).not.toMatch(/same-2\d/);
    for (const name of ['shop', 'app'])
      expect(said).toMatch(new RegExp(`${name}: (?:before → after|0 material)`));
  },
);

it('a comment on many policies has room for what changed', () => {
  const said = printMarkdown(reportOf(400, ['shop']));
  expect(said).toContain('We sell.');
  expect(said.length).toBeLessThan(4000);
});

it('one policy alone says that nothing changed in its own words', () => {
  expect(printMarkdown(reportOf(1, []))).toContain('**No change.** ');
});

it('a sentence on a policy in which nothing has a meaning stands below its name', () => {
  const said = printMarkdown(reportOf(2, ['shop'], true));
  expect(said).toMatch(/#### spaced in policies\/spaced\n\nEditorial: /);
});
