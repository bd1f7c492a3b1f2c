/** Whether a `style` attribute hides its element. */
export function hidesWords(style: string): boolean {
  return /(?:^|[;\s"'])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

/** Whether readers may not see its words though it is there; other elements in it may undo that. */
export function dimsWords(style: string): boolean {
  const words = colorIn(style, ink);
  const isUnseen = words !== undefined && [colorIn(style, ground) ?? 'white', 'transparent'].includes(words);
  return (
    isUnseen ||
    dims.test(style) ||
    (closes.test(style) && /overflow[\w-]*\s*:\s*(?:hidden|clip)/i.test(style))
  );
}

/** A colour as written, or `white` for what nobody tells from that, or `transparent`. */
function colorIn(style: string, property: RegExp): string | undefined {
  const said = property
    .exec(` ${style}`)?.[1]
    ?.toLowerCase()
    .replace(/[\s,]+/g, ',');
  if (said === undefined) return undefined;
  return clear.test(said) ? 'transparent' : light.test(said) ? 'white' : said;
}

const ink = /[;\s"']color\s*[:=]\s*["']?([\w#]+(?:\([^()"']*\))?)/i;
const ground = /[;\s"']background[\w-]*\s*:\s*([\w#]+(?:\([^()"']*\))?)/i;
const clear = /^(?:rgb|hsl)a?\((?:[^,/]*,){3}0?\.?0*%?\)$|\/,?0?\.?0*%?\)$/;
const light =
  /^(?:white|snow|ivory|azure|mintcream|ghostwhite|whitesmoke|floralwhite|#f{3}|#(?:f[\da-f]){3}|rgba?\(25[0-5],25[0-5],25[0-5][^()]*\)|hsla?\([^()]*,100%\))$/;
const closes = /(?:^|[;\s"'])(?:max-)?(?:height|width)\s*:\s*0(?![.\d])/i;

/** Whether a `style` attribute strikes out its element. */
export function strikesWords(style: string): boolean {
  return style.split(';').some((one) => /text-decoration/i.test(one) && /line-through/i.test(one));
}

/** Too small or too faint to be read, or out of sight. */
const dims =
  /opacity\s*:\s*(?:0?\.[01]|0(?![.\d]))|font-size\s*:\s*(?:0(?![.\d])|[0-3]?(?:\.\d+)?p[xt]|0?\.[0-3]\d*r?em)|color\s*:\s*transparent|(?:text-indent|left|top)\s*:\s*-\d{3}|clip(?:-path)?\s*:\s*(?:rect|inset)|opacity\(\s*0(?:%|\.0+)?\s*\)|(?:zoom\s*:|scale\s*[(:])\s*0(?![.\d])|content-visibility\s*:\s*hidden/i;
