import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { Code, MessageArguments } from '../base/messages.ts';
import { keptWith } from '../base/on-demand.ts';
import type { Span } from '../base/span.ts';
import type { Row } from '../model/policy.ts';
import { type PlainWords, plainWords } from './plain-words.ts';
import type { Facts } from './rule.ts';

/** A text of a policy as words. */
export interface Readable {
  readonly row: Row;
  /** The clause, chapter or party that it belongs to; `policy` for the policy itself. */
  readonly owner: string;
  /** `text`, `title`, `refusal`, `sensitive.impact` … */
  readonly field: string;
  readonly locale: string;
  readonly text: string;
  /** The plain words of the text, with `standIn` for anything else: code, addresses, directives. Offsets are offsets into it. */
  readonly words: string;
  readonly origin: PlainWords['origin'];
}

/** A part of the words of a text. */
export interface Part extends Span {
  readonly readable: Readable;
}

/** Replaces each character that is not prose. */
const standIn = '\u25AF';

const noProse =
  /```[\s\S]*?(?:```|$)|`[^`\n]*`|:(?:data|ref|term|contact|party|period|purpose|country)\[[^[\]\n]*\](?:\{[^{}\n]*\})?|\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"\n]*")?\)|<?https?:\/\/[^\s<>()[\]"“”，。；、（）]+>?|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** Every text of a policy, in all its languages. */
export const readablesOf: (facts: Facts) => readonly Readable[] = keptWith(({ policy }) =>
  policy.prose.map((row): Readable => {
    const text = String(row.values.text);
    const { words, origin } = plainWords(withoutCode(text));
    const field = row.key.slice(1, -1).join('.');
    return { row, owner: row.key[0] ?? '', field, locale: row.key.at(-1) ?? '', text, words, origin };
  }),
);

/** A text with everything that is not prose replaced by `standIn`, as long as before. */
export function withoutCode(text: string): string {
  return text.replace(noProse, (match) =>
    // The bracket that ends the words of a link is theirs.
    match.startsWith('](') ? `]${standIn.repeat(match.length - 1)}` : standIn.repeat(match.length),
  );
}

/** What the text has where a part of its words came from, on one line. */
export function quoted({ readable: { text, origin }, start, end }: Part): string {
  const written = origin(start, end);
  return text.slice(written.start, written.end).replace(/\s+/g, ' ').trim();
}

/** A finding in a part of the words. */
export function found<C extends Code>(
  code: C,
  args: MessageArguments<C>,
  { readable, start, end }: Part,
  related: Diagnostic['related'] = [],
): Diagnostic {
  return foundAsWritten(code, args, readable, readable.origin(start, end), related);
}

/** A finding in a part of the text as it is written. */
export function foundAsWritten<C extends Code>(
  code: C,
  args: MessageArguments<C>,
  { row, text }: Readable,
  { start, end }: Span,
  related: Diagnostic['related'] = [],
): Diagnostic {
  return { ...diagnostic(code, args, row.place, related), part: { text, start, end } };
}

/** An expression, or another value, for each language that is read. */
export type ByLanguage<Value = RegExp> = Readonly<Record<string, Value>>;

/** The language of a locale, without its script and region. */
export function languageOf(locale: string): string {
  return locale.split('-')[0] ?? locale;
}
