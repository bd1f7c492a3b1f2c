import { InvalidArgumentError, Option } from 'commander';
import { plain } from '../../../base/escape.ts';
import { cannot } from '../../../base/failure.ts';
import { earlierTexts } from '../../../revision/earlier-texts.ts';
import { type Exchange, unitsOf } from '../../../translate/exchange.ts';
import { type TextState, textStates } from '../../../translate/texts.ts';
import { type Define, onPolicies } from '../../command.ts';
import { localePolicies, policiesIn } from '../../locale-source.ts';
import { deliverTexts, type OutputOptions } from '../../output.ts';
import type { OnPolicies } from '../../policies.ts';
import { exit, type World } from '../../world.ts';

export const define: Define = (command, world, done) => {
  onPolicies(command)
    .argument('<locale>', 'the language to translate into')
    .addOption(
      new Option('--format <format>', 'XLIFF 2.1, or JSON').choices(['xliff', 'json']).default('xliff'),
    )
    .addOption(
      new Option('--only <states>', 'only these texts: missing, stale, or missing,stale').argParser(statesOf),
    )
    .option('-o, --output <file>', 'write to a file')
    .action(async (language, options) => done(await localeExport(language, options, world)));
};

function statesOf(value: string): string[] {
  const states = value.split(',').map((one) => one.trim());
  if (states.some((one) => one !== 'missing' && one !== 'stale'))
    throw new InvalidArgumentError('Allowed are missing, stale, or both with a comma between them.');
  return states;
}

interface LocaleExportOptions extends OnPolicies, OutputOptions {
  readonly format: 'xliff' | 'json';
  readonly only?: readonly ('missing' | 'stale')[];
}

/** What stale translations were made of. */
function staleMarks(states: readonly TextState[]): ReadonlySet<string> {
  return new Set(
    states.flatMap(({ state, translation }) => (state === 'stale' && translation ? [translation.of] : [])),
  );
}

/** `policyc locale export`: the texts of each policy with their translations, in a translator's format. */
async function localeExport(locale: string, options: LocaleExportOptions, world: World): Promise<number> {
  const policies = policiesIn(localePolicies(options.policy, world), locale);
  const [sourceLocale = '', another] = new Set(policies.map(({ source }) => source.head.prevailing));
  if (another !== undefined) throw cannot('export-from-several', { locales: [sourceLocale, another] });
  const { only } = options;
  const exchange: Exchange = {
    sourceLocale,
    locale,
    policies: policies.map(({ source, folder }) => {
      const states = textStates(source, locale);
      const wanted = only ? states.filter(({ state }) => only.some((one) => one === state)) : states;
      return {
        policy: source.head.id,
        units: unitsOf(wanted, earlierTexts(folder.folder, staleMarks(wanted))),
      };
    }),
  };
  const count = exchange.policies.reduce((sum, { units }) => sum + units.length, 0);
  if (count === 0) {
    world.remark(plain`Nothing is ${(only ?? []).join(' or ')} in ${locale}: nothing was written.\n`);
    return exit.fine;
  }
  const text =
    options.format === 'json'
      ? (await import('../../../translate/json.ts')).writeJson(exchange)
      : (await import('../../../translate/xliff-write.ts')).writeXliff(exchange);
  deliverTexts(world, options, text, options.format === 'json' ? 'json' : 'markup');
  return exit.fine;
}
