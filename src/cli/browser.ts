import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cannot } from '../base/failure.ts';
import type { Paper } from './paper.ts';
import type { World } from './world.ts';

/** Names under which browsers that can print are installed. */
const names =
  'chromium chromium-browser google-chrome google-chrome-stable chrome microsoft-edge brave-browser'.split(
    ' ',
  );
const places = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const longest = 120_000;

export interface Printer {
  readonly browser: string;
  readonly paper: Paper;
}

/** The browser that the option, `CHROMIUM` or `CHROME_PATH` names; else the first one installed. */
export function findBrowser(given: string | undefined, { env, cwd }: World): string {
  const named = given ?? env.CHROMIUM ?? env.CHROME_PATH;
  if (named !== undefined && named !== '') {
    // A bare name means an installed program, never a file beside the policies.
    const folders = /[\\/]/.test(named) ? [cwd] : foldersIn(env.PATH);
    const path = folders.map((folder) => resolve(folder, named)).find(isProgram);
    if (path !== undefined) return path;
    throw cannot('browser-missing', { named });
  }
  const folders = foldersIn(env.PATH);
  const known = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places];
  const path = known.find(isProgram);
  if (path === undefined) throw cannot('browser-missing', {});
  return path;
}

function foldersIn(path = ''): string[] {
  return path.split(delimiter).filter((folder) => folder !== '');
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Prints a page as a PDF, tagged and with its headings as bookmarks. The PDF is dated as the page is, so that the
 * same browser gives the same bytes again.
 */
export async function printPage(
  { browser, paper }: Printer,
  html: string,
  date: string,
): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'policyc-print-'));
  try {
    const [page, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')];
    writeFileSync(page, onPaper(html, paper));
    const said = await run(browser, [
      '--headless=new',
      '--disable-gpu',
      '--disable-extensions',
      '--disable-background-networking',
      // The page asks for nothing; one that did would find nobody. Its own security policy lets nothing run: without scripts at
      // all the browser would not print, since it is a script of its own that does.
      '--host-resolver-rules=MAP * ~NOTFOUND',
      '--no-first-run',
      '--no-default-browser-check',
      `--user-data-dir=${join(folder, 'profile')}`,
      // The sandbox of Chromium refuses the superuser; a page of ours runs nothing and loads nothing.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--no-pdf-header-footer',
      '--export-tagged-pdf',
      '--generate-pdf-document-outline',
      `--print-to-pdf=${pdf}`,
      pathToFileURL(page).href,
    ]);
    const bytes = readIfThere(pdf);
    if (bytes === undefined)
      throw cannot('browser-failed', { browser, said: said.trim().split('\n').at(-1) ?? '' });
    return dated(bytes, date);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** The page with its size of paper, which no option of a browser sets. The page's own policy allows the rule. */
function onPaper(html: string, paper: Paper): string {
  const rule = `@page{size:${paper}}`;
  const hash = createHash('sha256').update(rule).digest('base64');
  return html
    .replace(/style-src (?='|&#x27;)/, () => `style-src 'sha256-${hash}' `)
    .replace('</head>', () => `<style>${rule}</style></head>`);
}

/** Runs a program to its end, and returns what it wrote to standard error. */
function run(program: string, args: readonly string[]): Promise<string> {
  return new Promise((done) => {
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: longest });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4000);
    });
    child.on('error', ({ message }) => done(message));
    child.on('close', () => done(said));
  });
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function dated(pdf: Buffer, date: string): Uint8Array {
  const day = date.replaceAll('-', '');
  const text = pdf.toString('latin1');
  return Buffer.from(
    text.replace(/\/(CreationDate|ModDate) \(D:\d{14}/g, (_, name: string) => `/${name} (D:${day}000000`),
    'latin1',
  );
}
