import { treeOf } from '../render/html.ts';
import { type Block, heading, type Inline, link, paragraph } from '../render/nodes.ts';
import type { PageLink } from '../render/page.ts';
import { phraseTree } from '../render/policy-page.ts';
import { titlePhrase, titleText } from '../render/resolve.ts';
import { dated, statusSentence, versionLine } from '../render/status.ts';
import { viewOf } from '../render/view.ts';
import { localeName, wordsIn } from '../render/words.ts';
import { metadataOf } from './metadata.ts';
import { localeFolder, relativeLink } from './paths.ts';
import { versionPath } from './redline-place.ts';
import type { SitePolicy } from './site-policy.ts';
import { twinOf } from './twin.ts';
import type { Files } from './version-page.ts';

/** What stands at a policy's stable address while no version is in force, in each language: where to find those that there are. */
export function pendingPages(site: SitePolicy): Files {
  const { id, face, versions, draft } = site;
  if (!face) return [];
  const pathIn = (locale: string): string => `${localeFolder(id, locale, face.prevailing)}/index.html`;
  return face.locales.flatMap((locale) => {
    const words = wordsIn(face, locale);
    const path = pathIn(locale);
    const view = viewOf(face, locale);
    const title = titleText(view, 'policy');
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
    const blocks: Block[] = [paragraph(words.noneInForce), ...shown, ...drafts];
    const bar: PageLink[] = [
      ...face.locales
        .filter((other) => other !== locale)
        .map((other) => ({
          href: relativeLink(path, pathIn(other)),
          words: localeName(face, other),
          locale: other,
        })),
      ...(versions.length === 0 ? [] : [{ href: 'archive/index.html', words: words.allVersions }]),
    ];
    const paths = new Map(face.locales.map((one) => [one, pathIn(one)]));
    const page = site.pageAt(path, {
      locale,
      words,
      title,
      heading: phraseTree(paragraph(titlePhrase(view, 'policy')), words),
      contents: [],
      main: treeOf({ type: 'root', children: blocks }, words),
      bar,
      footLinks: [{ href: 'index.md', words: words.markdown }],
      footNotes: [],
      ...metadataOf(site, { title, locale, prevailing: face.prevailing, paths }),
    });
    const twin = twinOf(site, {
      path,
      locale,
      words,
      title,
      label: title,
      description: words.noneInForce,
      noindex: false,
      links: bar,
      children: [heading(1, titlePhrase(view, 'policy')), ...blocks],
    });
    return [[path, page] as const, twin];
  });
}
