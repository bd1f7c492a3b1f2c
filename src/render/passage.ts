/** A chapter's or clause's own words as readers have them, line by line; the policy itself is the first passage. */
export interface Passage {
  readonly id: string;
  readonly name: string;
  readonly lines: readonly Line[];
}

/** A paragraph, an item, a row of a table, or a labelled statement. */
export interface Line {
  /** Lines of one key are the same statement before and after. */
  readonly key: string;
  readonly words: string;
  readonly look: LineLook;
}

/** What a line is in a text, wherever it is set. */
export type LineLook = 'title' | 'chapter' | 'clause' | 'paragraph' | 'summary' | 'item' | 'fact' | 'row';
