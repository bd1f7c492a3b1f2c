import { type Place, placeOf, type SourceFile } from '../base/place.ts';

interface Split {
  readonly settings: ReadonlyMap<string, { readonly text: string; readonly place: Place }>;
  /** The whole text with the front matter blanked out, so that places stay the same. */
  readonly body: string;
}

/**
 * Separates the front matter, in YAML or TOML, from a document; blank lines may precede it. Values are kept as
 * written, one for each key; keys in a map are prefixed with its name.
 */
export function splitFrontMatter(source: SourceFile): Split {
  const match = /^((?:[ \t]*\n)*)(---|\+\+\+)[ \t]*\n([\s\S]*?)\n\2[ \t]*(?:\n|$)/.exec(source.text);
  const [, blank = '', , lines = ''] = match ?? [];
  const margin = /^ */.exec(lines)?.[0].length ?? 0;
  const dedented = (line: string): string =>
    line.slice(0, margin).trim() === '' ? line.slice(margin) : line;
  if (!match || !isFrontMatter(lines.split('\n').map(dedented)))
    return { settings: new Map(), body: source.text };
  const settings = new Map<string, { text: string; place: Place }>();
  let at = match[0].indexOf('\n', blank.length) + 1;
  let [last, map] = ['', ''];
  for (const indented of lines.split('\n')) {
    const line = dedented(indented);
    const topmost = keyAndValue.exec(line);
    if (topmost) map = topmost[2]?.trim() === '' ? `${topmost[1]}.` : '';
    const key = topmost ?? (map === '' ? null : keyAndValue.exec(line.trim()));
    const place = placeOf(source, at, at + indented.length);
    const before = settings.get(last);
    if (key) {
      last = `${topmost ? '' : map}${key[1]}`;
      const twice = settings.get(last);
      settings.set(last, { text: `${twice ? `${twice.text}\n` : ''}${unquoted(key[2] ?? '')}`, place });
    } else if (before && line.trim() !== '')
      settings.set(last, { ...before, text: `${before.text}\n${line.trim()}`.trim() });
    at += indented.length + 1;
  }
  return { settings, body: match[0].replace(/[^\n]/g, ' ') + source.text.slice(match[0].length) };
}

const keyAndValue = /^["']?([A-Za-z_][\w.-]*)["']?\s*[:=](.*)$/s;

/** Two rules may also enclose text, and no text may be lost as a setting. */
function isFrontMatter(lines: readonly string[]): boolean {
  const written = lines.filter((line) => line.trim() !== '');
  return (
    written.some((line) => keyAndValue.test(line)) &&
    written.every(
      (line, index) => keyAndValue.test(line) || /^#/.test(line) || (index > 0 && /^(?:\s|- )/.test(line)),
    )
  );
}

/** Removes quotation marks, and turns escapes of white space into spaces. */
function unquoted(value: string): string {
  const said = value.trim();
  return /^".*"$/.test(said)
    ? said
        .slice(1, -1)
        .replace(/\\[nt]/g, ' ')
        .trim()
    : said.replace(/^'(.*)'$/, '$1');
}
