import type { Parents, Root } from 'mdast';
import { defaultHandlers, type Info, type SafeConfig, type State } from 'mdast-util-to-markdown';

/**
 * Writes a tree just as the library does, but faster: the library searches every text with an expression for each of
 * ninety marks, and here marks that are not in the text are skipped.
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
