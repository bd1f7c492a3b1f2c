import type { Element, ElementContent } from 'hast';
import type { PhrasingContent } from 'mdast';
import { editedWords } from '../render/edited.ts';
import { element } from '../render/element.ts';
import { wordsOf } from '../render/words.ts';
import { textOf } from './excerpt.ts';
import type { ComparisonReport, FoundChange, Group, State } from './report.ts';
import { placesOf } from './spot.ts';

/** The words for the state of a change, beside its verdict, and the tone of their badge. */
const badges: Readonly<Record<State, readonly [tone: string, words: string] | undefined>> = {
  plain: undefined,
  noted: ['new', 'decided'],
  draft: ['changed', 'note unfinished'],
  open: ['changed', 'not decided'],
  unrecorded: ['past', 'no note recorded'],
  backlog: ['past', 'not decided before'],
  settled: ['new', 'decided before'],
};

/** A change with everything needed to decide about it; a changed text is shown with its edits. */
export function changeCard(
  change: FoundChange,
  { detail }: Group,
  sides: ComparisonReport,
  from: string,
): Element {
  const { told, state, verdict } = change;
  const decided = state === 'noted' || state === 'settled' ? state : verdict;
  const card = (...children: readonly Element[]): Element =>
    element('div', { className: ['change', decided] }, ...children);
  const title = element('h3', {}, `${told.sign} ${told.headline}`);
  if (detail === 'words') return card(title);
  const badge = badges[state];
  const states = badge
    ? [element('p', {}, element('span', { className: ['badge', badge[0]] }, badge[1]))]
    : [];
  const lines = [
    ...(told.signal === undefined ? [] : [told.signal]),
    ...told.remarks,
    ...told.owed,
    ...(told.status === undefined ? [] : [told.status]),
  ];
  const where = placesOf(change, sides, from).join(' → ');
  return card(
    ...states,
    title,
    ...statedIn(change),
    ...(lines.length === 0 ? [] : [element('ul', {}, ...lines.map((line) => element('li', {}, line)))]),
    element('p', { className: ['where'] }, [told.subject, where].filter((part) => part !== '').join(' · ')),
  );
}

/** The statements of both sides; two texts become one with its edits. */
function statedIn(change: FoundChange): Element[] {
  const { before, after, table, told } = change;
  if (table !== 'prose' || !before || !after) return sidesList(told.before, told.after);
  const edited = editedWords(textOf(before), textOf(after), wordsOf('en')).flatMap(phrase);
  const words = element('p', { lang: change.key.at(-1) ?? 'und' }, ...edited);
  const beside = sidesList(told.before.slice(1), told.after.slice(1));
  return [element('div', { className: ['words'] }, words), ...beside];
}

function sidesList(before: readonly string[], after: readonly string[]): Element[] {
  const side = (name: string, lines: readonly string[]): Element[] =>
    lines.length === 0 ? [] : [element('dt', {}, name), ...lines.map((line) => element('dd', {}, line))];
  const items = [...side('before', before), ...side('after', after)];
  return items.length === 0 ? [] : [element('dl', { className: ['sides'] }, ...items)];
}

function phrase(node: PhrasingContent): ElementContent[] {
  if (node.type === 'text') return paragraphs(node.value);
  if (node.type !== 'edit') return [];
  const label = element('span', { className: ['hidden'] }, node.label);
  return [element(node.is === 'added' ? 'ins' : 'del', {}, label, ...node.children.flatMap(phrase))];
}

/** A blank line begins a paragraph; since an edit may span it, it is written as a break. */
function paragraphs(value: string): ElementContent[] {
  return value
    .split(/\n{2,}/)
    .flatMap((part, at): ElementContent[] => [
      ...(at === 0 ? [] : [element('br', {}), element('br', {})]),
      { type: 'text', value: part },
    ]);
}
