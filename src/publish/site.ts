import { localeFolder, printedFile } from './paths.ts';
import { type JoinedSite, joinSite, pagesIn, planPolicy, sitePolicy } from './planned.ts';
import type { PrintedPage, SiteInput } from './site-input.ts';
import type { SitePolicy } from './site-policy.ts';

/**
 * Every file of the site by path, in the order in which to write them: versions, then the pages and indexes that link
 * to them, `build.json` last. The same input gives the same bytes. `tell` is called with the number of policies done.
 */
export function planSite(
  given: SiteInput,
  tell: (done: number, of: number) => void = () => {},
): ReadonlyMap<string, string> {
  const { siteUrl } = given;
  const input = {
    ...given,
    asOf: given.asOf.toWellFormed(),
    ...(siteUrl === undefined ? {} : { siteUrl: siteUrl.toWellFormed() }),
  };
  let site: JoinedSite | undefined;
  let done = 0;
  for (const policy of input.policies) {
    tell(done++, input.policies.length);
    site ??= joinSite(input, policy);
    site.add(planPolicy(policy, input));
  }
  return (site ?? joinSite(input, undefined)).files();
}

/** The pages of the site to print, with the paths of their PDFs. */
export function pagesToPrint(input: SiteInput): PrintedPage[] {
  const pageAt = pagesIn(input);
  return Array.from(input.policies, (policy) => printedPages(sitePolicy(policy, input, pageAt))).flat();
}

/** The pages to print: the version in force, and every version at its permanent link, in each of their languages. */
function printedPages({ id, versions, current }: SitePolicy): PrintedPage[] {
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
