import { treeOf } from '../render/html.ts';
import { type Block, bullets, link, paragraph, strong } from '../render/nodes.ts';
import { titleText } from '../render/resolve.ts';
import { statusSentence } from '../render/status.ts';
import { viewOf } from '../render/view.ts';
import { type Words, wordsIn, wordsOf } from '../render/words.ts';
import { localeFolder } from './paths.ts';
import type { SitePolicy } from './site-policy.ts';
import { currentPath } from './version-page.ts';

/** The site's first page: every policy with the state it is in. It speaks the language of the first policy. */
export interface RootPage {
  readonly add: (policy: SitePolicy) => void;
  readonly page: () => string;
}

export function rootPage(pageAt: SitePolicy['pageAt']): RootPage {
  const items: Block[][] = [];
  let spoken: { readonly locale: string; readonly words: Words } | undefined;
  const page = (locale: string, words: Words): string => {
    const blocks: Block[] = [paragraph(words.siteIntro), ...(items.length === 0 ? [] : [bullets(items)])];
    return pageAt('index.html', {
      locale,
      words,
      title: words.siteTitle,
      contents: [],
      main: treeOf({ type: 'root', children: blocks }, words),
      bar: [],
      footLinks: [],
      footNotes: [],
    });
  };
  return {
    add(policy) {
      spoken ??= spokenBy(policy.face);
      items.push([paragraph(...policyLine(policy, spoken.words))]);
    },
    page() {
      const { locale, words } = spoken ?? spokenBy(undefined);
      return page(locale, words);
    },
  };
}

function spokenBy(face: SitePolicy['face']): { readonly locale: string; readonly words: Words } {
  if (face === undefined) return { locale: 'en', words: wordsOf('en') };
  return { locale: face.prevailing, words: wordsIn(face, face.prevailing) };
}

function policyLine(policy: SitePolicy, words: Words) {
  const { face, current, versions, draft, id } = policy;
  const title = face === undefined ? id : titleText(viewOf(face, face.prevailing), 'policy');
  const home = face === undefined ? undefined : currentPath(policy, face.prevailing);
  const archive =
    face === undefined || versions.length === 0
      ? []
      : [
          [
            `${localeFolder(id, face.prevailing, face.prevailing)}/archive/index.html`,
            words.allVersions,
          ] as const,
        ];
  const drafts =
    draft === undefined
      ? []
      : [
          [
            `${localeFolder(id, draft.prevailing, draft.prevailing)}/draft/index.html`,
            words.statusWords.draft,
          ] as const,
        ];
  return [
    home === undefined ? strong(title) : strong(link(home, title)),
    ` ${current === undefined ? words.noneInForce : statusSentence(words, current.stamp)}`,
    ...[...archive, ...drafts].flatMap(([to, label]) => [' ', link(to, label)]),
  ];
}
