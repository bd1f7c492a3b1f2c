import type { Element, Nodes } from 'hast';
import { elements, first, hasHeads, isVast, spanOf, wordsIn } from '../html.ts';

/** So many characters are written again at most in a table: cells over hundreds of rows are there for the layout. */
const mostRepeated = 20_000;

/**
 * Says in each row of a table what a cell says that spans several: in Markdown every row has all its cells, and one left
 * empty would say that of this company or cookie nothing is told.
 */
export function repeatAcrossRows(body: Nodes): void {
  for (const table of elements(body, 'table')) {
    const isForLayout =
      !hasHeads(table) && table.children.some((child) => first(child, 'table') !== undefined);
    if (isForLayout || isVast(table)) continue;
    const rows = [...elements(table, 'tr')];
    const filled = filledRows(rows);
    for (const [index, row] of rows.entries()) row.children = filled?.[index] ?? row.children;
  }
}

interface Spanning {
  readonly cell: Element;
  readonly rows: number;
}

/** All the cells of each row, each of one row; undefined when that would be too much to read. */
function filledRows(rows: readonly Element[]): Element[][] | undefined {
  let [spanning, repeated] = [new Map<number, Spanning>(), 0];
  const filled: Element[][] = [];
  for (const row of rows) {
    const own = row.children.filter((child) => child.type === 'element').values();
    const below = new Map<number, Spanning>();
    const cells: Element[] = [];
    for (let column = 0; ; ) {
      const above = spanning.get(column);
      const cell = above?.cell ?? own.next().value;
      if (!cell) break;
      if (above) repeated += wordsIn(cell).length;
      if (repeated > mostRepeated) return undefined;
      const left = (above?.rows ?? spanOf(cell, 'rowSpan')) - 1;
      const single = above ? cell : { ...cell, properties: { ...cell.properties, rowSpan: 1 } };
      if (left > 0) below.set(column, { cell: single, rows: left });
      column += spanOf(cell, 'colSpan');
      cells.push(single);
    }
    filled.push(cells);
    spanning = below;
  }
  return filled;
}
