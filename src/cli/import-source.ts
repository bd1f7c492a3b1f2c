import { resolve } from 'node:path';
import { readUnlessDeep } from '../base/deep.ts';
import { plain } from '../base/escape.ts';
import { cannot } from '../base/failure.ts';
import { isPointer } from '../base/lfs-pointer.ts';
import { why } from '../base/messages-why.ts';
import { startOfFile } from '../base/place.ts';
import { type Aside, wordsWithin } from '../document/import/manuscript.ts';
import type { LeftOut } from '../document/import/numbers.ts';
import { formatOf, readManuscript, textOfFile } from '../document/import/read.ts';
import { counted } from '../report/counted.ts';
import { type Import, importDocument, type Known } from '../scaffold/imported/import.ts';
import type { NewFiles } from '../scaffold/workspace.ts';
import { largestFile } from '../snapshot/allowance.ts';
import { isRefused } from '../snapshot/content.ts';
import { readRegularFile } from '../snapshot/read-file.ts';
import { documentExcess, overLimit } from '../syntax/budget.ts';
import { unreadable } from './unreadable.ts';
import type { World } from './world.ts';

export interface ImportedFile extends Import {
  readonly text: string;
  /** What became of words that are not simply text of the policy, as lines to print; empty when all are. */
  readonly told: string;
}

/** A document on the disk, read as a policy. Throws `CannotWork`. */
export function importFile(file: string, known: Known, world: World, words?: NewFiles): ImportedFile {
  const bytes = readRegularFile(resolve(world.cwd, file), largestFile, 'follow');
  if (!bytes) throw cannot('document-missing', { text: file });
  if (isRefused(bytes)) throw unreadable(file, bytes.why);
  const text = textOfFile(bytes);
  if (text === undefined) throw cannot('import-no-text', { file });
  if (isPointer(text)) throw unreadable(file, why('pointer'));
  const format = formatOf(file, text);
  if (format !== 'html') requireWithinLimits(file, text);
  const manuscript = readUnlessDeep(file, () => readManuscript(text, format));
  if (!/[\p{L}\p{N}]/u.test(wordsWithin(manuscript.root))) throw cannot('import-empty', { file });
  const imported = importDocument(manuscript, known, words);
  if (!imported) throw cannot('import-language-unknown', { file });
  if (imported.unfit) throw cannot('import-unfit', { file, problem: imported.unfit });
  return {
    ...imported,
    text,
    told: toldOf(file, text, manuscript.asides) + numbersTold(imported.unnumbered),
  };
}

const mostTold = 20;

/** Each with its place: the user must see whether it was meant so. */
function toldOf(file: string, text: string, asides: readonly Aside[]): string {
  const lines = asides.slice(0, mostTold).map(({ is, words, line = lineOf(words, text) }) => {
    const place = line === undefined ? file : `${file}:${line}`;
    return plain`${place}: ${became[is]}: “${words.length > 100 ? `${words.slice(0, 100)}…` : words}”\n`;
  });
  const more = asides.length - lines.length;
  return lines.join('') + (more > 0 ? `… and ${more} more.\n` : '');
}

/** Numbers that were left out, and what pages show instead: a contract may refer to a part by its number. */
function numbersTold(unnumbered: readonly LeftOut[]): string {
  const others = unnumbered.filter(({ isSame }) => !isSame);
  const same = unnumbered.length - others.length;
  const lines = others.slice(0, mostTold).map(({ number, shown, title }) => {
    const now = shown === '' ? 'has none' : `is ${shown}`;
    return plain`number left out, and on pages it ${now}: “${number} ${title}”\n`;
  });
  const more = others.length - lines.length;
  return [
    ...(same === 0
      ? []
      : [`left out, since pages give the same: the numbers of ${counted(same, 'heading')}\n`]),
    ...lines,
    ...(more > 0 ? [`… and ${more} more numbers.\n`] : []),
  ].join('');
}

const became: Readonly<Record<Aside['is'], string>> = {
  struck: 'left out, since it is struck out',
  again: 'left out, since it says the title once more',
  contents: 'left out, since pages have a table of contents of their own',
  hidden: 'kept, though readers do not see it at first',
  embedded: 'not read, since it is another page',
};

function lineOf(words: string, text: string): number | undefined {
  const at = text.indexOf(words);
  return at === -1 || text.includes(words, at + 1) ? undefined : text.slice(0, at).split('\n').length;
}

/** The limits of documents that are compared, since an import is parsed in the same way. */
function requireWithinLimits(file: string, text: string): void {
  const over = documentExcess(text);
  if (over) throw cannot('document-unreadable', { text: file, first: overLimit(over, startOfFile(file)) });
}
