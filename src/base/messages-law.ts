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

/** What every finding of a legal profile says of the profile: which, of which edition, since when, how sure we are. */
const cited = ({ profile, requirement, citation, edition, since, evidence, asks }: Cited): string =>
  `${profile} ${requirement} (${citation}; edition ${edition}, ${since}; ${evidence}) asks: ${asks}.`;

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
            ? `${cited(a)} Missing: ${list(lacks, 'and')}.`
            : `${cited(a)} ${owner} does not state ${list(lacks, 'and')}${of}.`,
        fix: `State it, or record in policy.yaml why it is not asked here: ${answered(a, 'not-applicable')}.`,
      };
    },
  ),
  'requirement-unanswered': entry('info', (a: Cited & { questions: readonly string[] }) => ({
    reason: `${cited(a)} No fact can show it; somebody has to say: ${a.questions.join(' ')}`,
    fix: `Record the answer in policy.yaml: ${answered(a, 'yes')}.`,
  })),
};

/** What is wrong with an answer: nobody can waive it. */
export const answerMessages = {
  'requirement-unknown': entry('error', (a: { requirement: string } & Nearest) => ({
    reason: `There is no requirement ${a.requirement}, so that nothing is answered.`,
    fix: nearestOf(a, 'policyc check --profile PROFILE --format markdown lists those of a profile.'),
  })),
};
