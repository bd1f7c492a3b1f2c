/** Where a name stands. */
export interface PlaceOfName {
  readonly start: number;
  readonly end: number;
}

const [letterFirst, letterLast] = [/^[\p{L}\d]/u, /[\p{L}\d]$/u];

/** Whether a name stands in words, in whatever number or case: what ends it may be another few letters. */
export function* placesOfForms(words: string, name: string): Generator<PlaceOfName> {
  const stem = name.trim().replace(/(?<=\p{Script=Latin}{3})(?:ies|es|s|y|e)$/iu, '');
  for (const place of placesOfName(words, stem, /^\p{L}{4}/u)) yield place;
}

/** Where a name stands in words, whatever the case and the spaces, as words of its own where a language parts words. */
export function* placesOfName(words: string, name: string, longer = letterFirst): Generator<PlaceOfName> {
  const parts = name.trim().split(/\s+/);
  // What may not stand beside it is not asked of the expression: to make one that knows all letters in either case takes
  // a hundred times as long.
  const expression = new RegExp(parts.map(escaped).join('\\s+'), 'giu');
  const [before, after] = [/^[\p{Script=Latin}\d]/u, /[\p{Script=Latin}\d]$/u].map((edge) =>
    edge.test(name.trim()),
  );
  for (let match = expression.exec(words); match; match = expression.exec(words)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const isPart =
      (before && letterLast.test(words.slice(Math.max(0, start - 2), start))) ||
      (after && longer.test(words.slice(end, end + 8)));
    if (isPart || start === end)
      expression.lastIndex = start + ((words.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
    else yield { start, end };
  }
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
