/**
 * How large what policyc reads may be. Each number is far above any policy that people wrote, and low enough that the
 * largest input of each kind costs seconds, not minutes: `npm run bench:limits` shows it. A limit is held where a file is
 * read, so that nothing passes `check` that a later step cannot bear. `docs/limits.md` is made from this table.
 */
export const limits = {
  fileBytes: 2 * 1024 * 1024,
  policyCharacters: 1024 * 1024,
  archivedCharacters: 4 * 1024 * 1024,
  policyFiles: 2000,
  archivedBytes: 64 * 1024 * 1024,
  compiledBytes: 36 * 1024 * 1024,
  importedBytes: 6 * 1024 * 1024,
  yamlParts: 20_000,
  noteParts: 100_000,
  yamlDepth: 50,
  aliases: 100,
  unfolded: 25_000,
  clauses: 1_200,
  stating: 500,
  listed: 1_200,
  members: 4_000,
  watching: 60,
  rows: 13_000,
  locales: 80,
  pageRows: 320_000,
  archivedRows: 15_000,
  archivedNames: 50_000,
  termDepth: 20,
  nameLength: 200,
  columns: 50,
  proseDepth: 50,
  paragraphMarks: 2000,
  proseMarks: 9_000,
  textMarks: 12_000,
  archivedMarks: 30_000,
  textCharacters: 64 * 1024,
  tableRows: 1_000,
  documentLines: 2_250,
  documentCharacters: 400_000,
  problems: 100,
} as const;

export type Limit = keyof typeof limits;

const signs =
  'line ends, brackets, stars, underscores, backticks, <, pipes, ampersands, backslashes, tabs and signs of quotes and lists';

/** What each limit counts, in words that follow a number, and of what. */
export const limitWords: Readonly<Record<Limit, { readonly counts: string; readonly of: string }>> = {
  fileBytes: { counts: 'bytes', of: 'a file of a policy, a note, or a document' },
  policyCharacters: { counts: 'characters', of: 'all files of a policy, without its archive' },
  archivedCharacters: { counts: 'characters', of: 'the rows of a released version' },
  policyFiles: { counts: 'files', of: 'a policy, without its archive' },
  archivedBytes: { counts: 'bytes', of: 'a file of a released version' },
  compiledBytes: { counts: 'bytes', of: 'a compiled policy, and what else is JSON in a released version' },
  importedBytes: { counts: 'bytes', of: 'a file of translations, or of another program, to import' },
  yamlParts: {
    counts: 'lines, commas and opening brackets',
    of: 'the YAML and CSV files of a policy, or a note',
  },
  noteParts: { counts: 'lines, commas and opening brackets', of: 'all notes of a policy' },
  yamlDepth: { counts: 'lists and maps, one in another', of: 'a YAML file' },
  aliases: { counts: 'copies that its aliases stand for', of: 'a YAML file' },
  unfolded: { counts: 'values once its aliases are written out', of: 'a YAML file' },
  clauses: { counts: 'clauses', of: 'a policy' },
  stating: { counts: 'clauses that state facts, which all kinds but statements do', of: 'a policy' },
  listed: { counts: 'entries of registers, with each clause that names one', of: 'a policy' },
  members: { counts: 'members of the lists of its clauses, such as data and purposes', of: 'a policy' },
  watching: { counts: 'entries of lists of material changes, and promises', of: 'a policy' },
  rows: { counts: 'rows', of: 'a policy, one for each fact, text and order of a list' },
  locales: { counts: 'languages', of: 'a policy' },
  pageRows: { counts: 'rows of its pages in all languages, translated or not', of: 'a policy' },
  archivedRows: { counts: 'rows', of: 'a released version' },
  archivedNames: {
    counts: 'terms, words, languages and retired ids',
    of: 'a released version, or a compiled policy',
  },
  termDepth: { counts: 'terms one below another', of: 'a taxonomy' },
  nameLength: { counts: 'characters', of: 'an id, a key, or a path in a policy folder' },
  columns: { counts: 'columns', of: 'a CSV register' },
  proseDepth: { counts: 'quotes and lists, one in another', of: 'a text' },
  paragraphMarks: { counts: 'brackets, stars, underscores, backticks and <', of: 'a paragraph' },
  proseMarks: { counts: signs, of: 'a text, or a document' },
  textMarks: { counts: signs, of: 'the texts of a policy' },
  archivedMarks: { counts: signs, of: 'the texts of a released version' },
  textCharacters: { counts: 'characters', of: 'a text of a policy' },
  tableRows: { counts: 'lines with a pipe', of: 'a text, or a document' },
  documentLines: { counts: 'lines with words', of: 'a document' },
  documentCharacters: { counts: 'characters', of: 'a document' },
  problems: { counts: 'problems listed', of: 'a policy' },
};
