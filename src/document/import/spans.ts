import type { Element, Nodes } from 'hast';
import { elements, first, hasHeads, isVast, spanOf, wordsIn } from '../html.ts';

/** The most characters that are repeated in a table: cells that span hundreds of rows are just layout. */
const mostRepeated = 20_000;

/**
 * Repeats a cell that spans several rows in each of them: in Markdown every row has all its cells, and an empty one
 * would say that nothing is known about that company or cookie.
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

/** All cells of each row, with spans of rows resolved; undefined if the result would be too long to read. */
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
