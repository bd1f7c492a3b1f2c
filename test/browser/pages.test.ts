import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planSite } from '../../src/publish/site.ts';
import { writeSite } from '../../src/publish/write.ts';
import { releaseOf, three } from '../publish/releases.ts';
import { readSample } from '../render/sample.ts';

/** Debian's Chromium. In CI a missing browser is a failure, elsewhere a reason to skip. */
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const missing = !existsSync(executablePath);
if (missing && process.env.CI !== 'true')
  console.warn(
    `browser tests are skipped: there is no ${executablePath} (apt-get install chromium, or set CHROMIUM)`,
  );

/** Two versions all of whose texts and names are words that nothing breaks, a hash and an address. */
const unbroken = ['a', 'b'].map((letter, index) => {
  const { policy } = readSample('recipient');
  const words = `${'Donaudampfschifffahrt'.repeat(6)} ${letter.repeat(64)} https://a.example/${'path/'.repeat(20)}?${letter.repeat(60)}`;
  const prose = policy.prose.map((row) => ({ ...row, values: { text: words } }));
  const facts = policy.facts.map((row) =>
    row.values.name === undefined
      ? row
      : { ...row, values: { ...row.values, name: words.replaceAll(' ', '') } },
  );
  return releaseOf(index + 1, `202${index + 1}-10-24`, { ...policy, prose, facts });
});
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const samples = [
  'function',
  'recipient',
  'statement',
  'summary',
  'injection-html',
  'injection-values',
  'translation',
];
const looks = [
  { width: 380, colorScheme: 'light' },
  { width: 1200, colorScheme: 'dark' },
] as const;

describe.skipIf(missing && process.env.CI !== 'true')('in a browser', () => {
  let browser: Browser;
  let out = '';
  const address = (path: string): string => pathToFileURL(join(out, path)).href;
  const paths = [
    ...samples.map((name) => `${name}/index.html`),
    'shop/2021-10-24/index.html',
    'shop/zh-CN/2022-07-01/index.html',
    'shop/2022-07-01/changes/index.html',
    'shop/2021-10-24/since/index.html',
    'shop/archive/index.html',
    'index.html',
  ];

  beforeAll(async () => {
    out = mkdtempSync(join(tmpdir(), 'policyc-browser-'));
    const policies = samples.map((id) => ({
      id,
      releases: [releaseOf(1, '2021-10-24', readSample(id).policy)],
    }));
    writeSite(
      out,
      planSite({
        asOf: '2022-08-01',
        policies: [...policies, { id: 'shop', releases: three }, { id: 'long', releases: unbroken }],
      }),
    );
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(out, { recursive: true, force: true });
  });

  async function visit<T>(
    path: string,
    look: (typeof looks)[number],
    visitor: (page: Page, noise: readonly string[]) => Promise<T>,
  ): Promise<T> {
    // The page's security policy stops axe from being added to it; it is checked on its own below.
    const context = await browser.newContext({
      viewport: { width: look.width, height: 900 },
      colorScheme: look.colorScheme,
      bypassCSP: true,
    });
    try {
      const page = await context.newPage();
      const noise: string[] = [];
      page.on('console', (message) => noise.push(message.text()));
      page.on('pageerror', (error) => noise.push(String(error)));
      page.on('dialog', (dialog) => noise.push(dialog.message()));
      await page.goto(address(path));
      return await visitor(page, noise);
    } finally {
      await context.close();
    }
  }

  describe.each(looks)('$width pixels wide, $colorScheme', (look) => {
    it.each(paths)('%s fits, runs nothing, says nothing and is accessible', async (path) => {
      const [overflow, noise, found] = await visit(path, look, async (page, said) => {
        const wide = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        const heard = [...said];
        await page.addScriptTag({ path: axe });
        const violations = await page.evaluate(async () => {
          const run = (
            globalThis as unknown as {
              axe: {
                run: (options: object) => Promise<{
                  violations: readonly { id: string; nodes: readonly { html: string }[] }[];
                }>;
              };
            }
          ).axe;
          return (await run.run({ rules: { 'color-contrast-enhanced': { enabled: true } } })).violations.map(
            ({ id, nodes }) => `${id}: ${nodes[0]?.html}`,
          );
        });
        return [wide, heard, violations] as const;
      });
      expect(overflow).toBe(0);
      expect(noise).toEqual([]);
      expect(found).toEqual([]);
    });
  });

  it.each([
    'function/index.html',
    'shop/zh-CN/2022-07-01/index.html',
    'injection-values/index.html',
    'shop/archive/index.html',
    'long/2022-10-24/index.html',
    'long/2022-10-24/changes/index.html',
    'long/archive/index.html',
  ])('%s never scrolls sideways, from 280 to 1600 pixels and with text of twice the size', async (path) => {
    const wide = await visit(path, looks[0], async (page) => {
      const found: (readonly [number, unknown])[] = [];
      const look = async (width: number): Promise<void> => {
        await page.setViewportSize({ width, height: 800 });
        const over = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        if (over !== 0) found.push([width, over]);
      };
      for (let width = 280; width <= 1600; width += 40) await look(width);
      await page.addStyleTag({ content: 'html{font-size:34px!important}' });
      for (const width of [320, 640, 1280]) await look(width);
      return found;
    });
    expect(wide).toEqual([]);
  });

  it('the security policy lets the style through and stops everything else', async () => {
    const page = await browser.newPage();
    const refused: string[] = [];
    page.on('console', (message) => refused.push(message.text()));
    await page.goto(address('function/index.html'));
    expect(await page.evaluate("getComputedStyle(document.querySelector('.badge')).borderRadius")).toBe(
      '5.1px',
    );
    expect(refused).toEqual([]);
    await page.evaluate(`{
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken over"';
      document.body.append(script);
    }`);
    expect(await page.title()).toBe('Privacy policy · Version 1, effective 24 October 2021');
    expect(refused.join()).toMatch(/violates the following Content Security Policy/);
    await page.close();
  });

  it.each(['function/index.html', 'shop/archive/index.html', 'shop/2022-07-01/changes/index.html'])(
    '%s can be walked by keyboard: every stop once, in the order of the page, and seen',
    async (path) => {
      const walked = await visit(path, looks[1], async (page) => {
        const stops: (readonly [number, boolean])[] = [];
        const all = Number(
          await page.evaluate(`{
            const able = [...document.querySelectorAll('a[href],summary,[tabindex="0"]')].filter(
              (one) => one.checkVisibility(),
            );
            able.forEach((one, index) => (one.dataset.stop = String(index)));
            able.length;
          }`),
        );
        for (let pressed = 0; pressed < all; pressed++) {
          await page.keyboard.press('Tab');
          stops.push(
            (await page.evaluate(`{
              const at = document.activeElement;
              const { outlineStyle, outlineWidth } = getComputedStyle(at);
              [Number(at.dataset.stop ?? -1), outlineStyle !== 'none' && parseFloat(outlineWidth) > 0];
            }`)) as [number, boolean],
          );
        }
        return { all, stops };
      });
      expect(walked.all).toBeGreaterThan(3);
      expect(walked.stops).toEqual(Array.from({ length: walked.all }, (_, index) => [index, true]));
    },
  );

  it('says state by shape where the reader chose the colours', async () => {
    const context = await browser.newContext({
      forcedColors: 'active',
      viewport: { width: 1200, height: 900 },
    });
    try {
      const page = await context.newPage();
      await page.goto(address('function/index.html'));
      const bare = await page.evaluate(`{
        const seen = (style) =>
          style.borderTopStyle !== 'none' && parseFloat(style.borderTopWidth) > 0 && style.borderTopColor !== 'rgba(0, 0, 0, 0)';
        const framed = [...document.querySelectorAll('.badge,.status,.card,.box,.hub')];
        const marked = [...document.querySelectorAll('.needed,.optional,.used')];
        [
          ...framed.filter((one) => !seen(getComputedStyle(one))),
          ...marked.filter((one) => !seen(getComputedStyle(one, '::before'))),
          ...(framed.length > 3 && marked.length > 3 ? [] : ['too few to tell']),
        ].map((one) => one.outerHTML ?? one);
      }`);
      expect(bare).toEqual([]);
      const [filled, hollow] = (await page.evaluate(`{
        const [one, other] = document.querySelectorAll('.needed');
        other.className = 'optional';
        [one, other].map((mark) => getComputedStyle(mark, '::before').backgroundColor);
      }`)) as string[];
      expect(filled).not.toBe(hollow);
    } finally {
      await context.close();
    }
  });

  it('the skip link comes first and leads to the text', async () => {
    await visit('function/index.html', looks[0], async (page) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate("document.activeElement.getAttribute('href')")).toBe('#main_text');
    });
  });
});
