import type { Nodes, PhrasingContent } from 'mdast';
import { nodesOf } from '../syntax/prose.ts';
import { clauseBlocks } from './clause-blocks.ts';
import { saidBefore } from './clauses/before.ts';
import { type Block, type Fact, factList } from './nodes.ts';
import type { Line, LineLook, Passage } from './passage.ts';
import { parties } from './policy-text.ts';
import { proseBlocks, subjectName, titlePhrase, titleText } from './resolve.ts';
import type { View } from './view.ts';
import type { Words } from './words.ts';

/**
 * Every passage in reading order, each on its own: a new number is not a change, nor is saying in full what another
 * passage used to say first.
 */
export function passagesOf(numbered: View): Passage[] {
  const view = {
    ...numbered,
    numbers: new Map([...numbered.numbers.keys()].map((id) => [id, ''])),
    formsSaid: new Map(),
  };
  const passage = (id: string, blocks: readonly Block[], chapter = id): Passage => ({
    id,
    name: titleText(view, id) || subjectName(view, id) || titleText(view, chapter),
    lines: [
      ...linesOf([...proseBlocks(view, id, 'summary')], view.words, 'summary', 'summary'),
      ...linesOf(blocks, view.words),
    ],
  });
  const titled = (id: string, depth: 1 | 2): Block[] => [
    { type: 'heading', depth, children: titlePhrase(view, id) },
    ...proseBlocks(view, id, 'text'),
  ];
  return [
    passage('policy', [...titled('policy', 1), ...parties(view)]),
    ...view.rows.chapters.flatMap(({ id, clauses }) => {
      const { before, told } = saidBefore(view, clauses);
      return [
        passage(id, [...titled(id, 2), ...factList(before)]),
        ...clauses.map((clause) => passage(clause.id, clauseBlocks(view, clause, told.has(clause.id)), id)),
      ];
    }),
  ];
}

/** Blocks as a reader's lines. */
export function linesOf(
  blocks: readonly (Block | Fact)[],
  words: Words,
  key = 'text',
  look: LineLook = 'paragraph',
): Line[] {
  return blocks.flatMap((node): Line[] => {
    switch (node.type) {
      case 'heading':
        return line('title', plainWords(node), looks[node.depth - 1] ?? 'clause');
      case 'paragraph':
      case 'code':
        return line(key, plainWords(node), look);
      case 'fact': {
        const [first, ...rest] = node.children;
        const lead = first?.type === 'paragraph' ? plainWords(first) : '';
        const others = linesOf(lead === '' ? node.children : rest, words, node.label, 'fact');
        return [...line(node.label, `${node.label}${words.colon}${lead}`, 'fact'), ...others];
      }
      case 'grid':
        return node.rows.flatMap((row) =>
          line(
            'row',
            row
              .map((cell, index) => cellWords(cell, index === 0 ? '' : (node.columns[index] ?? ''), words))
              .filter((cell) => cell !== '')
              .join(words.titleGap),
            'row',
          ),
        );
      case 'table':
        return node.children.flatMap((row) =>
          line('row', row.children.map(plainWords).join(words.titleGap), 'row'),
        );
      case 'list':
        return linesOf(node.children as unknown as Block[], words, key, look === 'fact' ? look : 'item');
      default:
        return 'children' in node ? linesOf(node.children as Block[], words, key, look) : [];
    }
  });
}

const looks: readonly LineLook[] = ['title', 'chapter', 'clause'];

function line(key: string, words: string, look: LineLook): Line[] {
  const shown = words.replace(/\s+/g, ' ').trim();
  return shown === '' ? [] : [{ key, words: shown, look }];
}

function cellWords(cell: readonly PhrasingContent[], column: string, words: Words): string {
  const shown = cell.map(plainWords).join('');
  return shown === '' || column === '' ? shown : `${column}${words.colon}${shown}`;
}

/** The words of a node, with the targets of links, since only the target may differ. */
function plainWords(node: Nodes): string {
  return [...nodesOf(node)]
    .map((one) => {
      if (one.type === 'link' && !one.url.startsWith('#')) {
        const shown = one.children.map(plainWords).join('');
        return shown !== '' && one.url.includes(shown) ? '' : `(${one.url}) `;
      }
      if (one.type === 'break') return ' ';
      return 'value' in one ? one.value : '';
    })
    .join('');
}
