import { type Diagnostic, diagnostic } from '../../src/base/diagnostic.ts';
import type { GatedChange } from '../../src/gate/cover.ts';
import { checkReport } from '../../src/report/check-report.ts';
import type { ComparedPolicy } from '../../src/report/compared-policy.ts';
import { diffReport } from '../../src/report/diff-report.ts';
import type { Report } from '../../src/report/report.ts';
import { type ClauseObject, policyOf } from '../properties/policies.ts';
import { compared } from './compared-text.ts';

/** What formats for machines are tried on: `check` and `diff` reports of any size and with any words in them. */

export function checked(words: readonly string[], file = 'chapters/a.yaml', line = 3): Report {
  const place = { file, line, column: 4, endLine: line, endColumn: 6 };
  const problems = words.map(
    (id): Diagnostic =>
      diagnostic('duplicate-id', { id, first: 'a.yaml:1:1' }, place, [
        { place: { ...place, line: 1, endLine: 1 }, role: 'first' },
      ]),
  );
  return checkReport(
    [{ path: 'shop', policy: undefined, problems, fileIn: (name) => name, textOf: () => undefined }],
    'site',
  );
}

/** `count` statements change and the first goes; every third change is noted. */
export function changed(count: number, also: Partial<ComparedPolicy> = {}): Report {
  const ids = Array.from({ length: count }, (_, index) => `s-${index}`);
  const statement = (id: string, text: string): ClauseObject => ({ id, kind: 'statement', title: id, text });
  const before = policyOf([['s-gone', ...ids].map((id) => statement(id, 'We knit [hats].'))], {});
  const after = policyOf([ids.map((id) => statement(id, `We sell [hats] \\ of ${id}.`))], {});
  const comparison = compared(before, after);
  const changes = comparison.changes.map((change, at): GatedChange => {
    const note = { path: `changes/note-${at}.md`, decision: 'notify' as const };
    const place = { file: 'chapters/é [1].yaml', line: 7 + at, column: 2, endLine: 8 + at, endColumn: 9 };
    return {
      ...change,
      base: change.before && place,
      head: change.after && { ...place, line: 90 + at, endLine: 90 + at },
      ...(at % 3 === 2 ? { note } : {}),
    };
  });
  return diffReport([{ ...comparison, ...also, changes, path: 'shop' }], 'site');
}
