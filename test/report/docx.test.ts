import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseXml, type XmlElement, type XmlNode } from '@rgrove/parse-xml';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../../src/archive/frozen.ts';
import type { Passage } from '../../src/render/passage.ts';
import { passagesOf } from '../../src/render/passages.ts';
import { viewOf } from '../../src/render/view.ts';
import { wholeRedline } from '../../src/render/whole-redline.ts';
import { printDocx, type Redline } from '../../src/report/docx.ts';

/** The text of a released version of the worked example, up to some chapter. */
function released(version: string, locale: string): Passage[] {
  const path = join(import.meta.dirname, '../../policies/marketplace/archive', version, 'public/policy.json');
  const parsed = parsePolicy(readFileSync(path));
  if (!('value' in parsed)) throw new Error(path);
  return passagesOf(viewOf(parsed.value, locale)).slice(0, 60);
}

function redline(
  before: readonly Passage[],
  after: readonly Passage[],
  more: Partial<Redline> = {},
): Redline {
  const passages = wholeRedline(before, after, {});
  return { title: 'a: #1 → #2', locale: 'en', date: '2022-05-20', passages, remarks: new Map(), ...more };
}

const saying = (...lines: readonly string[]): Passage[] => [
  { id: 'one', name: '', lines: lines.map((words) => ({ key: 'text', words, look: 'paragraph' })) },
];

function elementsIn(node: XmlNode, name: string): XmlElement[] {
  const below = 'children' in node ? (node.children as XmlNode[]) : [];
  const own = (node as XmlElement).name === name ? [node as XmlElement] : [];
  return [...own, ...below.flatMap((child) => elementsIn(child, name))];
}

function filesOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([path, file]) => [path, strFromU8(file)]));
}

/** What a word processor leaves when every edit of one sort is taken away, and every other kept. */
function without(edit: 'w:ins' | 'w:del', document: XmlNode): string[] {
  return elementsIn(document, 'w:p').flatMap((paragraph) => {
    const [about, ...content] = paragraph.children;
    const dressed = (about as XmlElement | undefined)?.name === 'w:pPr';
    if (dressed && about && elementsIn(about, edit).length > 0) return [];
    const kept = (dressed ? content : paragraph.children).filter(
      (child) => (child as XmlElement).name !== edit,
    );
    return [
      kept
        .flatMap((one) => [...elementsIn(one, 'w:t'), ...elementsIn(one, 'w:delText')])
        .map(({ text }) => text)
        .join(''),
    ];
  });
}

const linesOf = (passages: readonly Passage[]): string[] =>
  passages.flatMap(({ lines }) => lines.map(({ words }) => words));

describe('a document for a word processor', () => {
  it.each(['en', 'zh-CN'])('is both texts of the worked example, whole, in %s', async (locale) => {
    const [before, after] = [released('0001', locale), released('0002', locale)];
    const document = parseXml(
      filesOf(await printDocx([redline(before, after, { locale })])).get('word/document.xml') ?? '',
    );
    expect(without('w:del', document)).toEqual(linesOf(after));
    expect(without('w:ins', document)).toEqual(linesOf(before));
    const edits = [...elementsIn(document, 'w:ins'), ...elementsIn(document, 'w:del')];
    expect(edits.length).toBeGreaterThan(20);
    for (const { attributes } of edits)
      expect(attributes).toMatchObject({ 'w:author': 'policyc', 'w:date': '2022-05-20T00:00:00Z' });
    expect(new Set(edits.map(({ attributes }) => attributes['w:id'])).size).toBe(edits.length);
  });

  it('is the same bytes every time, without the day on which it was made', async () => {
    const same = redline(saying('We keep it.'), saying('We keep it for ever.'));
    const first = await printDocx([same]);
    expect(await printDocx([same])).toEqual(first);
    expect([...filesOf(first).values()].join()).not.toContain(String(new Date().getFullYear()));
  });

  it('says beside a passage what was found of it', async () => {
    const remarks = new Map([['one', ['Material: it is kept for ever.', 'Owed before release: notice']]]);
    const files = filesOf(
      await printDocx([redline(saying('We keep it.'), saying('We keep it for ever.'), { remarks })]),
    );
    const said = elementsIn(parseXml(files.get('word/comments.xml') ?? ''), 'w:comment').map(
      ({ text }) => text,
    );
    expect(said).toEqual(['Material: it is kept for ever.Owed before release: notice']);
    expect(elementsIn(parseXml(files.get('word/document.xml') ?? ''), 'w:commentReference')).toHaveLength(1);
  });

  it('holds several policies, or none', async () => {
    const one = redline(saying('Old.'), saying('New.'));
    const two = parseXml(filesOf(await printDocx([one, one])).get('word/document.xml') ?? '');
    expect(without('w:del', two).filter((line) => line !== '')).toEqual(['New.', 'New.']);
    expect(filesOf(await printDocx([])).has('word/document.xml')).toBe(true);
  });

  it('holds whatever a document holds, as XML that can be read', async () => {
    const odd = saying(`a\u0000\u000b\ufffe\ud800 ]]> <w:p> $1 $& &amp; 😀`);
    const remarks = new Map([['one', ['\u0001 ]]>']]]);
    const bytes = await printDocx([redline(saying('b\u0002'), odd, { remarks, title: '\u0003<w:t>' })]);
    for (const [path, text] of filesOf(bytes))
      if (/\.(xml|rels)$/.test(path)) expect(() => parseXml(text), path).not.toThrow();
    expect(filesOf(bytes).get('word/document.xml')).toContain('😀');
  });
});
