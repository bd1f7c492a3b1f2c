import { resolve } from 'node:path';
import { cannot } from '../base/failure.ts';
import { startOfFile } from '../base/place.ts';
import { wordsOf } from '../document/import/manuscript.ts';
import { formatOf, readManuscript, textOfFile } from '../document/import/read.ts';
import { type Import, importDocument, type Known } from '../scaffold/imported/import.ts';
import { largestFile } from '../snapshot/allowance.ts';
import { isRefused } from '../snapshot/content.ts';
import { readRegularFile } from '../snapshot/read-file.ts';
import { documentExcess, overLimit } from '../syntax/budget.ts';
import { readUnlessDeep } from './deep.ts';
import type { World } from './world.ts';

/** A document on the disk, read as a policy. Throws `CannotWork`. */
export function importFile(file: string, known: Known, world: World): Import & { readonly text: string } {
  const bytes = readRegularFile(resolve(world.cwd, file), largestFile, 'follow');
  if (!bytes) throw cannot('document-missing', { text: file });
  if (isRefused(bytes)) {
    const first = { code: 'file-unreadable', args: { why: bytes.why } };
    throw cannot('document-unreadable', { text: file, first });
  }
  const text = textOfFile(bytes);
  if (text === undefined) throw cannot('import-no-text', { file });
  const format = formatOf(file, text);
  if (format !== 'html') requireWithinLimits(file, text);
  const manuscript = readUnlessDeep(file, () => readManuscript(text, format));
  if (!/[\p{L}\p{N}]/u.test(wordsOf(manuscript.root))) throw cannot('import-empty', { file });
  const imported = importDocument(manuscript, known);
  if (!imported) throw cannot('import-language-unknown', { file });
  const [problem] = imported.errors;
  if (problem) throw cannot('import-unfit', { file, problem });
  return { ...imported, text };
}

/** The same limits as for documents that are compared: what stands in them is parsed in the same way. */
function requireWithinLimits(file: string, text: string): void {
  const over = documentExcess(text);
  if (over) throw cannot('document-unreadable', { text: file, first: overLimit(over, startOfFile(file)) });
}
