import { join } from 'node:path';
import { plain } from '../../../base/escape.ts';
import { cannot } from '../../../base/failure.ts';
import { nearest } from '../../../base/nearest.ts';
import { wordsWanted } from '../../../model/build.ts';
import { schemaLine } from '../../../model/schema-line.ts';
import { largestFile } from '../../../snapshot/allowance.ts';
import { isRefused } from '../../../snapshot/content.ts';
import { readRegularFile } from '../../../snapshot/read-file.ts';
import { wordsFile } from '../../../translate/words-file.ts';
import { type Define, onPolicies } from '../../command.ts';
import { type LocalePolicy, localePolicies } from '../../locale-source.ts';
import { deliver, type OutputOptions } from '../../output.ts';
import { fileIn } from '../../paths.ts';
import type { OnPolicies } from '../../policies.ts';
import { replaceAllFiles } from '../../replace-files.ts';
import { withSchemaHome, workspaceAround } from '../../schema-home.ts';
import { exit, type World } from '../../world.ts';

export const define: Define = (command, world, done) => {
  onPolicies(command)
    .argument('<locale>', 'a language that policy.yaml lists')
    .option('--write', 'write words/<locale>.yaml in each policy; existing words are kept')
    .option('-o, --output <file>', 'write to a file')
    .action((locale, options) => done(localeWords(locale, options, world)));
};

interface LocaleWordsOptions extends OnPolicies, OutputOptions {
  readonly write?: boolean;
}

/** `policyc locale words`: a file for the words of pages in a language, with the English beside each. */
function localeWords(locale: string, options: LocaleWordsOptions, world: World): number {
  const policies = localePolicies(options.policy, world);
  const listed = [...new Set(policies.flatMap(({ source }) => source.head.locales))];
  if (!listed.includes(locale))
    throw cannot('locale-of-no-policy', { locale, nearest: nearest(locale, listed) });
  const wanted = policies.filter(({ source }) => source.head.locales.includes(locale));
  const path = `words/${locale}.yaml`;
  if (!options.write) {
    const [policy, another] = wanted;
    if (!policy || another) throw cannot('policy-not-chosen', { command: undefined });
    deliver(world, options, textFor(policy, locale, path));
    return exit.fine;
  }
  replaceAllFiles(
    wanted.map((policy) => ({
      folder: policy.folder.folder,
      files: new Map([[path, textFor(policy, locale, path)]]),
    })),
  );
  for (const policy of wanted) world.out(plain`${fileIn(policy.path, path)}\n`);
  world.remark('policyc check lists the texts that are still empty.\n');
  return exit.fine;
}

function textFor({ folder, path: policy, source }: LocalePolicy, locale: string, path: string): string {
  const content = readRegularFile(join(folder.folder, ...path.split('/')), largestFile);
  const file = fileIn(policy, path);
  if (content !== undefined && isRefused(content))
    throw cannot('locale-file-unreadable', { file, why: content.why });
  const raw = content && new TextDecoder('utf-8').decode(content);
  const text = wordsFile(raw, { locale, ...wordsWanted(source) });
  if (text === undefined) throw cannot('locale-file-bound', { file, locale });
  return raw === undefined
    ? withSchemaHome(schemaLine(folder.path, path) + text, workspaceAround(folder))
    : text;
}
