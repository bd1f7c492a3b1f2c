import type { Nodes } from 'mdast';
import { unseen } from '../../base/likeness.ts';
import { keyOf } from '../../language/capitals.ts';
import { spelledOut } from '../../language/contractions.ts';
import { plainNumber, withPlainDigits } from '../../language/digits.ts';
import { kindOfDocument, siteDress } from '../../language/furniture.ts';
import { readAsWritten } from '../../language/misread-encoding.ts';
import { units } from '../../language/number-words.ts';
import { initials, marks, piecesOf, signs } from '../../language/pieces.ts';
import { simplified } from '../../language/simplified-chinese.ts';
import { attributesIn, toldIn } from '../../syntax/html/attributes.ts';
import { edges, isElement, isFolded } from '../../syntax/html/elements.ts';
import { withoutEntities } from '../../syntax/html/entities.ts';
import { dimsWords, hidesWords, strikesWords } from '../../syntax/html/inline-style.ts';
import { asMeant, proseOf } from '../../syntax/prose.ts';
import { dialled, isTyped, plainUrl, withMailboxes, withoutVeiled } from '../../syntax/web-address.ts';
import { isMonth } from './words.ts';

/** A word, number, mark, sign or link, in reading order; in scripts without spaces, each character. */
export interface Token {
  readonly is: 'word' | 'number' | 'character' | 'mark' | 'sign' | 'field' | 'site' | 'link' | 'directive';
  /** As written. */
  readonly text: string;
  /** What tokens are compared by: in lower case except short capitals (`US`, `us`), with a mark if struck out. */
  readonly key: string;
  /** It begins a sentence, an item, a cell or a heading, where a capital means nothing. */
  readonly opens: boolean;
  readonly heading: boolean;
  /** It begins a line with a capital or a Chinese character, after a line break by the author. */
  readonly line?: true;
  /** It is in the title of a document. */
  readonly title?: true;
  /** For a link: how many tokens before it are its words. */
  readonly words?: number;
  /** The words of the link are elsewhere and unknown. */
  readonly apart?: true;
}

/** A half-open range of tokens. */
export type Range = readonly [start: number, end: number];

/** Whether a word has a capital that means something. */
export const isName = ({ is, text, opens, heading }: Token): boolean =>
  is === 'word' && !opens && !heading && /^\p{Lu}/u.test(text);

/** Whether a word is a kind of document: `Policy`, `terms`, 条款. */
export const isKindOfDocument = ({ key }: Token): boolean => kindOfDocument.test(key);

/** Whether a word is a pronoun: words with one say what somebody does. */
export const isPronoun = ({ key }: Token): boolean => /^(?:i|we|us|you|they)$/i.test(key);

/** Whether two runs of tokens are the same, word for word. */
export const saySame = (one: readonly Token[], other: readonly Token[]): boolean =>
  one.length === other.length && one.every(({ key }, at) => key === other[at]?.key);

/** The tokens of a Markdown text, without white space, emphasis and other formatting. */
export function tokensOf(text: string): Token[] {
  const writer = new Writer();
  write(proseOf(asMeant(withoutVeiled(text))), writer);
  closeAnchor(writer, 0);
  return writer.tokens;
}

/** The tokens of plain words. */
export function tokensOfWords(words: string): Token[] {
  const writer = new Writer();
  writeText(words, writer);
  return writer.tokens;
}

class Writer {
  readonly tokens: Token[] = [];
  heading = false;
  title = false;
  capitals = false;
  apart = false;
  /** An open link in HTML, and where its words begin. */
  anchor: { readonly url: string; readonly start: number } | undefined;
  breaks = false;
  #opens = true;
  #struck = false;

  open(): void {
    this.#opens = true;
    this.#struck = false;
  }

  push(is: Token['is'], text: string, key: string, words?: number): void {
    this.tokens.push({
      is,
      text,
      key: this.#struck ? `~${key}` : key,
      opens: this.#opens,
      heading: this.heading,
      ...(this.breaks && opensLine.test(text) ? { line: true as const } : {}),
      ...(this.title ? { title: true as const } : {}),
      ...(this.apart ? { apart: true as const } : {}),
      ...(words === undefined ? {} : { words }),
    });
    this.breaks = false;
    this.#opens = is === 'mark' ? this.#opens || /[.!?:|]/.test(key) : false;
  }

  strike(struck = !this.#struck): void {
    this.#struck = struck;
  }
}

const blocks = new Set(['root', 'paragraph', 'heading', 'listItem', 'tableRow', 'tableCell', 'code']);
const opensLine = /^(?![起前后止内至])[\p{Lu}\p{Script=Han}]/u; // `起` goes on with the date above it.

function write(node: Nodes, writer: Writer): void {
  const start = writer.tokens.length;
  if (node.type === 'link' && node.children.length === 0) return; // Nobody can see it, or follow it.
  if (blocks.has(node.type)) writer.open();
  if (node.type === 'break') writer.breaks = true;
  if (node.type === 'heading') {
    [writer.heading, writer.title] = [true, node.depth === 1];
    writer.capitals = /\s\p{Lu}/u.test(labelOf(node)) && !/\p{Ll}/u.test(labelOf(node));
  }
  // `30. April ist …` is not a list, though Markdown parses it as one.
  if (node.type === 'list' && node.ordered && isCounted(Number(node.start), labelOf(node)))
    writer.push('number', String(node.start), String(node.start));
  if (node.type === 'textDirective') {
    writer.push('directive', node.name, `:${node.name}[${labelOf(node)}]`);
    writeText(node.attributes?.as ?? '', writer);
  } else if (node.type === 'html' || (node.type === 'code' && isMarkup(node.value)))
    writeHtml(node.value, writer, node.type === 'code');
  else if (node.type === 'imageReference') writeText(node.alt ?? '', writer);
  else if (node.type === 'image')
    writeText([node.alt, node.title].filter((said) => said !== node.url).join(' '), writer);
  else if (node.type === 'link' && isTyped(node.url, labelOf(node)))
    writer.push('site', node.url, plainUrl(node.url).toLowerCase());
  else if (node.type === 'code') writeText(`${node.meta ?? ''} ${node.value}`, writer);
  else if ('value' in node) writeText(node.value, writer);
  else if ('children' in node) for (const child of node.children) write(child as Nodes, writer);
  // Where a list in an item ends decides what belongs to `but never:`.
  if (node.type === 'listItem' && node.children.some(({ type }) => type === 'list'))
    writer.push('sign', '›', '›');
  if (node.type === 'link' || node.type === 'definition') {
    writer.apart = node.type === 'definition' && !tokensOfWords(node.label ?? '').some(isKindOfDocument);
    writeLink(node.url, writer, writer.tokens.slice(start));
    // `[//]: # (Nobody sees this.)`
    const isComment = node.type === 'definition' && node.url === '#';
    if (node.title && !isComment && ![node.url, labelOf(node).trim()].includes(node.title.trim()))
      writeText(node.title, writer);
    writer.apart = false;
  }
  if (node.type === 'heading') [writer.heading, writer.title, writer.capitals] = [false, false, false];
  if (blocks.has(node.type)) writer.open();
}

/** Tags in a block of code are a page that stands too far to the right, as templates are written. */
const isMarkup = (code: string): boolean => /^\s*<[a-z!/]/i.test(code);

/** `30. April`, `16. Lebensjahr`, `18. rok`: an ordinal number, not an item of a list. */
function isCounted(nth: number, label: string): boolean {
  const word = /^\p{L}+/u.exec(label)?.[0] ?? '';
  return isMonth(word.toLowerCase()) || units.test(word) || (nth > 9 && /^\p{Ll}/u.test(word));
}

/** What readers see or hear of a tag: a link target, alternative text, struck-out and hidden words. */
function writeHtml(html: string, writer: Writer, isCode: boolean): void {
  for (const [piece] of html.matchAll(/<!--(?:-?>|[\s\S]*?(?:--!?>|$))|<[^<>]*>|[^<]+|</g)) {
    // To a browser `</ p>` is a comment, too.
    if (/^<(?:!--(?!#)|\/[^a-z])/i.test(piece) && !isCode) continue;
    const tag = /^<(\/?)([a-z][\w-]*)/i.exec(piece);
    if (!tag) {
      writeText(withoutEntities(piece), writer);
      continue;
    }
    const [, close, name = ''] = tag;
    if (/^(?:del|s|strike)$/i.test(name)) writer.strike(close === '');
    if (/^a$/i.test(name)) closeAnchor(writer);
    if (/^br$/i.test(name)) writer.breaks = true;
    if (edges.test(name)) writer.push('mark', '|', '|');
    else if (close === '') writeElement(name, piece, writer);
    if (/\s(?:style|color)\s*=/i.test(piece)) {
      if (hidesWords(piece) || dimsWords(piece)) writer.push('sign', 'hidden', 'hidden');
      if (strikesWords(piece)) writer.push('sign', 'struck', 'struck');
    }
    let url: string | undefined;
    for (const { is, value } of toldIn(name, attributesIn(piece))) {
      if (is === 'link') url = value;
      else if (is === 'words') writeText(value, writer);
      else writer.push(is, value, is === 'site' ? plainUrl(value).toLowerCase() : value);
    }
    if (url !== undefined) writer.anchor = { url, start: writer.tokens.length };
  }
}

/** Adds what an element itself tells: that it folds its content, or, if it is unknown, its own words. */
function writeElement(name: string, tag: string, writer: Writer): void {
  if (isFolded(name)) writer.push('sign', name, `<${name.toLowerCase()}>`);
  else if (!isElement(name))
    writeText(tag.replace(/=(?:"[^"]*"|'[^']*'|[^\s"'>]*)/g, ' ').slice(1, -1), writer);
}

function labelOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child) => labelOf(child as Nodes)).join('') : '';
}

/** Ends a link, which follows its words as in Markdown; a link that is never closed has no words. */
function closeAnchor(writer: Writer, words?: 0): void {
  const { anchor, tokens } = writer;
  writer.anchor = undefined;
  if (anchor) writeLink(anchor.url, writer, words === 0 ? [] : tokens.slice(anchor.start));
}

/** Adds a link, unless it stays in the document, or its words are its own address, with or without the host. */
function writeLink(url: string, writer: Writer, words: readonly Token[]): void {
  const key = plainUrl(url);
  // Without its scheme, an address is taken for a page beside this one: `https://a.example/legal/hats@a.example`.
  const [{ is = '', key: said = '' } = {}, ...others] = words;
  const isSaid =
    (is === 'site' && others.length === 0 && `/${key.toLowerCase()}`.endsWith(`/${said}`)) ||
    (/^tel:/i.test(url) && dialled(words.map((word) => word.key).join()) === dialled(key));
  if (!url.startsWith('#') && !isSaid) writer.push('link', url, key, words.length);
}

/** Adds what a reader sees: full-width letters and digits, ligatures and fractions in their plain form. */
function writeText(text: string, writer: Writer): void {
  const plain = withPlainDigits(readAsWritten(text).replace(unseen, ''));
  const shown = withMailboxes(plain)
    .normalize('NFKC')
    .replace(siteDress, ' ')
    .replace(initials, (said) => said.replace(/[. ]/g, ''));
  for (const [is, said] of piecesOf(shown)) {
    if (is === 'field') writer.push('field', said, said);
    else if (is === 'site') writer.push('site', said, plainUrl(said).toLowerCase());
    else if (is === 'number') writer.push('number', said, plainNumber(said));
    else if (is === 'character') writer.push('character', said, simplified(said));
    else if (is === 'word') writeWord(said.replace('’', "'"), writer);
    else if (is === 'sign') writer.push('sign', said, said.toLowerCase());
    else if (is === 'mark' && said in signs) writer.push('word', signs[said] ?? '', signs[said] ?? '');
    else if (is === 'mark') writer.push('mark', said, marks.get(said) ?? said);
    else writer.strike();
  }
}

function writeWord(word: string, writer: Writer): void {
  for (const part of spelledOut(word))
    writer.push('word', part, keyOf(part, writer.capitals ? (writer.tokens.at(-1)?.key ?? '') : undefined));
}
