import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findBrowser, printPage } from '../../src/cli/browser.ts';
import type { World } from '../../src/cli/world.ts';
import { standaloneHtml } from '../../src/render/standalone.ts';
import { readSample } from '../render/sample.ts';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const missing = !existsSync(executablePath);
const html = standaloneHtml(readSample('function').policy, 'en', {});

describe('the browser that prints', () => {
  const world = (env: World['env']): World => ({ cwd: '/', env }) as World;

  it('is the one that was named, or it is said how to name one', () => {
    expect(findBrowser(process.execPath, world({}))).toBe(process.execPath);
    expect(findBrowser(undefined, world({ CHROMIUM: process.execPath }))).toBe(process.execPath);
    expect(() => findBrowser('no-such-browser', world({ PATH: '/usr/bin' }))).toThrow('browser-missing');
  });

  it('that prints nothing is no success', async () => {
    const printer = { browser: process.execPath, paper: 'A4' } as const;
    await expect(printPage(printer, html, '2026-01-31')).rejects.toThrow('browser-failed');
  });
});

describe.skipIf(missing && process.env.CI !== 'true')('on paper', () => {
  it('a page is tagged, has bookmarks, its paper and its day, and is the same bytes again', async () => {
    const printer = { browser: executablePath, paper: 'A4' } as const;
    const pdf = Buffer.from(await printPage(printer, html, '2026-01-31'));
    const text = pdf.toString('latin1');
    expect(text).toMatch(/\/MarkInfo <<[^>]*\/Marked true/);
    expect(text).toMatch(/\/Outlines \d+ 0 R/);
    expect(text).toMatch(/\/MediaBox \[0 0 59\d\.\d+ 84\d\.\d+\]/);
    expect(text.match(/\/(?:CreationDate|ModDate) \(D:\d+/g)).toEqual([
      '/CreationDate (D:20260131000000',
      '/ModDate (D:20260131000000',
    ]);
    expect(Buffer.from(await printPage(printer, html, '2026-01-31')).equals(pdf)).toBe(true);
  }, 60_000);
});
