/** Characters in words that only one of two texts has: with so many, to compare word by word helps nobody. */
const most = 8_000;

/** Whether two texts differ so much that the new one is to be read as a whole. */
export function isUnrelated(one: string, other: string): boolean {
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
