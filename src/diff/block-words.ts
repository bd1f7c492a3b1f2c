import { onDemand } from '../base/on-demand.ts';
import { beginning } from '../model/clause-name.ts';
import type { Policy, Row } from '../model/policy.ts';
import { headingSlug } from '../syntax/heading-slug.ts';
import { wordsAlone } from '../syntax/marks.ts';

const kinds: Readonly<Record<string, string>> = {
  heading: 'a heading',
  paragraph: 'a paragraph',
  item: 'an item of a list',
  menu: 'a part of a menu',
  edge: 'a part of the top or the bottom of the page',
  row: 'a row of a table',
  code: 'a piece of code',
  html: 'a piece of HTML',
  definition: 'an address of links',
  rule: 'a line across',
};

/** Finds the words of a heading by the path of slugs to it, in the first document that has it. */
export function headingsIn(...documents: readonly Policy[]): (path: readonly string[]) => string | undefined {
  const known = onDemand(() => {
    const rows = documents
      .flatMap(({ prose }) => prose)
      .filter(({ key }) => key.at(-2)?.startsWith('heading-'));
    // Of several with one way, the first.
    return new Map(rows.map(headingOf).reverse());
  });
  return (path) => known().get(path.join('\t'));
}

/** The way to a heading, and its words. */
function headingOf({ key, values }: Row): readonly [way: string, words: string] {
  // If its parent heading changed, the earlier path is used.
  const own = String(values.text).split('\n\n').at(-1)?.replace(/^#+ /, '') ?? '';
  const way = [...key.slice(1, -2), headingSlug(own)].join('\t');
  return [
    way,
    beginning(
      wordsAlone(own.replace(/<[^<>]*>/g, ''), (id) => id),
      96,
    ),
  ];
}

/**
 * Which block it is: `Under “How we share”: a paragraph`, `Document: a heading` where none stands above it, `Settings of the
 * page: date`. The way to a block is its headings as slugs, and its kind with a mark that says nothing to people.
 */
export function blockInWords(
  path: readonly string[],
  headingAt: (path: readonly string[]) => string | undefined,
): string {
  const [heading, block = ''] = path.length > 1 ? path.slice(-2) : [undefined, ...path];
  if (heading === 'front-matter') return `Settings of the page: ${block}`;
  const named = headingAt(path.slice(0, -1)) ?? heading?.replaceAll('-', ' ').trim();
  const owner = heading === undefined ? 'Document' : `Under “${named}”`;
  return `${owner}: ${kinds[/^[a-z]+/.exec(block)?.[0] ?? ''] ?? block}`;
}
