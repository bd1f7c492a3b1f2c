import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../src/diff/compare.ts';
import type { JudgedChange } from '../../src/diff/judge.ts';
import { resolveDocuments } from '../../src/revision/documents.ts';

/** `UPDATE=1 npx vitest run test/diff/documents.test.ts` writes the expected files anew; read what changed. */
const update = process.env.UPDATE === '1';
const root = join(import.meta.dirname, '../samples/diff/documents');
const names = readdirSync(root).sort();

function compare(name: string, base = 'before.md', head = 'after.md') {
  const [before, after] = resolveDocuments(base, head, join(root, name));
  return comparePolicies(before.policy, after.policy);
}

function said({ verdict, kind, signal, signals, key, before, after }: JudgedChange): string {
  const side = (which: JudgedChange['before']): string =>
    which === null ? '—' : JSON.stringify('row' in which ? which.row.values : which.value);
  const ranked = signal ? ` ${signal}${signals?.length ? ` (${signals.join(', ')})` : ''}` : '';
  return `${verdict}${ranked} ${kind}\n  ${key.join(' › ')}\n  ${side(before)}\n  ${side(after)}\n`;
}

describe('comparing plain documents', () => {
  it.each(names)('%s', (name) => {
    const { verdict, changes } = compare(name);
    const file = join(root, name, 'expected.txt');
    const text = [`${verdict}\n`, ...changes.map(said)].join('\n');
    if (update) writeFileSync(file, text);
    expect(text).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
  });

  it.each(names)('%s finds as much the other way round', (name) => {
    const [there, back] = [compare(name), compare(name, 'after.md', 'before.md')];
    expect(back.verdict).toBe(there.verdict);
    const signals = (changes: readonly JudgedChange[]): readonly string[] =>
      changes
        .flatMap((change) => (change.signal ? [`${change.signal} ${change.signals?.join(' ')}`] : []))
        .sort();
    expect(signals(back.changes)).toEqual(signals(there.changes));
  });

  it.each([
    'struck-out-not',
    'decimal-point',
    'country-or-pronoun',
    'zh-comma-turns-refusal',
    'zh-not',
    'opt-out-url',
    'words-in-nested-front-matter',
    'item-to-another-list',
    'lists-swapped-by-lead-in',
    'heading-turned',
    'company-gone',
    'front-matter-description',
    'paragraph-split-and-turned',
    'headings-written-out-and-moved',
    'request-form-moved',
    'exception-moved',
    'section-moved-and-turned',
    'same-paragraph-twice',
    'dated-line-that-sells',
    'cell-emptied',
    'list-unmarked-below-negation',
    'paragraph-into-list',
    'following-swapped',
    'steps-swapped',
    'row-regrouped',
    'bold-heading-moved',
    'hidden-moved',
    'led-in-paragraphs-swapped',
    'definition-shadowed',
    'item-under-lead-in',
    'zh-item-under-lead-in',
    'rows-by-first-cell',
    'lines-apart-and-turned',
    'contents-led-in',
    'contents-of-a-section',
    'dress-and-turned',
    'bullet-added',
    'callout-folds',
    'opening-below-promise',
    'heading-called-front-matter',
    'rank-below-first-section',
    'bold-line-below-first-section',
  ])('%s is read first', (name) => {
    const [first] = compare(name).changes;
    expect(first).toMatchObject({ verdict: 'review', signal: 'high' });
  });

  it.each([
    'paragraph-split',
    'list-to-paragraph',
    'headings-written-out',
    'sections-numbered',
    'title-in-front-matter',
    'title-line-after-reference',
    'date-in-nested-front-matter',
    'own-page-moved',
    'zh-traditional',
    'list-unmarked',
    'title-deeper',
    'line-becomes-heading',
    'line-becomes-bold',
    'line-gets-colon',
    'lines-apart',
    'ways-around',
    'contents-that-folds',
    'dress',
    'callout-of-two-makers',
    'opening-below-name',
    'lines-of-an-address',
    'letters-get-bullets',
    'article-in-bold',
  ])('%s is for review, and not first', (name) => {
    const { verdict, changes } = compare(name);
    expect(verdict).toBe('review');
    expect(changes.map(({ signal }) => signal)).not.toContain('high');
  });
});
