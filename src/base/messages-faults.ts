import { limits } from './limits.ts';

/** What is wrong, as a clause that ends a sentence; and what to do, where that is not the same for all. */
interface FaultWords {
  readonly is: string;
  readonly fix?: string;
}

const block = 'Put the text in a block (text: |, the words indented on the lines below), or in quotes.';
const quotes = 'Put the whole value in double quotes, and write a quote inside it twice.';

/** Why a text is no YAML, or no table of comma-separated values. */
const faults = {
  // YAML
  'second-document': (_: object) => ({ is: 'a second document begins here; a file holds one' }),
  'neither-key-nor-text': (_: object) => ({
    is: 'this is neither a key with a value nor part of the text above it',
    fix: 'After a key come a colon and a space (tier: basic); text that goes on is indented deeper than its key.',
  }),
  'text-without-mark': (_: object) => ({
    is: 'a text of several lines needs a mark behind its key',
    fix: 'Write | behind the key on the line above (text: |).',
  }),
  'full-width-colon': (_: object) => ({
    is: 'a full-width colon is a letter to YAML',
    fix: 'Write : and a space in its place.',
  }),
  'other-spaces': (_: object) => ({
    is: 'what indents this line are other characters than spaces, as they come with pasted text',
    fix: 'Delete them, and type spaces.',
  }),
  'text-begins-with': (a: { character: string }) => ({
    is: `text cannot begin with ${a.character}`,
    fix: block,
  }),
  'no-escape': (a: { text: string }) => ({ is: `${a.text} is no escape; write \\\\ for a backslash` }),
  'never-closed': (_: object) => ({ is: 'what opens here is never closed' }),
  'no-key-with-colon': (_: object) => ({
    is: 'this is no key with a colon, and not indented as text of the key above',
  }),
  'indented-unlike-others': (_: object) => ({ is: 'this line is not indented like the ones it belongs to' }),
  'list-after-text': (_: object) => ({ is: 'a list cannot go on with the text above it', fix: block }),
  'colon-begins-value': (_: object) => ({
    is: 'a colon before a space or at the end of a line begins a value',
    fix: block,
  }),
  'line-below-too-deep': (_: object) => ({ is: 'the line below this one is indented too deep' }),
  'colon-in-text': (_: object) => ({
    is: 'a colon begins a value here, in a line indented as part of the text above',
    fix: 'Indent a key like the keys beside it; put text that holds a colon in a block (text: |) or in quotes.',
  }),
  'quote-ended-text': (_: object) => ({
    is: 'the quote before this ended the text; a quote inside text needs text: |',
    fix: block,
  }),
  'text-on-next-line': (a: { character: string }) => ({
    is: `after ${a.character} the text begins on the next line`,
    fix: 'Move the text down one line, and indent it.',
  }),
  'does-not-continue': (_: object) => ({ is: 'this does not continue what stands before it' }),
  'no-front-matter': (_: object) => ({
    is: 'a change note begins with a block of YAML between two lines of ---',
  }),
  'parser-says': (a: { words: string }) => ({ is: a.words }),

  // Aliases
  'alias-of-itself': (_: object) => ({ is: 'it stands inside what it names' }),
  'anchor-missing': (a: { anchor: string }) => ({
    is: `no anchor &${a.anchor} stands above it in this file`,
  }),
  'merge-key': (_: object) => ({ is: 'the merge key <<: has no meaning in a policy' }),
  'aliases-too-many': (_: object) => ({
    is: `the aliases of this file stand for more than ${limits.aliases} copies`,
  }),

  // CSV
  'no-comma': (_: object) => ({
    is: 'no comma parts its columns',
    fix: 'Save it with commas between the values; semicolons part several values in one cell.',
  }),
  'no-entry': (_: object) => ({ is: 'no entry stands below the column names' }),
  'column-unnamed': (_: object) => ({ is: 'a column has no name' }),
  'column-twice': (a: { column: string }) => ({ is: `two columns are called ${a.column}` }),
  'column-missing': (a: { column: string }) => ({ is: `there is no column ${a.column}` }),
  'values-unlike-columns': (a: { values: number; columns: number }) => ({
    is: `this line has ${a.values} values for ${a.columns} columns`,
    fix:
      a.values > a.columns
        ? 'Put a value that holds a comma in double quotes, or take the extra one out.'
        : 'Add the missing values; an empty one is a comma with nothing before it.',
  }),
  'quote-never-closed': (_: object) => ({ is: 'the quote that opens here is never closed', fix: quotes }),
  'quote-in-value': (_: object) => ({ is: 'a quote stands in the middle of a value', fix: quotes }),
  'commas-and-quotes': (_: object) => ({ is: 'its commas and quotes do not add up', fix: quotes }),
};

export type FaultCode = keyof typeof faults;

/** A fault within a message: a code and its arguments, like the message itself. */
export interface Fault {
  readonly code: FaultCode;
  readonly args: object;
}

type FaultArguments<C extends FaultCode> = keyof Parameters<(typeof faults)[C]>[0] extends never
  ? []
  : [Parameters<(typeof faults)[C]>[0]];

export function fault<C extends FaultCode>(code: C, ...[args]: FaultArguments<C>): Fault {
  return { code, args: args ?? {} };
}

export function faultInWords({ code, args }: Fault): FaultWords {
  return (faults[code] as (args: object) => FaultWords)(args);
}
