import { localeFolder, printedFile } from './paths.ts';
import type { PrintedPage } from './site-input.ts';
import type { SitePolicy } from './site-policy.ts';

/** The pages to print: the version in force, and every version at its permanent link, in each of their languages. */
export function printedPages({ id, versions, current }: SitePolicy): PrintedPage[] {
  return [
    ...(current ? [{ version: current, below: '' }] : []),
    ...versions.map((version) => ({ version, below: `/${version.folder}` })),
  ].flatMap(({ version: { release, stamp }, below }) =>
    release.policy.locales.map((locale) => {
      const folder = `${localeFolder(id, locale, release.policy.prevailing)}${below}`;
      return { page: `${folder}/index.html`, pdf: `${folder}/${printedFile}`, date: stamp.published };
    }),
  );
}
