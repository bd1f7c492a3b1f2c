import type { RootContent } from 'mdast';
import { normaliseText } from '../../snapshot/snapshot.ts';
import { readHtml } from './from-html.ts';
import { readMarkdown } from './from-markdown.ts';
import { readText } from './from-text.ts';
import { type Aside, type Manuscript, wordsWithin } from './manuscript.ts';
import { withoutContents } from './menu.ts';
import { withTitleOnce } from './title.ts';

export type WrittenAs = 'markdown' | 'html' | 'text';

/** The format of a file: a whole page is one under any name; else by its name, or by its beginning if the name does not tell. */
export function formatOf(name: string, text: string): WrittenAs {
  if (
    /\.x?html?$/i.test(name) ||
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html)\b/i.test(text)
  )
    return 'html';
  if (/\.(?:md|mdx|mdown|markdown)$/i.test(name)) return 'markdown';
  return /^#{1,3} \S/m.test(text) ? 'markdown' : 'text';
}

/** How files of word processors and of printers begin, some of which are text for those programs. */
const otherFormats = ['{\\rtf', '%PDF-', 'PK\u0003\u0004'];

/** Decodes a file as UTF-8, or as its byte-order mark or the page itself says; undefined if it is not text. */
export function textOfFile(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  if (otherFormats.some((beginning) => start.startsWith(beginning))) return undefined;
  for (const encoding of ['utf-8', encodingIn(start)]) {
    const text = encoding === undefined ? undefined : decode(bytes, encoding);
    if (text !== undefined && hasWords(text)) return normaliseText(text.replaceAll('\0', ''));
  }
  return undefined;
}

/** The encoding that the beginning of a file names. */
function encodingIn(start: string): string | undefined {
  if (/^\xff\xfe/.test(start)) return 'utf-16le';
  if (/^\xfe\xff/.test(start)) return 'utf-16be';
  return /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1];
}

/**
 * Browsers ignore stray NUL characters in a page, for instance in a style; elsewhere they show that a file is not
 * text.
 */
function hasWords(text: string): boolean {
  const strays = text.split('\0').length - 1;
  return strays === 0 || (formatOf('', text) === 'html' && strays * 1000 < text.length);
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Reads a policy that was not written for policyc. */
export function readManuscript(text: string, format: WrittenAs): Manuscript {
  const manuscript = { markdown: readMarkdown, html: readHtml, text: readText }[format](text);
  const { root: once, again } = withTitleOnce(manuscript.root);
  const { root, left } = withoutContents(once);
  const hasLines = format === 'html' || manuscript.source !== undefined;
  const aside = (is: Aside['is'], node: RootContent): Aside => ({
    is,
    words: wordsWithin(node),
    line: hasLines ? node.position?.start.line : undefined,
  });
  const asides = [...(again ? [aside('again', again)] : []), ...left.map((node) => aside('contents', node))];
  return { ...manuscript, root, asides: [...manuscript.asides, ...asides] };
}
