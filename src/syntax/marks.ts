import type { DirectiveName } from './directive.ts';
import {
  type DirectiveUse,
  directivesIn,
  type ForbiddenMarkup,
  forbiddenMarkupIn,
  proseOf,
} from './prose.ts';

/** What a text points at, and its markup that is never published. */
export interface Marks {
  readonly directives: readonly DirectiveUse[];
  readonly forbidden: readonly ForbiddenMarkup[];
}

/** Markup that can hide a directive or contain a link: code, escapes, HTML, links, definitions, indented code. */
const needsParser = /[`\\<\t]|~~~|\]\(|\]:| {4}/;
const opener = /(?<!:):(?:data|ref|term|contact|party|period|purpose|country)\[/g;
const simple = /(?<!:):(data|ref|term|contact|party|period|purpose|country)\[([^[\]\n]*)\](?:\{[^{}\n]*\})?/g;

/**
 * The marks of a text. Most texts have only plain directives and are scanned; the others are parsed. Parsing every
 * text would double the time of `check`; a property test proves that both ways agree.
 */
export function marksIn(text: string): Marks {
  if (!needsParser.test(text)) {
    const matches = [...text.matchAll(simple)];
    if (matches.length === [...text.matchAll(opener)].length) {
      return { directives: matches.map(directiveOf), forbidden: [] };
    }
  }
  return parsedMarks(text);
}

export function parsedMarks(text: string): Marks {
  const tree = proseOf(text);
  return { directives: directivesIn(text, tree), forbidden: forbiddenMarkupIn(tree) };
}

function directiveOf(match: RegExpExecArray): DirectiveUse {
  const [whole, name = '', id = ''] = match;
  return { name: name as DirectiveName, id: id.trim(), start: match.index, end: match.index + whole.length };
}

const withWords = /:(?:data|ref|term|contact|party|period|purpose|country)\[[^[\]]*\]\{as="([^"]*)"\}/g;
const bare = /:(?:data|ref|term|contact|party|period|purpose|country)\[([^[\]]*)\]/g;

/** A text on one line, without the markup of directives and emphasis. */
export function plainText(markdown: string): string {
  return markdown
    .replace(withWords, '$1')
    .replace(bare, '$1')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A text with directives replaced by words: their own, or else what their id means. */
export function withNames(markdown: string, meant: (id: string) => string): string {
  return markdown.replace(withWords, '$1').replace(bare, (_, id: string) => meant(id.trim()));
}

/** The same as readers see it: also without links and the marks of lists. */
export function wordsAlone(markdown: string, meant: (id: string) => string): string {
  return plainText(withNames(markdown, meant))
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/^(?:[-*>#]+|\d{1,3}[.)]) /, '');
}
