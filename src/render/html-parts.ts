import type { Element, ElementContent } from 'hast';
import type { Nodes } from 'mdast';
import type { Options } from 'remark-rehype';
import { element } from './element.ts';
import { type Block, type Fact, frames, type Group, type Part } from './nodes.ts';

export type Handlers = NonNullable<Options['handlers']>;
export type State = Parameters<NonNullable<Handlers['text']>>[0];

/**
 * Facts about readers' decisions (`say`) and what to know before them (`care`). Each set has its own place on a card.
 */
const say: ReadonlySet<string> = new Set(
  'consent shared refusal optOut withdrawal personalised personalisedOff'.split(' '),
);
const care: ReadonlySet<string> = new Set(
  'necessity impact protection automated automatedLogic automatedEffect automatedReview'.split(' '),
);

const cards: ReadonlySet<string> = new Set(['function', 'recipient']);
export function partElement(state: State, { id, formerly, role, children }: Part): Element {
  const anchors = formerly.map((former) => element('span', { id: former }));
  // The role of what is no clause becomes its class.
  const className = frames.some((one) => one === role)
    ? [role]
    : cards.has(role)
      ? ['card', role]
      : ['clause'];
  // Only a part with a title is a section.
  const tag = children.some(({ type }) => type === 'heading') ? 'section' : 'div';
  if (!cards.has(role))
    return element(tag, { id, className }, ...anchors, ...state.wrap(blocksOf(state, children), true));
  const facts = children.flatMap((child) => (child.type === 'factList' ? (child.children as Fact[]) : []));
  const others = children.filter((child) => child.type !== 'factList');
  const among = (names: ReadonlySet<string>): Fact[] => facts.filter((fact) => names.has(fact.name));
  const uses = facts.filter((fact) => !say.has(fact.name) && !care.has(fact.name));
  // Anchors go inside the body: beside it they would become columns of the card.
  const body = [
    ...anchors,
    ...state.wrap([...blocksOf(state, others), ...listOf(state, 'uses', uses)], true),
  ];
  const panels = [...listOf(state, 'say', among(say)), ...listOf(state, 'care', among(care))];
  return panels.length === 0
    ? element(tag, { id, className: [...className, 'body'] }, ...body)
    : element(tag, { id, className }, element('div', { className: ['body'] }, ...body), ...panels);
}

export function blocksOf(state: State, children: readonly Block[]): ElementContent[] {
  return state.all({ type: 'root', children: [...children] }) as ElementContent[];
}

function listOf(state: State, name: string, facts: readonly Fact[]): Element[] {
  return facts.length === 0 ? [] : [factsElement(state, name, facts)];
}

export function factsElement(state: State, name: string, facts: readonly Fact[]): Element {
  return element(
    'dl',
    { className: [name] },
    ...facts.flatMap((fact) => [
      element('dt', {}, fact.label),
      element('dd', {}, ...flowOf(state, fact.children)),
    ]),
  );
}

/** Blocks for a place where plain words may stand: a single paragraph needs no paragraph element. */
export function flowOf(state: State, children: readonly Block[]): ElementContent[] {
  const [only] = children;
  return children.length === 1 && only?.type === 'paragraph'
    ? (state.all(only as Nodes & { type: 'paragraph' }) as ElementContent[])
    : blocksOf(state, children);
}

export function groupElement(state: State, { role, children }: Group): Element {
  if (role !== 'more' && role !== 'listed')
    return element('div', { className: [role] }, ...blocksOf(state, children));
  const [title, ...rest] = children;
  return element(
    'details',
    { className: [role] },
    element('summary', {}, ...(title === undefined ? [] : flowOf(state, [title]))),
    ...blocksOf(state, rest),
  );
}
