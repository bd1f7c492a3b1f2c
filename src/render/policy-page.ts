import type { ElementContent, Root as Tree } from 'hast';
import type { Nodes, Root } from 'mdast';
import type { Policy } from '../model/policy.ts';
import { nodesOf } from '../syntax/prose.ts';
import { treeOf } from './html.ts';
import { type Block, paragraph } from './nodes.ts';
import type { ContentsEntry, Page } from './page.ts';
import { contentBlocks } from './policy-text.ts';
import { titlePhrase, titleText } from './resolve.ts';
import type { Stamp } from './stamp.ts';
import { correctionSentence, statusSentence, versionLine } from './status.ts';
import { type View, viewOf } from './view.ts';

/** The parts of a policy's page that come from the policy and its stamp; a site adds its links. */
export function policyPage(policy: Policy, locale: string, stamp: Stamp): Page {
  const view = viewOf(policy, locale);
  const { words } = view;
  const blocks = contentBlocks(view);
  const sentence = [statusSentence(words, stamp), correctionSentence(words, stamp)]
    .filter((line) => line !== '')
    .join(words.sentenceGap);
  return {
    locale,
    words,
    title: titleText(view, 'policy'),
    heading: phraseTree({ type: 'root', children: [paragraph(titlePhrase(view, 'policy'))] }, view),
    versionLine: versionLine(words, stamp),
    ...(stamp.status === undefined ? {} : { status: { tone: stamp.status, sentence } }),
    contents: contentsOf(blocks),
    main: treeOf({ type: 'root', children: blocks }, words),
    bar: [],
    footLinks: [],
    footNotes: [versionLine(words, stamp)].filter((line) => line !== ''),
  };
}

function phraseTree(root: Root, { words }: View): readonly ElementContent[] {
  const tree: Tree = treeOf(root, words);
  return tree.children.flatMap((node) => (node.type === 'element' ? node.children : []));
}

/** The parts of a document that navigation leads to: chapters with their titled clauses, and what is generated. */
function contentsOf(blocks: readonly Block[]): ContentsEntry[] {
  return blocks.flatMap((block): ContentsEntry[] => {
    if (block.type !== 'part') return [];
    const title = block.children.find((child) => child.type === 'heading');
    const below = contentsOf(block.children);
    return title === undefined ? below : [{ id: block.id, words: headingWords(title), below }];
  });
}

function headingWords(title: Nodes): string {
  return [...nodesOf(title)]
    .map((node) => ('value' in node ? `${node.value}${node.type === 'partNumber' ? ' ' : ''}` : ''))
    .join('')
    .trim();
}
