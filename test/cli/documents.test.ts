import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runHere } from './here.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policyc-documents-'));
  writeFileSync(join(folder, 'old.md'), '# Policy\n\nWe do not sell hats.\n\nWe knitted them.\n');
  writeFileSync(join(folder, 'new.md'), '# Policy\n\nWe may sell hats.\n\nWe knited them.\n');
  writeFileSync(join(folder, 'respelled.md'), '# Policy\n\nWe do not sell  hats.\n\nWe knitted\nthem.\n');
});

afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: readonly string[]) {
  const { code, out, note } = await runHere(folder, ['diff', ...args], { now: () => 0 });
  return { code, out, notes: note };
}

describe('policyc diff old.md new.md', () => {
  it('needs no workspace, stops on texts to review, and says what was not compared', async () => {
    const { code, out } = await run('old.md', 'new.md');
    expect(code).toBe(1);
    expect(out).toContain('REVIEW   2 texts, 1 of high signal');
    expect(out).toContain('high signal: may, can, will or must, negation');
    expect(out).toContain(
      '0 facts (documents state none) and 3 texts compared; what 2 changed texts mean is not assessed.',
    );
    expect(out).not.toContain('policyc note');
    expect(out.indexOf('sell hats')).toBeLessThan(out.indexOf('knited'));
  });

  it('makes a document with tracked changes, which needs a file', async () => {
    expect(await run('old.md', 'new.md', '--format', 'text', '--format', 'docx=out.docx')).toMatchObject({
      code: 1,
      notes: 'Written to out.docx.\n',
    });
    const document = strFromU8(
      unzipSync(readFileSync(join(folder, 'out.docx')))['word/document.xml'] ?? new Uint8Array(),
    );
    expect(document).toMatch(/<w:delText[^>]*>do not<.*<w:t [^>]*>may</);
    expect(document).toContain('w:date="1970-01-01T00:00:00Z"');
    const refused = await run('old.md', 'new.md', '--format', 'docx');
    expect(refused.code).toBe(2);
    expect(refused.notes).toContain('Give it a file: --output FILE.docx');
    const french = await run('old.md', 'new.md', '--format', 'docx=fr.docx', '--locale', 'fr');
    expect(french.code).toBe(2);
    expect(french.notes).toContain('new.md has no text in fr.\n  It has en.');
  });

  it('gives a verdict, and a signal for each change, as JSON', async () => {
    const { out } = await run('old.md', 'new.md', '--format', 'json');
    const report = JSON.parse(out);
    expect(report.verdict).toBe('review');
    expect(report.policies[0].changes).toMatchObject([
      { verdict: 'review', signal: 'high', signals: ['modal', 'negation', 'wording'] },
      { verdict: 'review', signal: 'low', signals: ['spelling'] },
    ]);
  });

  it('takes spelling of characters and white space for editorial', async () => {
    const { code, out } = await run('old.md', 'respelled.md');
    expect(code).toBe(0);
    expect(out).toContain('Editorial.');
  });

  it('compares web pages, at their lines, and says so when they differ in markup alone', async () => {
    const page =
      '<!doctype html>\n<title>Policy</title>\n<style>p { color: red }</style>\n<p>We do not sell hats.</p>\n';
    writeFileSync(join(folder, 'old.html'), page);
    writeFileSync(join(folder, 'new.html'), page.replace('do not', 'may'));
    writeFileSync(join(folder, 'blue.html'), page.replace('red', 'blue'));
    const { code, out, notes } = await run('old.html', 'new.html');
    expect({ code, notes }).toEqual({ code: 1, notes: '' });
    expect(out).toContain('high signal: may, can, will or must, negation');
    expect(out).toContain('old.html:4:1   →   new.html:4:1');
    expect(await run('old.html', 'blue.html')).toMatchObject({
      code: 0,
      notes: 'The pages differ in their markup; scripts and styles are not compared.\n',
    });
    expect((await run('old.md', 'old.html')).out).toContain('Settings of the page: title is new');
  });

  it('refuses a page that is too deep or too long', async () => {
    writeFileSync(join(folder, 'deep.html'), `${'<div>'.repeat(20_000)}We sell hats.`);
    writeFileSync(join(folder, 'long.html'), '<p>We sell hats.'.repeat(20_000));
    for (const file of ['deep.html', 'long.html']) {
      const { code, notes } = await run('old.md', file);
      expect(code).toBe(2);
      expect(notes).toContain(`policyc: ${file}: `);
      expect(notes).not.toContain('MiB');
    }
  });

  it.each([['old.md', 'missing.md'], ['missing.md', 'new.md'], ['old.md', 'archive:latest'], ['old.md']])(
    'compares nothing with %s %s',
    async (...args) => {
      const { code, out, notes } = await run(...args);
      expect(code).toBe(2);
      expect(out).toBe('');
      expect(notes).toMatch(/^policyc: /);
    },
  );
});
