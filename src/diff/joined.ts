import { append } from '../base/group.ts';
import type { Carried } from './carry.ts';
import type { Difference, DifferenceThat } from './difference.ts';

/**
 * Values of one row that are one statement: a time and how its days are counted, a decision and how it is made, a legal
 * basis and the interest that it rests on, where data comes from and from whom, who a recipient is and how to reach
 * them. When the first changes, the others change with it, and it is one change.
 */
const statements: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  right: { answerWithin: ['days'] },
  contact: { answerWithin: ['days'] },
  change: { leadTime: ['days'] },
  function: {
    automated: ['automated.logic', 'automated.effect', 'automated.review'],
    personalised: ['personalised.off'],
  },
  'function.purpose': { basis: ['interest'] },
  'function.data': { source: ['from'] },
  recipient: { name: ['contact', 'policyUrl', 'formerName'] },
  technology: { provider: ['formerName'] },
  'recipient.listed': { provider: ['name', 'url', 'formerName'], name: ['url', 'formerName'] },
  'technology.listed': { provider: ['name', 'url', 'formerName'], name: ['url', 'formerName'] },
};

type Changed = DifferenceThat<'changed'>;

/** Joins differences of one statement; each difference is in exactly one result. */
export function joinStatements(found: readonly Carried[]): Carried[] {
  const others = new Map<string, Carried[]>();
  const leaders = new Set(
    found.flatMap(({ difference }) => (leads(difference) ? [at(difference, difference.name)] : [])),
  );
  if (leaders.size === 0) return [...found];
  const alone = found.filter((one) => {
    const leader = leaderOf(one.difference, leaders);
    if (leader === undefined) return true;
    append(others, leader, one);
    return false;
  });
  return alone.map((one) => {
    const { difference, carries } = one;
    const joined = leads(difference) ? (others.get(at(difference, difference.name)) ?? []) : [];
    if (difference.is !== 'changed' || joined.length === 0) return one;
    const also = joined.flatMap((other) =>
      other.difference.is === 'changed' ? [other.difference.name] : [],
    );
    return {
      difference: { ...difference, also: also.sort() },
      carries: [...carries, ...joined.flatMap((other) => other.carries)],
    };
  });
}

function leads(difference: Difference): difference is Changed {
  return (
    difference.is === 'changed' &&
    difference.table === 'facts' &&
    Object.hasOwn(statements[difference.head.relation] ?? {}, difference.name)
  );
}

function leaderOf(difference: Difference, leaders: ReadonlySet<string>): string | undefined {
  if (difference.is !== 'changed' || difference.table !== 'facts') return undefined;
  return Object.entries(statements[difference.head.relation] ?? {})
    .filter(([, others]) => others.includes(difference.name))
    .map(([leader]) => at(difference, leader))
    .find((leader) => leaders.has(leader));
}

function at({ head }: Changed, name: string): string {
  return `${head.relation}\t${head.key.join('\t')}\t${name}`;
}
