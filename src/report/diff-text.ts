import { durationInEnglish } from '../base/duration-words.ts';
import { formatPlace } from '../base/place.ts';
import type { Side } from '../diff/change.ts';
import type { Obligation } from '../diff/judge.ts';
import { plainText } from '../diff/names.ts';
import type { Signal } from '../diff/signal.ts';
import type { GatedChange } from '../gate/cover.ts';
import type { Scalar } from '../model/policy.ts';
import { problemText } from './check-text.ts';
import { countsOf, type DiffReport } from './diff-report.ts';
import { excerpts } from './excerpt.ts';
import { signalWords } from './signal-words.ts';
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
    for (const change of reviews) lines.push(...changeLines(change, report, style), '');
  }
  const backlog = report.changes.filter((change) => change.backlog && change.verdict !== 'editorial');
  if (backlog.length > 0) {
    lines.push(`Backlog of the target, not decided by this request: ${counted(backlog.length, 'change')}`);
    lines.push(...backlog.map((change) => `  ${change.words}`), '');
  }
  const quiet = quietLine(report);
  if (quiet !== '') lines.push(quiet, '');
  for (const problem of report.problems) lines.push(problemText(problem, report, style));
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
      ? `${entry.words}   (entry ${entry.id}, clause ${entry.clause})`
      : 'though no entry of the policy’s own list names it';
    const group = groups.get(heading);
    if (group) group.push(change);
    else groups.set(heading, [change]);
  }
  return [...groups];
}

function changeLines(
  change: GatedChange,
  { base, head, documents, recorded }: DiffReport,
  style: Style,
): string[] {
  const sign = change.before === null ? '+' : change.after === null ? '−' : '~';
  const subject = [
    change.relation,
    change.key.join(' › '),
    ...(change.name === undefined ? [] : [change.name]),
  ].join(' · ');
  const others = change.entries.slice(1).map((entry) => entry.id);
  const places = [
    ...(change.base ? [`${formatPlace(change.base)} in ${base.label}`] : []),
    ...(change.head ? [`${formatPlace(change.head)} in ${head.label}`] : []),
  ];
  return [
    `  ${style.bold(`${sign} ${change.words}`)}`,
    `    ${change.kind} · ${change.direction} · ${subject}`,
    ...(change.signal ? [`    ${signalLine(change.signal, change.signals ?? [], style)}`] : []),
    ...sideLines(change),
    `    ${style.dim(places.join('   →   '))}`,
    ...(others.length > 0 ? [`    Also: entry ${others.join(', ')}`] : []),
    ...(change.entries.length === 0 && change.verdict === 'material'
      ? [`    Because: ${change.reason}`]
      : []),
    ...(change.obligations.length > 0 ? [`    Owed: ${owed(change.obligations)}`] : []),
    ...(change.verdict === 'editorial' || documents
      ? []
      : [`    ${noted(change, recorded === true, style)}`]),
  ];
}

function signalLine(signal: Signal, signals: readonly string[], style: Style): string {
  const words = signalWords(signal, signals);
  return signal === 'high' ? style.yellow(words) : style.dim(words);
}

function noted(change: GatedChange, recorded: boolean, style: Style): string {
  if (change.note) return style.green(`Noted: ${change.note.path}, ${change.note.decision}`);
  if (recorded) return style.dim(`No note recorded: ${change.fingerprint}`);
  if (change.draft !== undefined) return style.yellow(`Note not in force yet: ${change.draft}, see below`);
  return style.yellow(`Not noted yet: ${change.fingerprint}`);
}

function sideLines(change: GatedChange): string[] {
  if (change.table === 'prose' && change.before && change.after) {
    const [before, after] = excerpts(textOf(change.before), textOf(change.after));
    return [`    before: “${before}”`, `    after:  “${after}”`];
  }
  return [...sideLine('before', change.before), ...sideLine('after', change.after)];
}

function sideLine(name: 'before' | 'after', side: Side | null): string[] {
  if (side === null) return [];
  const label = name === 'before' ? 'before:' : 'after: ';
  if (!('row' in side)) return [`    ${label} ${valueText(side.value)}`];
  const { row, carries } = side;
  if (row.relation === 'prose') return [`    ${label} “${clip(plainText(String(row.values.text)))}”`];
  const values = Object.entries(row.values)
    .sort()
    .flatMap(([key, value]) =>
      value === false ? [] : [value === true ? key : `${key} ${valueText(value)}`],
    );
  const facts = carries.filter((one) => one.relation !== 'prose' && one.relation !== 'clause');
  const carried =
    facts.length > 0
      ? [
          `with ${counted(facts.length, 'fact')}: ${clip(
            facts
              .map((one) => one.key.slice(1).join(' › '))
              .filter((text) => text !== '')
              .join(', '),
          )}`,
        ]
      : [];
  const stated = [...values, ...carried].join(', ');
  return stated === '' ? [] : [`    ${label} ${stated}`];
}

/** A value of a fact as a reader would say it. */
function valueText(value: Scalar | null): string {
  if (value === null) return 'not stated';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return durationInEnglish(String(value));
}

function textOf(side: Side): string {
  return 'row' in side ? String(side.row.values.text ?? '') : String(side.value ?? '');
}

function clip(text: string): string {
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}

const owes: Readonly<Record<Obligation['owes'], string>> = {
  notice: 'notice',
  'prominent-notice': 'prominent notice',
  'express-consent': 'express consent beforehand',
  'lead-time': 'lead time',
};

/** Each thing owed once, with the short form of what it rests on; the JSON report has all of it. */
function owed(obligations: readonly Obligation[]): string {
  const byThing = new Map<string, Set<string>>();
  for (const { owes: thing, detail, rests } of obligations) {
    const name =
      detail === undefined
        ? owes[thing]
        : thing === 'lead-time'
          ? `${durationInEnglish(detail)} ahead`
          : `${owes[thing]} by ${detail}`;
    const short = rests.replace(/^clause [^,]*, /, '').replace(/(\d[^:]*): .*$/, '$1');
    byThing.set(name, (byThing.get(name) ?? new Set()).add(short));
  }
  return [...byThing].map(([name, rests]) => `${name} (${[...rests].join('; ')})`).join(', ');
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
  return [
    ...(drafts.length > 0 ? [`Finish ${drafts.join(', ')}: nothing is decided until a person has.`] : []),
    ...(bare.length > 0 ? [`Write the missing ${bare.length === 1 ? 'note' : 'notes'}: policyc note`] : []),
    '',
  ];
}

/** Never says more than was looked at. */
function verdictLine(report: DiffReport, style: Style): string {
  const { material, review, editorial, structure } = countsOf(report);
  const { facts, texts } = report.compared;
  const looked = report.documents
    ? `0 facts compared (documents state none), ${counted(texts, 'text')}`
    : `${counted(facts, 'fact')} and ${counted(texts, 'text')} compared`;
  const notedOf = (verdict: string): number =>
    report.changes.filter((change) => change.verdict === verdict && change.note).length;
  const split = (count: number, done: number): string =>
    count === 0 ? '' : ` (${done} noted, ${count - done} not)`;
  const materials = `${counted(material, 'material change')}${split(material, notedOf('material'))}`;
  const reviews = `${review} to review${split(review, notedOf('review'))}`;
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
