import { type Diagnostic, diagnostic } from '../../base/diagnostic.ts';
import type { Severity } from '../../base/message.ts';
import { nearest } from '../../base/nearest.ts';
import { type Place, startOfFile } from '../../base/place.ts';
import type { Answer } from '../../model/answers.ts';
import type { Policy } from '../../model/policy.ts';
import type { Profile, Requirement } from '../../model/requirements.ts';
import { Facts } from '../rule.ts';
import type { RuleSettings } from '../rules.ts';
import { type Judged, judge, type Lack } from './judge.ts';

/**
 * How a policy stands to a requirement: what it states meets it; something is missing; nothing that it speaks of is
 * there, or somebody has said that it is not asked; somebody has to say; somebody has; or policyc sees to it elsewhere.
 */
export type Status = 'met' | 'missing' | 'not-asked' | 'to-answer' | 'answered' | 'kept';

/** A profile as it was held against a policy. */
export interface ProfileCoverage {
  readonly profile: string;
  readonly title: string;
  readonly edition: string;
  readonly since: string;
  readonly requirements: readonly CoveredRequirement[];
}

export interface CoveredRequirement {
  readonly id: string;
  readonly citation: string;
  readonly asks: string;
  readonly severity: Severity;
  readonly evidence: Requirement['evidence'];
  readonly status: Status;
  /** Clauses that meet it. */
  readonly by: readonly string[];
  readonly missing: readonly string[];
  /** What a person has to say, or where it is kept. */
  readonly words: readonly string[];
  readonly answer?: Pick<Answer, 'answer' | 'by' | 'on' | 'note'>;
}

export interface HeldAgainstLaw {
  readonly coverage: readonly ProfileCoverage[];
  readonly problems: readonly Diagnostic[];
}

/** What profiles ask of a policy, requirement by requirement, and what of it is missing. */
export function holdAgainst(
  policy: Policy,
  profiles: readonly Profile[],
  answers: readonly Answer[],
  settings: RuleSettings = {},
): HeldAgainstLaw {
  const facts = new Facts(policy);
  const byName = new Map(answers.map((answer) => [answer.requirement, answer]));
  const held = profiles.map((profile) => {
    const each = profile.requirements.map((requirement) => {
      const answer = byName.get(`${profile.id}/${requirement.id}`);
      return holdOne(requirement, { facts, profile }, answer, settings);
    });
    const { id, title, since } = profile;
    const requirements = each.map(({ covered }) => covered);
    const coverage = { profile: id, title, edition: policy.edition, since, requirements };
    return { coverage, problems: each.flatMap(({ problems }) => problems) };
  });
  return {
    coverage: held.map(({ coverage }) => coverage),
    problems: [...held.flatMap(({ problems }) => problems), ...strangeAnswers(answers, profiles)],
  };
}

interface Held {
  readonly covered: CoveredRequirement;
  readonly problems: readonly Diagnostic[];
}

interface Law {
  readonly facts: Facts;
  readonly profile: Profile;
}

function holdOne(
  { id, citation, asks, evidence, when, demand, ...own }: Requirement,
  law: Law,
  answer: Answer | undefined,
  settings: RuleSettings,
): Held {
  const severity = evidence === 'recalled' && own.severity === 'error' ? 'warning' : own.severity;
  const applies = when ? judge(when, law) : undefined;
  const judged = judge(demand, law);
  const status = statusOf(judged, applies, answer);
  const missing = status === 'missing' || judged.standing === 'unmet' ? judged.lacks.map(lackWords) : [];
  const asked = applies?.standing === 'ask' ? applies.words : [];
  const then = asked.length === 0 ? judged.words : judged.words.map((one) => `If so: ${one}`);
  const words = status === 'not-asked' && answer === undefined ? [] : [...asked, ...then];
  const covered: CoveredRequirement = {
    id,
    citation,
    asks,
    severity,
    evidence,
    status,
    by: judged.by,
    missing,
    words,
    ...(answer ? { answer: answerShown(answer) } : {}),
  };
  return { covered, problems: problemsWith(covered, judged, law, settings) };
}

/** What no clause states, at each place that lacks it, or what nobody has answered. */
function problemsWith(
  covered: CoveredRequirement,
  judged: Judged,
  { facts, profile }: Law,
  settings: RuleSettings,
): readonly Diagnostic[] {
  const { id: requirement, citation, asks, severity, evidence, status, words } = covered;
  const { id, since } = profile;
  const { edition } = facts.policy;
  const args = { profile: id, edition, since, requirement, citation, asks, evidence };
  const home = homeOf(facts);
  if (status === 'to-answer') {
    const set = settings['requirement-unanswered'];
    if (set === 'off') return [];
    const open = diagnostic('requirement-unanswered', { ...args, questions: words }, home);
    return [set ? { ...open, severity: set } : open];
  }
  const set = settings['requirement-unmet'];
  const waived = waiverOf(covered, judged);
  if (set === 'off' || (status !== 'missing' && !waived)) return [];
  const lacks: readonly Lack[] = judged.lacks.length > 0 ? judged.lacks : [{ members: [], of: judged.words }];
  return lacks.map(({ row, members, of }) => {
    const what = { owner: row?.key[0] ?? '', members, lacks: of };
    const found = diagnostic('requirement-unmet', { ...args, ...what }, row?.place ?? home);
    return { ...found, severity: settled(set, severity, evidence), ...(waived && { waived }) };
  });
}

/** Why what is missing need not be there: somebody answered that it is not asked. */
function waiverOf({ status, answer }: CoveredRequirement, judged: Judged): Diagnostic['waived'] {
  if (status !== 'not-asked' || answer === undefined || judged.standing !== 'unmet') return undefined;
  return { reason: `${answer.note ?? 'not asked'} (${answer.by}, ${answer.on})` };
}

function statusOf(judged: Judged, applies: Judged | undefined, answer: Answer | undefined): Status {
  if (answer?.answer === 'not-applicable') return 'not-asked';
  if (applies?.standing === 'unmet' || applies?.standing === 'absent') return 'not-asked';
  if (judged.standing === 'met' || judged.standing === 'kept') return judged.standing;
  if (judged.standing === 'absent') return 'not-asked';
  if (judged.standing === 'ask') {
    if (!answer) return 'to-answer';
    return answer.answer === 'yes' ? 'answered' : 'missing';
  }
  // It is asked only where somebody says that it applies.
  return applies?.standing === 'ask' && !answer ? 'to-answer' : 'missing';
}

function settled(
  set: Severity | 'off' | undefined,
  own: Severity,
  evidence: Requirement['evidence'],
): Severity {
  const wanted = set === undefined || set === 'off' ? own : set;
  return wanted === 'error' && evidence === 'recalled' ? 'warning' : wanted;
}

function lackWords({ row, members, of }: Lack): string {
  if (!row) return of.join(', ');
  return `${row.key[0]}${members.length === 0 ? '' : ` (${members.join(', ')})`}: ${of.join(', ')}`;
}

function answerShown({ answer, by, on, note }: Answer): NonNullable<CoveredRequirement['answer']> {
  return { answer, by, on, ...(note === undefined ? {} : { note }) };
}

/** Where what no clause states is missing: the profile that the policy names, else the policy. */
function homeOf(facts: Facts): Place {
  return facts.all('policy')[0]?.place ?? startOfFile('policy.yaml');
}

function strangeAnswers(answers: readonly Answer[], profiles: readonly Profile[]): readonly Diagnostic[] {
  const known = profiles.flatMap(({ id, requirements }) => requirements.map((one) => `${id}/${one.id}`));
  const held = new Set(profiles.map(({ id }) => id));
  return answers.flatMap(({ requirement, place }) =>
    held.has(requirement.split('/')[0] ?? '') && !known.includes(requirement)
      ? [diagnostic('requirement-unknown', { requirement, nearest: nearest(requirement, known) }, place)]
      : [],
  );
}
