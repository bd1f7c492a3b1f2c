/** What the blocks of a plain document are called. */
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

/**
 * Which block it is: `Under “how we share”: a paragraph`, `Document: a heading` where none stands above it, `Settings of the
 * page: date`. The way to a block is its headings as slugs, and its kind with a mark that says nothing to people.
 */
export function blockInWords(path: readonly string[]): string {
  const [heading, block = ''] = path.length > 1 ? path.slice(-2) : [undefined, ...path];
  if (heading === 'front-matter') return `Settings of the page: ${block}`;
  const owner = heading === undefined ? 'Document' : `Under “${heading.replaceAll('-', ' ')}”`;
  return `${owner}: ${kinds[/^[a-z]+/.exec(block)?.[0] ?? ''] ?? block}`;
}
