import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { type Browser, chromium, type Page } from 'playwright-core';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planSite } from '../../src/publish/site.ts';
import { standaloneHtml, standaloneMarkdown } from '../../src/render/standalone.ts';
import { attacked, attackList, attacksOfOthers } from '../attacked.ts';
import { releaseOf } from '../publish/releases.ts';
import { readSample, sampleNames } from '../render/sample.ts';

/**
 * Lists of attacks that others keep, written into every text and value of every kind of clause, as a forged archive
 * could hold them; the pages, and their Markdown twins as three renderers draw them, run in a browser, and nothing may
 * come of it. A sample of the lists by default; PAYLOADS=all takes all of them.
 */
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const missing = [executablePath, attackList].filter((path) => !existsSync(path));
const noCmark = spawnSync('cmark-gfm', ['--version']).status !== 0;
const skipped = (missing.length > 0 || noCmark) && process.env.CI !== 'true';
if (skipped) console.warn('attacks on pages are skipped: apt-get install chromium cmark-gfm wfuzz');

/** A renderer that links bare addresses takes what is behind one into it, marks of ours included. */
const behindAddress = [
  'http://a.example/?',
  'https://a.example/#x=`y>',
  'www.a.example/',
  'ftp://a.example/\\',
  'http://a.example/\u00a0`y>',
].flatMap((address) =>
  ['<img src=x onerror=alert(1)>', '`<svg/onload=alert(1)>'].map((tag) => address + tag),
);
const payloads = skipped ? [] : [...new Set([...attacksOfOthers(), ...behindAddress])];
const all = process.env.PAYLOADS === 'all';
const risky = /[<>`]|script|\]\(/i;
const chosen = payloads.filter(
  (text, index) => all || behindAddress.includes(text) || index % (risky.test(text) ? 3 : 30) === 0,
);

/** The whole takes the better part of an hour: it says how far it is. */
function tell(what: string, done: number, of: number): void {
  if (all && (done % 100 === 0 || done === of)) console.log(`${what}: ${done} of ${of} attacks`);
}

const linking = new MarkdownIt({ html: true, linkify: true });
const remark = unified()
  .use(remarkParse)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true })
  .freeze();

/** Each text as each renderer draws it. */
function drawn(texts: readonly string[]): readonly (readonly string[])[] {
  const byCmark = drawnByCmark(texts);
  return texts.map((text, at) => [linking.render(text), byCmark[at] ?? '', String(remark.processSync(text))]);
}

/** In a shell of its own, since to start a program takes long from a process that holds as much as this one. */
function drawnByCmark(texts: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'policyc-cmark-'));
  try {
    for (const [at, text] of texts.entries()) writeFileSync(join(folder, `${at}.md`), text);
    const cmark = 'cmark-gfm --unsafe -e table -e autolink -e strikethrough -e tasklist';
    const script = `for file in *.md; do ${cmark} "$file" > "$file.html" || exit 1; done`;
    const { status, stderr } = spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`cmark-gfm: ${stderr}`);
    return texts.map((_, at) => readFileSync(join(folder, `${at}.md.html`), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.skipIf(skipped)('what is written anywhere', () => {
  let browser: Browser;
  let page: Page;
  let happened: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    page = await (await browser.newContext({ bypassCSP: true })).newPage();
    page.on('dialog', async (dialog) => {
      happened.push(`dialog: ${dialog.message()}`);
      await dialog.dismiss();
    });
    page.on('request', (request) => {
      if (request.url() !== 'about:blank') happened.push(`request: ${request.url()}`);
    });
    page.on('framenavigated', (frame) => {
      if (frame.url() !== 'about:blank') happened.push(`went to: ${frame.url()}`);
    });
    await page.route('**', (route) => route.abort());
  }, 60_000);

  afterAll(async () => browser?.close());

  async function opened(html: string): Promise<readonly string[]> {
    happened = [];
    await page.setContent(html, { waitUntil: 'load' });
    return happened;
  }

  it('is seen by this test when it runs', async () => {
    expect(await opened('<img src=x onerror=alert(7)>')).toContain('dialog: 7');
    const linked = linking.render('http://a.example/?\\<img src=x onerror=alert(8)>');
    expect(await opened(linked)).toContain('dialog: 8');
  });

  it.each(sampleNames)('does nothing on a page of %s', async (name) => {
    const { policy, locale } = readSample(name);
    const stamp = {
      sequence: 1,
      effective: '2021-10-24',
      published: '2021-09-24',
      status: 'in-force',
    } as const;
    const index = sampleNames.indexOf(name);
    const here = chosen.filter(
      (payload, at) => all || behindAddress.includes(payload) || at % sampleNames.length === index,
    );
    const hostile = here.map((payload) => attacked(policy, payload));
    const twins = drawn(hostile.map((one) => standaloneMarkdown(one, locale, stamp)));
    const wrong: unknown[] = [];
    for (const [one, payload] of here.entries()) {
      tell(name, one, here.length);
      const pages = [standaloneHtml(hostile[one] ?? policy, locale, stamp), ...(twins[one] ?? [])];
      for (const [at, html] of pages.entries()) {
        const seen = await opened(html);
        if (seen.length > 0) wrong.push({ payload, at, seen });
      }
    }
    expect(wrong).toEqual([]);
    expect(here.length).toBeGreaterThan(0);
  });

  it('does nothing on the other pages of a site, nor in their twins', async () => {
    const { policy } = readSample('statement');
    const wrong: unknown[] = [];
    const here = chosen.filter((_, at) => all || at % 20 === 0);
    for (const [at, payload] of here.entries()) {
      tell('a site', at, here.length);
      const hostile = attacked(policy, payload);
      const changes = [{ status: 'new' as const, clauses: ['first'], text: { en: payload } }];
      const site = planSite({
        asOf: '2022-08-01',
        policies: [
          {
            id: 'shop',
            releases: [releaseOf(1, '2021-10-24', hostile), releaseOf(2, '2022-07-01', hostile, { changes })],
          },
        ],
      });
      const ending = (end: string) => [...site].filter(([path]) => path.endsWith(end));
      const twins = drawn(ending('.md').map(([, text]) => text));
      const pages = [
        ...ending('.html'),
        ...ending('.md').flatMap(([path], at) => (twins[at] ?? []).map((html) => [path, html] as const)),
      ];
      for (const [path, html] of pages) {
        const seen = await opened(html);
        if (seen.length > 0) wrong.push({ payload, path, seen });
      }
    }
    expect(wrong).toEqual([]);
  });
});
