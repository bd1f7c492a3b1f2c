import type { GatedChange } from '../gate/cover.ts';
import type { Direction } from '../knowledge/meaning.ts';
import { changeLines, sweepLines } from './change-lines.ts';
import { problemText } from './check-text.ts';
import { countsOf, type DiffReport } from './diff-report.ts';
import { counted, type Style } from './style.ts';

/** A comparison for people: what is material first, one line of plain words each, and a verdict at the end. */
export function diffReportText(report: DiffReport, style: Style): string {
  const { base, head } = report;
  const changes = report.changes.filter((change) => change.backlog === undefined);
  const lines = [`${style.bold(report.policy)}   ${base.title}   →   ${head.title}`, ''];
  for (const [heading, group] of groupMaterial(changes)) {
    lines.push(`${style.red(style.bold('MATERIAL'))}   ${heading}`, '');
    for (const change of group) lines.push(...changeLines(change, report, style), '');
  }
  const reviews = changes.filter((change) => change.verdict === 'review');
  if (reviews.length > 0) {
    lines.push(
      `${style.yellow(style.bold('REVIEW'))}   ${reviewHeading(reviews)}: a person must say what ${reviews.length === 1 ? 'this means' : 'these mean'}`,
      '',
    );
    lines.push(...reviewLines(reviews, report, style));
  }
  const backlog = report.changes.filter((change) => change.backlog && change.verdict !== 'editorial');
  if (backlog.length > 0) {
    lines.push(`Backlog of the target, not decided by this request: ${counted(backlog.length, 'change')}`);
    lines.push(...backlog.map((change) => `  ${change.words}`), '');
  }
  const quiet = quietLine(report);
  if (quiet !== '') lines.push(quiet, '');
  lines.push(...hintLines(report));
  for (const problem of report.problems) lines.push(problemText(problem, report, style));
  const { head: released, unannounced = [] } = report;
  if (unannounced.length > 0)
    lines.push(
      `Notice of ${released.label} not recorded yet: ${unannounced.join(', ')}.  Keep the evidence: policyc archive record`,
      '',
    );
  lines.push(...(report.documents || report.recorded ? [] : helpLines(changes)), verdictLine(report, style));
  return `${lines.join('\n')}\n`;
}

/** `2 facts, 3 texts, 1 high signal`. */
function reviewHeading(reviews: readonly GatedChange[]): string {
  const texts = reviews.filter((change) => change.table === 'prose').length;
  const high = reviews.filter((change) => change.signal === 'high').length;
  return [
    ...(texts < reviews.length ? [counted(reviews.length - texts, 'fact')] : []),
    ...(texts > 0
      ? [
          counted(texts, 'text'),
          high === texts ? 'high signal' : high === 0 ? 'low signal' : `${high} of high signal`,
        ]
      : []),
  ].join(', ');
}

function groupMaterial(changes: readonly GatedChange[]): [string, GatedChange[]][] {
  const groups = new Map<string, GatedChange[]>();
  for (const change of changes.filter((one) => one.verdict === 'material')) {
    const [entry] = change.entries;
    const heading = entry
      ? `${entry.words}   (entry ${entry.id}, clause ${entry.clause}${entry.rests === undefined ? '' : `; ${entry.rests}`})`
      : 'though no entry of the policy’s own list names it';
    const group = groups.get(heading);
    if (group) group.push(change);
    else groups.set(heading, [change]);
  }
  return [...groups];
}

/** What a change to review means for readers; a change is in the first group that takes it. */
const reviewGroups: readonly (readonly [heading: string, takes: (change: GatedChange) => boolean])[] = [
  ['More is done with data, or readers can do less', goes('expands', 'restricts')],
  ['Less is done with data, or readers can do more', goes('narrows', 'eases')],
  ['Other facts', goes('changes')],
  ['Texts to read first', ({ signal }) => signal !== 'low'],
  ['Texts of low signal', () => true],
];

function goes(...directions: readonly Direction[]): (change: GatedChange) => boolean {
  return ({ table, direction }) => table === 'facts' && directions.includes(direction);
}

/** A line is enough for texts of low signal: a sweep of typos must not bury what else there is. */
function reviewLines(reviews: readonly GatedChange[], report: DiffReport, style: Style): string[] {
  const groups = new Map<string, GatedChange[]>(reviewGroups.map(([heading]) => [heading, []]));
  for (const change of reviews) {
    const [heading = ''] = reviewGroups.find(([, takes]) => takes(change)) ?? [];
    groups.get(heading)?.push(change);
  }
  return [...groups].flatMap(([heading, group]) => {
    if (group.length === 0) return [];
    const lines = group.flatMap((change) =>
      change.signal === 'low'
        ? sweepLines(change, report, style)
        : [...changeLines(change, report, style), ''],
    );
    const ended = lines.at(-1) === '' ? lines : [...lines, ''];
    return group.length === reviews.length ? ended : [`  ${style.bold(`${heading}:`)}`, '', ...ended];
  });
}

function hintLines({ hints }: DiffReport): string[] {
  if (hints.length === 0) return [];
  return [
    ...hints.map(
      ({ from, to }) =>
        `Is ${to} what was ${from}? Then write “formerly: [${from}]” in ${to}: only what really differs is compared.`,
    ),
    '',
  ];
}

function quietLine(report: DiffReport): string {
  const { editorial } = countsOf(report);
  const moved = report.changes.filter((change) => change.kind === 'clause-moved').length;
  const renamed = Object.keys(report.renamed).length;
  const reordered = report.changes.filter((change) => change.kind === 'order-changed').length;
  const structure = [
    ...(moved > 0 ? [`${counted(moved, 'clause')} moved`] : []),
    ...(renamed > 0 ? [`${renamed} renamed`] : []),
    ...report.regrouped.map(({ from, to }) => `${from.join(', ')} became ${to.join(', ')}`),
    ...(reordered > 0 ? [`order changed in ${counted(reordered, 'place')}`] : []),
  ];
  return [
    ...(structure.length > 0 ? [`Structure: ${structure.join(', ')}.`] : []),
    ...(editorial > 0
      ? [
          `Editorial: ${counted(editorial, 'difference')} without a meaning of ${editorial === 1 ? 'its' : 'their'} own (white space, how characters are drawn, first translations, what follows from the changes above).`,
        ]
      : []),
  ].join('  ');
}

function helpLines(changes: readonly GatedChange[]): string[] {
  const open = changes.filter((change) => change.verdict !== 'editorial' && change.note === undefined);
  if (open.length === 0) return [];
  const drafts = [...new Set(open.flatMap(({ draft }) => (draft === undefined ? [] : [draft])))].sort();
  const bare = open.filter(({ draft }) => draft === undefined);
  const low = bare.filter(({ signal }) => signal === 'low').length;
  return [
    ...(drafts.length > 0 ? [`Finish ${drafts.join(', ')}: nothing is decided until a person has.`] : []),
    ...(bare.length > 0 ? [`Write the missing ${bare.length === 1 ? 'note' : 'notes'}: policyc note`] : []),
    ...(low > 1 ? [`One note for the ${low} texts of low signal: policyc note --signal low`] : []),
    '',
  ];
}

/** Never says more than was looked at: which texts nobody has assessed is part of the verdict. */
function verdictLine(report: DiffReport, style: Style): string {
  const { material, review, editorial, structure } = countsOf(report);
  const looked = lookedAt(report);
  const notedOf = (verdict: string): number =>
    report.changes.filter((change) => change.verdict === verdict && change.note).length;
  const split = (count: number, done: number): string =>
    count === 0 ? '' : ` (${done} noted, ${count - done} not)`;
  const materials = `${counted(material, 'material change')}${split(material, notedOf('material'))}`;
  const reviews = `${review} to review${split(review, notedOf('review'))}`;
  const errors = report.problems.filter(({ severity }) => severity === 'error').length;
  if (errors > 0 && material + review === 0)
    return `${style.red('Stopped.')} ${counted(errors, 'error')}, see above; 0 material changes, 0 to review; ${looked}.`;
  switch (report.verdict) {
    case 'none':
      return `${style.green('No change.')} ${looked}.`;
    case 'editorial':
      return `${style.green('Editorial.')} 0 material changes, 0 to review, ${counted(editorial + structure, 'difference')} without meaning; ${looked}.`;
    case 'review':
      return report.documents
        ? `${style.yellow('Review.')} ${review} to review; ${looked}.`
        : `${style.yellow('Review.')} 0 material changes among the facts; ${reviews}; ${looked}.`;
    case 'material':
      return `${style.red('Material.')} ${materials}, ${reviews}; ${looked}.`;
  }
}

/** `37 facts and 21 texts compared; what 3 of the texts now mean is not assessed`. */
function lookedAt({ changes, compared, documents }: DiffReport): string {
  const { facts, texts } = compared;
  const open = changes.filter(
    ({ table, verdict, note, backlog }) =>
      table === 'prose' && verdict === 'review' && note === undefined && backlog === undefined,
  ).length;
  const looked = documents
    ? `0 facts (documents state none) and ${counted(texts, 'text')} compared`
    : `${counted(facts, 'fact')} and ${counted(texts, 'text')} compared`;
  return open === 0
    ? looked
    : `${looked}; what ${counted(open, 'changed text')} ${open === 1 ? 'means' : 'mean'} is not assessed`;
}
