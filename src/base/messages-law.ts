import { entry, list, type Nearest, nearestOf } from './message.ts';

/** What a finding says of the requirement that it is about. */
export interface Cited {
  readonly profile: string;
  readonly edition: string;
  readonly since: string;
  readonly requirement: string;
  readonly citation: string;
  readonly asks: string;
  readonly evidence: string;
}

/**
 * What every finding of a legal profile ends with: what is asked, by which law, of which
 * edition, since when, and how sure we are. The table of the whole profile has all that there is to its dates.
 */
const cited = ({ profile, requirement, citation, edition, since, evidence, asks }: Cited): string =>
  `${profile} ${requirement} asks: ${asks}. (${citation}; edition ${edition}, ${since.split(';')[0]}; ${evidence})`;

const texts = ['asks', 'citation', 'since'] as const;

const answered = ({ profile, requirement }: Cited, answer: string): string =>
  `answers: [{ requirement: ${profile}/${requirement}, answer: ${answer}, by: …, on: "YYYY-MM-DD" }]`;

/** What is found when a policy is held against a legal profile. */
export const lawMessages = {
  'requirement-unmet': entry(
    'warning',
    (a: Cited & { owner: string; members: readonly string[]; lacks: readonly string[] }) => {
      const { owner, members, lacks } = a;
      const of =
        members.length === 0
          ? ''
          : ` of ${list(members.slice(0, 5), 'and')}${members.length > 5 ? ' …' : ''}`;
      return {
        reason:
          owner === ''
            ? `Missing: ${list(lacks, 'and')}. ${cited(a)}`
            : `${owner} does not state ${list(lacks, 'and')}${of}. ${cited(a)}`,
        fix: `State it, or record in policy.yaml why it does not apply: ${answered(a, 'not-applicable')}.`,
      };
    },
    texts,
  ),
  'requirement-unanswered': entry(
    'info',
    (a: Cited & { questions: readonly string[] }) => ({
      reason: `Somebody has to say whether this is so, as no fact can show it: ${a.questions.join(' ')} ${cited(a)}`,
      fix: `Record the answer (yes, no or not-applicable) in policy.yaml: ${answered(a, 'yes')}.`,
    }),
    texts,
  ),
};

/** What is wrong with an answer: nobody can waive it. */
export const answerMessages = {
  'requirement-unknown': entry('error', (a: { requirement: string } & Nearest) => ({
    reason: `There is no requirement ${a.requirement}, so that nothing is answered.`,
    fix: nearestOf(a, 'policyc check --profile PROFILE --format markdown lists those of a profile.'),
  })),
};
