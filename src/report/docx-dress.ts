import type { IStylesOptions } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate/browser';

/** The contents that a document is filled with, in WordprocessingML. */
interface Filling {
  /** The paragraphs of each section, in the place of one. */
  readonly sections: readonly (readonly string[])[];
  /** All comments, in the place of an empty one. */
  readonly comments: string;
  /** The time that the library and the zip archive record as the time of writing. */
  readonly moment: string;
}

export function filled(bytes: Uint8Array, { sections, comments, moment }: Filling): Uint8Array {
  const files = unzipSync(bytes);
  const fill = (path: string, by: (xml: string) => string): void => {
    const file = files[path];
    if (file) files[path] = strToU8(by(strFromU8(file)));
  };
  fill('word/document.xml', (xml) =>
    xml
      .split('</w:p>')
      .map((part, at) => (sections[at] ? withSection(part, sections[at]) : part))
      .join(''),
  );
  fill('word/comments.xml', (xml) => {
    const [start, end] = [xml.indexOf('<w:comment '), xml.indexOf('</w:comments>')];
    return start === -1 ? xml : xml.slice(0, start) + comments + xml.slice(end);
  });
  fill('docProps/core.xml', (xml) =>
    xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`),
  );
  // Entries of a zip archive have no time zone: this day is the same wherever it is written.
  return zipSync(files, { mtime: new Date(1980, 0, 1), level: 6 });
}

/**
 * Replaces the paragraph that ends a part by those of a section. If another section follows, the last paragraph says so.
 */
function withSection(part: string, paragraphs: readonly string[]): string {
  const at = part.indexOf('<w:p>');
  const [, ends] = part.slice(at).split(/<\/?w:pPr>/);
  if (ends === undefined) return part.slice(0, at) + paragraphs.join('');
  const last = paragraphs.at(-1) ?? '<w:p><w:pPr></w:pPr></w:p>';
  const ended = last.replace('</w:pPr>', () => `${ends}</w:pPr>`);
  return [part.slice(0, at), ...paragraphs.slice(0, -1), ended].join('');
}

/** The styles of a document in a language. */
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
