import { audienceInSentence } from './clauses/clause.ts';
import { forReaders, kindsOfReaders } from './for-readers.ts';
import { type Block, bullets, group, heading, paragraph, part } from './nodes.ts';
import { partLink, partName, titleLink, titleText } from './resolve.ts';
import { listed, type View } from './view.ts';

const choicesId = 'your_choices';

/**
 * What readers can refuse, what they can ask for, and what applies only to some of them. It comes first, because
 * readers come for it.
 */
export function choices(view: View): Block[] {
  const { rows, words } = view;
  const clauses = rows.chapters
    .flatMap((chapter) => chapter.clauses)
    .filter(({ id, kind }) => kind === 'right' || titleText(view, id) !== '');
  const named = (kind: string, isShown: (id: string) => boolean = () => true): string[] =>
    clauses.flatMap((clause) => (clause.kind === kind && isShown(clause.id) ? [clause.id] : []));
  const refusable = [
    ...named('function', (id) => {
      const tier = rows.value('function', [id], 'tier');
      return tier === 'additional' || (tier === '' && rows.flag('function', [id], 'optOut'));
    }),
    // Only what a clause says can be refused is listed.
    ...named(
      'technology',
      (id) =>
        rows.value('technology', [id], 'necessary') === 'false' || rows.flag('technology', [id], 'optOut'),
    ),
  ];
  const lists = [...list(view, words.canRefuse, refusable), ...list(view, words.canAsk, named('right'))];
  const readers = readersList(view, named('minors'));
  if (lists.length + readers.length === 0) return [];
  if (lists.length === 0)
    return [
      part(choicesId, 'choices', [heading(2, words.forSome), group('find', group('point', ...readers))]),
    ];
  const some = readers.length === 0 ? [] : [group('point', heading(3, words.forSome), ...readers)];
  return [part(choicesId, 'choices', [heading(2, words.choices), group('find', ...lists, ...some)])];
}

/** A longer list would not fit on a screen beside the others, so it is grouped by chapter. */
const atOnce = 36;

function list(view: View, title: string, ids: readonly string[]): Block[] {
  if (ids.length === 0) return [];
  const links = (some: readonly string[]): Block =>
    bullets(some.map((id) => [paragraph(titleLink(view, id), ...forWhom(view, id))]));
  if (ids.length <= atOnce) return [group('point', heading(3, title), links(ids))];
  const wanted = new Set(ids);
  const chapters = view.rows.chapters.flatMap(({ id, clauses }): Block[] => {
    const inside = clauses.flatMap((clause) => (wanted.has(clause.id) ? [clause.id] : []));
    return inside.length === 0 ? [] : [counted(view, partName(view, id), inside.length, links(inside))];
  });
  return [group('point', heading(3, title), ...chapters)];
}

/** Whose choice it is, unless it is everybody's: nobody is offered what is for others. */
function forWhom(view: View, id: string): string[] {
  const limits = kindsOfReaders.map((kind) => [kind, view.rows.ids('applies', id, kind)] as const);
  if (limits.every(([, names]) => names.length === 0)) return [];
  const { open, close } = view.words;
  return [open, audienceInSentence(view, id, Object.fromEntries(limits)), close];
}

/** What applies only to some readers, grouped by who they are; then the sections on children. */
function readersList(view: View, minors: readonly string[]): Block[] {
  const { words } = view;
  const readers = forReaders(view).map(({ who, ids }): Block => {
    const links = listed(
      view,
      ids.map((id) => partLink(view, id)),
    );
    return ids.length > 2
      ? counted(view, who, ids.length, paragraph(links))
      : paragraph(who, words.colon, links);
  });
  return [...readers, ...minors.map((id) => paragraph(titleLink(view, id)))];
}

/** Links to several sections, below what they have in common and their number. */
function counted({ words }: View, name: string, count: number, ways: Block): Block {
  return group('listed', paragraph(name, words.colon, words.sectionCount(count)), ways);
}
