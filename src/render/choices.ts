import { type Block, bullets, group, heading, paragraph, part } from './nodes.ts';
import { titleLink, titleText } from './resolve.ts';
import type { View } from './view.ts';

export const choicesId = 'your_choices';

/** What readers can refuse and what they can ask for, each with a way to it: what they come for, before anything else. */
export function choices(view: View): Block[] {
  const { rows, words } = view;
  const clauses = rows.chapters
    .flatMap((chapter) => chapter.clauses)
    .filter(({ id }) => titleText(view, id) !== '');
  const named = (kind: string, isShown: (id: string) => boolean = () => true): string[] =>
    clauses.flatMap((clause) => (clause.kind === kind && isShown(clause.id) ? [clause.id] : []));
  const refusable = [
    ...named('function', (id) => {
      const tier = rows.value('function', [id], 'tier');
      return tier === 'additional' || (tier === '' && rows.flag('function', [id], 'optOut'));
    }),
    // What nobody says can be refused is not listed as if it could.
    ...named(
      'technology',
      (id) =>
        rows.value('technology', [id], 'necessary') === 'false' || rows.flag('technology', [id], 'optOut'),
    ),
  ];
  const lists = [...list(view, words.canRefuse, refusable), ...list(view, words.canAsk, named('right'))];
  if (lists.length === 0) return [];
  return [part(choicesId, 'choices', [heading(2, words.choices), group('find', ...lists)])];
}

function list(view: View, title: string, ids: readonly string[]): Block[] {
  if (ids.length === 0) return [];
  const items = ids.map((id) => [paragraph(titleLink(view, id))]);
  return [group('point', heading(3, title), bullets(items))];
}
