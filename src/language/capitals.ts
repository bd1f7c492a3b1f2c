/**
 * By which words are compared: in lower case, except where a capital makes another word: `US` and `us`, `Sie` (you) and `sie`
 * (they). In a line of nothing but capitals, `before` is the word in front of it: `CONTACT US` names no country.
 */
export function keyOf(word: string, before?: string): string {
  if (before !== undefined && (word !== 'US' || /^(?:about|contact|reach)$/.test(before)))
    return word.toLowerCase();
  if (polite.test(word)) return word.charAt(0) + word.slice(1).toLowerCase();
  return /^[A-Z]{2,3}$/.test(word) ? word : word.toLowerCase();
}

/** Lower-cases a word such as `WE` in a text in capitals, unless that would make it another word. */
export function uncapped(key: string): string {
  return /^(?:US|IT|WHO|ICE|AIM)$/.test(key) || polite.test(key) ? key : key.toLowerCase();
}

/** German words that mean you with a capital, and them without. */
const polite = /^(?:Sie|Ihr(?:e[nmrs]?)?|Ihnen)$/i;
