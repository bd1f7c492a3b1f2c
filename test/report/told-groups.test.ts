import { expect, it } from 'vitest';
import { formats } from '../../src/report/formats.ts';
import type { ComparisonReport, Group, Report } from '../../src/report/report.ts';
import { styleFor } from '../../src/report/style.ts';
import { alikeChanges, groupsTold } from '../../src/report/told-groups.ts';
import { changed } from './reported.ts';

const report = changed(5);
const [policy] = report.policies;
if (!policy?.comparison) throw new Error('nothing was compared');

const review: Omit<Group, 'id'> = { level: 'review', heading: 'To be read', detail: 'full' };
const groups: readonly Group[] = [
  { ...review, id: 'a', subheading: 'More' },
  { ...review, id: 'b', subheading: 'Less' },
  { ...review, id: 'c', heading: 'Others' },
  { ...review, id: 'd', level: 'backlog', heading: 'Others' },
];
const changes = policy.comparison.changes.map((change, at) => ({ ...change, group: 'abcd'[at % 4] ?? '' }));
const comparison: ComparisonReport = { ...policy.comparison, groups, changes };
const grouped: Report = { ...report, policies: [{ ...policy, comparison }] };

it('a group continues the one above where level and heading are the same, and every change is told once', () => {
  const told = groupsTold(comparison);
  expect(told.map(({ group, continues }) => [group.id, continues])).toEqual([
    ['a', false],
    ['b', true],
    ['c', false],
    ['d', false],
  ]);
  const all = told.flatMap((one) => one.changes);
  expect([all.length, new Set(all)]).toEqual([changes.length, new Set(changes)]);
  expect(told.every(({ group, changes: own }) => own.every((one) => one.group === group.id))).toBe(true);
});

it.each(['text', 'markdown'] as const)(
  '%s says the heading of two groups once, and each subheading',
  (format) => {
    const text = String(formats[format](grouped, styleFor(false)));
    expect(text.split('To be read')).toHaveLength(2);
    expect([text.includes('More:'), text.includes('Less:')]).toEqual([true, true]);
    expect(text.split('Others')).toHaveLength(3);
  },
);

it('changes that read alike are told once with every place, and the file once', () => {
  const one = changes.find(({ head }) => head !== null);
  if (!one?.head) throw new Error('it has no place');
  const at = (line: number, file = 'a.yaml') => ({
    ...one,
    head: { ...one.head, file, line, column: 1 } as const,
  });
  const other = { ...at(9), told: { ...one.told, headline: 'Something else.' } };
  const told = alikeChanges([at(1), at(2), other, at(3, 'b.yaml')] as never, '');
  expect(told.map(({ places }) => places)).toEqual([['a.yaml:1:1', '2:1', 'b.yaml:3:1'], ['a.yaml:9:1']]);
});

it.each(['text', 'markdown'] as const)(
  '%s tells in a line of a change what its headline leaves unsaid',
  (format) => {
    const brief = { ...comparison, groups: groups.map((group) => ({ ...group, detail: 'line' as const })) };
    const unsaid = changes.map((one) => ({ ...one, told: { ...one.told, unsaid: ['Left unsaid above'] } }));
    const policies = [{ ...policy, comparison: { ...brief, changes: unsaid } }];
    expect(String(formats[format]({ ...report, policies }, styleFor(false)))).toContain('Left unsaid above');
    expect(
      String(formats[format]({ ...grouped, policies: [{ ...policy, comparison: brief }] }, styleFor(false))),
    ).not.toContain('Left');
  },
);
