/**
 * What is known of a language. Every changed word is high by default: these lists only name the kinds of change, and
 * say which few words may change freely. Dates, digits and links are known even without any list.
 */
export interface Language {
  /** Closed lists, by the signal that their words give. */
  readonly named: Readonly<Record<'negation' | 'modal' | 'quantifier' | 'exception' | 'right', string>>;
  /** Words that come and go without a change of meaning. */
  readonly neutral: string;
  /** Pairs of words or phrases that mean the same: `whilst:while`, `in_order_to:to`. */
  readonly same: string;
  /** Words of lines that only date or name the document. */
  readonly dated: string;
  readonly months: string;
  /** Words before the number of a part of a document. */
  readonly parts: string;
}
