/**
 * What is known of a language. Every word that changes is read first; these lists only give what changed its name, and
 * say which few words may change without a word about it. A language without any still has its dates, digits and links.
 */
export interface Language {
  /** Closed lists, by the signal that a word of theirs gives. */
  readonly named: Readonly<Record<'negation' | 'modal' | 'quantifier' | 'exception' | 'right', string>>;
  /** Words that come and go without changing what is said. */
  readonly neutral: string;
  /** Pairs of words or phrases that say the same: `whilst:while`, `in_order_to:to`. */
  readonly same: string;
  /** What a line says that only dates or names its document. */
  readonly dated: string;
  readonly months: string;
  /** Before the number of a part of the document. */
  readonly parts: string;
}
