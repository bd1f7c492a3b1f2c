import { describe, expect, it } from 'vitest';
import { diagnostic } from '../../src/base/diagnostic.ts';
import { onDemand } from '../../src/base/on-demand.ts';
import type { Place } from '../../src/base/place.ts';
import { comparePolicies } from '../../src/diff/compare.ts';
import { namesIn } from '../../src/diff/names.ts';
import type { GatedChange } from '../../src/gate/cover.ts';
import { checkReport } from '../../src/report/check-report.ts';
import type { ComparedPolicy } from '../../src/report/compared-policy.ts';
import { diffReport } from '../../src/report/diff-report.ts';
import { type Format, formats } from '../../src/report/formats.ts';
import type { Report } from '../../src/report/report.ts';
import { styleFor } from '../../src/report/style.ts';
import { spoiled } from './spoiled.ts';
import { version } from './version.ts';

/**
 * Every format tells every finding: without one, or with another word in any part of one, its output is another. What
 * a format leaves out is listed here with the reason.
 */

interface Omission {
  /** The way to a part of a finding, list positions as `*`. */
  readonly part: RegExp;
  readonly reason: string;
  readonly formats: readonly Format[];
  /** Of which changes; of all when absent. */
  readonly when?: (change: GatedChange, at: number) => boolean;
}

const forPeople = (Object.keys(formats) as Format[]).filter((format) => format !== 'json');

const omissions: readonly Omission[] = [
  {
    part: /^(base|head)\.end(Line|Column)$/,
    reason: 'a person is led to where it begins',
    formats: forPeople,
  },
  { part: /^decided$/, reason: 'it follows from the verdict and the note', formats: forPeople },
  {
    part: /^reason$/,
    reason: 'the entries, the group or the obligations say it',
    formats: forPeople,
    when: ({ entries, verdict }) => entries.length > 0 || verdict !== 'material',
  },
  {
    part: /^entries\.\*\.evidence$/,
    reason: 'how sure the authors of a list are is for those who mend it',
    formats: forPeople,
  },
  {
    part: /^(obligations|suggests)\.\*\.(rests|evidence)$/,
    reason: 'people see the short form of what an obligation rests on',
    formats: forPeople,
  },
  {
    part: /^(obligations|suggests)\.\*(\.owes|\.phase|\.to)?$/,
    reason: 'a prominent notice is a notice as well, and a thing is owed once whatever it rests on',
    formats: forPeople,
    when: ({ obligations: owed, speaksOf, suggests = [] }, at) => {
      const obligations = speaksOf === undefined ? owed : suggests;
      const others = obligations.filter((_, index) => index !== at).map(({ owes }) => owes);
      const owes = obligations[at]?.owes ?? 'notice';
      return others.includes(owes) || (owes === 'notice' && others.includes('prominent-notice'));
    },
  },
  {
    part: /^fingerprint$/,
    reason: 'what a note decides need not be named in another',
    formats: forPeople,
    when: ({ note, draft }) => note !== undefined || draft !== undefined,
  },
  {
    part: /^(before|after)\.row\.(relation|key\.\*)$/,
    reason: 'the change is told by the same relation and key',
    formats: forPeople,
    when: ({ kind }) => !kind.endsWith('-replaced'),
  },
  {
    part: /^(obligations|suggests)\.\*\.(readers\..*|within)$/,
    reason: 'people are told by words to whom it is owed',
    formats: forPeople,
  },
  { part: /^speaksOf$/, reason: 'people are told by words which fact it is', formats: forPeople },
  { part: /^affects\.readers\./, reason: 'people are told by words whom it affects', formats: forPeople },
  { part: /^table$/, reason: 'a relation belongs to one table', formats: forPeople },
  {
    part: /^(before|after)\.carries\.\*/,
    reason: 'for whom something was and is, the sides themselves say',
    formats: forPeople,
    when: ({ relation }) => relation === 'applies',
  },
  {
    part: /^(before|after)\.carries\.\*/,
    reason: 'in which chapter a clause stands is structure, and no meaning',
    formats: forPeople,
    when: ({ before, after }, at) =>
      [before, after].some((side) => side?.carries?.[at]?.relation === 'clause'),
  },
];

const places = { file: 'chapters/a.yaml', line: 3, column: 4, endLine: 3, endColumn: 6 } satisfies Place;

/** Made once: a report is made thousands of times. */
const names = namesIn(version('0002'), version('0001'));

function reportOn(changes: readonly GatedChange[]): Report {
  const compared: ComparedPolicy = {
    policy: 'shop',
    path: 'policies/shop',
    base: { label: '#1', title: '#1' },
    head: { label: '#2', title: '#2' },
    verdict: 'none',
    changes,
    names,
    renamed: {},
    regrouped: [],
    hints: [],
    compared: { facts: 10, texts: 10 },
    locales: ['en', 'zh-CN'],
    statesFacts: () => true,
    problems: [],
    fileIn: (file) => `policies/shop/${file}`,
    textOf: () => undefined,
  };
  return diffReport([compared], '');
}

const print = async (format: Format, report: Report): Promise<string> =>
  formats[format](report, styleFor(false));

const formatNames = Object.keys(formats) as Format[];

/** What differs between versions of the worked example, with places, and a note on every other change. */
const changes = [
  ...comparePolicies(version('0001'), version('0002')).changes,
  ...comparePolicies(version('0002'), version('0001')).changes,
]
  .filter(({ verdict }) => verdict !== 'editorial')
  .map((change, at): GatedChange => {
    const note = { path: `changes/note-${at}.md`, decision: 'notify' as const };
    return {
      ...change,
      base: change.before && { ...places, line: 7 + at },
      head: change.after && { ...places, line: 90 + at },
      decided: change.verdict,
      ...(at % 2 === 0 ? { note } : {}),
      ...(at % 8 === 1 ? { draft: `changes/draft-${at}.md` } : {}),
    };
  });

/** Reports are made once for all formats: it takes longer than printing them. */
const together = 12;
const withoutOne = onDemand(() =>
  Array.from({ length: Math.ceil(changes.length / together) }, (_, part) => {
    const some = changes.slice(part * together, (part + 1) * together);
    const others = some.map((change) => ({ change, report: reportOn(some.filter((one) => one !== change)) }));
    return { whole: reportOn(some), others };
  }),
);
const withAnotherPart = onDemand(() => {
  // One of each kind with the same parts: a second one is told by the same words.
  const seen = new Map<string, GatedChange>();
  for (const change of changes) {
    const parts = [...spoiled(change)].map(({ is }) => is).join();
    const shape = `${change.kind} ${change.verdict} ${parts}`;
    if (!seen.has(shape)) seen.set(shape, change);
  }
  return [...seen.values()].map((change) => ({
    change,
    whole: reportOn([change]),
    others: [...spoiled(change)].map(({ part, is, data }) => ({ part, is, report: reportOn([data]) })),
  }));
});

describe.each(formatNames)('as %s', (format) => {
  it('a report without one of its findings is another report', async () => {
    expect(changes.length).toBeGreaterThan(60);
    const silent: string[] = [];
    for (const { whole, others } of withoutOne()) {
      const printed = await print(format, whole);
      for (const { change, report } of others)
        if ((await print(format, report)) === printed) silent.push(change.words);
    }
    expect(silent).toEqual([]);
  });

  it('a report with another part in a finding is another report', async () => {
    const silent: string[] = [];
    for (const { change, whole, others } of withAnotherPart()) {
      const printed = await print(format, whole);
      for (const { part, is, report } of others) {
        if (isLeftOut(format, part, change, Number(/\d+/.exec(is)?.[0]))) continue;
        if ((await print(format, report)) === printed) silent.push(`${change.kind}: ${is}`);
      }
    }
    expect(silent).toEqual([]);
  });

  it('a problem with another part in it is another problem', async () => {
    const text = 'a: 1\n  b: 2\n   cc: 3\nd: 44\n';
    const found = diagnostic('duplicate-id', { id: 'shop', first: 'a.yaml:1:1' }, places, [
      { place: { ...places, line: 1 }, role: 'first' },
    ]);
    const reported = (problem: typeof found): Promise<string> =>
      print(
        format,
        checkReport(
          [{ path: '.', policy: undefined, problems: [problem], fileIn: (file) => file, textOf: () => text }],
          '',
        ),
      );
    const silent: string[] = [];
    const printed = await reported(found);
    for (const { part, is, data } of spoiled(found)) {
      if (part === 'code' || isLeftOut(format, part.replace('related.*.place', 'base'))) continue;
      if ((await reported(data)) === printed) silent.push(is);
    }
    expect(silent).toEqual([]);
  });
});

function isLeftOut(format: Format, part: string, change?: GatedChange, at = 0): boolean {
  return omissions.some(
    (one) =>
      one.formats.includes(format) &&
      one.part.test(part) &&
      (one.when === undefined || (change !== undefined && one.when(change, at))),
  );
}
