import type { ElementContent, Root as Tree } from 'hast';
import type { Nodes, Paragraph } from 'mdast';
import { nodesOf } from '../syntax/prose.ts';
import { type Around, alone } from './around.ts';
import { treeOf } from './html.ts';
import { type Block, paragraph } from './nodes.ts';
import type { ContentsEntry, Page } from './page.ts';
import { type Content, withNews } from './policy-text.ts';
import { titlePhrase, titleText } from './resolve.ts';
import type { Stamp } from './stamp.ts';
import { correctionSentence, dated, statusSentence, versionLine, versionTitle } from './status.ts';
import type { Words } from './words.ts';

/**
 * The parts of a policy's page that follow from the policy, its stamp and the versions around it; the site adds its
 * links.
 */
export function policyPage(content: Content, stamp: Stamp, around: Around = alone): Page {
  const { view } = content;
  const { locale, words } = view;
  const blocks = withNews(content, around.news);
  const correction = correctionSentence(words, stamp);
  const line = versionLine(words, stamp);
  const lines = [
    ...(line === '' ? [] : [paragraph(dated(line, words, stamp), words.fullStop)]),
    ...(correction === '' ? [] : [paragraph(correction)]),
    ...around.lines,
  ];
  const name = titleText(view, 'policy');
  const said = statusSentence(words, stamp);
  const shown = stamp.status === undefined ? line : statusSentence(words, stamp, around.nextIsTold);
  return {
    locale,
    words,
    title: [name, versionTitle(words, stamp)].filter((part) => part !== '').join(words.titleGap),
    description: [name, stamp.status === undefined ? line : said]
      .filter((part) => part !== '')
      .join(words.titleGap),
    heading: phraseTree(paragraph(titlePhrase(view, 'policy')), view.words),
    ...(stamp.status === undefined && line === ''
      ? {}
      : {
          status: {
            tone: stamp.status ?? 'plain',
            sentence: phraseTree(paragraph(dated(shown, words, stamp)), words),
            more: (stamp.status === undefined ? lines.slice(1) : lines).map((one) => phraseTree(one, words)),
          },
        }),
    contents: contentsOf(blocks),
    main: treeOf({ type: 'root', children: blocks }, words),
    bar: [],
    footLinks: [],
    footNotes: line === '' ? [] : [line],
  };
}

/** The words of a paragraph as a tree for the head of the page. */
export function phraseTree(line: Paragraph, words: Words): readonly ElementContent[] {
  const tree: Tree = treeOf({ type: 'root', children: [line] }, words);
  return tree.children.flatMap((node) => (node.type === 'element' ? node.children : []));
}

/** The entries of the table of contents: chapters and generated parts, but no clauses. */
export function contentsOf(blocks: readonly Block[]): ContentsEntry[] {
  return blocks.flatMap((block): ContentsEntry[] => {
    if (block.type !== 'part') return [];
    const title = block.children.find((child) => child.type === 'heading');
    if (title === undefined) return [];
    const [first, ...rest] = title.children;
    const number = first?.type === 'partNumber' ? first.value : '';
    const foreign = rest.find((node) => node.type === 'foreignPhrase');
    const words = wordsOf(number === '' ? title.children : rest);
    return [{ id: block.id, number, words, ...(foreign ? { locale: foreign.locale } : {}) }];
  });
}

function wordsOf(phrase: readonly Nodes[]): string {
  return phrase
    .flatMap((node) => [...nodesOf(node)])
    .map((node) => ('value' in node ? node.value : ''))
    .join('')
    .trim();
}
