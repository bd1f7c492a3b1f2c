import { HeadingLevel, type IParagraphOptions, type IRunOptions, type IStylesOptions } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate/browser';
import type { LineLook } from '../render/passage.ts';

/** Documents may hold characters that XML has no way to write: a word processor would call the whole file broken. */
export function asXml(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}

/** The library and the archive that a document is both record when they were written. */
export function withFixedDates(bytes: Uint8Array, moment: string): Uint8Array {
  const files = unzipSync(bytes);
  const core = strFromU8(files['docProps/core.xml'] ?? new Uint8Array());
  files['docProps/core.xml'] = strToU8(
    core.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`),
  );
  // A file in an archive of this kind has no time zone: the day is the same wherever it is written.
  return zipSync(files, { mtime: new Date(1980, 0, 1), level: 6 });
}

/** How a document looks whose text is in a language. */
export function stylesIn(language: string): IStylesOptions {
  return {
    default: {
      document: {
        run: { size: 22, language: { value: language, eastAsia: language, bidirectional: language } },
      },
      title: { run: { size: 40, bold: true }, paragraph: { spacing: { after: 240 } } },
      heading1: { run: { size: 30, bold: true }, paragraph: { spacing: { before: 360, after: 120 } } },
      heading2: { run: { size: 24, bold: true }, paragraph: { spacing: { before: 240, after: 80 } } },
    },
  };
}

/** What paragraphs and runs of a language say that runs from right to left. */
export const rightToLeft: readonly [IParagraphOptions, IRunOptions] = [
  { bidirectional: true },
  { rightToLeft: true },
];
const indent = { left: 360 };
/** How each kind of line of a policy looks. */
export const dress: Readonly<Record<LineLook, IParagraphOptions>> = {
  title: { heading: HeadingLevel.TITLE },
  chapter: { heading: HeadingLevel.HEADING_1 },
  clause: { heading: HeadingLevel.HEADING_2 },
  paragraph: { spacing: { after: 120 } },
  summary: { spacing: { after: 120 }, indent },
  item: { spacing: { after: 60 }, bullet: { level: 0 } },
  fact: { spacing: { after: 60 }, indent },
  row: { spacing: { after: 60 }, indent },
};
