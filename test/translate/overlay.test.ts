import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { OverlayEntry } from '../../src/translate/entry.ts';
import type { Unit } from '../../src/translate/exchange.ts';
import { readJson, writeJson } from '../../src/translate/json.ts';
import { editOverlay, newOverlay } from '../../src/translate/overlay.ts';
import { readXliff } from '../../src/translate/xliff-read.ts';
import { writeXliff } from '../../src/translate/xliff-write.ts';

const owners = ['policy', 'main', 'login', 'true', '404'];
const fields = ['title', 'text', 'permissions/camera/trigger', 'no'];
const order = owners.flatMap((owner) => fields.map((field) => `${owner}/${field}`));
const mark = fc.stringMatching(/^h[0-9a-f]{12}$/);

/** Texts with everything in them that YAML or XML could take for its own. */
const piece = fc.oneof(
  fc.constantFrom(
    ...'#:-,[]{}&*!|>\'"%@`?~\\<',
    '\n',
    '\n\n',
    ' ',
    '  ',
    '\t',
    ': ',
    ' #',
    '---',
    '...',
    ']]>',
  ),
  fc.constantFrom('登录', 'words', 'null', '012', 'é', '\u0085', '\u2028', '\u0007', '🙂', ':data[a.b]'),
  fc.constant('a rather long piece of text, as long as a sentence is wont to be'),
);
const text = fc
  .array(piece, { minLength: 1, maxLength: 8 })
  .map((pieces) => pieces.join('').trimEnd())
  .filter((one) => one !== '');

const entries: fc.Arbitrary<readonly OverlayEntry[]> = fc
  .dictionary(fc.constantFrom(...order), fc.record({ of: mark, text }), { minKeys: 1 })
  .map((dictionary) =>
    order.flatMap((name) => {
      const found = dictionary[name];
      const [owner = '', ...rest] = name.split('/');
      return found ? [{ owner, field: rest.join('/'), ...found }] : [];
    }),
  );

type Texts = Record<string, Record<string, { of: string; text: string }>>;

function textsIn(yaml: string): Texts {
  const { texts } = parse(yaml) as { texts: Texts };
  for (const field of Object.values(texts).flatMap((owner) => Object.values(owner)))
    field.text = field.text.trimEnd();
  return texts;
}

function textsOf(all: readonly OverlayEntry[]): Texts {
  const texts: Texts = {};
  for (const { owner, field, of, text = '' } of all)
    texts[owner] = { ...texts[owner], [field]: { of, text } };
  return texts;
}

describe('a locale file', () => {
  it('says what was written into it, whatever the texts', () => {
    fc.assert(
      fc.property(entries, (all) => {
        expect(textsIn(newOverlay('zh-CN', all))).toEqual(textsOf(all));
      }),
    );
  });

  it.each([
    ['of ours', (all: readonly OverlayEntry[]) => newOverlay('zh-CN', all)],
    [
      'of ours with CRLF',
      (all: readonly OverlayEntry[]) => newOverlay('zh-CN', all).replaceAll('\n', '\r\n'),
    ],
    ['as JSON', (all: readonly OverlayEntry[]) => JSON.stringify({ locale: 'zh-CN', texts: textsOf(all) })],
    [
      'as indented JSON without a last line end',
      (all: readonly OverlayEntry[]) => JSON.stringify({ locale: 'zh-CN', texts: textsOf(all) }, null, 3),
    ],
  ])('%s takes edits and additions, each in its place', (_, write) => {
    fc.assert(
      fc.property(entries, entries, (before, change) => {
        const after = editOverlay(write(before), 'zh-CN', change, order);
        expect(after).toBeDefined();
        const texts = textsOf(before);
        for (const [owner, found] of Object.entries(textsOf(change)))
          texts[owner] = { ...texts[owner], ...found };
        expect(textsIn(after ?? '')).toEqual(texts);
        expect(
          editOverlay(
            after ?? '',
            'zh-CN',
            change.map(({ text: _text, ...rest }) => rest),
            order,
          ),
        ).toBe(after);
      }),
    );
  });

  it('keeps reading order when texts are added', () => {
    fc.assert(
      fc.property(entries, entries, (before, change) => {
        const after = editOverlay(newOverlay('zh-CN', before), 'zh-CN', change, order) ?? '';
        const keys = [...after.matchAll(/^ {2}(\S+):$/gm)].map((match) =>
          (match[1] ?? '').replaceAll('"', ''),
        );
        expect(keys).toEqual(owners.filter((owner) => keys.includes(owner)));
      }),
    );
  });

  it.each([
    ['is in another language', 'locale: fr\ntexts:\n  login:\n    title: { of: h000000000000, text: x }\n'],
    ['is broken', 'locale: zh-CN\ntexts: [\n'],
    [
      'shares a translation',
      'locale: zh-CN\ntexts:\n  login: &a\n    title: { of: h000000000000, text: x }\n  main: *a\n',
    ],
  ])('is left alone when it %s', (_, raw) => {
    const entry = { owner: 'login', field: 'title', of: 'h111111111111', text: 'y' };
    expect(editOverlay(raw, 'zh-CN', [entry], order)).toBeUndefined();
  });
});

describe('a translator’s file', () => {
  const units: fc.Arbitrary<Unit[]> = fc.uniqueArray(
    fc.record({
      owner: fc.constantFrom(...owners),
      field: fc.constantFrom(...fields, 'listed/Acme & "Sons" <x>/title'),
      mark,
      state: fc.constantFrom('initial' as const, 'translated' as const),
      source: text,
      target: fc.oneof(
        fc.constant(''),
        text.filter((one) => one.trim() !== ''),
      ),
      was: fc.constant('w000000000000'),
    }),
    { selector: ({ owner, field }) => `${owner}/${field}`, minLength: 1 },
  );

  it.each([
    ['XLIFF', (exchange: Parameters<typeof writeXliff>[0]) => readXliff(writeXliff(exchange))],
    ['JSON', (exchange: Parameters<typeof writeJson>[0]) => readJson(writeJson(exchange))],
  ])('as %s holds every text exactly', (_, thereAndBack) => {
    fc.assert(
      fc.property(units, (some) => {
        const exchange = {
          sourceLocale: 'en',
          locale: 'zh-CN',
          policies: [{ policy: 'small', units: some }],
        };
        expect(thereAndBack(exchange)).toEqual(exchange);
      }),
    );
  });

  it('has ids that XML allows', () => {
    fc.assert(
      fc.property(units, (some) => {
        const xml = writeXliff({
          sourceLocale: 'en',
          locale: 'zh-CN',
          policies: [{ policy: 'small', units: some }],
        });
        const ids = [...xml.matchAll(/<unit id="([^"]*)"/g)].map((match) => match[1] ?? '');
        expect(ids.filter((id) => !/^[\w.:-]+$/.test(id))).toEqual([]);
        expect(new Set(ids).size).toBe(some.length);
      }),
    );
  });
});
