import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { Code, MessageArguments } from '../base/messages.ts';
import type { Row } from '../model/policy.ts';
import type { Facts } from './rule.ts';

/** A text of a policy as a reader of words sees it. */
export interface Readable {
  readonly row: Row;
  /** The clause, chapter or party that it belongs to; `policy` for the policy itself. */
  readonly owner: string;
  /** `text`, `title`, `refusal`, `sensitive.impact` … */
  readonly field: string;
  readonly locale: string;
  readonly text: string;
  /** The text with `standIn` for what is no prose: code, addresses, directives; and in plain setting. As long as the text. */
  readonly words: string;
}

/** Stands for each character that is no prose. */
const standIn = '\u25AF';

const noProse =
  /```[\s\S]*?(?:```|$)|`[^`\n]*`|:(?:data|ref|term|contact|party|period|purpose|country)\[[^[\]\n]*\](?:\{[^{}\n]*\})?|\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"\n]*")?\)|<?https?:\/\/[^\s<>()[\]"“”，。；、（）]+>?|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/**
 * A text with plain spaces and hyphens for those that typesetters and word processors put where a line must not break:
 * `30 jours` says the same with either. As long as the text.
 */
export function plainly(text: string): string {
  return text.replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ').replace(/[\u2010\u2011]/g, '-');
}

const known = new WeakMap<Facts, readonly Readable[]>();

/** Every text of a policy, in all its languages. */
export function readablesOf(facts: Facts): readonly Readable[] {
  const made = known.get(facts);
  if (made) return made;
  const texts = facts.policy.prose.map((row): Readable => {
    const text = String(row.values.text);
    const words = plainly(text).replace(noProse, (match) =>
      // The bracket that closes the words of a link belongs to them.
      match.startsWith('](') ? `]${standIn.repeat(match.length - 1)}` : standIn.repeat(match.length),
    );
    const field = row.key.slice(1, -1).join('.');
    return { row, owner: row.key[0] ?? '', field, locale: row.key.at(-1) ?? '', text, words };
  });
  known.set(facts, texts);
  return texts;
}

/** A finding in a part of a text. */
export function found<C extends Code>(
  code: C,
  args: MessageArguments<C>,
  { row, text }: Readable,
  start: number,
  end: number,
  related: Diagnostic['related'] = [],
): Diagnostic {
  return { ...diagnostic(code, args, row.place, related), part: { text, start, end } };
}

/** The language of a locale, without its script and region. */
export function languageOf(locale: string): string {
  return locale.split('-')[0] ?? locale;
}
