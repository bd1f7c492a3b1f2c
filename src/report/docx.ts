import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type IParagraphOptions,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { RedlinedPassage } from '../render/whole-redline.ts';
import { directionOf } from '../words/scripts.ts';
import { asXml, author, Body, commentsXml } from './docx-body.ts';
import { filled, stylesIn } from './docx-dress.ts';

/** A policy's whole text with its edits, for a word processor. */
export interface Redline {
  /** The heading of every page: what is compared with what. */
  readonly title: string;
  readonly locale: string;
  /** The date of every edit, `YYYY-MM-DD`. */
  readonly date: string;
  readonly passages: readonly RedlinedPassage[];
  /** The findings of each passage by its id, which become comments. */
  readonly remarks: ReadonlyMap<string, readonly string[]>;
}

/**
 * A document with tracked changes: accepting all of them gives the later text, rejecting all the earlier one. The same
 * redlines give the same bytes.
 */
export async function printDocx(redlines: readonly Redline[]): Promise<Uint8Array> {
  const body = new Body();
  const sections = redlines.map(({ passages, remarks, locale, date }) => {
    const fromRight = directionOf(locale) === 'rtl';
    return body.section(passages, remarks, { moment: momentOf(date), fromRight });
  });
  const [first] = redlines;
  const { comments } = body;
  const document = new Document({
    creator: author,
    lastModifiedBy: author,
    title: asXml(redlines.map(({ title }) => title).join('; ')),
    styles: stylesIn(first?.locale ?? 'en'),
    comments: { children: comments.slice(0, 1).map(() => ({ id: 0, children: [] })) },
    sections: redlines.length === 0 ? [{ children: [] }] : redlines.map(frameOf),
  });
  const files = { sections, comments: commentsXml(comments), moment: momentOf(first?.date) };
  return filled(await Packer.toBuffer(document), files);
}

function momentOf(date = '1980-01-01'): string {
  return `${date}T00:00:00Z`;
}

/** A section with its headers, and one paragraph in place of its text. */
function frameOf({ title, locale }: Redline): ISectionOptions {
  // Only right-to-left text states its direction.
  const paragraph: IParagraphOptions = directionOf(locale) === 'rtl' ? { bidirectional: true } : {};
  const small = (
    ...children: readonly (string | (typeof PageNumber)[keyof typeof PageNumber])[]
  ): Paragraph =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      ...paragraph,
      children: [new TextRun({ children, size: 16 })],
    });
  return {
    headers: { default: new Header({ children: [small(asXml(title))] }) },
    footers: {
      default: new Footer({ children: [small(PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES)] }),
    },
    children: [new Paragraph('')],
  };
}
