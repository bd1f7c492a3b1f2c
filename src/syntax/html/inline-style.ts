/** Whether a `style` attribute hides its element. */
export function hidesWords(style: string): boolean {
  return /(?:^|[;\s"'])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

/** Whether readers may not see its words though it is there; other elements in it may undo that. */
export function dimsWords(style: string): boolean {
  return /(?:font-size|opacity)\s*:\s*0(?![.\d]*[1-9])|color\s*:\s*transparent/i.test(style);
}

/** Whether a `style` attribute strikes out its element. */
export function strikesWords(style: string): boolean {
  return style.split(';').some((one) => /text-decoration/i.test(one) && /line-through/i.test(one));
}
