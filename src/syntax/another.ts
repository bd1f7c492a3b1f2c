/** Pages of words that only one of two texts has: which of them weigh most, nobody would ask. */
const most = 8_000;

/** Whether two texts have so little in common that one stands in place of the other, and is to be read whole. */
export function isAnother(one: string, other: string): boolean {
  if (one.length + other.length <= most) return false;
  const more = new Map<string, number>();
  for (const word of wordsOf(one)) more.set(word, (more.get(word) ?? 0) + 1);
  for (const word of wordsOf(other)) more.set(word, (more.get(word) ?? 0) - 1);
  let characters = 0;
  for (const [word, count] of more) characters += word.length * Math.abs(count);
  return characters > most;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/[\s\p{P}]+/u);
}
