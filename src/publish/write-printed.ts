import { canonicalJson, sha256 } from '../base/canonical.ts';
import { readBytesInside, readInside, removeInside, writeInside } from './output-folder.ts';
import { isOfSite } from './paths.ts';
import type { PrintedPage } from './site-input.ts';

/**
 * `pdf.json` records, for every printed page, the hash of the page and of its PDF. It is not part of the build's own
 * record, because two browsers make two different files.
 */
const recordFile = 'pdf.json';
const recordFormat = 'policyc/pdf@1';

/** The SHA-256 of a page, and of its PDF. */
interface Entry {
  readonly page: string;
  readonly pdf: string;
}

export type WrittenPrints =
  | { readonly printed: readonly string[] }
  | { readonly refused: 'altered'; readonly path: string };

/** The pages without a PDF, or with one made of an older page. */
export function unprinted(
  out: string,
  pages: readonly PrintedPage[],
  files: ReadonlyMap<string, string>,
): PrintedPage[] {
  const recorded = recordedIn(out);
  return pages.filter(({ page, pdf }) => {
    const entry = recorded.get(pdf);
    return entry?.page !== sha256(files.get(page) ?? '') || !isAsRecorded(out, pdf, entry);
  });
}

/**
 * Prints the pages of a written site that are not printed yet, and removes PDFs of pages that are gone. A file that no
 * record lists belongs to somebody else: it is never removed, and replaced only with `overwrite`.
 */
export async function writePrints(
  out: string,
  pages: readonly PrintedPage[],
  files: ReadonlyMap<string, string>,
  print: (html: string, page: PrintedPage) => Promise<Uint8Array>,
  overwrite: boolean,
): Promise<WrittenPrints> {
  const recorded = recordedIn(out);
  const due = unprinted(out, pages, files);
  const strange = due.find(
    ({ pdf }) => readBytesInside(out, pdf) && !isAsRecorded(out, pdf, recorded.get(pdf)),
  );
  if (strange && !overwrite) return { refused: 'altered', path: strange.pdf };
  const known = new Set(pages.map(({ pdf }) => pdf));
  for (const [pdf, entry] of recorded) {
    if (known.has(pdf)) continue;
    if (isAsRecorded(out, pdf, entry)) removeInside(out, pdf);
    recorded.delete(pdf);
  }
  for (const one of due) {
    const html = files.get(one.page) ?? '';
    const bytes = await print(html, one);
    writeInside(out, one.pdf, bytes);
    recorded.set(one.pdf, { page: sha256(html), pdf: sha256(bytes) });
    // Recorded after each page, so that an interrupted run need not print it again.
    writeRecord(out, recorded);
  }
  writeRecord(out, recorded);
  return { printed: due.map(({ pdf }) => pdf) };
}

function isAsRecorded(out: string, pdf: string, entry: Entry | undefined): boolean {
  const bytes = readBytesInside(out, pdf);
  return bytes !== undefined && sha256(bytes) === entry?.pdf;
}

function recordedIn(out: string): Map<string, Entry> {
  try {
    const record = JSON.parse(readInside(out, recordFile) ?? '') as {
      readonly format?: unknown;
      readonly files: Readonly<Record<string, Entry>>;
    };
    if (record.format !== recordFormat) return new Map();
    return new Map(Object.entries(record.files).filter(([path]) => isOfSite(path)));
  } catch {
    return new Map();
  }
}

function writeRecord(out: string, recorded: ReadonlyMap<string, Entry>): void {
  const files = Object.fromEntries([...recorded].map(([path, { page, pdf }]) => [path, { page, pdf }]));
  writeInside(out, recordFile, `${canonicalJson({ format: recordFormat, files })}\n`);
}
