import { onDemand } from '../base/on-demand.ts';
import { beginning } from '../model/clause-name.ts';
import type { Policy } from '../model/policy.ts';
import { headingSlug } from '../syntax/heading-slug.ts';
import { wordsAlone } from '../syntax/marks.ts';

const kinds: Readonly<Record<string, string>> = {
  heading: 'a heading',
  paragraph: 'a paragraph',
  item: 'an item of a list',
  row: 'a row of a table',
  code: 'a piece of code',
  html: 'a piece of HTML',
  definition: 'an address of links',
  rule: 'a line across',
};

/** Finds the words of a heading by the path of slugs to it, in the first document that has it. */
export function headingsIn(...documents: readonly Policy[]): (path: readonly string[]) => string | undefined {
  const known = onDemand(() => {
    const found = new Map<string, string>();
    for (const { prose } of documents)
      for (const { key, values } of prose) {
        if (!key.at(-2)?.startsWith('heading-')) continue;
        // If its parent heading changed, the earlier path is used.
        const own = String(values.text).split('\n\n').at(-1)?.replace(/^#+ /, '') ?? '';
        const way = [...key.slice(1, -2), headingSlug(own)].join('\t');
        const words = wordsAlone(own.replace(/<[^<>]*>/g, ''), (id) => id);
        if (!found.has(way)) found.set(way, beginning(words, 96));
      }
    return found;
  });
  return (path) => known().get(path.join('\t'));
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
  const named = headingAt(path.slice(0, -1)) ?? heading?.replaceAll('-', ' ');
  const owner = heading === undefined ? 'Document' : `Under “${named}”`;
  return `${owner}: ${kinds[/^[a-z]+/.exec(block)?.[0] ?? ''] ?? block}`;
}
