/** Whether a `style` attribute hides its element. */
export function hidesWords(style: string): boolean {
  return /(?:^|[;\s"'])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

/** Whether readers may not see its words though it is there; other elements in it may undo that. */
export function dimsWords(style: string): boolean {
  return (
    dims.test(style) ||
    (/[;\s"']color\s*:\s*(?:white|#f{3}(?:f{3})?)\b/i.test(` ${style}`) && !/background/i.test(style))
  );
}

/** Whether a `style` attribute strikes out its element. */
export function strikesWords(style: string): boolean {
  return style.split(';').some((one) => /text-decoration/i.test(one) && /line-through/i.test(one));
}

/** Too small or too faint to be read, or out of sight. */
const dims =
  /opacity\s*:\s*(?:0?\.[01]|0(?![.\d]))|font-size\s*:\s*(?:0(?![.\d])|[0-3]?(?:\.\d+)?p[xt]|0?\.[0-3]\d*r?em)|color\s*:\s*transparent|(?:text-indent|left|top)\s*:\s*-\d{3}|clip(?:-path)?\s*:\s*(?:rect|inset)/i;
