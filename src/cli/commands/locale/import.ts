import { resolve } from 'node:path';
import { hasErrors } from '../../../base/diagnostic.ts';
import { plain } from '../../../base/escape.ts';
import { cannot } from '../../../base/failure.ts';
import { isPointer } from '../../../base/lfs-pointer.ts';
import { limits } from '../../../base/limits.ts';
import { why } from '../../../base/messages-why.ts';
import { checkSnapshot } from '../../../check/check-snapshot.ts';
import { counted } from '../../../report/counted.ts';
import { problemsText } from '../../../report/problem-text.ts';
import { workingTree } from '../../../revision/revision.ts';
import type { Workspace } from '../../../revision/workspace-place.ts';
import { isRefused } from '../../../snapshot/content.ts';
import { readRegularFile } from '../../../snapshot/read-file.ts';
import { type Exchange, firstAgain, NotReadable } from '../../../translate/exchange.ts';
import { mergeUnits } from '../../../translate/merge.ts';
import { textName, textStates } from '../../../translate/texts.ts';
import { type Define, onPolicies } from '../../command.ts';
import { editedFiles, type LocalePolicy, localePolicies, policiesIn } from '../../locale-source.ts';
import { styleOf } from '../../output.ts';
import { fileIn, textOnDisk } from '../../paths.ts';
import { type OnPolicies, workspaceOf } from '../../policies.ts';
import { replaceAllFiles } from '../../replace-files.ts';
import { exit, type World } from '../../world.ts';

export const define: Define = (command, world, done) => {
  onPolicies(command)
    .argument(
      '<file>',
      'the XLIFF 2 or JSON file that came back, or a published translation: .md, .html or .txt',
    )
    .option('--locale <language>', 'the language of a published translation (default: detected)')
    .action(async (file, options) => done(await localeImport(file, options, world)));
};

interface LocaleImportOptions extends OnPolicies {
  readonly locale?: string;
}

/** `policyc locale import`: writes what a translator sent back into the locale files, or nothing at all. */
async function localeImport(file: string, options: LocaleImportOptions, world: World): Promise<number> {
  const exchange = /\.(?:md|markdown|html?|txt)$/i.test(file)
    ? (await import('../../published-translation.ts')).readTranslation(file, options, world)
    : await readExchange(file, world);
  const { locale } = exchange;
  const policies = policiesIn(localePolicies(options.policy, world), locale);
  // Before any work: a file may hold one policy a hundred thousand times.
  const again = firstAgain(exchange.policies.map(({ policy }) => policy));
  if (again !== undefined) throw cannot('import-policy-twice', { file, policy: again });
  const work = exchange.policies.map(({ policy: id, units }) => {
    const policy = policies.find(({ source }) => source.head.id === id);
    if (!policy) throw cannot('import-policy-unknown', { file, policy: id, locale });
    const written = policy.source.head.prevailing;
    if (written !== exchange.sourceLocale)
      throw cannot('import-source-differs', { file, policy: id, from: exchange.sourceLocale, written });
    const twice = firstAgain(units.map(textName));
    if (twice !== undefined) throw cannot('import-text-twice', { file, policy: id, text: twice });
    const states = textStates(policy.source, locale);
    const merge = mergeUnits(states, units, locale);
    if (merge.unknown.length > 0)
      throw cannot('import-text-unknown', { file, policy: id, texts: merge.unknown });
    return { policy, merge, files: editedFiles(policy, locale, merge.files, states.map(textName)) };
  });
  replaceAllFiles(work.map(({ policy, files }) => ({ folder: policy.folder.folder, files })));
  for (const { policy, merge } of work) {
    for (const [path, entries] of merge.files) {
      world.out(plain`${fileIn(policy.path, path)}\n`);
      for (const entry of entries) world.out(plain`  ${textName(entry)}\n`);
    }
    if (merge.kept.length > 0)
      world.remark(
        plain`Kept as they are, because the text changed and was translated again meanwhile: ${merge.kept.join(', ')}\n`,
      );
  }
  const count = work.reduce((sum, { merge }) => sum + [...merge.files.values()].flat().length, 0);
  world.remark(
    count === 0
      ? 'Nothing in it is new: nothing was written.\n'
      : `${counted(count, 'translation')} written.\n`,
  );
  const sound = work.map(({ policy, files }) => isSound(policy, files, workspaceOf(options, world), world));
  return sound.every(Boolean) ? exit.fine : exit.findings;
}

/** Reports what `check` would say of the files just written. */
function isSound(
  { folder, path }: LocalePolicy,
  files: ReadonlyMap<string, string>,
  { rules }: Pick<Workspace, 'rules'>,
  world: World,
): boolean {
  if (files.size === 0) return true;
  const found = checkSnapshot(workingTree(folder.folder), rules).problems.filter(({ place }) =>
    files.has(place.file),
  );
  const textOf = (file: string) => textOnDisk(folder.folder, file);
  world.remark(problemsText(found, (name) => fileIn(path, name), textOf, styleOf(world, { format: 'text' })));
  return !hasErrors(found);
}

async function readExchange(file: string, world: World): Promise<Exchange> {
  const path = resolve(world.cwd, file);
  const content = readRegularFile(path, limits.importedBytes, 'follow');
  if (content === undefined) throw cannot('import-missing', { file });
  if (isRefused(content)) throw cannot('import-unreadable', { file, why: content.why });
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    if (isPointer(text)) throw new NotReadable(why('pointer'));
    return text.trimStart().startsWith('<')
      ? (await import('../../../translate/xliff-read.ts')).readXliff(text)
      : (await import('../../../translate/json.ts')).readJson(text);
  } catch (error) {
    if (error instanceof NotReadable) throw cannot('import-unreadable', { file, why: error.why });
    if (error instanceof TypeError) throw cannot('import-not-text', { file });
    throw error;
  }
}
