/** What can be counted in a text and its translation. */
const words = {
  directive: 'what it points at',
  duration: 'how long',
  length: 'characters, a Han one as three',
  link: 'where its links lead',
  negation: 'words that deny',
  number: 'numbers',
  parts: 'paragraphs, items and cells',
};

/** Something countable in which a translation differs from its original. */
export interface Apart {
  /** The text; for `missing`, how many texts have no words in the language. */
  readonly text: string;
  /** `missing` when the language has no words at all. */
  readonly what: keyof typeof words | 'missing';
  readonly original: string;
  readonly translation: string;
}

/** `orders › retention, numbers: only in the original 90, only in the translation 900.` */
export function apartWords({ text, what, original, translation }: Apart): string {
  if (what === 'missing') return `Not in the new language, whose readers see the ${original}: ${text}.`;
  const name = words[what] ?? what;
  const isCount = what === 'length' || what === 'negation' || what === 'parts';
  return isCount
    ? `${text}, ${name}: ${original} in the original, ${translation} in the translation.`
    : `${text}, ${name}: only in the original ${original}, only in the translation ${translation}.`;
}
