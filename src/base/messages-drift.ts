import { entry, list } from './message.ts';

/** What a repository says of a product, by what it is. */
export interface Told {
  readonly what: 'permission' | 'package' | 'cookie' | 'data';
  /** As the repository, or the policy, has it. */
  readonly name: string;
  /** What it stands for: a permission of the taxonomy, a piece of software and who makes it, categories. */
  readonly means: readonly string[];
  /** The data that it usually gets. */
  readonly data: readonly string[];
}

/** What software is, and who makes it when that is another name. */
const maker = (means: readonly string[]): string => [...new Set(means)].join(' of ');

const undeclared: Readonly<Record<Told['what'], (a: Told) => { reason: string; fix: string }>> = {
  permission: ({ name, means }) => ({
    reason: `The app asks for ${name}, and no function of the policy has the permission ${list(means)}.`,
    fix: `Declare it where it is used: permissions: [{ permission: ${means[0]}, trigger: … }], or take it out of the app.`,
  }),
  package: ({ name, means, data }) => ({
    reason: `${name} is ${maker(means)}, which no technology or recipient of the policy names. It usually gets ${list(data, 'and')}.`,
    fix: 'Declare it: a technology of type sdk, a recipient, or a line of a register. Look up what it gets in your set-up.',
  }),
  cookie: ({ name, means }) => ({
    reason: `The cookie ${name} is set${means.length === 0 ? '' : ` (usually by ${maker(means)})`}, and no technology of the policy names it.`,
    fix: 'Declare it: a technology of type cookie, or a line of its register, with the name of the cookie as the id.',
  }),
  data: ({ name, means }) => ({
    reason: `The privacy manifest says that ${name} is collected, and no function or technology of the policy collects ${list(means)}.`,
    fix: 'Add the data to what collects it, or take the type out of the manifest.',
  }),
};

const notFound: Readonly<Record<Told['what'], (a: Told) => { reason: string; fix: string }>> = {
  permission: ({ name }) => ({
    reason: `The policy has the permission ${name}, and no manifest that was read asks for it.`,
    fix: 'Take it out of the policy, or name the folder of the app that asks for it.',
  }),
  package: ({ name, means }) => ({
    reason: `The policy names ${name} (${maker(means)}), and no list of dependencies that was read has it.`,
    fix: 'Take it out of the policy when it is gone, or name the folder where it is used.',
  }),
  cookie: ({ name }) => ({
    reason: `The policy names the cookie ${name}, and no recording that was read sets it.`,
    fix: 'Take it out of the policy when it is gone, or record pages that set it.',
  }),
  data: ({ name, means }) => ({
    reason: `The policy collects ${name}, and no privacy manifest that was read has ${list(means)}.`,
    fix: 'Add the type to PrivacyInfo.xcprivacy when the app collects it.',
  }),
};

/** What differs between a policy and what the code of the product says of itself. */
export const driftMessages = {
  'drift-undeclared': entry('warning', (a: Told) => undeclared[a.what](a)),
  'drift-not-found': entry('info', (a: Told) => notFound[a.what](a)),
};
