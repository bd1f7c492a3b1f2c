import type { RowFacet } from './facets.ts';
import type { Evidence, Floor, Owed } from './floors.ts';
import type { Law } from './law.ts';
import { isWatched, type Watching } from './watched.ts';

/** In the order of time. */
export const phases = ['before-release', 'before-processing', 'after-release'] as const;

export interface Obligation {
  readonly owes: Owed | 'lead-time' | 'notice-record';
  readonly phase: (typeof phases)[number];
  /** The channels named for a prominent notice, or the lead time as an ISO 8601 period. */
  readonly detail?: string;
  /** How the days of a lead time are counted; every day when absent. */
  readonly days?: 'working';
  /** The clause and promise, or the article, that it rests on. */
  readonly rests: string;
  /** For an article: how sure we are that it says so. */
  readonly evidence?: Evidence;
}

/** What a change owes: by the promises that watch it, by the floors under it, and, if it is material, as any such change. */
export function obligationsOf(
  facets: readonly RowFacet[],
  law: Law,
  floors: readonly Floor[],
  material: boolean,
): Obligation[] {
  const owed = [
    ...law.promises.filter(({ watches }) => isWatched(facets, watches, law.terms)).map(promised),
    ...floors.map(({ owes, rests, evidence }) => ({ owes, rests, evidence })),
  ].map((one): Obligation => ({ ...one, phase: phaseOf(one.owes), ...channelsFor(one.owes, law) }));
  return [...owed, ...(material ? missingFrom(owed, owedByMaterial(law)) : recordOf(owed))];
}

/** What any material change owes: to be told prominently and in time, and a record of that. */
export function owedByMaterial({ prominent, leadTimes }: Law): Obligation[] {
  const notice: Obligation[] = prominent
    ? [
        {
          owes: 'prominent-notice',
          phase: 'before-release',
          detail: prominent.channels,
          rests: `clause ${prominent.clause}`,
        },
      ]
    : [];
  const ahead = leadTimes.map(
    ({ period, days, clause }): Obligation => ({
      owes: 'lead-time',
      phase: 'before-release',
      detail: period,
      ...(days === 'working' ? { days } : {}),
      rests: `clause ${clause}`,
    }),
  );
  return [...notice, ...ahead];
}

/** What is owed by the whole and not yet by some of it, and the record that a prominent notice asks for. */
export function missingFrom(owed: readonly Obligation[], whole: readonly Obligation[]): Obligation[] {
  const more = whole.filter(({ owes }) => !owed.some((one) => one.owes === owes));
  return [...more, ...recordOf([...owed, ...more])];
}

/** Whoever owes a prominent notice must be able to show later that it was sent; it rests on what the notice rests on. */
function recordOf(owed: readonly Obligation[]): Obligation[] {
  const notice = owed.find(({ owes }) => owes === 'prominent-notice');
  if (!notice || owed.some(({ owes }) => owes === 'notice-record')) return [];
  const { rests, evidence } = notice;
  return [
    {
      owes: 'notice-record',
      phase: 'after-release',
      rests,
      ...(evidence === undefined ? {} : { evidence }),
    },
  ];
}

function promised({ clause, id, values }: Watching): Pick<Obligation, 'rests' | 'evidence'> & { owes: Owed } {
  const { rests, evidence } = citedBy(values);
  return {
    owes: values.owes as Owed,
    rests: `clause ${clause}, promise ${id}${rests === undefined ? '' : `: ${rests}`}`,
    ...(evidence === undefined ? {} : { evidence }),
  };
}

/** What an entry or a promise of the policy says that it rests on, besides itself. */
export function citedBy(values: Watching['values']): {
  readonly rests?: string;
  readonly evidence?: Evidence;
} {
  return {
    ...(values.rests === undefined ? {} : { rests: String(values.rests) }),
    ...(values.evidence === undefined ? {} : { evidence: values.evidence as Evidence }),
  };
}

function channelsFor(owes: Owed, { prominent }: Law): Pick<Obligation, 'detail'> {
  return owes === 'prominent-notice' && prominent ? { detail: prominent.channels } : {};
}

function phaseOf(owes: Owed): Obligation['phase'] {
  return owes === 'express-consent' ? 'before-processing' : 'before-release';
}
