import countries from '../../model/countries.json' with { type: 'json' };
import { editionOf } from '../../model/edition.ts';
import type { Policy } from '../../model/policy.ts';
import { type Lexicon, lexiconOf, type Term, termsOfTable } from './lexicon.ts';
import { english } from './tables/en.ts';
import { chinese } from './tables/zh.ts';

/** The words that signal something to the readers of one language. */
export interface SignalWords {
  /** Whether there are tables for the language at all. */
  readonly known: boolean;
  readonly lexicon: Lexicon;
}

/** The words of an edition's taxonomy, of both policies' own, and of countries, with the table of each language. */
export function signalWordsFor(base: Policy, head: Policy): (locale: string) => SignalWords {
  let lexicon: Lexicon | undefined;
  return (locale) => {
    lexicon ??= lexiconOf(termsOf(base, head));
    return { known: /^(?:en|zh)\b/i.test(locale), lexicon };
  };
}

/** Texts in either language quote the other, so both tables hold for both. */
function* termsOf(...policies: readonly Policy[]): Generator<readonly [string, Term]> {
  for (const [code, names] of Object.entries(countries))
    for (const name of names) yield [name, { signal: 'country', value: code }];
  for (const { edition } of policies) {
    const taxonomy = editionOf(edition);
    if (!taxonomy) continue;
    for (const [id, { label, synonyms }] of taxonomy.data) yield* wordsOf('category', id, label, synonyms);
    for (const [id, { label }] of taxonomy.purposes)
      yield* wordsOf('purpose', id, label, taxonomy.purposeSynonyms.get(id) ?? {});
  }
  for (const { vocabulary } of policies) {
    for (const [id, { label }] of Object.entries(vocabulary.data)) yield* wordsOf('category', id, label);
    for (const [id, { label }] of Object.entries(vocabulary.purposes)) yield* wordsOf('purpose', id, label);
  }
  yield* termsOfTable(english);
  yield* termsOfTable(chinese);
}

function* wordsOf(
  signal: string,
  value: string,
  label: Readonly<Record<string, string>>,
  synonyms: Readonly<Record<string, readonly string[]>> = {},
): Generator<readonly [string, Term]> {
  for (const word of [...Object.values(label), ...Object.values(synonyms).flat()])
    yield [word, { signal, value }];
}
