import { describe, expect, it } from 'vitest';
import { keptByText } from '../../src/base/on-demand.ts';
import { sourceFile } from '../../src/base/place.ts';
import { comparePolicies } from '../../src/diff/compare.ts';
import { type Document, readDocument } from '../../src/document/document.ts';
import { documentsAsPolicies } from '../../src/document/document-policy.ts';
import { chineseEdits } from './edits/chinese.ts';
import { englishEdits } from './edits/english.ts';
import { otherEdits, otherSlips } from './edits/others.ts';

const read = keptByText<Document>();

/** Each text is compared in both directions, and read once. */
const documentOf = (text: string): Document =>
  read(text, text.length, () => readDocument(sourceFile('some.md', text)));

function compare(before: string, after: string) {
  const [base, head] = documentsAsPolicies(documentOf(before), documentOf(after));
  const { verdict, changes } = comparePolicies(base, head);
  return { verdict, signals: changes.map(({ signal }) => signal) };
}

const inEnglish = (text: string): string =>
  `# Shop\n\nWelcome to our shop of hats and shoes, to you and to your friends in the town.\n\n${text}\n\nThank you for your visit.\n`;
const inChinese = (text: string): string =>
  `# 商店\n\n欢迎来到我们的帽子商店，希望您喜欢。\n\n${text}\n\n谢谢您的光临与时间。\n`;

/** Of no language that has tables of its own, and with a sentence that has words of the edit elsewhere. */
const elsewhere = (text: string, more: string): string =>
  `# Lorem\n\n${'Dolor sit amet, consectetur adipiscing elit, sed eiusmod tempor incididunt. '.repeat(6)}\n\n${text}\n\nIpsum: ${more}\n`;

/** As an editor may set the words of the new version at the same time. */
const settings: Readonly<Record<string, (text: string) => string>> = {
  'two spaces': (text) => text.replace(/(?<=[\p{L}\p{N},]) (?=[\p{L}\p{N}])/gu, '  '),
  'a line for each word': (text) => text.replace(/(?<=[\p{L}\p{N},]) (?=[\p{L}\p{N}])/gu, '\n'),
  'bold words': (text) => text.replace(/(?<=\p{L} )(\p{L}+|\d+)(?= \p{L})/gu, '**$1**'),
};

describe('small edits of documents that change what they mean', () => {
  it.each(englishEdits)('%j | %j', (one, other) => {
    for (const [before, after] of [
      [one, other],
      [other, one],
    ] as const) {
      const { verdict, signals } = compare(inEnglish(before), inEnglish(after));
      expect(verdict).toBe('review');
      expect(signals).toContain('high');
    }
  });

  it.each(chineseEdits)('%j | %j', (one, other) => {
    for (const [before, after] of [
      [one, other],
      [other, one],
    ] as const) {
      const { verdict, signals } = compare(inChinese(before), inChinese(after));
      expect(verdict).toBe('review');
      expect(signals).toContain('high');
    }
  });

  it.each(otherEdits)('%s: %j | %j', (_, one, other) => {
    for (const [before, after] of [
      [one, other],
      [other, one],
    ] as const) {
      expect(compare(before, after).signals).toEqual(['high']);
      for (const more of ['dolor.', one, other])
        expect(compare(elsewhere(before, more), elsewhere(after, more)).signals, more).toContain('high');
    }
  });

  it('are not covered by how the new version is set', () => {
    for (const [edits, around] of [
      [englishEdits, inEnglish],
      [chineseEdits, inChinese],
    ] as const)
      for (const [at, [before, after]] of edits.entries()) {
        // Each edit is set in one way: the ways touch what every edit has in common.
        const [name = '', set] = Object.entries(settings)[at % 3] ?? [];
        const { signals } = compare(around(before), around(set?.(after) ?? after));
        expect(signals, `${name}: ${before} | ${after}`).toContain('high');
      }
  });
});

describe('small edits of documents that change nothing', () => {
  it.each(otherSlips)('%s: %j | %j', (_, one, other) => {
    for (const [before, after] of [
      [one, other],
      [other, one],
    ] as const)
      for (const more of ['dolor.', other])
        expect(compare(elsewhere(before, more), elsewhere(after, more)).signals, more).not.toContain('high');
  });
});
