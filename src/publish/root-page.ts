import { treeOf } from '../render/html.ts';
import { bullets, type Inline, link, paragraph, strong } from '../render/nodes.ts';
import { titleText } from '../render/resolve.ts';
import type { Stamp } from '../render/stamp.ts';
import { statusSentence } from '../render/status.ts';
import { viewOf } from '../render/view.ts';
import { type Words, wordsIn, wordsOf } from '../render/words.ts';
import { archivePath, currentPath } from './page-paths.ts';
import { localeFolder } from './paths.ts';
import type { SitePolicy } from './site-policy.ts';

/** What the site's first page shows about a policy, before it is put in words. */
export interface RootLine {
  readonly title: string;
  readonly stamp: Stamp | undefined;
  /** The paths of the policy's own page, of its list of versions, and of its draft. */
  readonly home: string | undefined;
  readonly archive: string | undefined;
  readonly draft: string | undefined;
}

export function rootLine(policy: SitePolicy): RootLine {
  const { face, current, draft, id } = policy;
  return {
    title: face === undefined ? id : titleText(viewOf(face, face.prevailing), 'policy'),
    stamp: current?.stamp,
    home: face && currentPath(policy, face.prevailing),
    archive: face && archivePath(policy, face.prevailing),
    draft: draft && `${localeFolder(id, draft.prevailing, draft.prevailing)}/draft/index.html`,
  };
}

/** The language of the site's first page: that of the first policy. */
export interface Spoken {
  readonly locale: string;
  readonly words: Words;
}

export function spokenBy(face: SitePolicy['face']): Spoken {
  if (face === undefined) return { locale: 'en', words: wordsOf('en') };
  return { locale: face.prevailing, words: wordsIn(face, face.prevailing) };
}

/** The site's first page: every policy with its status. */
export function rootPage(
  lines: readonly RootLine[],
  { locale, words }: Spoken,
  pageAt: SitePolicy['pageAt'],
): string {
  const list = bullets(lines.map((line) => [paragraph(...inWords(line, words))]));
  const children = [paragraph(words.siteIntro), ...(lines.length === 0 ? [] : [list])];
  return pageAt('index.html', {
    locale,
    words,
    title: words.siteTitle,
    contents: [],
    main: treeOf({ type: 'root', children }, words),
    bar: [],
    footLinks: [],
    footNotes: [],
  });
}

function inWords({ title, stamp, home, archive, draft }: RootLine, words: Words): (string | Inline)[] {
  const more = (to: string | undefined, label: string) => (to === undefined ? [] : [' ', link(to, label)]);
  return [
    strong(home === undefined ? title : link(home, title)),
    ` ${stamp === undefined ? words.noneInForce : statusSentence(words, stamp)}`,
    ...more(archive, words.allVersions),
    ...more(draft, words.statusWords.draft),
  ];
}
