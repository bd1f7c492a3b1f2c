const signs =
  'line ends, brackets, stars, underscores, backticks, <, pipes, ampersands, backslashes, tabs and signs of quotes and lists';

/**
 * How large what policyc reads may be. Each number is far above any policy that people wrote, and low enough that the
 * largest input of each kind costs seconds, not minutes: `npm run bench:limits` shows it. A limit is held where a file is
 * read, so that nothing passes `check` that a later step cannot bear. `docs/limits.md` is made from this table.
 */
const table = {
  fileBytes: [2 * 1024 * 1024, 'bytes', 'a file of a policy, a note, or a document'],
  policyCharacters: [1024 * 1024, 'characters', 'all files of a policy, without its archive'],
  archivedCharacters: [4 * 1024 * 1024, 'characters', 'the rows of a released version'],
  policyFiles: [2000, 'files', 'a policy, without its archive'],
  archivedBytes: [64 * 1024 * 1024, 'bytes', 'a file of a released version'],
  compiledBytes: [
    36 * 1024 * 1024,
    'bytes',
    'a compiled policy, and what else is JSON in a released version',
  ],
  importedBytes: [6 * 1024 * 1024, 'bytes', 'a file of translations, or of another program, to import'],
  yamlParts: [20_000, 'lines, commas and opening brackets', 'the YAML and CSV files of a policy, or a note'],
  noteParts: [100_000, 'lines, commas and opening brackets', 'all notes of a policy'],
  yamlDepth: [50, 'lists and maps, one in another', 'a YAML file'],
  aliases: [100, 'copies that its aliases stand for', 'a YAML file'],
  unfolded: [25_000, 'values once its aliases are written out', 'a YAML file'],
  clauses: [1_200, 'clauses', 'a policy'],
  stating: [500, 'clauses that state facts, which all kinds but statements do', 'a policy'],
  listed: [1_200, 'entries of registers, with each clause that names one', 'a policy'],
  members: [4_000, 'members of the lists of its clauses, such as data and purposes', 'a policy'],
  watching: [60, 'entries of lists of material changes, and promises', 'a policy'],
  rows: [13_000, 'rows', 'a policy, one for each fact, text and order of a list'],
  locales: [80, 'languages', 'a policy'],
  pageRows: [320_000, 'rows of its pages in all languages, translated or not', 'a policy'],
  archivedRows: [15_000, 'rows', 'a released version'],
  archivedNames: [
    50_000,
    'terms, words, languages and retired ids',
    'a released version, or a compiled policy',
  ],
  termDepth: [20, 'terms one below another', 'a taxonomy'],
  nameLength: [200, 'characters', 'an id, a key, or a path in a policy folder'],
  columns: [50, 'columns', 'a CSV register'],
  proseDepth: [50, 'quotes and lists, one in another', 'a text'],
  paragraphMarks: [2000, 'brackets, stars, underscores, backticks and <', 'a paragraph'],
  proseMarks: [9_000, signs, 'a text, or a document'],
  textMarks: [12_000, signs, 'the texts of a policy'],
  archivedMarks: [30_000, signs, 'the texts of a released version'],
  textCharacters: [64 * 1024, 'characters', 'a text of a policy'],
  tableRows: [1_000, 'lines with a pipe', 'a text, or a document'],
  documentLines: [2_250, 'lines with words', 'a document'],
  documentCharacters: [400_000, 'characters, of which a Chinese one counts twice', 'a document'],
  problems: [100, 'problems listed', 'a policy'],
} as const satisfies Record<string, readonly [most: number, counts: string, of: string]>;

export type Limit = keyof typeof table;

const eachOf = <Value>(part: (row: (typeof table)[Limit]) => Value) =>
  Object.fromEntries(Object.entries(table).map(([limit, row]) => [limit, part(row)])) as Record<Limit, Value>;

export const limits: Readonly<Record<Limit, number>> = eachOf(([most]) => most);

/** What each limit counts, in words that follow a number, and of what. */
export const limitWords: Readonly<Record<Limit, { readonly counts: string; readonly of: string }>> = eachOf(
  ([, counts, of]) => ({ counts, of }),
);
