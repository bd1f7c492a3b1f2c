/**
 * The words that a word with an apostrophe stands for: `don't` is `do` and `not`. A possessive `'s` is dropped, and the French
 * `l'`, `d'` and `qu'` are words of their own.
 */
export function spelledOut(word: string): readonly string[] {
  const whole = contracted.get(word.toLowerCase());
  if (whole) return whole;
  const [stem = '', ending] = word.split("'");
  if (ending === undefined) return [word];
  if (ending.toLowerCase() === 't' && /n$/i.test(stem)) return [stem.slice(0, -1), 'not'];
  if (ending.toLowerCase() === 's') return [stem];
  const written = endings.get(ending.toLowerCase());
  if (written !== undefined) return [stem, written];
  return stem.length <= 2 ? [stem, ending] : [word];
}

const contracted: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ["won't", ['will', 'not']],
  ["can't", ['can', 'not']],
  ["shan't", ['shall', 'not']],
  ['cannot', ['can', 'not']],
  ...['it', 'that', 'there', 'here', 'what', 'who'].map((one) => [`${one}'s`, [one, 'is']] as const),
]);

const endings: ReadonlyMap<string, string> = new Map([
  ['ll', 'will'],
  ['re', 'are'],
  ['ve', 'have'],
  ['d', 'would'],
  ['m', 'am'],
]);
