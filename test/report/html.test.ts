import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { mapStrings } from '../../src/base/escape.ts';
import { diffReport } from '../../src/report/diff-report.ts';
import { formats } from '../../src/report/formats.ts';
import type { Report } from '../../src/report/report.ts';
import { type ClauseObject, policyOf } from '../properties/policies.ts';
import { pageRules } from '../render/page-rules.ts';
import { compared } from './compared-text.ts';
import { changed, checked } from './reported.ts';

const validator = new HtmlValidate(pageRules);
const print = (report: Report): Promise<string> => formats.html(report);

/** What would leave the words of others, run or load anything. */
const attacks = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</style><style>*{display:none}',
  '</title></head><body onload=alert(1)>',
  '-->',
  '[a](javascript:alert(1))',
  '&lt;b&gt;',
  '\u202Eevil',
  '::error::x',
];

const statement = (text: string): ClauseObject => ({ id: 'a', kind: 'statement', title: 'A', text });
const texts = (before: string, after: string): Report =>
  diffReport([compared(policyOf([[statement(before)]], {}), policyOf([[statement(after)]], {}))], '');

describe('a report as a page', () => {
  it.each([
    ['diff', changed(12)],
    ['check', checked(['shop', ...attacks])],
    ['nothing', texts('We knit.', 'We knit.')],
  ])('is valid and accessible HTML: %s', async (_, report) => {
    const { results } = await validator.validateString(await print(report));
    expect(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
    ).toEqual([]);
  });

  it('loads and runs nothing, whatever others wrote', async () => {
    const hostile = (attack: string): Report =>
      mapStrings(changed(4), (value) => (/hats|s-\d/.test(value) ? `${value} ${attack}` : value));
    const reports = [checked(attacks), ...attacks.map(hostile)];
    const pages = await Promise.all(reports.map(print));
    for (const page of pages) {
      const tags = [...page.matchAll(/<(\/?[a-z][a-z0-9]*)/gi)].map(([, tag = '']) => tag.toLowerCase());
      expect(tags.filter((tag) => /script|img|iframe|link|object|embed|form|svg/.test(tag))).toEqual([]);
      expect(tags.filter((tag) => tag === 'style')).toHaveLength(1);
      expect(page).not.toMatch(/<[^>]+\s(on\w+|src|style)=/i);
      expect(page).not.toMatch(/\u202E|^\s*::/m);
      expect(page.match(/<a [^>]*href="(?!#)/g)).toBeNull();
      expect(page.replaceAll('&#x27;', "'")).toContain("content=\"default-src 'none'; style-src 'sha256-");
    }
  });

  it('shows a changed text once, with its edits', async () => {
    const page = await print(
      texts('We may keep your name for a year.', 'We may keep your name for two years.'),
    );
    const [, words = ''] = /<div class="words">(.*?)<\/div>/s.exec(page) ?? [];
    expect(words.replace(/<span class="hidden">[^<]*<\/span>/g, '')).toBe(
      '<p lang="en">We may keep your name for <del>a year</del><ins>two years</ins>.</p>',
    );
  });
});

it('counts in its contents what each section holds', async () => {
  for (const report of [changed(12), checked(['one', 'two', 'three'])]) {
    const shown = await print(report);
    const counted = [...shown.matchAll(/<a href="#(\w+)"><span>(\d+)<\/span>/g)].map(([, id, count]) => [
      id,
      Number(count),
    ]);
    const held = [...shown.matchAll(/<section id="(\w+)"[\s\S]*?<\/section>/g)].flatMap(([section, id]) => {
      const cards = section.split(/class="change[ "]/).length - 1;
      return cards === 0 ? [] : [[id, cards]];
    });
    expect(counted).toEqual(held);
    expect(counted.length).toBeGreaterThan(0);
  }
});
