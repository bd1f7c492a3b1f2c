import { type Block, group, heading, paragraph, part } from './nodes.ts';
import { partLink, proseBlocks, prosePhrase, titleText } from './resolve.ts';
import type { View } from './view.ts';

const summaryId = 'in_short';

/**
 * The first layer: short versions of chapters and clauses, each linked to its full text. The first point of a chapter
 * is always shown and the others may be folded; only the text below is binding. Empty if nothing has a summary.
 */
export function summary(view: View): Block[] {
  const first: Block[] = [];
  const more: Block[] = [];
  for (const { id, clauses } of view.rows.chapters) {
    const points = [id, ...clauses.map((clause) => clause.id)].flatMap((owner) => pointOf(view, id, owner));
    first.push(...points.slice(0, 1));
    more.push(...points.slice(1));
  }
  if (first.length === 0) return [];
  const { words } = view;
  return [
    part(summaryId, 'summary', [
      heading(2, words.summary),
      group('quiet', paragraph(words.summaryNote)),
      group('short', ...first),
      ...(more.length === 0 ? [] : [group('more', paragraph(words.summaryMore), group('short', ...more))]),
    ]),
  ];
}

function pointOf(view: View, chapter: string, owner: string): Block[] {
  const way = partLink(view, owner, wayTo(view, owner));
  const title = heading(3, titleText(view, owner) || titleText(view, chapter));
  if (owner === chapter) {
    const blocks = proseBlocks(view, chapter, 'summary');
    return blocks.length === 0 ? [] : [group('point', title, ...blocks, paragraph(way))];
  }
  const phrase = prosePhrase(view, owner, 'summary');
  return phrase.length === 0 ? [] : [group('point', title, paragraph(phrase, ' ', way))];
}

/** The words of the link say where it leads; identical links would help nobody. */
function wayTo(view: View, id: string): string {
  const number = view.numbers.get(id);
  return number === undefined ? view.words.readMore : `${view.words.labels.section} ${number}`;
}
