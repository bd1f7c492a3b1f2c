import { join } from 'node:path';
import { hasErrors } from '../base/diagnostic.ts';
import { cannot } from '../base/failure.ts';
import { nearest } from '../base/nearest.ts';
import { formatPlace } from '../base/place.ts';
import { loadPolicy, type PolicySource } from '../model/load.ts';
import { schemaLine } from '../model/schema-line.ts';
import { workingTree } from '../revision/revision.ts';
import type { PolicyFolder } from '../revision/workspace-place.ts';
import { largestFile } from '../snapshot/allowance.ts';
import { isRefused } from '../snapshot/content.ts';
import { readRegularFile } from '../snapshot/read-file.ts';
import type { OverlayEntry } from '../translate/entry.ts';
import { editOverlay, newOverlay } from '../translate/overlay.ts';
import { fileIn, shown } from './paths.ts';
import { policiesOf } from './policies.ts';
import { withSchemaHome, workspaceAround } from './schema-home.ts';
import type { World } from './world.ts';

/** A policy of the workspace by its source files, with or without errors in its translations. */
export interface LocalePolicy {
  readonly folder: PolicyFolder;
  readonly path: string;
  readonly source: PolicySource;
}

/** The chosen policies of the workspace. Throws `CannotWork` when one cannot be read at all. */
export function localePolicies(paths: readonly string[], world: World): LocalePolicy[] {
  return policiesOf({ policy: paths }, world).map((folder) => {
    const path = shown(folder.folder, world);
    const { source, problems } = loadPolicy(workingTree(folder.folder));
    if (source && !hasErrors(problems)) return { folder, path, source };
    const problem = problems.find(({ severity }) => severity === 'error');
    const first = problem && { where: fileIn(path, formatPlace(problem.place)), problem };
    throw cannot('policy-has-errors', { first });
  });
}

/** The languages that a policy is translated into. */
export function translatedInto({ source }: LocalePolicy): readonly string[] {
  return source.head.locales.filter((locale) => locale !== source.head.prevailing);
}

/** The policies that are translated into a language; `CannotWork` when none is. */
export function policiesIn(policies: readonly LocalePolicy[], locale: string): readonly LocalePolicy[] {
  const found = policies.filter((policy) => translatedInto(policy).includes(locale));
  if (found.length > 0) return found;
  if (policies.some(({ source }) => source.head.prevailing === locale))
    throw cannot('locale-is-prevailing', { locale });
  const known = [...new Set(policies.flatMap(translatedInto))];
  throw cannot('locale-of-no-policy', { locale, nearest: nearest(locale, known) });
}

/** The chosen language, or every one, of each policy that is translated into it. */
export function inLanguages(
  policies: readonly LocalePolicy[],
  locale: string | undefined,
): { readonly policy: LocalePolicy; readonly locale: string }[] {
  if (locale !== undefined) return policiesIn(policies, locale).map((policy) => ({ policy, locale }));
  return policies.flatMap((policy) => translatedInto(policy).map((one) => ({ policy, locale: one })));
}

/**
 * The texts of locale files with these translations put in, by path. Throws `CannotWork` for a file that is written in a
 * way that cannot be edited piece by piece.
 */
export function editedFiles(
  { folder, path }: LocalePolicy,
  locale: string,
  files: ReadonlyMap<string, readonly OverlayEntry[]>,
  order: readonly string[],
): ReadonlyMap<string, string> {
  return new Map(
    [...files].map(([file, entries]) => {
      const raw = readIfThere(join(folder.folder, ...file.split('/')));
      const text =
        raw === undefined
          ? withSchemaHome(
              schemaLine(folder.path, file) + newOverlay(locale, entries),
              workspaceAround(folder),
            )
          : editOverlay(raw, locale, entries, order);
      if (text === undefined) throw cannot('locale-file-bound', { file: `${path}/${file}`, locale });
      return [file, text];
    }),
  );
}

/** The text with its byte-order mark and line ends. */
function readIfThere(path: string): string | undefined {
  const content = readRegularFile(path, largestFile);
  if (content === undefined) return undefined;
  if (!isRefused(content)) return new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
  throw cannot('locale-file-unreadable', { file: path, why: content.why });
}
