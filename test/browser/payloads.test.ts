import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import MarkdownIt from 'markdown-it';
import { type Browser, chromium, type Page } from 'playwright-core';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Policy, Row, Scalar } from '../../src/model/policy.ts';
import { planSite } from '../../src/publish/site.ts';
import { standaloneHtml, standaloneMarkdown } from '../../src/render/standalone.ts';
import { releaseOf } from '../publish/releases.ts';
import { readSample, sampleNames } from '../render/sample.ts';

/**
 * Lists of attacks that others keep, written into every text and value of every kind of clause, as a forged archive
 * could hold them; the pages, and their Markdown twins as three renderers draw them, run in a browser, and nothing may
 * come of it. A sample of the lists by default; PAYLOADS=all takes all of them.
 */
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const attacks = '/usr/share/wfuzz/wordlist/Injections/XSS.txt';
const missing = [executablePath, attacks].filter((path) => !existsSync(path));
const noCmark = spawnSync('cmark-gfm', ['--version']).status !== 0;
const skipped = (missing.length > 0 || noCmark) && process.env.CI !== 'true';
if (skipped) console.warn('attacks on pages are skipped: apt-get install chromium cmark-gfm wfuzz');

const naughty = createRequire(import.meta.url)('big-list-of-naughty-strings') as readonly string[];
/** A renderer that links bare addresses takes what is behind one into it, marks of ours included. */
const behindAddress = [
  'http://a.example/?',
  'https://a.example/#x=`y>',
  'www.a.example/',
  'ftp://a.example/\\',
].flatMap((address) =>
  ['<img src=x onerror=alert(1)>', '`<svg/onload=alert(1)>'].map((tag) => address + tag),
);
const payloads = skipped
  ? []
  : [
      ...new Set(
        [...readFileSync(attacks, 'utf8').split('\n'), ...naughty, ...behindAddress].filter(
          (text) => text.trim() !== '' && text.isWellFormed(),
        ),
      ),
    ];
const all = process.env.PAYLOADS === 'all';
const risky = /[<>`]|script|\]\(/i;
const chosen = payloads.filter(
  (text, index) => all || behindAddress.includes(text) || index % (risky.test(text) ? 3 : 30) === 0,
);

/** The sample with the payload in every text, and in every value that is words. */
function attacked(policy: Policy, payload: string): Policy {
  const prose = policy.prose.map((row): Row => ({ ...row, values: { text: payload } }));
  const facts = policy.facts.map((row): Row => ({ ...row, values: inValues(row, payload) }));
  return { ...policy, prose, facts };
}

/** Names, addresses and links; a word of a fixed list stands where the table of words has a label for it. */
const free = new Set([
  'name',
  'address',
  'department',
  'provider',
  'contact',
  'policyUrl',
  'url',
  'registration',
  'rests',
  'page',
  'archive',
  'version',
  'digest',
  'lifetime',
]);
function inValues({ values }: Row, payload: string): Readonly<Record<string, Scalar>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, free.has(name) ? payload : value]),
  );
}

const linking = new MarkdownIt({ html: true, linkify: true });
const remark = unified()
  .use(remarkParse)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true })
  .freeze();

const renderers: Readonly<Record<string, (markdown: string) => string>> = {
  'markdown-it': (markdown) => linking.render(markdown),
  'cmark-gfm': (markdown) =>
    spawnSync(
      'cmark-gfm',
      ['--unsafe', '-e', 'table', '-e', 'autolink', '-e', 'strikethrough', '-e', 'tasklist'],
      {
        input: markdown,
        encoding: 'utf8',
      },
    ).stdout,
  remark: (markdown) => String(remark.processSync(markdown)),
};

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
    const wrong: unknown[] = [];
    for (const payload of here) {
      const hostile = attacked(policy, payload);
      const pages = [
        standaloneHtml(hostile, locale, stamp),
        ...Object.values(renderers).map((draw) => draw(standaloneMarkdown(hostile, locale, stamp))),
      ];
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
    for (const payload of chosen.filter((_, at) => all || at % 20 === 0)) {
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
      for (const [path, text] of site) {
        const drawn = path.endsWith('.md')
          ? Object.values(renderers).map((draw) => draw(text))
          : path.endsWith('.html')
            ? [text]
            : [];
        for (const html of drawn) {
          const seen = await opened(html);
          if (seen.length > 0) wrong.push({ payload, path, seen });
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
