import { describe, expect, it } from 'vitest';
import { diagnostic } from '../../src/base/diagnostic.ts';
import type { ProfileCoverage } from '../../src/check/law/hold.ts';
import { checkReport } from '../../src/report/check-report.ts';
import { notCertified } from '../../src/report/coverage.ts';
import { type Format, formats } from '../../src/report/formats.ts';
import type { Report } from '../../src/report/report.ts';
import { styleFor } from '../../src/report/style.ts';
import { changed } from './reported.ts';
import { spoiled } from './spoiled.ts';

/**
 * What a report holds, every printer prints: with another word in a part, or without it, the output is another. What
 * comes before a report, the making of it, is `complete.test.ts`.
 */

const place = { file: 'chapters/a.yaml', line: 3, column: 4, endLine: 3, endColumn: 6 };
const problem = diagnostic('duplicate-id', { id: 'shop', first: 'a.yaml:1:1' }, place, [
  { place: { ...place, line: 1, endLine: 1 }, role: 'first' },
]);
const waived = { ...problem, waived: { reason: 'It is fine.', until: '2027-01-01' } };
const textOf = (): string => 'a: 1\n  b: 2\n   cc: 3\nd: 44\n';

const coverage: readonly ProfileCoverage[] = [
  {
    profile: 'a-law',
    title: 'A law',
    edition: '2026-11',
    since: 'in force',
    requirements: (['missing', 'met', 'to-answer', 'answered'] as const).map((status) => ({
      id: `R-${status}`,
      citation: `art. ${status}`,
      asks: `Asks ${status}`,
      severity: 'warning',
      evidence: 'verified',
      status,
      by: status === 'met' ? ['clause'] : [],
      missing: status === 'missing' ? ['a word'] : [],
      words: status === 'to-answer' ? ['Say it.'] : [],
      ...(status === 'answered'
        ? { answer: { answer: 'yes', by: 'Una', on: '2026-11-01', note: 'So.' } }
        : {}),
    })),
  },
];

/** The same, where more is said of each change. */
function withMore(report: Report): Report {
  const policies = report.policies.map((policy): Report['policies'][number] => {
    const { comparison } = policy;
    if (!comparison) return policy;
    const changes = comparison.changes.map((change) => ({
      ...change,
      told: { ...change.told, remarks: ['Affects nobody else.'], owed: ['Owed before release: a notice'] },
    }));
    return { ...policy, comparison: { ...comparison, changes } };
  });
  return { ...report, policies };
}

const size = { id: 'shop', locales: ['en'], clauses: 3 };
const fileIn = (name: string): string => name;
const reports: Readonly<Record<'check' | 'diff', Report>> = {
  check: checkReport(
    [{ path: 'shop', policy: size, problems: [problem, waived], coverage, fileIn, textOf }],
    'site',
  ),
  diff: withMore(
    changed(6, {
      problems: [problem, waived],
      hints: [{ from: 'old', to: 'new' }],
      renamed: { former: 'present' },
      regrouped: [{ from: ['one'], to: ['two', 'three'] }],
      textOf,
    }),
  ),
};

const everyFormat = Object.keys(formats) as Format[];
const forPeople: readonly Format[] = ['text', 'markdown', 'html'];
/** JSON has a row of its own; a new format is one for machines, until it is named above. */
const forMachines = everyFormat.filter((format) => format !== 'json' && !forPeople.includes(format));
const forFindings: readonly Format[] = [...forPeople, ...forMachines];

/** The parts of a report that formats print, and which do. */
const printed: readonly (readonly [part: RegExp, formats: readonly Format[]])[] = [
  [/^policies\.\*\.problems\.\*\.(code|severity|reason|fix|place\.(file|line))$/, everyFormat],
  [/^policies\.\*\.problems\.\*\.related\.\*(\.words|\.place\.(file|line))?$/, everyFormat],
  [/^policies\.\*\.problems\.\*(\.waived)?$/, everyFormat],
  [/^policies\.\*\.problems\.\*\.frame\.\*$/, forFindings],
  [/^policies\.\*\.comparison\.changes\.\*$/, everyFormat],
  [/^policies\.\*\.comparison\.changes\.\*\.(base|head)\.(file|line)$/, everyFormat],
  [/^policies\.\*\.comparison\.changes\.\*\.told\.headline$/, everyFormat],
  [/^policies\.\*\.comparison\.changes\.\*\.told\.sign$/, forPeople],
  [/^policies\.\*\.comparison\.changes\.\*\.told\.(subject|signal|status)$/, forFindings],
  [/^policies\.\*\.comparison\.changes\.\*\.told\.(before|after|remarks|owed)\.\*$/, forFindings],
  [/^policies\.\*\.comparison\.groups\.\*(\.(heading|subheading))?$/, everyFormat],
  [/^policies\.\*\.comparison\.(base|head)\.title$/, [...forPeople, 'json']],
  [/^policies\.\*\.comparison\.(remarks|next)\.\*$/, forPeople],
  [/^policies\.\*\.comparison\.closing\.(verdict|words)$/, [...forPeople, 'github']],
  [/^closing\.(verdict|words)$/, [...forPeople, 'github']],
  [/^(policies\.\*\.comparison\.)?closing\.more$/, ['text', 'html']],
  [/^policies\.\*\.coverage\.\*\.(profile|title|edition|since)$/, [...forPeople, 'json']],
  [/^policies\.\*\.coverage\.\*\.requirements\.\*$/, [...forPeople, 'json']],
  [
    /^policies\.\*\.coverage\.\*\.requirements\.\*\.(id|citation|asks|severity|evidence|(by|missing|words)\.\*|answer\.\w+)$/,
    ['markdown', 'html', 'json'],
  ],
  [
    /^policies\.\*\.comparison\.(counts|compared|renamed|regrouped|hints|documents|notAssessed|verdict)/,
    ['json'],
  ],
  [/^verdict$/, ['json']],
];

/** What is left out of that all the same, and why. */
const leftOut: readonly (readonly [is: RegExp, formats: readonly Format[], why: string])[] = [
  [/changes\.7\b/, forFindings, 'structure and editorial differences are counted in a sentence'],
  [/problems\.1\.frame\b/, ['text'], 'of what is fine a terminal shows no lines'],
  [/problems\.1\.severity\b/, forMachines, 'what is fine is for information, however grave it would be'],
  [/told\.(before|after)\b/, ['html'], 'of a text that changed a page shows the texts, word by word'],
];

const styled = styleFor(false);

describe.each(everyFormat)('as %s', (format) => {
  it.each(Object.entries(reports))('%s prints each part of its report', async (_, report) => {
    const whole = await formats[format](report, styled);
    const silent: string[] = [];
    for (const { part, is, data } of spoiled(report)) {
      if (!printed.some(([name, where]) => name.test(part) && where.includes(format))) continue;
      if (leftOut.some(([name, where]) => name.test(is) && where.includes(format))) continue;
      if ((await formats[format](data, styled)) === whole) silent.push(is);
    }
    expect(silent).toEqual([]);
  });
});

it.each(forPeople)('as %s a table of what a law asks says that it certifies nothing', async (format) => {
  const shown = await formats[format](reports.check, styled);
  expect(shown.replace(/\s+/g, ' ')).toContain(notCertified);
});
