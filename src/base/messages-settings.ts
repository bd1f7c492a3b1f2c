import { didYouMean, entry, type Nearest, type Problem } from './message.ts';

/** What is wrong with how a workspace sets its rules, and with what a clause waives. */
export const settingMessages = {
  'site-misplaced': entry('error', (a: { problem: Problem }, words) => {
    const { reason, fix } = words(a.problem);
    return { reason: reason.replace(/^the/, 'The'), fix };
  }),
  'rule-unknown': entry('error', (a: { rule: string } & Nearest) => ({
    reason: `There is no rule ${a.rule}: what is set or waived here has no effect.`,
    fix: didYouMean(a.nearest, 'policyc rules lists them.'),
  })),
  'rule-fixed': entry('error', (a: { rule: string }) => ({
    reason: `${a.rule} can be neither set nor waived: a policy that has it cannot be understood.`,
    fix: 'Take it out, and fix what is reported. policyc rules lists what can be set.',
  })),
  'reason-missing': entry('error', (a: { rule: string; severity: string }) => ({
    reason: `${a.rule} is set to ${a.severity} without a reason, so that it stays as it was.`,
    fix: `Write ${a.rule}: { severity: ${a.severity}, reason: … }.`,
  })),
  'waiver-unused': entry('warning', (a: { rule: string; owner: string }) => ({
    reason: `${a.owner} waives ${a.rule}, and nothing of that kind is found in it.`,
    fix: 'Take the waiver out, so that it does not hide what comes later.',
  })),
  'waiver-expired': entry('warning', (a: { rule: string; owner: string; until: string }) => ({
    reason: `${a.owner} waived ${a.rule} until ${a.until}, and that day is past.`,
    fix: 'Fix what is found, or review it and set another day.',
  })),
  'register-entry-past': entry('warning', (a: { entry: string; until: string }) => ({
    reason: `${a.entry} ended on ${a.until}, and readers still find it on the list.`,
    fix: 'Take it out, or mend until:. Earlier versions keep it.',
  })),
};
