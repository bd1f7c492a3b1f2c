import type { Root } from 'mdast';
import { element } from '../render/element.ts';
import { treeOf } from '../render/html.ts';
import { markdownOf } from '../render/markdown.ts';
import { type Block, heading, link, paragraph } from '../render/nodes.ts';
import { titleText } from '../render/resolve.ts';
import { dated, versionLine, versionTitle } from '../render/status.ts';
import { stringify } from '../render/stringify.ts';
import { viewOf } from '../render/view.ts';
import { type Words, wordsIn } from '../render/words.ts';
import { directionOf } from '../words/scripts.ts';
import { toldChanges } from './changes.ts';
import { versionPath } from './page-paths.ts';
import { localeFolder, publicAddress } from './paths.ts';
import { changesPair, pathFor } from './redline-place.ts';
import type { SitePolicy } from './site-policy.ts';
import type { Files } from './version-page.ts';
import type { Version } from './versions.ts';

/**
 * Messages to send to readers of a version whose notes describe changes, in each language: a banner, a pop-up, an
 * e-mail. The words are those of the notes and of the page, and do not depend on the day of the build. None without
 * `site.url`: relative links lead nowhere in a message.
 */
export function notices(site: SitePolicy, version: Version): Files {
  const { siteUrl } = site;
  const { policy, changes } = version.release;
  if (siteUrl === undefined || changes.changes.length === 0) return [];
  return policy.locales.flatMap((locale) => {
    const words = wordsIn(policy, locale);
    const folder = `${localeFolder(site.id, locale, policy.prevailing)}/${version.folder}/notice`;
    const { subject, banner, message } = partsOf(site, siteUrl, version, locale, words);
    const inElement = (blocks: readonly Block[]): string => fragment(blocks, locale, words);
    const inPlainWords = markdownOf({ type: 'root', children: [heading(1, subject), ...message] }, words);
    return [
      [`${folder}/banner.html`, inElement(banner)],
      [`${folder}/pop-up.html`, inElement([heading(2, subject), ...message])],
      [`${folder}/e-mail.html`, letter(subject, message, locale, words)],
      [`${folder}/e-mail.md`, inPlainWords],
    ] as const;
  });
}

interface Parts {
  readonly subject: string;
  readonly banner: readonly Block[];
  readonly message: readonly Block[];
}

function partsOf(site: SitePolicy, siteUrl: string, version: Version, locale: string, words: Words): Parts {
  const { policy } = version.release;
  const to = publicAddress(siteUrl, versionPath(site, version, locale));
  const pair = changesPair(site, version);
  const redline = pair && pathFor(pair, locale);
  const seen = redline === undefined ? to : publicAddress(siteUrl, redline);
  const name = titleText(viewOf(policy, locale), 'policy');
  const subject = [name, versionTitle(words, version.stamp)].join(words.titleGap);
  const more = link(seen, words.seeNext);
  return {
    subject,
    banner: [paragraph(dated(subject, words, version.stamp), words.fullStop, words.sentenceGap, more)],
    message: [
      paragraph(dated(versionLine(words, version.stamp), words, version.stamp), words.fullStop),
      ...toldChanges(version, locale, words, to),
      paragraph(more),
      paragraph(link(to, words.readVersion)),
    ],
  };
}

/** HTML to insert into a page: one element with its language. */
function fragment(blocks: readonly Block[], locale: string, words: Words): string {
  const { children } = treeOf({ type: 'root', children: [...blocks] } satisfies Root, words);
  const parts = children.flatMap((node) => (node.type === 'doctype' ? [] : [node]));
  return stringify({
    type: 'root',
    children: [element('div', { lang: locale, dir: directionOf(locale) }, ...parts)],
  });
}

/** A document that any mail program shows: it has no style and no script. The subject is its title. */
function letter(subject: string, message: readonly Block[], locale: string, words: Words): string {
  const { children } = treeOf({ type: 'root', children: [heading(1, subject), ...message] }, words);
  const parts = children.flatMap((node) => (node.type === 'doctype' ? [] : [node]));
  const head = element(
    'head',
    {},
    element('meta', { charSet: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, subject),
  );
  const document = element(
    'html',
    { lang: locale, dir: directionOf(locale) },
    head,
    element('body', {}, element('main', {}, ...parts)),
  );
  return stringify({ type: 'root', children: [{ type: 'doctype' }, document] });
}
