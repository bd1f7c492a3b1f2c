import { type Block, bullets, heading, paragraph, part } from './nodes.ts';
import { partLink, proseBlocks, prosePhrase, titleText } from './resolve.ts';
import type { View } from './view.ts';

export const summaryId = 'in_short';

/** The first layer: what chapters and clauses say in short, each with a way to its full text. Empty when none does. */
export function summary(view: View): Block[] {
  const chapters = view.rows.chapters.flatMap(({ id, clauses }): Block[] => {
    const items = clauses.flatMap((clause): Block[][] => {
      const phrase = prosePhrase(view, clause.id, 'summary');
      return phrase.length === 0
        ? []
        : [[paragraph(phrase, ' ', partLink(view, clause.id, arrow(view, clause.id)))]];
    });
    const opening = proseBlocks(view, id, 'summary');
    if (items.length === 0 && opening.length === 0) return [];
    return [
      heading(3, partLink(view, id, titleText(view, id))),
      ...opening,
      ...(items.length === 0 ? [] : [bullets(items)]),
    ];
  });
  if (chapters.length === 0) return [];
  return [
    part(summaryId, 'summary', [
      heading(2, view.words.summary),
      ...chapters,
      paragraph(view.words.summaryNote),
    ]),
  ];
}

/** The link's words name where it leads: a page of links that all say the same helps nobody. */
function arrow(view: View, id: string): string {
  const number = view.numbers.get(id);
  return number === undefined ? view.words.readMore : `${view.words.labels.section} ${number}`;
}
