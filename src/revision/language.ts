/** `zh-CN`, `en`, or `und` when a text is neither: then nobody can say which of its words matter. */
export function languageOf(text: string): string {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const [han, words] = [count(/\p{Script=Han}/gu), count(/\p{L}+/gu)];
  if (han > words / 4) return 'zh-CN';
  const common = count(/\b(?:the|of|and|to|we|you|your|our|is|in|for)\b/gi);
  return words < 40 || common > words / 12 ? 'en' : 'und';
}
