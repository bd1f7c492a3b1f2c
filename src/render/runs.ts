import type { Nodes } from 'mdast';
import type { Part } from './nodes.ts';

/** Blocks that are written without regard to what is around them. A part alone says which. */
export interface Run {
  readonly part?: Part;
  readonly blocks: readonly Nodes[];
}

/**
 * The blocks of a document in runs. A part begins with its anchor or its heading, so nothing before it runs into it; it may
 * end with a list, so what follows is apart only where it is a part, a paragraph or a heading.
 */
export function runsOf(blocks: readonly Nodes[]): Run[] {
  const runs: Nodes[][] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    const apart = block.type === 'part' || (before?.type === 'part' && endsLists.has(block.type));
    if (last === undefined || apart) runs.push([block]);
    else last.push(block);
  }
  return runs.map((run) => {
    const [first] = run;
    return run.length === 1 && first?.type === 'part' ? { part: first, blocks: run } : { blocks: run };
  });
}

const endsLists: ReadonlySet<string> = new Set(['paragraph', 'heading']);
