import type { Span } from '../base/span.ts';
import { definedTexts } from './defined-terms.ts';
import { type Nouns, nouns, type Sort } from './phrases/nouns.ts';
import { found, languageOf, quoted } from './readable.ts';
import type { Rules } from './rule.ts';

/** A term that names somebody is explained by somebody, and one that names a thing by a thing. */
export const otherKindRules: Rules = {
  'definition-of-other-kind': (facts) =>
    definedTexts(facts).flatMap(({ readable, names }) => {
      const language = nouns[languageOf(readable.locale)];
      if (!language) return [];
      const genus = genusIn(readable.words, language);
      const sorts = sortsOf(names, language);
      const said = sortsOf(genus?.nouns ?? [], language);
      const [sort] = sorts;
      // One noun of the same sort is enough: “a company or its site”. The head must be one that we know.
      const isOther = said.at(language.head) !== undefined && !said.includes(sort);
      if (!genus || !sort || !sorts.every((one) => one === sort) || !isOther) return [];
      const part = { readable, start: genus.start, end: genus.end };
      const args = { id: readable.owner, quote: quoted(part), sort };
      return [found('definition-of-other-kind', args, part)];
    }),
};

interface Genus extends Span {
  readonly nouns: readonly string[];
}

/** What nouns name; undefined where it is not known. */
function sortsOf(names: readonly string[], { ends, rest }: Nouns): readonly (Sort | undefined)[] {
  return names.map((name) => {
    const noun = name.slice(0, startOf(rest, name));
    return ends.somebody.test(noun) ? 'somebody' : ends.thing.test(noun) ? 'thing' : undefined;
  });
}

/** Where an expression begins to match in words; their end when it does not. */
function startOf(expression: RegExp, words: string): number {
  const start = words.search(expression);
  return start === -1 ? words.length : start;
}

/** The nouns that a definition begins with: what the term is said to be. */
function genusIn(words: string, { opening, article, rest, joint }: Nouns): Genus | undefined {
  const sentence = /^(?:[^.。;；:：\n]|\.(?=\w))*/.exec(words)?.[0] ?? '';
  const opened = opening.exec(sentence)?.[0].length ?? 0;
  const start = opened + (article.exec(sentence.slice(opened))?.[0].length ?? 0);
  const said = sentence.slice(start);
  const phrase = said.slice(0, startOf(rest, said)).trimEnd();
  if (phrase === '' || phrase.length > 80) return undefined;
  const nouns = phrase
    .split(joint)
    .map((noun) => noun.trim())
    .filter((noun) => noun !== '');
  return { nouns, start, end: start + phrase.length };
}
