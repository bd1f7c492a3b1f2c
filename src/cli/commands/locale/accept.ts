import { plain } from '../../../base/escape.ts';
import { cannot } from '../../../base/failure.ts';
import { append } from '../../../base/group.ts';
import { nearest } from '../../../base/nearest.ts';
import { counted } from '../../../report/counted.ts';
import { startOf } from '../../../report/locale-status.ts';
import { originalsOf, type TextState, textName, textStates } from '../../../translate/texts.ts';
import { type Define, onPolicies } from '../../command.ts';
import {
  editedFiles,
  inLanguages,
  type LocalePolicy,
  localePolicies,
  translatedInto,
} from '../../locale-source.ts';
import { fileIn } from '../../paths.ts';
import type { OnPolicies } from '../../policies.ts';
import { replaceAllFiles } from '../../replace-files.ts';
import { exit, type World } from '../../world.ts';

export const define: Define = (command, world, done) => {
  onPolicies(command)
    .argument('[locale]', 'one language (optional with --all)')
    .argument('[text...]', 'texts as OWNER/FIELD, or OWNER for all its texts')
    .option('--all', 'every stale translation')
    .action((language, texts, options) => done(localeAccept(language, texts, options, world)));
};

interface LocaleAcceptOptions extends OnPolicies {
  readonly all?: boolean;
}

/** `policyc locale accept`: marks stale translations as still right. */
function localeAccept(
  locale: string | undefined,
  names: readonly string[],
  options: LocaleAcceptOptions,
  world: World,
): number {
  const policies = localePolicies(options.policy, world);
  const { language, texts } = languageAndTexts(locale, names, policies);
  if (texts.length === 0 && !options.all) throw cannot('texts-not-named', {});
  if (texts.length > 0 && options.all) throw cannot('texts-beside-all', {});
  const chosen = inLanguages(policies, language).map((one) => ({
    ...one,
    states: textStates(one.policy.source, one.locale),
  }));
  refuseUnknown(
    texts,
    chosen.flatMap(({ states }) => states),
  );
  // Every edit is worked out before the first file is written.
  const work = chosen.map(({ policy, locale, states }) => {
    const accepted = states.filter(
      (state) => state.state === 'stale' && (options.all || isNamed(state, texts)),
    );
    return { policy, accepted, files: acceptedFiles(policy, locale, states, accepted) };
  });
  replaceAllFiles(work.map(({ policy, files }) => ({ folder: policy.folder.folder, files })));
  for (const { policy, accepted } of work) {
    for (const { translation, mark, ...text } of accepted)
      world.out(
        plain`${fileIn(policy.path, translation?.file ?? '')}:${translation?.line}  ${textName(text)}  ${mark}  ${startOf(translation?.text ?? '')}\n`,
      );
  }
  const count = work.reduce((sum, { accepted }) => sum + accepted.length, 0);
  world.remark(
    count === 0
      ? 'None of these translations is stale: nothing was changed.\n'
      : `${counted(count, 'translation')} accepted.\n`,
  );
  return exit.fine;
}

/** The language may be left out; then the first word is a text, and all languages are meant. */
function languageAndTexts(
  first: string | undefined,
  names: readonly string[],
  policies: readonly LocalePolicy[],
): { readonly language: string | undefined; readonly texts: readonly string[] } {
  const isText =
    first !== undefined &&
    !policies.some((one) => translatedInto(one).includes(first)) &&
    policies.some(({ source }) => originalsOf(source).some((one) => isNamed(one, [first])));
  return isText ? { language: undefined, texts: [first, ...names] } : { language: first, texts: names };
}

function acceptedFiles(
  policy: LocalePolicy,
  locale: string,
  states: readonly TextState[],
  accepted: readonly TextState[],
): ReadonlyMap<string, string> {
  const files = new Map<string, { owner: string; field: string; of: string }[]>();
  for (const { owner, field, mark, translation } of accepted) {
    if (!translation) continue;
    append(files, translation.file, { owner, field, of: mark });
  }
  return editedFiles(policy, locale, files, states.map(textName));
}

function isNamed(text: Pick<TextState, 'owner' | 'field'>, names: readonly string[]): boolean {
  return names.includes(text.owner) || names.includes(textName(text));
}

function refuseUnknown(names: readonly string[], states: readonly TextState[]): void {
  for (const name of names) {
    const found = states.filter((state) => isNamed(state, [name]));
    if (found.length === 0) {
      const known = new Set(states.flatMap((state) => [state.owner, textName(state)]));
      throw cannot('text-unknown', { name, nearest: nearest(name, known) });
    }
    if (found.every(({ state }) => state === 'missing')) throw cannot('text-untranslated', { name });
  }
}
