/** The words of a chapter or clause as readers see them, line by line. The first passage is the policy itself. */
export interface Passage {
  readonly id: string;
  readonly name: string;
  readonly lines: readonly Line[];
}

/** A paragraph, an item, a row of a table, or a labelled statement. */
export interface Line {
  /** Lines with the same key are the same statement before and after. */
  readonly key: string;
  readonly words: string;
  readonly look: LineLook;
}

/** What a line is in its text, in whatever format. */
export type LineLook = 'title' | 'chapter' | 'clause' | 'paragraph' | 'summary' | 'item' | 'fact' | 'row';
