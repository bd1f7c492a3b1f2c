import type { CoveredRequirement, ProfileCoverage, Status } from '../check/law/hold.ts';
import { counted } from './counted.ts';

/** The disclaimer of every table of a profile. */
export const notCertified =
  'This shows what the structure of the policy states. It does not certify compliance, and is not legal advice.';

const headings: Readonly<Record<Status, string>> = {
  missing: 'missing',
  'to-answer': 'to answer',
  met: 'met',
  answered: 'answered',
  kept: 'kept by policyc',
  'not-asked': 'not asked',
};

const statuses = Object.keys(headings) as readonly Status[];

/** The number of requirements by status: `2 missing, 25 met`. */
export function coverageCounts({ requirements }: ProfileCoverage): string {
  return statuses
    .flatMap((status) => {
      const count = requirements.filter((one) => one.status === status).length;
      return count === 0 ? [] : [`${count} ${headings[status]}`];
    })
    .join(', ');
}

/** The id of a policy, or its folder. */
export function nameOf({ id, path }: { readonly id: string | null; readonly path: string }): string {
  return id ?? (path === '.' ? 'The policy' : path);
}

/** The profile by its edition and date. */
export function profileLine({ title, edition, since, requirements }: ProfileCoverage): string {
  return `${title}; edition ${edition}; ${since}; ${counted(requirements.length, 'requirement')}`;
}

/** A row of the table: requirement, citation, what is asked, status. */
export function coverageCells(one: CoveredRequirement): readonly [string, string, string, string, string] {
  const { id, citation, asks, severity, evidence, status } = one;
  return [id, citation, asks, `${headings[status]}${detailsOf(one)}`, `${severity}, ${evidence}`];
}

export const coverageHeads = [
  'requirement',
  'citation',
  'what is asked',
  'the policy',
  'how grave, how sure',
];

const mostNamed = 8;

function detailsOf({ status, by, missing, words, answer }: CoveredRequirement): string {
  const names = [
    ...by.slice(0, mostNamed),
    ...(by.length > mostNamed ? [`${by.length - mostNamed} more`] : []),
  ];
  const said = answer
    ? [`${answer.answer}, ${answer.by}, ${answer.on}${answer.note === undefined ? '' : `: ${answer.note}`}`]
    : [];
  const parts = {
    met: [names.join(', ')],
    missing: [...missing, ...said, ...(missing.length === 0 ? words : [])],
    'not-asked': [...said, ...(answer ? missing : [])],
    'to-answer': [...words, ...missing],
    answered: said,
    kept: words,
  }[status].filter((part) => part !== '');
  return parts.length === 0 ? '' : `: ${parts.join('; ')}`;
}
