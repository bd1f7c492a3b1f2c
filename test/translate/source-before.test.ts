import { describe, expect, it } from 'vitest';
import { textMark } from '../../src/model/locale.ts';
import { type Exchange, unitsOf } from '../../src/translate/exchange.ts';
import { readJson, writeJson } from '../../src/translate/json.ts';
import type { TextState } from '../../src/translate/texts.ts';
import { readXliff } from '../../src/translate/xliff-read.ts';
import { writeXliff } from '../../src/translate/xliff-write.ts';

const before = 'We keep it <30 days> & no longer.';
const now = 'We keep it 60 days.';
const place = { chapter: 'main', file: 'chapters/main.yaml', line: 1 };
const translation = { file: 'locales/de/main.yaml', line: 1, of: textMark(before), text: 'Dreißig Tage.' };
const stale: TextState = {
  owner: 'a',
  field: 'text',
  text: now,
  mark: textMark(now),
  state: 'stale',
  translation,
  ...place,
};

const exchangeOf = (states: readonly TextState[], texts: ReadonlyMap<string, string>): Exchange => ({
  sourceLocale: 'en',
  locale: 'de',
  policies: [{ policy: 'shop', units: unitsOf(states, texts) }],
});
const released = new Map([[textMark(before), before]]);

describe('what a stale translation was made of', () => {
  it('goes to translators beside the text as it is now, in both formats', () => {
    const exchange = exchangeOf([stale], released);
    expect(JSON.parse(writeJson(exchange)).policies[0].texts[0]).toMatchObject({
      source: now,
      sourceBefore: before,
    });
    expect(writeXliff(exchange)).toContain(
      '<note category="source-before">We keep it &lt;30 days&gt; &amp; no longer.</note>',
    );
  });

  it('comes back as no part of a translation', () => {
    const exchange = exchangeOf([stale], released);
    for (const [text, read] of [
      [writeJson(exchange), readJson],
      [writeXliff(exchange), readXliff],
    ] as const)
      expect(read(text).policies[0]?.units[0]).toMatchObject({
        source: now,
        target: 'Dreißig Tage.',
        state: 'initial',
      });
  });

  it('is left out where no released version has it, and of a translation that is not stale', () => {
    const translated: TextState = {
      ...stale,
      state: 'translated',
      translation: { ...translation, of: stale.mark },
    };
    for (const exchange of [exchangeOf([stale], new Map()), exchangeOf([translated], released)]) {
      expect(writeJson(exchange)).not.toContain('sourceBefore');
      expect(writeXliff(exchange)).not.toContain('source-before');
    }
  });
});
