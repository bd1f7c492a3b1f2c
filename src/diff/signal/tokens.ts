import type { Nodes } from 'mdast';
import { parseProse } from '../../syntax/prose.ts';

/** A word, number, Han character, mark or link of a text, in reading order. */
export interface Token {
  readonly is: 'word' | 'number' | 'han' | 'mark' | 'site' | 'link' | 'directive';
  /** As written. */
  readonly text: string;
  /** What two tokens are compared by: case folds except in short capitals (`US`, `us`), struck words differ. */
  readonly key: string;
  /** It opens a sentence, an item, a cell or a heading, where a capital tells nothing. */
  readonly opens: boolean;
  readonly heading: boolean;
}

/** The tokens of a Markdown text. White space, emphasis and other dress leave no trace. */
export function tokensOf(text: string): Token[] {
  const writer = new Writer();
  write(parseProse(text), writer);
  return writer.tokens;
}

/** The tokens of words that are no Markdown. */
export function tokensOfWords(words: string): Token[] {
  const writer = new Writer();
  writeText(words, writer);
  return writer.tokens;
}

class Writer {
  readonly tokens: Token[] = [];
  heading = false;
  #opens = true;
  #struck = false;

  open(): void {
    this.#opens = true;
    this.#struck = false;
  }

  push(is: Token['is'], text: string, key: string): void {
    this.tokens.push({
      is,
      text,
      key: this.#struck ? `~${key}` : key,
      opens: this.#opens,
      heading: this.heading,
    });
    this.#opens = is === 'mark' ? this.#opens || /[.!?:|]/.test(key) : false;
  }

  strike(): void {
    this.#struck = !this.#struck;
  }
}

const blocks = new Set(['paragraph', 'heading', 'listItem', 'tableRow', 'tableCell', 'code', 'html']);

function write(node: Nodes, writer: Writer): void {
  if (blocks.has(node.type)) writer.open();
  if (node.type === 'heading') writer.heading = true;
  if (node.type === 'textDirective') writer.push('directive', node.name, `:${node.name}[${labelOf(node)}]`);
  else if (node.type === 'html') writeHtml(node.value, writer);
  else if (node.type === 'image') writeText(node.alt ?? '', writer);
  else if ('value' in node) writeText(node.value, writer);
  else if ('children' in node) for (const child of node.children) write(child as Nodes, writer);
  if (node.type === 'link' || node.type === 'definition') writeLink(node.url, writer);
  if (node.type === 'heading') writer.heading = false;
  if (blocks.has(node.type)) writer.open();
}

function writeHtml(html: string, writer: Writer): void {
  for (const [, url = ''] of html.matchAll(/\bhref\s*=\s*["']?([^"'\s>]+)/gi)) writeLink(url, writer);
  writeText(html.replace(/<!--[\s\S]*?-->|<[^>]*>/g, ' '), writer);
}

function labelOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child) => labelOf(child as Nodes)).join('') : '';
}

/** An anchor inside the document leads nobody elsewhere; how a page is fetched is not where it leads. */
function writeLink(url: string, writer: Writer): void {
  if (!url.startsWith('#')) writer.push('link', url, plainUrl(url));
}

function plainUrl(url: string): string {
  return url.replace(/^(?:https?:\/\/|mailto:|tel:)/i, '').replace(/\/$/, '');
}

const pattern =
  /(?<site>https?:\/\/[^\s<>()"“”，。；]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:[a-z0-9-]+\.)+[a-z]{2,12}(?:\/[^\s<>()"“”，。；]*)?(?![\p{L}\d]))|(?<number>\d+(?:[.,:/-]\d+)*(?:\(\w+\))*%?)|(?<han>\p{Script=Han})|(?<word>[\p{L}\p{M}]+(?:['’][\p{L}]+)?)|(?<strike>~~)|(?<mark>[.,;:!?()&|©，。、；：！？（）])/gu;

const signs: Readonly<Record<string, string>> = { '&': 'and', '©': 'copyright' };

const marks: Readonly<Record<string, string>> = {
  '，': ',',
  '、': ',',
  '。': '.',
  '；': ';',
  '：': ':',
  '！': '!',
  '？': '?',
  '（': '(',
  '）': ')',
};

/** Attribute lists that site generators understand (`{: #id }`): dress, not words. */
const attributes = /\{:[^{}]*\}/g;

function writeText(text: string, writer: Writer): void {
  const shown = text.normalize('NFC').replace(attributes, ' ');
  for (const { groups = {} } of shown.matchAll(pattern)) {
    const { site, number, han, word, mark } = groups;
    if (site !== undefined) writer.push('site', site, plainUrl(site.replace(/[.,;:!?]+$/, '')).toLowerCase());
    else if (number !== undefined) writer.push('number', number, plainNumber(number));
    else if (han !== undefined) writer.push('han', han, han === '帐' ? '账' : han);
    else if (word !== undefined) writeWord(word.replace('’', "'"), writer);
    else if (mark !== undefined && mark in signs) writer.push('word', signs[mark] ?? '', signs[mark] ?? '');
    else if (mark !== undefined) writer.push('mark', mark, marks[mark] ?? mark);
    else writer.strike();
  }
}

/** `1,000` and `1000` are one number; `1.5` and `15` are two. */
function plainNumber(number: string): string {
  return /^\d{1,3}(?:,\d{3})+%?$/.test(number) ? number.replaceAll(',', '') : number;
}

const contracted: ReadonlyMap<string, readonly string[]> = new Map([
  ["won't", ['will', 'not']],
  ["can't", ['can', 'not']],
  ["shan't", ['shall', 'not']],
  ['cannot', ['can', 'not']],
]);

const endings: ReadonlyMap<string, string> = new Map([
  ['ll', 'will'],
  ['re', 'are'],
  ['ve', 'have'],
  ['d', 'would'],
  ['m', 'am'],
]);

function writeWord(word: string, writer: Writer): void {
  for (const part of spelledOut(word)) writer.push('word', part, keyOf(part));
}

/** Contractions are written out, so that `don't` and `do not` are the same words; a possessive falls away. */
function spelledOut(word: string): readonly string[] {
  const whole = contracted.get(word.toLowerCase());
  if (whole) return whole;
  const [stem = '', ending] = word.split("'");
  if (ending === undefined) return [word];
  if (ending.toLowerCase() === 't' && /n$/i.test(stem)) return [stem.slice(0, -1), 'not'];
  const written = endings.get(ending.toLowerCase());
  return written === undefined ? [stem] : [stem, written];
}

function keyOf(word: string): string {
  return /^[A-Z]{2,3}$/.test(word) ? word : word.toLowerCase();
}
