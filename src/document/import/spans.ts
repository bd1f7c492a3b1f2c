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

interface Cell extends Spanning {
  readonly column: number;
  /** Whether it began in a row above. */
  readonly isRepeated: boolean;
}

/** The cells of a row, with those that reach into it from above; `rows` are the ones that each still fills below. */
function* cellsOf(row: Element, spanning: ReadonlyMap<number, Spanning>): Generator<Cell> {
  const own = row.children.filter((child) => child.type === 'element').values();
  for (let column = 0; ; ) {
    const above = spanning.get(column);
    const cell = above?.cell ?? own.next().value;
    if (!cell) return;
    const single = above ? cell : { ...cell, properties: { ...cell.properties, rowSpan: 1 } };
    const rows = (above?.rows ?? spanOf(cell, 'rowSpan')) - 1;
    yield { column, cell: single, rows, isRepeated: above !== undefined };
    column += spanOf(cell, 'colSpan');
  }
}

/** All cells of each row, with spans of rows resolved; undefined if the result would be too long to read. */
function filledRows(rows: readonly Element[]): Element[][] | undefined {
  let [spanning, repeated] = [new Map<number, Spanning>(), 0];
  const filled: Element[][] = [];
  for (const row of rows) {
    const below = new Map<number, Spanning>();
    const cells: Element[] = [];
    for (const { column, isRepeated, ...one } of cellsOf(row, spanning)) {
      if (isRepeated) repeated += wordsIn(one.cell).length;
      if (repeated > mostRepeated) return undefined;
      if (one.rows > 0) below.set(column, one);
      cells.push(one.cell);
    }
    filled.push(cells);
    spanning = below;
  }
  return filled;
}
