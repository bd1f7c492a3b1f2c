/** How many letters two words begin with alike. */
export function sharedStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

/** Whether a word is the other with two neighbouring letters in the other order, or the same. */
export function isSwap(one: string, other: string): boolean {
  const at = sharedStart(one, other);
  return one.slice(0, at) + one.charAt(at + 1) + one.charAt(at) + one.slice(at + 2) === other;
}
