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
  const isToml = match?.[2] === '+++';
  if (!match || !isFrontMatter(lines.split('\n').map(dedented), isToml))
    return { settings: new Map(), body: source.text };
  const start = match[0].indexOf('\n', blank.length) + 1;
  const settings = settingsIn(placedLines(source, lines, start), dedented, isToml);
  return { settings, body: match[0].replace(/[^\n]/g, ' ') + source.text.slice(match[0].length) };
}

interface PlacedLine {
  readonly text: string;
  readonly place: Place;
}

function placedLines(source: SourceFile, lines: string, start: number): readonly PlacedLine[] {
  let at = start;
  return lines.split('\n').map((text) => {
    const place = placeOf(source, at, at + text.length);
    at += text.length + 1;
    return { text, place };
  });
}

function settingsIn(
  lines: readonly PlacedLine[],
  dedented: (line: string) => string,
  isToml: boolean,
): Split['settings'] {
  const settings = new Map<string, PlacedLine>();
  const tables = isToml ? tablesIn(lines) : [];
  let [last, map] = ['', ''];
  for (const [at, { text, place }] of lines.entries()) {
    const entry = tables[at]?.(text) ?? entryIn(dedented(text), map);
    if (entry) ({ name: last, map } = entry);
    const before = settings.get(last);
    if (entry) settings.set(last, { text: before ? `${before.text}\n${entry.value}` : entry.value, place });
    // A line without a key goes on with the setting before it.
    else if (before) settings.set(last, { ...before, text: `${before.text}\n${text.trim()}`.trim() });
  }
  return settings;
}

/**
 * For each line of TOML in a table, what it says there. A list of tables, with the tables in these, may hold the text of a page:
 * it is one setting, as written.
 */
function tablesIn(
  lines: readonly PlacedLine[],
): readonly (((line: string) => Entry | undefined) | undefined)[] {
  const lists = new Set<string>();
  let read: ((line: string) => Entry | undefined) | undefined;
  return lines.map(({ text }) => {
    const [, list, table = list] = header.exec(text) ?? [];
    if (list !== undefined) lists.add(list);
    if (table === undefined) return read;
    const name = [...lists].find((one) => `${table}.`.startsWith(`${one}.`));
    read = (line) =>
      name === undefined
        ? entryIn(line, '', `${table}.`)
        : { name: `[[${name}]]`, value: line.trim(), map: '' };
    return name === undefined ? () => ({ name: table, value: '', map: '' }) : read;
  });
}

const header = /^\s*(?:\[\[([\w.-]+)\]\]|\[([\w.-]+)\])\s*$/;

interface Entry {
  readonly name: string;
  readonly value: string;
  /** What stands before the names of the lines that follow, if they are keys of a map. */
  readonly map: string;
}

function entryIn(line: string, map: string, table = ''): Entry | undefined {
  const [, key, value = ''] = keyAndValue.exec(line) ?? [];
  if (key !== undefined)
    return { name: table + key, value: unquoted(value), map: value.trim() === '' ? `${key}.` : '' };
  const [, inner, under = ''] = (map === '' ? null : keyAndValue.exec(line.trim())) ?? [];
  return inner === undefined ? undefined : { name: map + inner, value: unquoted(under), map };
}

const keyAndValue = /^["']?([A-Za-z_][\w.-]*)["']?\s*[:=](.*)$/s;

/** Two rules may also enclose text, and no text may be lost as a setting. */
function isFrontMatter(lines: readonly string[], isToml: boolean): boolean {
  const written = lines.filter((line) => line.trim() !== '');
  return (
    written.some((line) => keyAndValue.test(line)) &&
    written.every(
      (line, index) =>
        keyAndValue.test(line) ||
        /^#/.test(line) ||
        (index > 0 && /^(?:\s|- )/.test(line)) ||
        (isToml && header.test(line)),
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
