import type { Nodes } from 'mdast';
import type { Part } from './nodes.ts';

/**
 * Blocks that can be written on their own, independently of their neighbours. `part` is set if the run is a single
 * part.
 */
export interface Run {
  readonly part?: Part;
  readonly blocks: readonly Nodes[];
}

/**
 * Splits the blocks of a document into runs. A part begins with an anchor or a heading, so what comes before cannot
 * run into it. It may end with a list, so a new run begins after it only at a part, a paragraph or a heading.
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
