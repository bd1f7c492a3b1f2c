import type { Link } from 'mdast';
import { append } from '../base/group.ts';
import { badge } from '../render/badge.ts';
import { type BadgeTone, type Block, group, heading, link, paragraph, part } from '../render/nodes.ts';
import { titleText } from '../render/resolve.ts';
import type { StampStatus } from '../render/stamp.ts';
import { correctionSentence, dated, statusSentence, versionTitle } from '../render/status.ts';
import { viewOf } from '../render/view.ts';
import { capitalise, dateWords, listWords, type Words, wordsIn } from '../render/words.ts';
import { toldChanges } from './changes.ts';
import { archivePaths, currentPath, versionLink } from './page-paths.ts';
import { feedFile, relativeLink } from './paths.ts';
import { plainPage } from './plain-page.ts';
import { changesPair, pathFor } from './redline-place.ts';
import type { SitePolicy } from './site-policy.ts';
import type { Files } from './version-page.ts';
import type { Version } from './versions.ts';

/**
 * A list of all versions of a policy, newest first, with the changes in each; a page for every language of `site.face`.
 */
export function archivePages(site: SitePolicy): Files {
  const { face } = site;
  if (!face) return [];
  const paths = archivePaths(site);
  return [...paths].flatMap(([locale, path]) => {
    const words = wordsIn(face, locale);
    const title = words.archiveTitle(titleText(viewOf(face, locale), 'policy'));
    const home = currentPath(site, locale);
    return plainPage(site, face, {
      paths,
      locale,
      title,
      label: words.allVersions,
      description: words.archiveIntro,
      blocks: archiveBlocks(site, locale, words, path),
      before: home === undefined ? [] : [{ href: relativeLink(path, home), words: words.toCurrent }],
      feed: `../${feedFile}`,
    });
  });
}

function archiveBlocks(site: SitePolicy, locale: string, words: Words, path: string): Block[] {
  const newestFirst = [...site.versions].reverse();
  return [
    paragraph(words.archiveIntro),
    group('line', ...newestFirst.map((version) => versionBlock(site, version, locale, words, path))),
  ];
}

/** One version: when it is in force, what readers were told about its changes and when, and where to read it. */
function versionBlock(site: SitePolicy, version: Version, locale: string, words: Words, path: string): Block {
  const { stamp, release } = version;
  const line = (text: string) => paragraph(dated(text, words, stamp));
  const correction = correctionSentence(words, stamp);
  const published = capitalise(words.published(dateWords(words, stamp.published)));
  return part(`version_${stamp.sequence}`, 'version', [
    heading(2, versionTitle(words, stamp)),
    paragraph(badge(tones[stamp.status], words.statusWords[stamp.status])),
    line(statusSentence(words, stamp)),
    ...(correction === '' ? [] : [paragraph(correction)]),
    ...toldChanges(version, locale, words, versionLink(site, version, locale, path)),
    paragraph(
      ...waysTo(site, version, locale, words, path).flatMap((one, at) => (at === 0 ? [one] : [' · ', one])),
    ),
    group(
      'quiet',
      line(`${published}${words.fullStop}`),
      ...noticesOf(site, version, words),
      paragraph(words.record, words.colon, release.hash),
    ),
  ]);
}

const tones = {
  'in-force': 'current',
  scheduled: 'later',
  superseded: 'past',
  withdrawn: 'past',
  draft: 'later',
} as const satisfies Record<StampStatus, BadgeTone>;

function waysTo(site: SitePolicy, version: Version, locale: string, words: Words, path: string): Link[] {
  const pair = changesPair(site, version);
  const redline = pair && pathFor(pair, locale);
  return [
    link(versionLink(site, version, locale, path), words.readVersion),
    ...(redline === undefined ? [] : [link(relativeLink(path, redline), words.redline.see)]),
  ];
}

/** When readers were told, as recorded in the archive. */
function noticesOf({ notices }: SitePolicy, { stamp }: Version, words: Words): Block[] {
  const byDay = new Map<string, string[]>();
  for (const { channel, sent } of notices?.get(stamp.sequence) ?? []) append(byDay, sent, channel);
  return [...byDay]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([sent, channels]) => {
      const said = words.noticeSent(listWords(words, channels), dateWords(words, sent));
      return paragraph(dated(said, words, { published: sent }));
    });
}
