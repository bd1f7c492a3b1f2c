import { type Inline, link, paragraph } from '../render/nodes.ts';
import { titlePhrase, titleText } from '../render/resolve.ts';
import { dated, statusSentence, versionLine } from '../render/status.ts';
import { viewOf } from '../render/view.ts';
import { wordsIn } from '../render/words.ts';
import { versionPath } from './page-paths.ts';
import { localeFolder, relativeLink } from './paths.ts';
import { plainPage } from './plain-page.ts';
import type { SitePolicy } from './site-policy.ts';
import type { Files } from './version-page.ts';

/**
 * The page at a policy's stable address while no version is in force, in each language: it links to the versions there
 * are.
 */
export function pendingPages(site: SitePolicy): Files {
  const { id, face, versions, draft } = site;
  if (!face) return [];
  const pathIn = (locale: string): string => `${localeFolder(id, locale, face.prevailing)}/index.html`;
  return face.locales.flatMap((locale) => {
    const words = wordsIn(face, locale);
    const path = pathIn(locale);
    const view = viewOf(face, locale);
    const go = (to: string, label: string): Inline => link(relativeLink(path, to), label);
    const shown = versions.map((version) =>
      paragraph(
        go(versionPath(site, version, locale), versionLine(words, version.stamp)),
        words.fullStop,
        words.sentenceGap,
        ...dated(statusSentence(words, version.stamp), words, version.stamp),
      ),
    );
    const drafted = draft?.locales.includes(locale) ? locale : draft?.prevailing;
    const drafts =
      draft === undefined || drafted === undefined
        ? []
        : [
            paragraph(
              go(`${localeFolder(id, drafted, draft.prevailing)}/draft/index.html`, words.status.draft),
            ),
          ];
    return plainPage(site, face, {
      paths: new Map(face.locales.map((one) => [one, pathIn(one)])),
      locale,
      title: titleText(view, 'policy'),
      phrase: titlePhrase(view, 'policy'),
      description: words.noneInForce,
      blocks: [paragraph(words.noneInForce), ...shown, ...drafts],
      after: versions.length === 0 ? [] : [{ href: 'archive/index.html', words: words.allVersions }],
    });
  });
}
