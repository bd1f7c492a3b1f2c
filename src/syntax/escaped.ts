import type { Parents, Root } from 'mdast';
import { defaultHandlers, type Info, type SafeConfig, type State } from 'mdast-util-to-markdown';

/**
 * Writes a tree as the library does, which looks through every text for each of ninety marks: those that are not in it
 * are passed over, where it would run an expression for each.
 */
export function escapedRoot(node: Root, parent: Parents | undefined, state: State, info: Info): string {
  const asked = { ...state };
  const safe = (value: string | null | undefined, config: SafeConfig): string => {
    const text = `${config.before ?? ''}${value ?? ''}${config.after ?? ''}`;
    asked.unsafe = state.unsafe.filter(({ character }) => text.includes(character));
    return asked.safe(value, config);
  };
  return defaultHandlers.root(node, parent, { ...state, safe }, info);
}
