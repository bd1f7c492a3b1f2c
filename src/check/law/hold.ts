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

function holdOne(
  requirement: Requirement,
  law: { readonly facts: Facts; readonly profile: Profile },
  answer: Answer | undefined,
  settings: RuleSettings,
): Held {
  const { id, citation, asks, evidence, when, demand } = requirement;
  const severity =
    evidence === 'recalled' && requirement.severity === 'error' ? 'warning' : requirement.severity;
  const applies = when ? judge(when, law) : undefined;
  const judged = judge(demand, law);
  const status = statusOf(judged, applies, answer);
  const missing = status === 'missing' || judged.standing === 'unmet' ? judged.lacks.map(lackWords) : [];
  const asked = applies?.standing === 'ask' ? applies.words : [];
  const words = status === 'not-asked' && answer === undefined ? [] : [...asked, ...judged.words];
  const covered: CoveredRequirement = {
    ...{ id, citation, asks, severity, evidence, status, by: judged.by, missing, words },
    ...(answer ? { answer: answerShown(answer) } : {}),
  };
  const { profile, facts } = law;
  const args = {
    ...{ profile: profile.id, edition: facts.policy.edition, since: profile.since },
    ...{ requirement: id, citation, asks, evidence },
  };
  const home = homeOf(facts);
  const findings = (): readonly Diagnostic[] =>
    (judged.lacks.length > 0 ? judged.lacks : [{ members: [], of: judged.words }]).map((lack: Lack) => {
      const owner = lack.row?.key[0] ?? '';
      const what = { owner, members: lack.members, lacks: lack.of };
      const found = diagnostic('requirement-unmet', { ...args, ...what }, lack.row?.place ?? home);
      return { ...found, severity: settled(settings['requirement-unmet'], severity, evidence) };
    });
  if (settings['requirement-unmet'] !== 'off') {
    if (status === 'missing') return { covered, problems: findings() };
    if (status === 'not-asked' && answer && judged.standing === 'unmet') {
      const reason = `${answer.note ?? 'not asked'} (${answer.by}, ${answer.on})`;
      return { covered, problems: findings().map((one) => ({ ...one, waived: { reason } })) };
    }
  }
  if (status !== 'to-answer' || settings['requirement-unanswered'] === 'off')
    return { covered, problems: [] };
  const open = diagnostic('requirement-unanswered', { ...args, questions: words }, home);
  const set = settings['requirement-unanswered'];
  return { covered, problems: [set ? { ...open, severity: set } : open] };
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
