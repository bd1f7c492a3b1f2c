/** Whether a `style` attribute hides its element. */
export function hidesWords(style: string): boolean {
  return /(?:^|[;\s"'])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

/** Whether readers may not see its words though it is there; other elements in it may undo that. */
export function dimsWords(style: string): boolean {
  const words = colorIn(style, ink);
  return dims.test(style) || (words !== undefined && words === (colorIn(style, ground) ?? 'white'));
}

/** A colour by name, if it is known, or as six digits, since the same may be written in several ways. */
function colorIn(style: string, property: RegExp): string | undefined {
  const said = property.exec(` ${style}`)?.[1]?.toLowerCase();
  return said
    ?.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3')
    .replace('#ffffff', 'white')
    .replace('#000000', 'black');
}

const ink = /[;\s"']color\s*:\s*([\w#]+)/i;
const ground = /[;\s"']background[\w-]*\s*:\s*([\w#]+)/i;

/** Whether a `style` attribute strikes out its element. */
export function strikesWords(style: string): boolean {
  return style.split(';').some((one) => /text-decoration/i.test(one) && /line-through/i.test(one));
}

/** Too small or too faint to be read, or out of sight. */
const dims =
  /opacity\s*:\s*(?:0?\.[01]|0(?![.\d]))|font-size\s*:\s*(?:0(?![.\d])|[0-3]?(?:\.\d+)?p[xt]|0?\.[0-3]\d*r?em)|color\s*:\s*transparent|(?:text-indent|left|top)\s*:\s*-\d{3}|clip(?:-path)?\s*:\s*(?:rect|inset)/i;
