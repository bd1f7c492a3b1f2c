import { diagnostic } from '../base/diagnostic.ts';
import { append } from '../base/group.ts';
import { ownerOf, type Row } from '../model/policy.ts';
import { marksIn } from '../syntax/marks.ts';
import { definedTexts, definingWords, namesOf } from './defined-terms.ts';
import { finderOf } from './finder.ts';
import { searchFor, searchForForms, stemOf } from './names-in-text.ts';
import { found, quoted, type Readable, readablesOf } from './readable.ts';
import type { Facts, Rules } from './rule.ts';

/** Terms: defined by something else than themselves, used somewhere, and written in one way. */
export const definitionRules: Rules = {
  'circular-definition': (facts) => {
    const graph = withoutEnds(termsIn(facts));
    const told = new Set<string>();
    return [...graph.keys()].sort().flatMap((id) => {
      const circle = told.has(id) ? undefined : circleFrom(id, graph);
      if (!circle) return [];
      for (const one of circle) told.add(one);
      const place = facts.rows.one('definition', id)?.place;
      return place ? [diagnostic('circular-definition', { terms: [...circle, id] }, place)] : [];
    });
  },
  'definition-of-itself': (facts) =>
    definedTexts(facts).flatMap(({ readable, names }) => {
      const said = definingWords(readable.words);
      const search = searchFor(names.filter((name) => name.length > 3));
      // A name in quotation marks is told, not used: “also called ‘personal information’”.
      const first = search(said.words).find(({ start }) => !/["'“‘„«「『]/.test(said.words[start - 1] ?? ''));
      if (!first) return [];
      const part = { readable, start: said.start + first.start, end: said.start + first.end };
      return [found('definition-of-itself', { id: readable.owner, quote: quoted(part) }, part)];
    }),
  'definition-unused': (facts) => {
    const texts = readablesOf(facts).filter(({ locale }) => locale === facts.policy.prevailing);
    const used = new Set(
      texts.flatMap(({ owner, text }) =>
        text.includes(':term[')
          ? marksIn(text).directives.flatMap(({ name, id }) => (name === 'term' && id !== owner ? [id] : []))
          : [],
      ),
    );
    const unnamed = facts.all('definition').filter(({ key, values }) => {
      const [id = ''] = key;
      const machine =
        values.age !== undefined || values.source !== undefined || facts.of('definition.data', id).length > 0;
      return !machine && !used.has(id);
    });
    const isMentioned = mentionsIn(facts, unnamed, texts);
    return unnamed.flatMap(({ key, place }) => {
      const [id = ''] = key;
      const names = namesOf(facts, id, facts.policy.prevailing);
      const mentioned = names.some((name) => isMentioned(name, id));
      return mentioned || names.length === 0 ? [] : [diagnostic('definition-unused', { id }, place)];
    });
  },
  'forbidden-word': (facts) => {
    if (facts.avoided.length === 0) return [];
    const termsOf = new Map<string, string[]>();
    for (const { term, word } of facts.avoided) {
      append(termsOf, word, term);
    }
    const search = searchFor(termsOf.keys());
    return readablesOf(facts).flatMap((readable) =>
      search(readable.words).flatMap(({ name, start, end }) => {
        const term = termsOf.get(name)?.find((one) => one !== readable.owner);
        const part = { readable, start, end };
        return term === undefined ? [] : [found('forbidden-word', { quote: quoted(part), term }, part)];
      }),
    );
  },
};

/** The terms in each definition: those named with a directive, and one that its words begin with. */
function termsIn(facts: Facts): ReadonlyMap<string, readonly string[]> {
  const defined = new Set(facts.all('definition').map(ownerOf));
  const find = finderOf(
    [...defined].flatMap((id) =>
      namesOf(facts, id, facts.policy.prevailing).map((name) => [name, id] as const),
    ),
  );
  const graph = new Map<string, readonly string[]>();
  for (const { owner, field, locale, text, words } of readablesOf(facts)) {
    if (field !== 'text' || locale !== facts.policy.prevailing || !defined.has(owner)) continue;
    const named = text.includes(':term[')
      ? marksIn(text).directives.flatMap(({ name, id }) => (name === 'term' && defined.has(id) ? [id] : []))
      : [];
    // What the term is: the first words after an article.
    const said = definingWords(words)
      .words.trimStart()
      .replace(/^(?:an?|the|any|every|each|all|eine?)\s+/i, '');
    const [genus] = find(said.slice(0, longestName));
    const others = genus?.start === 0 ? genus.ids.filter((id) => id !== owner) : [];
    if (named.length + others.length > 0) graph.set(owner, [...named, ...others]);
  }
  return graph;
}

/** Drops terms that are in no circle: those that nothing is defined by, again and again. */
function withoutEnds(graph: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
  const left = new Map(graph);
  const uses = new Map<string, number>();
  for (const to of [...graph.values()].flat()) uses.set(to, (uses.get(to) ?? 0) + 1);
  const ends = [...graph.keys()].filter((id) => !uses.has(id));
  for (let id = ends.pop(); id !== undefined; id = ends.pop()) {
    left.delete(id);
    for (const to of graph.get(id) ?? []) {
      const count = (uses.get(to) ?? 0) - 1;
      uses.set(to, count);
      if (count === 0) ends.push(to);
    }
  }
  return left;
}

/** The shortest way from a term back to itself; undefined when there is none. */
function circleFrom(
  id: string,
  graph: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [id];
  // The queue grows while it is walked.
  for (const here of queue) {
    for (const to of graph.get(here) ?? []) {
      if (to === id) return wayTo(here, id, cameFrom);
      if (cameFrom.has(to)) continue;
      cameFrom.set(to, here);
      queue.push(to);
    }
  }
  return undefined;
}

function wayTo(end: string, start: string, cameFrom: ReadonlyMap<string, string>): readonly string[] {
  const way = [end];
  for (let at = end; at !== start; ) {
    at = cameFrom.get(at) ?? start;
    way.push(at);
  }
  return way.reverse();
}

/** Longer than any name of a term. */
const longestName = 60;

/** Whether a name of some definitions occurs in another text than its own. */
function mentionsIn(
  facts: Facts,
  definitions: readonly Row[],
  texts: readonly Readable[],
): (name: string, id: string) => boolean {
  const all = definitions.flatMap(({ key }) => namesOf(facts, key[0] ?? '', facts.policy.prevailing));
  const search = searchForForms(new Set(all.map(stemOf)));
  const owners = new Map<string, Set<string>>();
  for (const { words, owner } of texts)
    for (const { name } of search(words)) owners.set(name, (owners.get(name) ?? new Set()).add(owner));
  return (name, id) => {
    const [one, another] = owners.get(stemOf(name)) ?? [];
    return another !== undefined || (one !== undefined && one !== id);
  };
}
