import { isComplete, localeStatusJson, localeStatusText } from '../../../report/locale-status.ts';
import { textStates } from '../../../translate/texts.ts';
import { type Define, onPolicies, reporting } from '../../command.ts';
import { inLanguages, localePolicies } from '../../locale-source.ts';
import { deliver, type OutputOptions, styleOf } from '../../output.ts';
import type { OnPolicies } from '../../policies.ts';
import { exit, type World } from '../../world.ts';

export const define: Define = (command, world, done) => {
  onPolicies(reporting(command))
    .argument('[locale]', 'one language (default: all)')
    .action((language, options) => done(localeStatus(language, options, world)));
};

interface LocaleStatusOptions extends OnPolicies, OutputOptions {}

/** `policyc locale status`: how far each translation has come, and what is missing or stale. */
function localeStatus(locale: string | undefined, options: LocaleStatusOptions, world: World): number {
  const statuses = inLanguages(localePolicies(options.policy, world), locale).map(({ policy, locale }) => ({
    path: policy.path,
    policy: policy.source.head.id,
    locale,
    texts: textStates(policy.source, locale),
  }));
  const done = statuses.every(isComplete);
  const text =
    statuses.length === 0
      ? 'No policy here is translated: locales: of policy.yaml lists no other language.\n'
      : localeStatusText(statuses, styleOf(world, options));
  deliver(world, options, options.format === 'json' ? localeStatusJson(statuses) : text);
  if (!done && options.format === 'text')
    world.remark(
      'For a translator: policyc locale export LOCALE --only missing,stale. For translations that are right as they stand: policyc locale accept LOCALE OWNER/FIELD.\n',
    );
  return done ? exit.fine : exit.findings;
}
