import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pagesToPrint, planSite } from '../../src/publish/site.ts';
import { writeSite } from '../../src/publish/write.ts';
import { unprinted, writePrints } from '../../src/publish/write-printed.ts';
import { three } from './releases.ts';

let out = '';
beforeEach(() => {
  out = realpathSync(mkdtempSync(join(tmpdir(), 'policyc-prints-')));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

/** Builds and prints as `build --pdf` does; a print is the page's own bytes. Gives what was printed. */
async function build(asOf: string, releases = three, overwrite = false) {
  const input = { asOf, policies: [{ id: 'shop', releases }], printed: true };
  const files = planSite(input);
  const pages = pagesToPrint(input);
  const written = writeSite(out, files);
  if ('refused' in written) throw new Error(written.path);
  const prints = await writePrints(
    out,
    pages,
    files,
    async (html) => new TextEncoder().encode(`pdf ${html}`),
    overwrite,
  );
  return { prints, stale: unprinted(out, pages, files).map(({ pdf }) => pdf), files };
}

describe('prints of a site', () => {
  it('stand beside the version in force and every dated page, in every language, and pages lead to them', async () => {
    const { prints, stale, files } = await build('2022-08-01');
    expect(prints).toMatchObject({
      printed: expect.arrayContaining([
        'shop/policy.pdf',
        'shop/zh-CN/policy.pdf',
        'shop/zh-CN/2023-01-01/policy.pdf',
      ]),
    });
    expect(stale).toEqual([]);
    expect(files.get('shop/2021-10-24/index.html')).toContain('<a href="policy.pdf">This page as PDF</a>');
    expect(readFileSync(join(out, 'shop/2021-10-24/policy.pdf'), 'utf8')).toMatch(/^pdf <!DOCTYPE/);
  });

  it('are printed again only where their page is another one', async () => {
    await build('2022-08-01');
    expect((await build('2022-08-01')).prints).toEqual({ printed: [] });
    const { prints } = await build('2023-02-01');
    expect(prints).toMatchObject({ printed: expect.arrayContaining(['shop/2022-07-01/policy.pdf']) });
  });

  it('go with their page', async () => {
    await build('2022-08-01');
    await build('2022-08-01', three.slice(0, 2));
    expect(existsSync(join(out, 'shop/2023-01-01'))).toBe(false);
    expect(existsSync(join(out, 'shop/2022-07-01/policy.pdf'))).toBe(true);
  });

  it('never take the place of what somebody else put there', async () => {
    await build('2022-08-01');
    writeFileSync(join(out, 'shop/policy.pdf'), 'mine');
    expect((await build('2022-08-01')).prints).toEqual({ refused: 'altered', path: 'shop/policy.pdf' });
    expect(readFileSync(join(out, 'shop/policy.pdf'), 'utf8')).toBe('mine');
    expect((await build('2022-08-01', three, true)).prints).toEqual({ printed: ['shop/policy.pdf'] });
  });
});
