/** Whether HTML or SVG has an element of this name. Anything else may be a component or a placeholder to fill in. */
export function isElement(name: string): boolean {
  return names.has(name.toLowerCase());
}

const names: ReadonlySet<string> = new Set(
  (
    'a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br button ' +
    'canvas caption center cite code col colgroup command data datalist dd del details dfn dialog dir div dl dt em embed ' +
    'fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe ' +
    'image img input ins kbd label legend li link main map mark marquee math menu menuitem meta meter nav nobr noembed ' +
    'noframes noscript object ol optgroup option output p param picture plaintext pre progress q rb rp rt rtc ruby s samp ' +
    'script search section select slot small source span strike strong style sub summary sup svg table tbody td template ' +
    'textarea tfoot th thead time title tr track tt u ul var video wbr xmp ' +
    'circle clippath defs desc ellipse g line path polygon polyline rect text tspan use'
  ).split(' '),
);

/** Whether an element hides its content, at least until readers open it, or from browsers that show something in its place. */
export function isFolded(name: string): boolean {
  return /^(?:details|template|no(?:script|frames|embed)|script|style|dialog|datalist|textarea|title|xmp|plaintext|select|i?frame|object|audio|video|canvas)$/i.test(
    name,
  );
}

/** Tags at the edges of cells, rows and lists. */
export const edges = /^(?:t[dhr]|[ou]l)$/i;
