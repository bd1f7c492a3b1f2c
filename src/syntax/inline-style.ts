/** Whether a style written on an element hides what is in it. */
export function hidesWords(style: string): boolean {
  return /(?:^|[;\s"'])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

/** Whether it strikes it out. */
export function strikesWords(style: string): boolean {
  return style.split(';').some((one) => /text-decoration/i.test(one) && /line-through/i.test(one));
}
