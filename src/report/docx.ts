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
import type { LinePair } from '../render/pair-lines.ts';
import type { LineLook } from '../render/passage.ts';
import type { RedlinedPassage } from '../render/whole-redline.ts';
import { runsOf } from '../syntax/edits.ts';
import { directionOf } from '../words/scripts.ts';
import { asXml, dress, rightToLeft, stylesIn, withFixedDates } from './docx-dress.ts';

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
    styles: stylesIn(language),
    comments: { children: writer.comments },
    sections,
  });
  return withFixedDates(await Packer.toBuffer(document), momentOf(first?.date));
}

function momentOf(date = '1980-01-01'): string {
  return `${date}T00:00:00Z`;
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
