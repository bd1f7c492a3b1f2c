import type { Element, ElementContent } from 'hast';
import type { ProfileCoverage } from '../check/law/hold.ts';
import { element } from '../render/element.ts';
import { pageHtml } from '../render/page.ts';
import { wordsOf } from '../render/words.ts';
import { coverageCells, coverageCounts, coverageHeads, notCertified, profileLine } from './coverage.ts';
import { changeCard } from './html-change.ts';
import { problemCard } from './html-problem.ts';
import type { Closing, ComparisonReport, PolicyReport, Report } from './report.ts';
import { groupsTold, wholeHeading } from './told-groups.ts';
import { withoutUnchanged } from './unchanged.ts';

const words = wordsOf('en');

/** A report as one page that loads and runs nothing: first what to decide, every text with its edits. */
export function printHtml(report: Report): string {
  const { command, policies, closing } = report;
  const { told, unchanged } = withoutUnchanged(policies);
  const sections = told.map((policy, at) => policySections(policy, `p${at}`, report));
  const names = (told.length > 0 ? told : policies).map(({ id, path }) => id ?? path).join(', ');
  const nameOf = ({ id, path }: PolicyReport): string => (policies.length > 1 ? `${id ?? path}: ` : '');
  const verdicts = closing
    ? [closingBox(closing)]
    : told.flatMap((policy) =>
        policy.comparison
          ? [closingBox(policy.comparison.closing, nameOf(policy), sidesOf(policy.comparison))]
          : [],
      );
  if (unchanged !== undefined)
    verdicts.push(closingBox({ tone: 'good', verdict: 'No change', words: unchanged }));
  return pageHtml({
    locale: 'en',
    words,
    title: [`policyc ${command}`, ...(names === '' ? [] : [names])].join(words.titleGap),
    heading: [{ type: 'text', value: command === 'diff' ? 'What changes in meaning' : 'What is wrong' }],
    eyebrow: [`policyc ${command}`, ...(names === '' ? [] : [names])].join(words.titleGap),
    contents: sections.flatMap((each) =>
      each.map(({ id, title, count }) => ({ id, number: count, words: title })),
    ),
    main: {
      type: 'root',
      children: [...verdicts, ...sections.flat().map(({ content }) => content)],
    },
    bar: [],
    footLinks: [],
    footNotes: [],
    style,
  });
}

interface Section {
  readonly id: string;
  readonly title: string;
  readonly count: string;
  readonly content: Element;
}

function policySections(policy: PolicyReport, id: string, { policies, from }: Report): Section[] {
  const { problems, comparison } = policy;
  const whose = policies.length > 1 ? `${policy.id ?? policy.path}${words.titleGap}` : '';
  const section = (
    name: string,
    title: string,
    count: number,
    children: readonly ElementContent[],
  ): Section => ({
    id: `${id}_${name}`,
    title: `${whose}${title}`,
    count: count === 0 ? '' : String(count),
    content: element(
      'section',
      { id: `${id}_${name}`, className: ['news'] },
      element('h2', {}, `${whose}${title}`),
      ...children,
    ),
  });
  const wrong = problems.map((problem) => problemCard(problem, from));
  const groups = (comparison ? groupsTold(comparison) : []).map(({ group, changes }, at) => {
    const cards = comparison ? changes.map((change) => changeCard(change, group, comparison, from)) : [];
    return section(`g${at}`, wholeHeading(group), changes.length, cards);
  });
  const found = wrong.length === 0 ? [] : [section('problems', 'Problems', wrong.length, wrong)];
  const covered = (policy.coverage ?? []).map((profile, at) =>
    section(`law${at}`, `${profile.profile}: ${coverageCounts(profile)}`, 0, coverageTable(profile)),
  );
  if (!comparison) return [...found, ...covered];
  const lines = [...comparison.remarks, ...comparison.next].map((line) => element('p', {}, line));
  return [...groups, ...found, ...(lines.length === 0 ? [] : [section('rest', 'Beside that', 0, lines)])];
}

function coverageTable(profile: ProfileCoverage): readonly Element[] {
  const row = (tag: 'th' | 'td', cells: readonly string[]): Element =>
    element('tr', {}, ...cells.map((cell) => element(tag, tag === 'th' ? { scope: 'col' } : {}, cell)));
  const rows = profile.requirements.map((one) => row('td', coverageCells(one)));
  return [
    element('p', {}, `${profileLine(profile)}. ${notCertified}`),
    element(
      'div',
      { className: ['law'], tabIndex: 0, role: 'region', ariaLabel: profile.profile },
      element('table', {}, element('thead', {}, row('th', coverageHeads)), element('tbody', {}, ...rows)),
    ),
  ];
}

function closingBox({ tone, verdict, words: said, more }: Closing, whose = '', sides?: string): Element {
  const strong = element('strong', {}, verdict);
  const rest = ` ${whose}${said}${more === undefined ? '' : ` ${more}`}`;
  const between = sides === undefined ? [] : [element('p', {}, sides)];
  return element('div', { className: ['status', tone] }, element('p', {}, strong, rest), ...between);
}

const sidesOf = ({ base, head }: ComparisonReport): string => `${base.title} → ${head.title}`;

/** Styles that pages of policies lack. */
const style = `
.status.good{--tone:var(--good);--fill:var(--goodfill)}
.status.attention{--tone:var(--warn);--fill:var(--warnfill)}
.status.bad{--tone:var(--loss);--fill:var(--lossfill)}
.status.good::before,.status.attention::before,.status.bad::before{background:radial-gradient(circle,var(--tone) 45%,transparent 50%)}
.change{max-inline-size:var(--wide);padding:1rem 1.2rem;border:1px solid var(--line);border-inline-start:.3rem solid var(--edge);border-radius:var(--radius)}
.change.material,.change.error{border-inline-start-color:var(--loss)}
.change.review,.change.warning{border-inline-start-color:var(--warn)}
.change.noted,.change.settled{border-inline-start-color:var(--good)}
.change h3{font-size:1.1rem}
.change>ul{font-size:.9rem;margin-block-start:.6rem;padding-inline-start:1.2rem}
.change .where{color:var(--soft);font-size:.875rem;margin-block-start:.5rem}
.change pre{font:.85rem/1.5 var(--mono);background:var(--sunk);border-radius:var(--radius);padding:.6rem .8rem}
.sides{display:grid;grid-template-columns:4rem minmax(0,1fr);gap:.2rem .8rem;margin-block-start:.6rem}
.sides dt,.sides dd+dt{grid-column:1;margin:0}
.sides dd,.sides dd+dd{grid-column:2;margin:0}
main .law{overflow-x:auto;max-inline-size:var(--wide)}
main .law td{vertical-align:top;font-size:.9rem}
main .news>h2{font-size:1.35rem;max-inline-size:var(--measure)}
`;
