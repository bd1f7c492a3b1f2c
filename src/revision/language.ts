/** Words that hardly any other language has; every eighth word of a list of companies is one of them, of prose every fifth. */
const english =
  /\b(?:the|and|to|you|your|our|for|with|that|this|are|be|not|by|or|which|when|these|all|following|each)\b/gi;

/** Where links lead, mailboxes and tags are in no language. */
const unspoken = /\]\([^()\s]*\)|<[^<>]*>|https?:\/\/\S+|\S+@\S+/g;

/** `zh-CN`, `en`, or `und` when a text is neither: then nobody can say which of its words matter. */
export function languageOf(text: string): string {
  const spoken = text.replace(unspoken, ' ');
  const count = (pattern: RegExp): number => spoken.match(pattern)?.length ?? 0;
  const [han, words] = [count(/\p{Script=Han}/gu), count(/\p{L}+/gu)];
  if (han > words / 4) return 'zh-CN';
  return words < 40 || count(english) > words / 25 ? 'en' : 'und';
}
