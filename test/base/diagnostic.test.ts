import { describe, expect, it } from 'vitest';
import { diagnostic, firstOf, messageOf } from '../../src/base/diagnostic.ts';
import { limits } from '../../src/base/limits.ts';
import { why } from '../../src/base/messages-why.ts';
import { startOfFile } from '../../src/base/place.ts';

describe('a file that cannot be read', () => {
  it('is mended by its cause: what cannot be read for its neighbours, or for want of a right, is not written anew', () => {
    const fix = (code: 'too-much-before' | 'not-allowed' | 'not-utf8') =>
      messageOf(diagnostic('file-unreadable', { why: why(code) }, startOfFile('a'))).fix;
    expect(fix('not-utf8')).toBe('Save it as UTF-8 text of at most 2 MiB.');
    expect(fix('too-much-before')).toMatch(/^Take files away/);
    expect(fix('not-allowed')).toMatch(/right to read/);
  });
});

it('a head that is cut short is no sign of an altered archive', () => {
  const said = (head: string) => messageOf({ code: 'archive-head-unknown', args: { head, where: '' } });
  expect(said('0a'.repeat(32)).reason).toContain('cut off at its end, or altered');
  for (const head of ['0a0a0a0a0a0a', '0a0a0a0a0a0a…', ''])
    expect(said(head)).toMatchObject({
      reason: expect.stringContaining('is no whole head'),
      fix: expect.stringContaining('64 digits'),
    });
});

it('a translation in the words of the text is called none', () => {
  const said = (other: string) =>
    messageOf(
      diagnostic('translation-says-otherwise', { quote: 'Never.', other, locale: 'en' }, startOfFile('a')),
    ).reason;
  expect(said('Always.')).toContain('“Never.” stands where');
  expect(said('Never.')).toBe('“Never.” is not translated: the text in en has the same words.');
});

describe('the first of many problems', () => {
  it('has a limit that is nearly reached among them, behind errors alone', () => {
    const many = Array.from({ length: limits.problems }, (_, at) =>
      diagnostic('file-unexpected', { known: [] }, startOfFile(`${at}`)),
    );
    const near = diagnostic(
      'near-limit',
      { found: 1150, most: 1200, counts: 'clauses', of: 'a policy' },
      startOfFile('z'),
    );
    const codes = (more: number) =>
      firstOf([
        ...many.slice(more),
        ...many.slice(0, more).map((one) => ({ ...one, severity: 'error' as const })),
        near,
      ]).map(({ code }) => code);
    expect(codes(0)).toHaveLength(limits.problems + 1);
    for (const errors of [0, limits.problems - 2]) expect(codes(errors)).toContain('near-limit');
    expect(codes(limits.problems)).not.toContain('near-limit');
  });

  it('has each code among them, however many there are of another before it', () => {
    const many = Array.from({ length: 3 * limits.problems }, (_, at) =>
      diagnostic('note-unused', { fingerprint: `v1:${at}` }, startOfFile(`${at}`)),
    );
    const one = diagnostic('file-empty', { what: 'a note' }, startOfFile('z'));
    const found = firstOf([...many, one]);
    expect(found).toHaveLength(limits.problems + 1);
    expect(found).toContain(one);
    expect(found.at(-1)).toMatchObject({ code: 'more-problems', args: { count: 2 * limits.problems + 1 } });
  });
});
