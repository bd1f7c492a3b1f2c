import { isDeepStrictEqual } from 'node:util';
import { parseDocument } from 'yaml';
import { editsOf } from './edits.ts';
import { blockEntry, byOwner, type OverlayEntry } from './entry.ts';
import { keyText } from './written.ts';

/** A new locale file with these translations in their order. */
export function newOverlay(locale: string, entries: readonly OverlayEntry[]): string {
  const blocks = [...byOwner(entries)].map(
    ([owner, fields]) => `  ${keyText(owner)}:\n${fields.map((entry) => blockEntry(entry, 4)).join('')}`,
  );
  return `locale: ${locale}\ntexts:\n${blocks.join('\n')}`;
}

/**
 * The text of a locale file with these translations added. Everything else stays: comments, order, quotes, line ends
 * and a byte-order mark. New translations are placed by `order`, the names of all texts in reading order. Undefined if
 * the file cannot be edited piece by piece, for example because it uses aliases.
 */
export function editOverlay(
  raw: string,
  locale: string,
  entries: readonly OverlayEntry[],
  order: readonly string[],
): string | undefined {
  const document = parseDocument(raw, parsing);
  if (document.errors.length > 0) return undefined;
  const before = contentOf(raw);
  if (before === undefined || before.locale !== locale) return undefined;
  const edits = editsOf(raw, document, entries, order);
  if (!edits) return undefined;
  const lineEnd = raw.includes('\r\n') ? '\r\n' : '\n';
  let after = '';
  let at = 0;
  for (const { start, end, text } of edits) {
    if (start < at) return undefined;
    after += raw.slice(at, start) + text.replaceAll('\n', lineEnd);
    at = end;
  }
  after += raw.slice(at);
  return isDeepStrictEqual(contentOf(after), expected(before, entries)) ? after : undefined;
}

const parsing = { version: '1.2', schema: 'core', merge: false, prettyErrors: false } as const;

type Texts = Record<string, Record<string, { of: string; text: string }>>;

interface Overlay {
  readonly locale: string;
  readonly texts: Texts;
}

/** The contents of a locale file, with white space trimmed from the end of each text. */
function contentOf(raw: string): Overlay | undefined {
  const document = parseDocument(raw, parsing);
  if (document.errors.length > 0) return undefined;
  const value = document.toJS({ maxAliasCount: 100 }) as Overlay;
  const texts = Object.entries(value.texts).map(([owner, fields]) => [
    owner,
    Object.fromEntries(
      Object.entries(fields).map(([field, { of, text }]) => [field, { of, text: text.trimEnd() }]),
    ),
  ]);
  return { ...value, texts: Object.fromEntries(texts) };
}

function expected(before: Overlay, entries: readonly OverlayEntry[]): Overlay {
  const texts: Texts = structuredClone(before.texts);
  for (const { owner, field, of, text } of entries) {
    const fields = texts[owner] ?? {};
    fields[field] = { of, text: (text ?? fields[field]?.text ?? '').trimEnd() };
    texts[owner] = fields;
  }
  return { ...before, texts };
}
