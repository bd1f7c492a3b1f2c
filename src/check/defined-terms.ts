import { ownerOf } from '../model/policy.ts';
import { type Readable, readablesOf } from './readable.ts';
import type { Facts } from './rule.ts';

/** The explanation of a term in one language, and the names of the term in it. */
export interface DefinedText {
  readonly readable: Readable;
  readonly names: readonly string[];
}

/** The text of every definition, in all its languages. */
export function definedTexts(facts: Facts): readonly DefinedText[] {
  const defined = new Set(facts.all('definition').map(ownerOf));
  return readablesOf(facts).flatMap((readable) =>
    readable.field === 'text' && defined.has(readable.owner)
      ? [{ readable, names: namesOf(facts, readable.owner, readable.locale) }]
      : [],
  );
}

/** The names of a term in a language: its title, and in the prevailing language its aliases. */
export function namesOf(facts: Facts, id: string, locale: string): readonly string[] {
  const title = facts.rows.one('prose', id, 'title', locale)?.values.text;
  const aliases =
    locale === facts.policy.prevailing ? facts.of('definition.alias', id).map(({ key }) => key[1] ?? '') : [];
  const names = [...(title === undefined ? [] : [String(title)]), ...aliases];
  return names
    .flatMap((name) => name.split(/[,、/，]| or |或/))
    .map((name) => name.trim().replace(/^["'“‘「]|["'”’」]$/g, ''))
    .filter((name) => name !== '');
}

const says = /\b(?:means?|is|are|refers? to|includes?|stands? for)\b|[是指]|指的是/i;

/** The explaining part of a definition: its first sentence, after the verb if it begins with the term. */
export function definingWords(words: string): { readonly words: string; readonly start: number } {
  const first = /^[^.。;；\n]*/.exec(words)?.[0] ?? '';
  const verb = says.exec(first);
  const start = verb ? verb.index + verb[0].length : 0;
  return { words: first.slice(start), start };
}
