import type { Paragraph } from 'mdast';
import type { Around } from '../render/around.ts';
import { heading, link, paragraph, part } from '../render/nodes.ts';
import { dateWords, wordsIn } from '../render/words.ts';
import { isFirst, toldChanges } from './changes.ts';
import { relativeLink } from './paths.ts';
import { changesPair, type Pair, pathFor, sincePair } from './redline-place.ts';
import type { SitePolicy } from './site-policy.ts';
import type { Version } from './versions.ts';

/** The anchor of the part of a version's page that lists its changes. */
const newsId = 'what_changed';

/**
 * What the page of a version says about its neighbours: the last change of meaning, the next version, and its own
 * changes.
 */
export function aroundOf(
  site: SitePolicy,
  version: Version,
  locale: string,
  path: string,
  archive: string | undefined,
): Around {
  const words = wordsIn(version.release.policy, locale);
  const { sequence } = version.stamp;
  const title = heading(2, words.changedIn(words.versionWithin(sequence)));
  const redlined = (pair: Pair | undefined, label: string): Paragraph[] => {
    const to = pair && pathFor(pair, locale);
    return to === undefined ? [] : [paragraph(link(relativeLink(path, to), label), words.fullStop)];
  };
  const ways = redlined(changesPair(site, version), words.redline.see);
  const told = toldChanges(version, locale, words, '');
  const news = isFirst(version) ? [] : [part(newsId, 'news', [title, ...told, ...ways])];
  const since = redlined(sincePair(site, version), words.redline.since);
  if (archive === undefined) return { lines: since, news };
  const ahead = version.inForce ? site.versions.find(({ stamp }) => stamp.status === 'scheduled') : undefined;
  const changed = site.versions
    .filter((one) => one.stamp.sequence <= sequence && one.stamp.status !== 'withdrawn')
    .findLast((one) => one.compared()?.meaning === true);
  const addressOf = (to: Version): string =>
    to === version ? `#${newsId}` : `${relativeLink(path, archive)}#version_${to.stamp.sequence}`;
  const line = (said: readonly string[], to: Version, label: string): Paragraph =>
    paragraph(...said, words.sentenceGap, link(addressOf(to), label), words.fullStop);
  const lines: Paragraph[] = [];
  if (changed !== undefined) {
    const nothing = version.compared()?.meaning === false ? [words.changedNothing, words.sentenceGap] : [];
    const { sequence: last, effective } = changed.stamp;
    const changedLast = words.changedLast(words.versionWithin(last), dateWords(words, effective));
    lines.push(line([...nothing, changedLast], changed, words.seeChanges));
  }
  if (ahead !== undefined) {
    const { sequence: next, effective } = ahead.stamp;
    const follows = words.takesItsPlace(words.version(next), dateWords(words, effective));
    lines.push(line([follows], ahead, words.seeNext));
  }
  return { lines: [...lines, ...since], nextIsTold: ahead !== undefined, news };
}
