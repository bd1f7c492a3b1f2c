import type { FailureEntry } from './message.ts';
import { commandFailures } from './messages-command.ts';
import { gitFailures } from './messages-git.ts';
import { importFailures } from './messages-import.ts';
import { initFailures } from './messages-init.ts';
import { nameFailures } from './messages-names.ts';
import { revisionFailures } from './messages-revision.ts';
import { siteFailures } from './messages-site.ts';
import { translationFailures } from './messages-translation.ts';
import { versionFailures } from './messages-version.ts';

/** Everything that keeps policyc from its work, in words. `policyc explain` makes the page of each from its entry. */
export const failures = {
  ...commandFailures,
  ...nameFailures,
  ...initFailures,
  ...importFailures,
  ...revisionFailures,
  ...versionFailures,
  ...gitFailures,
  ...siteFailures,
  ...translationFailures,
} satisfies Record<string, Pick<FailureEntry<never>, 'sort' | 'say'>>;

export type FailureCode = keyof typeof failures;
export type FailureArguments<C extends FailureCode> = Parameters<(typeof failures)[C]['say']>[0];
