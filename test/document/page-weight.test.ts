import { describe, expect, it } from 'vitest';
import { TooMuch } from '../../src/base/deep.ts';
import { limits } from '../../src/base/limits.ts';
import { sourceFile } from '../../src/base/place.ts';
import { markdownTreeOf, parsePage } from '../../src/document/html.ts';
import { readHtml } from '../../src/document/import/from-html.ts';
import { readPage } from '../../src/document/page.ts';

const times = (count: number, text: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => text(at)).join('');
const treeOf = (html: string) => markdownTreeOf(parsePage(html));

describe('a page whose elements are never closed', () => {
  it.each([
    ['each another', times(400, (at) => `<p><i a=${at}>x</p>`)],
    ['all before the first block', times(2000, (at) => `<font a=${at}>`) + '<div>x</div>'.repeat(2000)],
    ['alike, for as long as a page may be', '<p><i><b>x</p>'.repeat(30_000)],
    [
      'after a comment and a script that end',
      `<!-- --><script></script>${times(400, (at) => `<p><u a=${at}>x`)}`,
    ],
  ])('is refused before its parser makes elements without end: %s', (_, html) => {
    expect(() => parsePage(html)).toThrow(RangeError);
  });

  it.each([
    ['a few of many sorts', `<b><i><a href="/x">${'<p>We keep it.</p>'.repeat(5000)}`],
    ['the same one in every line', '<b>Data<p>We keep it.</p>'.repeat(500)],
    [
      'in what is no markup',
      `<script>${'if(i<b &&j<i )'.repeat(5000)}</script><!--${'<b >'.repeat(5000)}-->${'<p>x</p>'.repeat(500)}`,
    ],
    ['closed, each of them', times(5000, (at) => `<p><a href="#${at}">x</a> <b>y</b></p>`)],
  ])('is read as it is where that is little: %s', (_, html) => {
    expect(parsePage(html).children.length).toBeGreaterThan(0);
  });
});

describe('a page with more marks than a document may have', () => {
  const marked = Math.floor(limits.proseMarks / 6);

  it('is refused with their number, before they are written', () => {
    let thrown: unknown;
    try {
      treeOf('<p><b><i>x</i></b></p>'.repeat(marked + 1));
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(TooMuch);
    const args = { most: limits.proseMarks, found: 6 * (marked + 1) };
    expect((thrown as TooMuch).first).toMatchObject({ code: 'over-limit', args });
    expect(() => treeOf('<p><b><i>x</i></b></p>'.repeat(marked))).not.toThrow();
  });

  it('is refused when they lie one in another, however few there are', () => {
    const nested = (depth: number): string =>
      `<p>${times(depth, (at) => `<i a=${at}>`)}x${'</i>'.repeat(depth)}</p>`;
    expect(() => treeOf(nested(10))).not.toThrow();
    expect(() => treeOf(nested(12))).toThrow(RangeError);
  });
});

describe('a page that says more than a document may', () => {
  it.each([
    ['a title', '<title>', '</title>'],
    ['a description', '<meta name=description content="', '">'],
  ])('in its head is refused as well, before that is read as words: %s', (_, start, end) => {
    const page = sourceFile('a.html', `<!doctype html>${start}${'*a_ '.repeat(10_000)}${end}<p>We keep it.`);
    expect(() => readPage(page)).toThrow(TooMuch);
  });

  it('is refused as well where it is imported, with the number of signs of one passage', () => {
    const page = (words: string): string => `<!doctype html><h1>Policy</h1><p>${words}</p>`;
    expect(() => readHtml(page('[a]('.repeat(1100)))).toThrow(TooMuch);
    expect(() => readHtml(page(`${'[a]('.repeat(900)}</p><p>${'[a]('.repeat(900)}`))).not.toThrow();
  });

  it.each([
    ['brackets', '[a]('.repeat(30_000)],
    ['characters', 'We keep it. '.repeat(40_000)],
    ['lines', '<p>a</p>'.repeat(3000)],
  ])('is refused before its blocks are read, with the number: %s', (_, words) => {
    const page = sourceFile('a.html', `<!doctype html><h1>Policy</h1><p>${words}`);
    expect(() => readPage(page)).toThrow(TooMuch);
  });
});
