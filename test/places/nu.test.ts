import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { writeSite } from '../../src/publish/write.ts';
import { kinds, languagesOf, pageIn, site } from '../browser/every-page.ts';
import { emptyPlace, installTools } from './tools.ts';

const place = emptyPlace();
afterAll(place.away);

/** What the checker does not know yet: layout by the room a text has, and where one is in the contents. */
const unknown =
  /^CSS: (“[a-z-]+”: Property “(container-type|scroll-target-group)” doesn't exist\.|Unrecognized at-rule “@container”|.*target-current.*)$/;

/** The text of a fragment, on the least page that may hold it. */
function onPage(path: string, text: string): string {
  if (/^<!doctype/i.test(text)) return text;
  const locale = /\/(zh-CN|zh-TW|de|fr|es|ja|ar)\//.exec(path)?.[1] ?? 'en';
  return `<!DOCTYPE html>\n<html lang="${locale}"${locale === 'ar' ? ' dir="rtl"' : ''}><head><title>Page</title></head><body>${text}</body></html>\n`;
}

interface Complaint {
  readonly type: string;
  readonly subType?: string;
  readonly url?: string;
  readonly message: string;
  readonly extract?: string;
}

it('the Nu Html Checker finds no error on any page in any language', () => {
  installTools(place, ['vnu-jar']);
  const pages = new Map(
    [...site].flatMap(([path, text]) =>
      path.endsWith('.html') ? [[path, onPage(path, text)] as const] : [],
    ),
  );
  for (const kind of Object.keys(kinds) as (keyof typeof kinds)[])
    for (const locale of languagesOf(kind)) expect(pages.has(pageIn(kind, locale))).toBe(true);
  const out = join(place.folder, 'site');
  writeSite(out, pages);
  const jar = join(place.folder, 'node_modules/vnu-jar/build/dist/vnu.jar');
  expect(existsSync(jar)).toBe(true);
  const options = ['--errors-only', '--format', 'json', '--exit-zero-always', '--skip-non-html'];
  const { stderr, error } = spawnSync('java', ['-jar', jar, ...options, out], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw error;
  const { messages } = JSON.parse(stderr) as { readonly messages: readonly Complaint[] };
  const wrong = messages.filter(({ message }) => !unknown.test(message));
  expect(
    wrong.map(({ url = '', message, extract = '' }) => [
      relative(out, fileURLToPath(url)),
      message,
      extract.slice(0, 200),
    ]),
  ).toEqual([]);
  // It read them all: each has a style, of which it does not know everything.
  expect(new Set(messages.map(({ url }) => url)).size).toBeGreaterThanOrEqual(pages.size / 2);
});
