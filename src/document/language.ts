/** Words that hardly any other language has: every twelfth word in a list of companies, every fourth in prose. */
const english =
  /\b(?:the|and|to|us|you|your|our|they|their|it|its|for|with|from|by|about|that|this|these|which|what|when|how|who|are|be|have|has|will|may|can|if|not|never|or|all|any|other|each|following)\b/gi;

/** Link targets, addresses and tags belong to no language. */
const unspoken = /\]\([^()\s]*\)|<[^<>]*>|https?:\/\/\S+|(?<!\S)[^\s@]+@\S+/g;

/** `zh-CN`, `en`, or `und` for any other language, where nobody can tell which words matter. */
export function languageOf(text: string): string {
  const spoken = text.replace(unspoken, ' ');
  const count = (pattern: RegExp): number => spoken.match(pattern)?.length ?? 0;
  const [han, words] = [count(/\p{Script=Han}/gu), count(/\p{L}+/gu)];
  if (han > words / 4) return 'zh-CN';
  return words < 40 || count(english) > words / 25 ? 'en' : 'und';
}
