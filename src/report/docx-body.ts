import type { LinePair } from '../render/pair-lines.ts';
import type { LineLook } from '../render/passage.ts';
import type { RedlinedPassage } from '../render/whole-redline.ts';
import { runsOf } from '../syntax/edits.ts';

/** The author of every edit and comment. */
export const author = 'policyc';

/** A text without characters that XML cannot hold, which would make the whole file invalid. */
export function asXml(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}

/** How a text is set; all its edits have one date. */
export interface Setting {
  /** `YYYY-MM-DDThh:mm:ssZ`. */
  readonly moment: string;
  readonly fromRight: boolean;
}

/** The comments on passages: each a list of paragraphs under its id. */
export type Comments = { readonly lines: readonly string[]; readonly moment: string }[];

/**
 * The paragraphs of a document in WordprocessingML. The library, which writes the rest, would make several objects for
 * each of thousands of runs.
 */
export class Body {
  readonly comments: Comments = [];
  #edits = 0;

  section(
    passages: readonly RedlinedPassage[],
    remarks: ReadonlyMap<string, readonly string[]>,
    setting: Setting,
  ): string[] {
    return passages.flatMap(({ id, lines }) => {
      const said = remarks.get(id) ?? [];
      return lines.map((line, at) => {
        const runs = this.#runs(line, setting);
        const children = at === 0 ? this.#commented(runs, said, setting) : runs;
        const { before, after } = line;
        const [style, space] = properties[(after ?? before)?.look ?? 'paragraph'];
        const bidi = setting.fromRight ? '<w:bidi/>' : '';
        return element('w:p', element('w:pPr', style + bidi + space + this.#mark(line, setting)) + children);
      });
    });
  }

  #runs({ before, after }: LinePair, setting: Setting): string {
    const set = setting.fromRight ? '<w:rPr><w:rtl/></w:rPr>' : '';
    return runsOf(asXml(before?.words ?? ''), asXml(after?.words ?? ''))
      .map((run) => {
        if (run.before === run.after) return runOf('w:t', run.after, set);
        const gone =
          run.before === '' ? '' : this.#edit('w:del', runOf('w:delText', run.before, set), setting);
        const come = run.after === '' ? '' : this.#edit('w:ins', runOf('w:t', run.after, set), setting);
        return gone + come;
      })
      .join('');
  }

  /** The end of a paragraph is tracked too, or accepting or rejecting would leave an empty one. */
  #mark({ before, after }: LinePair, setting: Setting): string {
    if (before !== undefined && after !== undefined) return '';
    return `<w:rPr>${this.#edit(before === undefined ? 'w:ins' : 'w:del', '', setting)}</w:rPr>`;
  }

  #edit(name: 'w:ins' | 'w:del', content: string, { moment }: Setting): string {
    this.#edits += 1;
    return element(name, content, ` w:id="${this.#edits}" w:author="${author}" w:date="${moment}"`);
  }

  #commented(runs: string, said: readonly string[], { moment }: Setting): string {
    if (said.length === 0) return runs;
    const id = ` w:id="${this.comments.length}"`;
    this.comments.push({ lines: said, moment });
    const reference = element('w:r', element('w:commentReference', '', id));
    return element('w:commentRangeStart', '', id) + runs + element('w:commentRangeEnd', '', id) + reference;
  }
}

export function commentsXml(comments: Comments): string {
  return comments
    .map(({ lines, moment }, id) => {
      const said = lines.map((line) => element('w:p', runOf('w:t', asXml(line), ''))).join('');
      const date = new Date(moment).toISOString();
      return element('w:comment', said, ` w:id="${id}" w:author="${author}" w:date="${date}"`);
    })
    .join('');
}

function runOf(name: 'w:t' | 'w:delText', text: string, set: string): string {
  const words = text.replace(/[&<>"']/g, (mark) => references[mark] ?? mark);
  return element('w:r', `${set}<${name} xml:space="preserve">${words}</${name}>`);
}

function element(name: string, content: string, attributes = ''): string {
  return content === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${content}</${name}>`;
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const item = '<w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
const indent = '<w:ind w:left="360"/>';
/** How each kind of line looks: its style, and the space around it. */
const properties: Readonly<Record<LineLook, readonly [style: string, space: string]>> = {
  title: ['<w:pStyle w:val="Title"/>', ''],
  chapter: ['<w:pStyle w:val="Heading1"/>', ''],
  clause: ['<w:pStyle w:val="Heading2"/>', ''],
  paragraph: ['', '<w:spacing w:after="120"/>'],
  summary: ['', `<w:spacing w:after="120"/>${indent}`],
  item: [item, '<w:spacing w:after="60"/>'],
  fact: ['', `<w:spacing w:after="60"/>${indent}`],
  row: ['', `<w:spacing w:after="60"/>${indent}`],
};
