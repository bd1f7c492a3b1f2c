import { plain } from '../base/escape.ts';
import { cannot } from '../base/failure.ts';
import { loadPolicy } from '../model/load.ts';
import { snapshotOfNew } from '../scaffold/workspace.ts';
import type { Exchange } from '../translate/exchange.ts';
import { unitsFrom } from '../translate/from-document.ts';
import { originalsOf, textStates } from '../translate/texts.ts';
import { importFile } from './import-source.ts';
import { localePolicies, policiesIn } from './locale-source.ts';
import type { World } from './world.ts';

/** A translation that was published as a document, as if a translator had sent it. Throws `CannotWork`. */
export function readTranslation(
  file: string,
  { policy: paths, locale: given }: { readonly policy: readonly string[]; readonly locale?: string },
  world: World,
): Exchange {
  const policies = localePolicies(paths, world);
  if (given !== undefined) policiesIn(policies, given);
  const known = { id: 'translation', company: 'Company', ...(given === undefined ? {} : { locale: given }) };
  const { files, head, told } = importFile(file, known, world);
  const { locale } = head;
  const [policy, another] = policiesIn(policies, locale);
  const document = loadPolicy(snapshotOfNew(files)).source;
  if (!policy || !document) throw cannot('import-empty', { file });
  const ids = [policy, another].flatMap((one) => one?.source.head.id ?? []);
  if (another) throw cannot('translation-of-which', { file, locale, ids });
  const { id, prevailing } = policy.source.head;
  const found = unitsFrom(textStates(policy.source, locale), originalsOf(document));
  if (!found) {
    const [ours, theirs] = [policy.source, document].map(({ chapters }) => chapters.length);
    throw cannot('translation-apart', { file, policy: id, ours: ours ?? 0, theirs: theirs ?? 0 });
  }
  world.remark(told);
  for (const { id: part, ours, theirs } of found.apart)
    world.remark(
      plain`Of ${part} the title alone is taken over: what stands below it is more, fewer or others in ${file} (${theirs}) than in the policy (${ours}).\n`,
    );
  return { sourceLocale: prevailing, locale, policies: [{ policy: id, units: found.units }] };
}
