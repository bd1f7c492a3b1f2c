import type { Root } from 'mdast';
import { treeOf } from '../render/html.ts';
import { markdownOf } from '../render/markdown.ts';
import { type Block, grid, heading, link, paragraph, part } from '../render/nodes.ts';
import { type PageLink, pageHtml } from '../render/page.ts';
import { titleText } from '../render/resolve.ts';
import { viewOf } from '../render/view.ts';
import { dateWords, localeName, type Words, wordsIn } from '../render/words.ts';
import { toldChanges } from './changes.ts';
import { feedFile, localeFolder, publicAddress, relativeLink } from './paths.ts';
import { changesPair, pathFor, versionPath } from './redline-place.ts';
import type { SitePolicy } from './site-policy.ts';
import { currentPath, type Files } from './version-page.ts';
import type { Version } from './versions.ts';

/** All versions of a policy, the newest first, and what changed in each, in every language of the version in force. */
export function archivePages(site: SitePolicy): Files {
  const { face } = site;
  if (!face || site.versions.length === 0) return [];
  return face.locales.flatMap((locale) => {
    const words = wordsIn(face, locale);
    const path = `${localeFolder(site.id, locale, face.prevailing)}/archive/index.html`;
    const title = words.archiveTitle(titleText(viewOf(face, locale), 'policy'));
    const main: Root = { type: 'root', children: archiveBlocks(site, locale, words, path) };
    const page = pageHtml({
      locale,
      words,
      title,
      contents: [],
      main: treeOf(main, words),
      bar: languages(site, locale, path),
      footLinks: [{ href: 'index.md', words: words.markdown }],
      footNotes: [],
      ...(site.siteUrl === undefined
        ? {}
        : { canonical: publicAddress(site.siteUrl, path), feed: `../${feedFile}` }),
    });
    const markdown = markdownOf({ type: 'root', children: [heading(1, title), ...main.children] }, words);
    return [[path, page] as const, [path.replace(/html$/, 'md'), markdown] as const];
  });
}

function languages(site: SitePolicy, locale: string, path: string): PageLink[] {
  const { id, face } = site;
  if (!face) return [];
  const home = currentPath(site, locale);
  const words = wordsIn(face, locale);
  const others = face.locales.filter((other) => other !== locale);
  return [
    ...(home === undefined ? [] : [{ href: relativeLink(path, home), words: words.toCurrent }]),
    ...others.map((other) => ({
      href: relativeLink(path, `${localeFolder(id, other, face.prevailing)}/archive/index.html`),
      words: localeName(face, other),
      locale: other,
    })),
  ];
}

function archiveBlocks(site: SitePolicy, locale: string, words: Words, path: string): Block[] {
  const newestFirst = [...site.versions].reverse();
  const { columns } = words;
  const rows = newestFirst.map((version) => [
    link(versionLink(site, version, locale, path), words.version(version.stamp.sequence)),
    dateWords(words, version.stamp.effective),
    dateWords(words, version.stamp.published),
    words.statusWords[version.stamp.status],
  ]);
  return [
    paragraph(words.archiveIntro),
    ...grid(words.allVersions, [columns.version, columns.effective, columns.published, columns.status], rows),
    heading(2, words.whatChanged),
    ...newestFirst.map((version) => changesOf(site, version, locale, words, path)),
  ];
}

function changesOf(site: SitePolicy, version: Version, locale: string, words: Words, path: string): Block {
  const { sequence, effective } = version.stamp;
  const title = heading(
    3,
    `${words.version(sequence)}${words.clauseSeparator}${words.effective(dateWords(words, effective))}`,
  );
  const pair = changesPair(site, version);
  const redline = pair && pathFor(pair, locale);
  return part(`version_${sequence}`, 'news', [
    title,
    ...toldChanges(version, locale, words, versionLink(site, version, locale, path)),
    ...(redline === undefined
      ? []
      : [paragraph(link(relativeLink(path, redline), words.redline.see), words.fullStop)]),
  ]);
}

function versionLink(site: SitePolicy, version: Version, locale: string, from: string): string {
  return relativeLink(from, versionPath(site, version, locale));
}
