import { describe, expect, it } from 'vitest';
import { messageOf } from '../../src/base/diagnostic.ts';
import { checkSnapshot } from '../../src/check/check-snapshot.ts';
import { readSample } from './sample.ts';

/** The likeliest mistakes of an author: the sample that makes each, and exactly what its frame must point at. */
const mistakes: readonly (readonly [mistake: string, sample: string, at: string])[] = [
  // YAML
  ['a colon and a space in unquoted text', 'yaml-syntax-colon', ':'],
  ['a colon before a directive', 'yaml-syntax-colon-before-directive', ':'],
  ['a colon in the second line of a text', 'yaml-syntax-colon-second-line', 'by letter or by mail:'],
  ['text that begins with Markdown stars', 'yaml-syntax-star', '**Never**'],
  ['a number sign that cuts a sentence off', 'comment-swallows-text', '#4711 for a year.'],
  ['a list under a text', 'yaml-syntax-list-under-text', '- your name'],
  ['an apostrophe inside single quotes', 'yaml-syntax-quote-inside', "s ours.'"],
  ['a tab', 'yaml-tab', '\t'],
  ['a line indented too little', 'yaml-syntax-indent', 'title: One space too few'],
  ['a key without a colon', 'yaml-syntax-key-without-colon', 'kind statement'],
  ['the same key twice', 'yaml-duplicate-key', 'text'],
  ['a merge key', 'merge-key-is-no-key', '<<'],
  ['a comma in a text inside braces', 'unknown-key-after-comma', 'please'],
  ['a date without quotes', 'unquoted-date', '2021-10-24'],
  // Fields
  ['a misspelt field', 'unknown-key', 'optout'],
  ['a field left out', 'missing-key-clause', 'id: children'],
  ['a value that is not on the list', 'unknown-value', 'base'],
  ['a period in words', 'bad-format', '1 year'],
  ['a period as a bare number', 'wrong-type-number-for-period', '30'],
  ['yes where true is meant', 'wrong-type-boolean', 'yes'],
  ['one value where a list is meant', 'wrong-type', 'contact.email'],
  // Ids and references
  ['a misspelt data category', 'unknown-reference-data', 'contact.emial'],
  ['a reference to a clause that is gone', 'unknown-reference-far', ':ref[zzzzzzzzzz]'],
  ['an id that was copied along with its clause', 'duplicate-id', 'sign-in'],
  ['a chapter that the list leaves out', 'unlisted-chapter', 'extra'],
  ['a register with a comma too many', 'csv-syntax', 'pay,Pay, Ltd'],
  // What is owed to readers
  ['a basic function without a word on refusal', 'basic-without-refusal', 'basic'],
  ['sensitive data without its reasons', 'sensitive-without-necessity', 'biometric.voiceprint'],
  ['data that nothing says how long is kept', 'data-without-retention', 'contact.email'],
  ['a translation of a text that changed since', 'translation-stale', 'h000000000000'],
];

describe('the likeliest mistakes', () => {
  it('are thirty, each another', () => {
    expect(new Set(mistakes.map(([, sample]) => sample)).size).toBe(30);
  });

  it.each(mistakes)('%s: is told first, briefly, with a way out, where it is', (_, sample, at) => {
    const snapshot = readSample(sample);
    const [problem] = checkSnapshot(snapshot).problems;
    if (!problem) throw new Error('nothing is told');
    const { reason, fix } = messageOf(problem);
    expect(sentences(reason)).toBeLessThanOrEqual(2);
    expect(reason.length).toBeLessThanOrEqual(120);
    expect(fix).toMatch(/^[A-Z].*[.?]$/s);
    expect(fix.length).toBeLessThanOrEqual(120);
    const { file, line, column, endLine, endColumn } = problem.place;
    expect(endLine).toBe(line);
    const text = snapshot.files.get(file)?.text.split('\n')[line - 1] ?? '';
    expect(text.slice(column - 1, endColumn - 1)).toBe(at);
  });

  it.each(mistakes)('%s: is one mistake, told once', (_, sample) => {
    const errors = checkSnapshot(readSample(sample)).problems.filter(({ severity }) => severity === 'error');
    expect(errors.length).toBeLessThanOrEqual(1);
  });
});

function sentences(text: string): number {
  return text.match(/[.?!](?=\s|$)/g)?.length ?? 0;
}
