import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { standaloneHtml } from '../../src/render/standalone.ts';
import { wordsFile } from '../../src/translate/words-file.ts';
import { policyFrom } from '../policy.ts';
import { filledWords } from '../words/filled.ts';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const missing = !existsSync(executablePath);

const terms = {
  data: { contact: 'personal contact details', 'contact.email': 'email address' },
  purposes: { 'account.registration': 'creating an account' },
  permissions: {},
};
const words = filledWords(wordsFile(undefined, { locale: 'ar', countries: { IE: 'Ireland' }, terms }) ?? '');
const policy = () =>
  policyFrom({
    'policy.yaml': `format: policyc/policy@2
id: shop
title: Shop privacy policy
edition: "2026-11"
prevailing: en
locales: [en, ar]
utcOffset: "+03:00"
parties:
  - { id: company, role: controller, name: Small Ltd, country: IE }
chapters: [main]
`,
    'chapters/main.yaml': `chapter: main
title: Main
clauses:
  - id: account
    kind: function
    title: Account
    purposes: [account.registration]
    collects: [contact.email]
    text: You give us your :data[contact.email] (version 2.0).
  - { id: desk, kind: contact, title: Desk, channel: phone, address: "+353 20 915 0000" }
`,
    'words/ar.yaml': words,
  });

interface Seen {
  readonly html: string;
  readonly english: readonly string[];
  readonly number: string | undefined;
  readonly sideways: number;
  /** Latin words outside of any part that says its language. */
  readonly stray: readonly string[];
}

const look = `(() => {
  const direction = (element) => getComputedStyle(element).direction;
  return {
    html: direction(document.documentElement),
    english: [...document.querySelectorAll('[lang="en"]')].map(direction),
    number: [...document.querySelectorAll('bdi')].map((one) => one.textContent).find((text) => text.includes('353')),
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    stray: [...document.body.querySelectorAll('*')].flatMap((element) =>
      element.closest('[lang="en"], style, script')
        ? []
        : [...element.childNodes].flatMap((node) =>
            node.nodeType === 3 && /[A-Za-z]{3}/.test(node.textContent) ? [node.textContent] : [],
          ),
    ),
  };
})()`;

describe.skipIf(missing && process.env.CI !== 'true')(
  'a page in Arabic, with words that a policy brings',
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    });
    afterAll(async () => {
      await browser?.close();
    });

    it.each([360, 1200])('runs from right to left, at %i pixels without a way sideways', async (width) => {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      await page.setContent(standaloneHtml(policy(), 'ar', {}));
      const seen = (await page.evaluate(look)) as Seen;
      expect(seen.html).toBe('rtl');
      expect(seen.english.length).toBeGreaterThan(0);
      expect(new Set(seen.english)).toEqual(new Set(['ltr']));
      expect(seen.number).toContain('+353 20 915 0000');
      expect(seen.sideways).toBeLessThanOrEqual(0);
      // The name of the company is the same in every language.
      expect([...new Set(seen.stray)]).toEqual(['Small Ltd']);
      await page.close();
    });
  },
);
