import { treeOf } from '../render/html.ts';
import { type Inline, link, paragraph } from '../render/nodes.ts';
import { titleText } from '../render/resolve.ts';
import { statusSentence, versionLine } from '../render/status.ts';
import { viewOf } from '../render/view.ts';
import { wordsIn } from '../render/words.ts';
import { localeFolder, relativeLink } from './paths.ts';
import type { SitePolicy } from './site-policy.ts';
import type { Files } from './version-page.ts';

/** What stands at a policy's stable address while no version is in force: where to find those that there are. */
export function pendingPage({ id, face, versions, draft, pageAt }: SitePolicy): Files {
  if (!face) return [];
  const locale = face.prevailing;
  const words = wordsIn(face, locale);
  const path = `${id}/index.html`;
  const go = (to: string, label: string): Inline => link(relativeLink(path, to), label);
  const shown = versions.map(({ release, folder, stamp }) => {
    const { prevailing } = release.policy;
    return paragraph(
      go(`${localeFolder(id, prevailing, prevailing)}/${folder}/index.html`, versionLine(words, stamp)),
      '. ',
      statusSentence(words, stamp),
    );
  });
  const drafts = draft === undefined ? [] : [paragraph(go(`${id}/draft/index.html`, words.status.draft))];
  const page = pageAt(path, {
    locale,
    words,
    title: titleText(viewOf(face, locale), 'policy'),
    contents: [],
    main: treeOf({ type: 'root', children: [paragraph(words.noneInForce), ...shown, ...drafts] }, words),
    bar: versions.length === 0 ? [] : [{ href: 'archive/index.html', words: words.allVersions }],
    footLinks: [],
    footNotes: [],
  });
  return [[path, page]];
}
