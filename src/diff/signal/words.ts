import countries from '../../model/countries.json' with { type: 'json' };
import { editionOf } from '../../model/edition.ts';
import type { Policy } from '../../model/policy.ts';
import { type Lexicon, lexiconOf, longestOf, type Term, termsOfTable } from './lexicon.ts';
import { english } from './tables/en.ts';
import { chinese } from './tables/zh.ts';

/** The words that signal something to the readers of one language. */
export interface SignalWords {
  /** Whether there are tables for the language at all. */
  readonly known: boolean;
  readonly lexicon: Lexicon;
}

/** The words of each side's edition and own taxonomy, of countries, and the tables of both languages. */
export function signalWordsFor(base: Policy, head: Policy): (locale: string) => SignalWords {
  let lexicon: Lexicon | undefined;
  return (locale) => {
    lexicon ??= longestOf([
      ...[...new Set([base.edition, head.edition])].map(lexiconOfEdition),
      lexiconOf([...ownTerms(base), ...ownTerms(head)]),
    ]);
    return { known: /^(?:en|zh)\b/i.test(locale), lexicon };
  };
}

/** Built once for each edition: its words never change. */
const ofEditions = new Map<string, Lexicon>();

function lexiconOfEdition(edition: string): Lexicon {
  const lexicon = ofEditions.get(edition) ?? lexiconOf(termsOfEdition(edition));
  ofEditions.set(edition, lexicon);
  return lexicon;
}

/** Texts in either language quote the other, so both tables hold for both. */
function* termsOfEdition(edition: string): Generator<readonly [string, Term]> {
  for (const [code, names] of Object.entries(countries))
    for (const name of names) yield [name, { signal: 'country', value: code }];
  const taxonomy = editionOf(edition);
  for (const [id, { label, synonyms }] of taxonomy?.data ?? [])
    yield* wordsOf('category', id, label, synonyms);
  for (const [id, { label }] of taxonomy?.purposes ?? [])
    yield* wordsOf('purpose', id, label, taxonomy?.purposeSynonyms.get(id) ?? {});
  yield* termsOfTable(english);
  yield* termsOfTable(chinese);
}

function* ownTerms({ vocabulary }: Policy): Generator<readonly [string, Term]> {
  for (const [id, { label }] of Object.entries(vocabulary.data)) yield* wordsOf('category', id, label);
  for (const [id, { label }] of Object.entries(vocabulary.purposes)) yield* wordsOf('purpose', id, label);
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
