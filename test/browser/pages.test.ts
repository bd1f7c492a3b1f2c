import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeSite } from '../../src/publish/write.ts';
import { pageRules } from '../render/page-rules.ts';
import { kinds, languagesOf, locales, pageIn, scripts, site } from './every-page.ts';

/** Debian's Chromium. In CI a missing browser is a failure, elsewhere a reason to skip. */
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const missing = !existsSync(executablePath);
if (missing && process.env.CI !== 'true')
  console.warn(
    `browser tests are skipped: there is no ${executablePath} (apt-get install chromium, or set CHROMIUM)`,
  );
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Where a layout begins, and both ends: the text gets its 37 rem in one column, then the contents stand beside it. A page
 * has the least room for what does not shrink where its layout begins, so that between two of these no width scrolls when
 * they do not.
 */
const layouts = [280, 684, 1024, 1600];
interface Look {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
}

const looks = [
  { width: 320, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
  { width: 1280, scheme: 'light' },
  { width: 320, scheme: 'dark' },
] as const satisfies readonly Look[];

/** Whether each kind is asked in each language and each look, which takes minutes: `npm run pages`. */
const whole = process.env.PAGES === 'all';

const lookAt = (turn: number): (typeof looks)[number] => looks[turn % looks.length] ?? looks[0];

const names = Object.keys(kinds) as (keyof typeof kinds)[];

/** Words of up to twelve letters that stand on two lines: where the column is narrower than what it holds. */
const brokenWords = `{
  const broken = [];
  const range = document.createRange();
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement.closest('caption,.matrix,.hidden') || !node.parentElement.checkVisibility()) continue;
    for (const { 0: word, index } of node.data.matchAll(/(?<![\\w.\\/@-])[a-z]{2,12}(?![\\w\\/@-])/gi)) {
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const tops = [...range.getClientRects()].filter(({ width }) => width > 2).map(({ top }) => top);
      if (new Set(tops).size > 1) broken.push(word + ' in ' + node.parentElement.closest('[id]').id);
    }
  }
  broken;
}`;

describe('every page in every language', () => {
  const validator = new HtmlValidate(pageRules);
  const inPages = new HtmlValidate({
    ...pageRules,
    extends: ['html-validate:recommended', 'html-validate:a11y'],
  });
  const said = (html: string, rules: HtmlValidate): string[] =>
    rules
      .validateStringSync(html)
      .results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId} ${message}`));

  it.each(names)('%s is valid HTML', (kind) => {
    const paths = languagesOf(kind).map((locale) => pageIn(kind, locale));
    expect(paths.map((path) => [path, said(site.get(path) ?? '', validator)])).toEqual(
      paths.map((path) => [path, []]),
    );
  });

  it.each(['banner', 'pop-up'])('a %s is valid HTML', (name) => {
    const paths = [...site.keys()].filter((path) => path.endsWith(`/notice/${name}.html`));
    expect(paths.length).toBeGreaterThanOrEqual(locales.length);
    for (const path of paths) expect([path, said(site.get(path) ?? '', inPages)]).toEqual([path, []]);
  });

  it('the worked example has 60 kB at most as it travels, style included', () => {
    for (const path of ['worked/index.html', 'worked/zh-CN/index.html'])
      expect(gzipSync(site.get(path) ?? '').length, path).toBeLessThanOrEqual(60_000);
  });
});

describe.skipIf(missing && process.env.CI !== 'true')('in a browser', () => {
  let browser: Browser;
  let tab: Page;
  let noise: string[] = [];
  let out = '';
  const address = (path: string): string => pathToFileURL(join(out, path)).href;

  beforeAll(async () => {
    out = realpathSync(mkdtempSync(join(tmpdir(), 'policyc-browser-')));
    writeSite(out, site);
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    tab = await browser.newPage();
    await tab.addInitScript({ content: axe });
    tab.on('console', (message) => noise.push(message.text()));
    tab.on('pageerror', (error) => noise.push(String(error)));
    tab.on('dialog', (dialog) => noise.push(dialog.message()));
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(out, { recursive: true, force: true });
  });

  async function open(path: string, { width, scheme }: Look): Promise<void> {
    await tab.setViewportSize({ width, height: 900 });
    await tab.emulateMedia({ colorScheme: scheme });
    noise = [];
    await tab.goto(address(path));
  }

  async function sidewaysAt(widths: readonly number[]): Promise<string[]> {
    const found: string[] = [];
    for (const width of widths) {
      await tab.setViewportSize({ width, height: 800 });
      const over = await tab.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      if (over !== 0) found.push(`${over} too wide at ${width}`);
    }
    return found;
  }

  /** What axe says: all its rules and the contrast of AAA, or the colours alone. */
  async function saidByAxe(asked: 'everything' | 'colours'): Promise<string[]> {
    const options =
      asked === 'everything'
        ? { rules: { 'color-contrast-enhanced': { enabled: true } } }
        : { runOnly: ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'] };
    return (await tab.evaluate(
      `axe.run(${JSON.stringify({ ...options, resultTypes: ['violations'] })}).then(({ violations }) =>
        violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
    )) as string[];
  }

  /** All that a page is asked while it is open in a look. */
  async function wrongWith(path: string, turn: number): Promise<string[]> {
    await open(path, lookAt(turn));
    const structure = await saidByAxe('everything');
    return [...structure, ...(await sidewaysAt(layouts)), ...noise].map((one) => `${path} ${one}`);
  }

  /** Its colours alone, in another look. */
  async function paintedWrong(path: string, turn: number): Promise<string[]> {
    await open(path, lookAt(turn));
    return (await saidByAxe('colours')).map((one) => `${path} ${one}`);
  }

  /** Every kind in every script, and in every look; which colours stand where hangs on no script. In a whole run, all of all. */
  it.each(names.map((kind, row) => [kind, row] as const))(
    '%s fits, runs nothing, says nothing and is accessible',
    async (kind, row) => {
      const found: string[] = [];
      for (const [column, locale] of (whole ? languagesOf(kind) : scripts).entries())
        for (const turn of whole ? looks.keys() : [row + column])
          found.push(...(await wrongWith(pageIn(kind, locale), turn)));
      if (!whole) found.push(...(await paintedWrong(pageIn(kind, 'en'), row + scripts.length)));
      expect(found).toEqual([]);
    },
    whole ? 600_000 : undefined,
  );

  /** A language of its own brings other words, and with them other room: asked once of the page that has the most of them. */
  it.each(locales.filter((one) => !scripts.some((script) => script === one)))(
    'a page in %s fits, runs nothing, says nothing and is accessible',
    async (locale) => {
      const at = locales.indexOf(locale);
      expect(await wrongWith(pageIn('the page of a version', locale), at)).toEqual([]);
    },
  );

  it('the page of all policies fits, runs nothing, says nothing and is accessible', async () => {
    expect([...(await wrongWith('index.html', 0)), ...(await wrongWith('index.html', 1))]).toEqual([]);
  });

  it.each([
    'long/2022-10-24/index.html',
    'long/2022-10-24/changes/index.html',
    'long/archive/index.html',
    'long/lists/carrier/index.html',
    'worked/zh-CN/index.html',
  ])('%s never scrolls sideways, nor with text of twice the size', async (path) => {
    await open(path, looks[0]);
    const found = await sidewaysAt(layouts);
    await tab.evaluate("document.documentElement.style.setProperty('font-size', '34px', 'important')");
    expect([...found, ...(await sidewaysAt([320, 640, 1280]))]).toEqual([]);
  });

  it('the worked example is held to all of it, in 4,000 elements at most', async () => {
    expect([
      ...(await wrongWith('worked/index.html', 2)),
      ...(await paintedWrong('worked/index.html', 3)),
    ]).toEqual([]);
    expect(await tab.evaluate('document.querySelectorAll("*").length')).toBeLessThanOrEqual(4000);
    await tab.setViewportSize({ width: 1280, height: 900 });
    expect(await tab.evaluate(brokenWords)).toEqual([]);
  });

  it('a list of many columns is cards, and breaks no word on any screen', async () => {
    for (const width of [320, 700, 900, 1280]) {
      await open('every/index.html', { width, scheme: 'light' });
      expect(await tab.evaluate("document.querySelectorAll('table.many').length")).toBeGreaterThan(0);
      expect(
        await tab.evaluate(brokenWords.replace("querySelector('main')", "querySelector('table.many tbody')")),
      ).toEqual([]);
    }
  });

  it('no label of what a law wants said of sensitive data is parted by columns, however short it is', async () => {
    const said =
      '<dt>Pourquoi des données sensibles sont nécessaires</dt><dd>La recherche porte sur les soins.</dd>';
    const more = '<dt>Ce que cela peut signifier pour vous</dt><dd>Les données sont pseudonymisées.</dd>';
    await open('worked/index.html', { width: 1280, scheme: 'light' });
    await tab.evaluate(
      `for (const one of document.querySelectorAll('.care')) one.innerHTML = ${JSON.stringify(said + more)}`,
    );
    const parted = `[...document.querySelectorAll('.care dt')].filter((one) => new Set([...one.getClientRects()].map(({ x }) => x)).size > 1).length`;
    for (const width of [960, 1020, 1280, 1360]) {
      await tab.setViewportSize({ width, height: 900 });
      expect(await tab.evaluate(parted), `${width}`).toBe(0);
    }
  });

  it('no character of a script that is written downwards stands on its head', async () => {
    const turned = `[...document.querySelectorAll('.matrix thead th+th span')].map((one) => getComputedStyle(one).rotate)`;
    await open('worked/zh-CN/index.html', { width: 1280, scheme: 'light' });
    const upright = new Set((await tab.evaluate(turned)) as string[]);
    await open('worked/index.html', { width: 1280, scheme: 'light' });
    expect([...upright, ...new Set((await tab.evaluate(turned)) as string[])]).toEqual(['none', '180deg']);
  });

  it('the security policy lets the style through and stops everything else', async () => {
    await open('every/2022-07-01/index.html', looks[0]);
    expect(await tab.evaluate("getComputedStyle(document.querySelector('.badge')).borderRadius")).toBe(
      '5.1px',
    );
    expect(noise).toEqual([]);
    await tab.evaluate(`{
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken over"';
      document.body.append(script);
    }`);
    expect(await tab.title()).toBe('Privacy policy · Version 2, effective 1 July 2022');
    expect(noise.join()).toMatch(/violates the following Content Security Policy/);
  });

  it.each(['states/ar/index.html', 'every/archive/index.html', 'every/2022-07-01/changes/index.html'])(
    '%s can be walked by keyboard: every stop once, in the order of the page, and seen',
    async (path) => {
      await open(path, looks[1]);
      const stops: (readonly [number, boolean])[] = [];
      const all = Number(
        await tab.evaluate(`{
          const able = [...document.querySelectorAll('a[href],summary,[tabindex="0"]')].filter(
            (one) => one.checkVisibility(),
          );
          able.forEach((one, index) => (one.dataset.stop = String(index)));
          able.length;
        }`),
      );
      for (let pressed = 0; pressed < all; pressed++) {
        await tab.keyboard.press('Tab');
        stops.push(
          (await tab.evaluate(`{
            const at = document.activeElement;
            const { outlineStyle, outlineWidth } = getComputedStyle(at);
            [Number(at.dataset.stop ?? -1), outlineStyle !== 'none' && parseFloat(outlineWidth) > 0];
          }`)) as [number, boolean],
        );
      }
      expect(all).toBeGreaterThan(3);
      expect(stops).toEqual(Array.from({ length: all }, (_, index) => [index, true]));
    },
  );

  it('says state by shape where the reader chose the colours', async () => {
    await open('every/index.html', looks[2]);
    await tab.emulateMedia({ forcedColors: 'active' });
    try {
      const bare = await tab.evaluate(`{
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
      const [filled, hollow] = (await tab.evaluate(`{
        const [one, other] = document.querySelectorAll('.needed');
        other.className = 'optional';
        [one, other].map((mark) => getComputedStyle(mark, '::before').backgroundColor);
      }`)) as string[];
      expect(filled).not.toBe(hollow);
      // What is in force has a dot within its ring.
      const dot = await tab.evaluate(`{
        const status = document.querySelector('.status');
        status.className = 'status in-force';
        const { backgroundColor, backgroundClip } = getComputedStyle(status, '::before');
        [backgroundColor === getComputedStyle(status).color, backgroundClip].join();
      }`);
      expect(dot).toBe('true,content-box');
    } finally {
      await tab.emulateMedia({ forcedColors: 'none' });
    }
  });

  it('the skip link comes first and leads to the text', async () => {
    await open('every/index.html', looks[0]);
    await tab.keyboard.press('Tab');
    expect(await tab.evaluate("document.activeElement.getAttribute('href')")).toBe('#main_text');
  });
});
