import type { Severity } from '../base/message.ts';
import type { Scalar } from './policy.ts';
import type { FactRelation } from './relations.ts';

/**
 * What a law, a standard or a guideline asks a policy to say: data of an edition, in the language of the rows. A profile
 * is judged by structure alone; it certifies nothing.
 */
export interface Profile {
  readonly id: string;
  readonly title: string;
  /** Since when it is in force, or as of when it was read, in words. */
  readonly since: string;
  /** Whose readers it protects, as regions; without it, everybody. */
  readonly territory?: readonly string[];
  /** Readers elsewhere are protected as well when whoever is responsible for them sits in the territory. */
  readonly established?: true;
  /** Names of groups of people that it does not protect. */
  readonly never?: readonly string[];
  readonly requirements: readonly Requirement[];
}

/** One thing that a profile asks for, where the law says so, and how a policy shows that it is there. */
export interface Requirement {
  readonly id: string;
  readonly citation: string;
  readonly asks: string;
  readonly severity: Severity;
  /** `verified`: the text was read. `secondary`: another's account of it was. `recalled`: neither, and never an error. */
  readonly evidence: 'verified' | 'secondary' | 'recalled';
  readonly when?: Demand;
  readonly demand: Demand;
}

/** What a policy must state. Each is one of these, and nothing else. */
export type Demand =
  /** Every row of a relation, or those that a test chooses, passes each of the tests. */
  | { readonly each: FactRelation; readonly where?: RowTest; readonly has: readonly RowTest[] }
  /** There is a row that passes. */
  | { readonly some: FactRelation; readonly where?: RowTest }
  /** There is a right of each of these kinds; of a list within, of one of them. */
  | { readonly rights: readonly (string | readonly string[])[] }
  | { readonly all: readonly Demand[] }
  | { readonly any: readonly Demand[] }
  /** A person says whether it is so. */
  | { readonly ask: string }
  /** policyc sees to it elsewhere, in the words given. */
  | { readonly kept: 'pages' | 'comparison' | 'release' | 'rule' | 'export'; readonly how: string };

/**
 * What a row must be, all of it together. A name is that of a value of the relation; of a relation that hangs on the
 * row, of which some row must pass; of a part of the key (`data`, `purpose`, `word` …), along the taxonomy; of a
 * question of `src/check/law/questions.ts`; or `not` and `any`, which join tests.
 */
export interface RowTest {
  readonly [name: string]: ValueTest | RowTest | readonly RowTest[];
}

export type ValueTest =
  | Scalar
  | readonly Scalar[]
  | { readonly stated: boolean }
  | { readonly atMost: string; readonly days?: 'working' }
  | { readonly atLeast: string }
  /** The value is the id of an entity that passes. */
  | { readonly leads: RowTest };

/** A profile as it is written: what it has in common with another law may stand there. */
interface Written extends Profile {
  readonly as?: { readonly profile: string; readonly cited: string; readonly except: readonly string[] };
}

/** What was read of one law is read second hand for another that took it over. */
function withAlike({ as, ...profile }: Written, _: number, all: readonly Written[]): Profile {
  const alike = all.find(({ id }) => id === as?.profile)?.requirements ?? [];
  const taken = alike.flatMap((one): Requirement[] =>
    as === undefined || as.except.includes(one.id)
      ? []
      : [{ ...one, citation: `${as.cited} ${one.citation}`, evidence: weaker(one.evidence) }],
  );
  return { ...profile, requirements: [...taken, ...profile.requirements] };
}

function weaker(evidence: Requirement['evidence']): Requirement['evidence'] {
  return evidence === 'verified' ? 'secondary' : evidence;
}

/** The profiles of an edition; none for one whose requirements cannot be evaluated. */
export async function loadProfiles(edition: string): Promise<readonly Profile[]> {
  return (await tables[edition]?.()) ?? [];
}

/** Editions that have requirements. */
export const editionsWithProfiles: readonly string[] = ['2026-12'];

const tables: Readonly<Record<string, () => Promise<readonly Profile[]>>> = {
  '2026-12': async () => {
    const { default: profiles } = await import('./editions/2026-12/profiles.json', {
      with: { type: 'json' },
    });
    return (profiles as unknown as readonly Written[]).map(withAlike);
  },
};
