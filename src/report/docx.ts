import {
  AlignmentType,
  type Comment,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  Footer,
  Header,
  HeadingLevel,
  InsertedTextRun,
  type IParagraphOptions,
  type IParagraphRunOptions,
  type IRunOptions,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate/browser';
import type { LinePair } from '../render/pair-lines.ts';
import type { LineLook } from '../render/passage.ts';
import type { RedlinedPassage } from '../render/whole-redline.ts';
import { runsOf } from '../syntax/edits.ts';
import { directionOf } from '../words/scripts.ts';

/** A policy's whole text with its edits, for a word processor. */
export interface Redline {
  /** At the top of every page: what is compared with what. */
  readonly title: string;
  readonly locale: string;
  /** `YYYY-MM-DD`: of every edit. */
  readonly date: string;
  readonly passages: readonly RedlinedPassage[];
  /** What a comparison found of a passage, by its id; a comment beside it. */
  readonly remarks: ReadonlyMap<string, readonly string[]>;
}

const author = 'policyc';

/** Documents may hold characters that XML has no way to write: a word processor would call the whole file broken. */
function asXml(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}

/**
 * A document with real tracked changes: to accept all of them leaves the later text, to reject all the earlier one.
 * The same redlines give the same bytes.
 */
export async function printDocx(redlines: readonly Redline[]): Promise<Uint8Array> {
  const writer = new Writer();
  const sections = redlines.length === 0 ? [{ children: [] }] : redlines.map((one) => writer.section(one));
  const [first] = redlines;
  const language = first?.locale ?? 'en';
  const document = new Document({
    creator: author,
    lastModifiedBy: author,
    title: asXml(redlines.map(({ title }) => title).join('; ')),
    styles: {
      default: {
        document: {
          run: { size: 22, language: { value: language, eastAsia: language, bidirectional: language } },
        },
        title: { run: { size: 40, bold: true }, paragraph: { spacing: { after: 240 } } },
        heading1: { run: { size: 30, bold: true }, paragraph: { spacing: { before: 360, after: 120 } } },
        heading2: { run: { size: 24, bold: true }, paragraph: { spacing: { before: 240, after: 80 } } },
      },
    },
    comments: { children: writer.comments },
    sections,
  });
  return withFixedDates(await Packer.toBuffer(document), momentOf(first?.date));
}

function momentOf(date = '1980-01-01'): string {
  return `${date}T00:00:00Z`;
}

/** The library and the archive that a document is both record when they were written. */
function withFixedDates(bytes: Uint8Array, moment: string): Uint8Array {
  const files = unzipSync(bytes);
  const core = strFromU8(files['docProps/core.xml'] ?? new Uint8Array());
  files['docProps/core.xml'] = strToU8(
    core.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`),
  );
  // A file in an archive of this kind has no time zone: the day is the same wherever it is written.
  return zipSync(files, { mtime: new Date(1980, 0, 1), level: 6 });
}

class Writer {
  readonly comments: ConstructorParameters<typeof Comment>[0][] = [];
  #edits = 0;

  section({ title, locale, date, passages, remarks }: Redline): ISectionOptions {
    // Only what runs from right to left says so.
    const [paragraph, run] = directionOf(locale) === 'rtl' ? rightToLeft : [{}, {}];
    const set = (children: readonly ParagraphChild[], options: IParagraphOptions = {}): Paragraph =>
      new Paragraph({ ...options, ...paragraph, children });
    const small = (
      ...children: readonly (string | (typeof PageNumber)[keyof typeof PageNumber])[]
    ): Paragraph => set([new TextRun({ children, size: 16 })], { alignment: AlignmentType.CENTER });
    return {
      headers: { default: new Header({ children: [small(asXml(title))] }) },
      footers: {
        default: new Footer({ children: [small(PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES)] }),
      },
      children: passages.flatMap(({ id, lines }) => {
        const said = remarks.get(id) ?? [];
        return lines.map((line, at) => {
          const runs = this.#runs(line, momentOf(date), run);
          const children = at === 0 ? this.#commented(runs, said, momentOf(date)) : runs;
          return set(children, { ...dress[lookOf(line)], run: this.#mark(line, momentOf(date)) });
        });
      }),
    };
  }

  #runs({ before, after }: LinePair, date: string, common: IRunOptions): ParagraphChild[] {
    return runsOf(asXml(before?.words ?? ''), asXml(after?.words ?? '')).flatMap((run): ParagraphChild[] => {
      if (run.before === run.after) return [new TextRun({ ...common, text: run.after })];
      const gone = { ...common, text: run.before };
      const come = { ...common, text: run.after };
      return [
        ...(run.before === '' ? [] : [new DeletedTextRun({ ...gone, ...this.#edit(date) })]),
        ...(run.after === '' ? [] : [new InsertedTextRun({ ...come, ...this.#edit(date) })]),
      ];
    });
  }

  /** The end of a paragraph is tracked too: else an empty one would be left of what is accepted or rejected. */
  #mark({ before, after }: LinePair, date: string): IParagraphRunOptions {
    if (before === undefined) return { insertion: this.#edit(date) };
    return after === undefined ? { deletion: this.#edit(date) } : {};
  }

  #edit(date: string): { readonly id: number; readonly author: string; readonly date: string } {
    this.#edits += 1;
    return { id: this.#edits, author, date };
  }

  #commented(
    runs: readonly ParagraphChild[],
    said: readonly string[],
    date: string,
  ): readonly ParagraphChild[] {
    if (said.length === 0) return runs;
    const id = this.comments.length;
    const children = said.map((line) => new Paragraph({ children: [new TextRun(asXml(line))] }));
    this.comments.push({ id, author, date: new Date(date), children });
    const reference = new TextRun({ children: [new CommentReference(id)] });
    return [new CommentRangeStart(id), ...runs, new CommentRangeEnd(id), reference];
  }
}

function lookOf({ before, after }: LinePair): LineLook {
  return (after ?? before)?.look ?? 'paragraph';
}

const rightToLeft: readonly [IParagraphOptions, IRunOptions] = [
  { bidirectional: true },
  { rightToLeft: true },
];
const indent = { left: 360 };
const dress: Readonly<Record<LineLook, IParagraphOptions>> = {
  title: { heading: HeadingLevel.TITLE },
  chapter: { heading: HeadingLevel.HEADING_1 },
  clause: { heading: HeadingLevel.HEADING_2 },
  paragraph: { spacing: { after: 120 } },
  summary: { spacing: { after: 120 }, indent },
  item: { spacing: { after: 60 }, bullet: { level: 0 } },
  fact: { spacing: { after: 60 }, indent },
  row: { spacing: { after: 60 }, indent },
};
