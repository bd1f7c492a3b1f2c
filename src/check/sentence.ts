/** The sentence, or the item of a list, that a part of a text stands in. */
export function sentenceAround(words: string, start: number, end: number): string {
  const before = words.slice(0, start);
  const from = Math.max(
    ...[...before.matchAll(/[.!?]["”’)]*\s|[。！？；;]|\n\s*(?:\n|[-*+] |\d+[.)] )/g)].map(
      (match) => match.index + match[0].length,
    ),
    0,
  );
  const after = /[.!?](?=["”’)]*\s|$)|[。！？；;]|\n\s*(?:\n|[-*+] |\d+[.)] )/.exec(words.slice(end));
  return words.slice(from, after ? end + after.index + 1 : undefined);
}
