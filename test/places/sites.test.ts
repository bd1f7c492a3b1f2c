import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { machine } from './monorepo.ts';

const project = join(import.meta.dirname, '../..');

/** A folder of `examples`, and what its program does with it. */
interface Site {
  readonly name: string;
  /** What makes the site of the installed example. */
  readonly build: readonly (readonly [command: string, ...args: readonly string[]])[];
  readonly built: string;
  /** What serves it while somebody writes, on a port. */
  readonly serve?: (port: number) => readonly string[];
  /** How a folder is called in an address. */
  readonly folder?: (name: string) => string;
}

const npmBuild = [['npm', 'run', 'build']] as const;
const sites: readonly Site[] = [
  {
    name: 'vitepress',
    build: npmBuild,
    built: '.vitepress/dist',
    serve: (port) => ['vitepress', 'dev', '--port', `${port}`],
  },
  {
    name: 'docusaurus',
    build: npmBuild,
    built: 'build',
    serve: (port) => ['docusaurus', 'start', '--no-open', '--port', `${port}`],
  },
  {
    name: 'astro',
    build: npmBuild,
    built: 'dist',
    serve: (port) => ['astro', 'dev', '--port', `${port}`],
    folder: (name) => name.toLowerCase(),
  },
  {
    name: 'starlight',
    build: npmBuild,
    built: 'dist',
    serve: (port) => ['astro', 'dev', '--port', `${port}`],
    folder: (name) => name.toLowerCase(),
  },
  {
    name: 'eleventy',
    build: npmBuild,
    built: '_site',
    serve: (port) => ['eleventy', '--serve', `--port=${port}`],
  },
  {
    name: 'mkdocs',
    build: [
      ['npm', 'run', 'policies'],
      ['mkdocs', 'build', '--strict'],
    ],
    built: 'site',
  },
  {
    name: 'hugo',
    build: [['npm', 'run', 'policies'], ['hugo']],
    built: 'public',
    folder: (name) => name.toLowerCase(),
  },
];

/** What the programs would obey, drop or redraw, and how readers have to see it. */
const hostile: readonly (readonly [written: string, seen: string])[] = [
  ['You give us {{ name }}, written `{{code}}`.', 'You give us {{ name }}, written {{code}}.'],
  ['{% if a %}this{% endif %} stays.', '{% if a %}this{% endif %} stays.'],
  ["import duties x from 'y' may apply.", "import duties x from 'y' may apply."],
  ['export const x = 1', 'export const x = 1'],
  [':::tip\n  hello\n  :::', ':::tip hello :::'],
  ['A :smile: and :badge[x]{.red} and {#id}.', 'A :smile: and :badge[x]{.red} and {#id}.'],
  ['{{% shortcode %}} and {{< figure >}}.', '{{% shortcode %}} and {{< figure >}}.'],
  ['We say "never" -- and mean it...', 'We say "never" -- and mean it...'],
  ['我们**“绝不”**出售。', '我们“绝不”出售。'],
];
const policyYaml = 'policies/devtool/policy.yaml';
const pages = [
  'devtool',
  'devtool/2024-05-01',
  'devtool/2024-09-01',
  'devtool/2024-09-01/changes',
  'devtool/archive',
  'charity',
  'charity/zh-CN',
  'charity/zh-CN/archive',
  'charity/zh-CN/2026-04-01/changes',
] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
});
afterAll(async () => {
  await browser?.close();
});

describe.each(sites)('in $name', (site) => {
  let around = '';
  let folder = '';
  let environment: NodeJS.ProcessEnv = {};
  const must = (cwd: string, command: string, ...args: readonly string[]): void => {
    const done = spawnSync(command, args, { cwd, env: environment, encoding: 'utf8' });
    if (done.status !== 0)
      throw new Error(
        `${command} ${args.join(' ')}: ${done.error ?? done.status}\n${done.stdout}${done.stderr}`,
      );
  };
  let server: Server | undefined;
  let home = '';

  beforeAll(async () => {
    around = realpathSync(mkdtempSync(join(tmpdir(), 'policyc-site-')));
    folder = join(around, 'examples', site.name);
    const { SOURCE_DATE_EPOCH: _, ...today } = machine(around);
    environment = { ...today, ASTRO_TELEMETRY_DISABLED: '1' };
    cpSync(join(project, 'examples', site.name), folder, { recursive: true });
    for (const policy of ['devtool', 'charity'])
      cpSync(join(project, 'policies', policy), join(around, 'policies', policy), { recursive: true });
    writeFileSync(join(around, 'policyc.yaml'), workspace);
    write(around, 'parties:\n', `\n${hostile.map(([text]) => `  ${text}\n\n`).join('')}parties:\n`);
    must(folder, 'npm', 'install', inject('tarball'));
    const why = ['--override', 'An example', '--by', 'A. Author'];
    must(
      around,
      join(folder, 'node_modules/.bin/policyc'),
      'release',
      '--policy',
      'policies/devtool',
      ...dates,
      ...why,
    );
    for (const [command, ...args] of site.build) must(folder, command, ...args);
    server = await staticServer(join(folder, site.built));
    home = `http://127.0.0.1:${(server.address() as AddressInfo).port}/privacy/`;
  });
  afterAll(() => {
    server?.close();
    rmSync(around, { recursive: true, force: true });
  });

  const addressOf = (page: string): string =>
    `${home}${page
      .split('/')
      .map((name) => site.folder?.(name) ?? name)
      .join('/')}/`;

  it('every word of a text is there to be read, and none is obeyed', async () => {
    const page = await open(addressOf('devtool'));
    const text = await textOf(page);
    for (const [, seen] of hostile) expect(text).toContain(seen);
    expect(await page.locator('strong', { hasText: '“绝不”' }).count()).toBe(1);
    await page.close();
  });

  it('titles name the version, tables are tables, and nothing fails in the console', async () => {
    for (const one of pages) {
      const page = await browser.newPage();
      const wrong: string[] = [];
      page.on('pageerror', (error) => wrong.push(error.message));
      page.on('response', (response) => {
        if (response.status() >= 400 && !response.url().endsWith('favicon.ico')) wrong.push(response.url());
      });
      await page.goto(addressOf(one), { waitUntil: 'load' });
      expect(wrong, one).toEqual([]);
      await expect
        .poll(() => page.title(), { message: one, timeout: 10_000 })
        .toMatch(/Wrenlog|Fallowfield|政策/);
      expect(await page.locator('h1').count(), one).toBe(1);
      const text = await textOf(page);
      expect(text, one).not.toMatch(/\*\*|\|\s*---|<a id|&#/);
      await page.close();
    }
    const page = await open(addressOf('devtool'));
    expect(await page.locator('table').count()).toBeGreaterThan(0);
    await page.close();
  });

  it('every link between pages leads to one, and to a place in it', async () => {
    const broken: string[] = [];
    const read = new Map<string, Promise<string | undefined>>();
    const textAt = (address: string): Promise<string | undefined> => {
      const known = read.get(address) ?? fetch(address).then((got) => (got.ok ? got.text() : undefined));
      read.set(address, known);
      return known;
    };
    for (const one of pages) {
      const from = addressOf(one);
      const links = [...((await textAt(from)) ?? '').matchAll(/\shref="?([^"\s>]+)/g)].map(
        ([, href = '']) => new URL(href.replaceAll('&amp;', '&'), from).href,
      );
      for (const link of new Set(links.filter((href) => href.startsWith(home)))) {
        const [address = '', id = ''] = link.split('#');
        const text = await textAt(address);
        const ids = [...(text ?? '').matchAll(/\sid="?([^"\s>]+)/g)].filter(
          ([, name]) => name === decodeURIComponent(id),
        );
        if (text === undefined || (id !== '' && ids.length === 0)) broken.push(`${one}: ${link}`);
      }
    }
    expect(broken).toEqual([]);
  });

  it.runIf(site.serve)('shows an edit and a new clause while it is served', async () => {
    const port = await freePort();
    const [command = '', ...args] = site.serve?.(port) ?? [];
    const child = spawn('npx', ['--no-install', command, ...args], {
      cwd: folder,
      env: environment,
      detached: true,
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    try {
      const draft = `http://127.0.0.1:${port}/privacy/devtool/draft/`;
      await showing(draft, 'runs on your machine', () => said);
      write(around, 'runs on your machine', 'runs on a machine of yours');
      await showing(draft, 'runs on a machine of yours', () => said);
      appendFileSync(join(around, 'policies/devtool/chapters/data.yaml'), brandNew);
      await showing(draft, 'Nobody has read this before.', () => said);
    } finally {
      endWithChildren(child);
    }
  });

  function write(root: string, from: string, to: string): void {
    const file = join(root, policyYaml);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(from);
    writeFileSync(
      file,
      text.replace(from, () => to),
    );
  }
});

const workspace = `format: policyc/workspace@1
policies: [policies/devtool, policies/charity]
site:
  url: https://policies.marketplace.example
  out: site
`;
const brandNew = `  - id: brand-new
    kind: statement
    title: Brand new
    text: Nobody has read this before.
`;
const dates = ['--published', '2024-08-01', '--effective', '2024-09-01'];

async function open(address: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(address, { waitUntil: 'load' });
  return page;
}

/** What a reader sees of the page, with one space between words. */
async function textOf(page: Page): Promise<string> {
  return (await page.locator('body').innerText()).replace(/\s+/g, ' ');
}

async function showing(address: string, words: string, said: () => string): Promise<void> {
  const until = Date.now() + 240_000;
  let text = '';
  while (Date.now() < until) {
    const page = await browser.newPage();
    text = await page
      .goto(address, { waitUntil: 'load', timeout: 60_000 })
      .then(() => drawn(page, words))
      .then(() => textOf(page))
      .catch((error: Error) => error.message);
    await page.close();
    if (text.includes(words)) return;
    await new Promise((later) => setTimeout(later, 500));
  }
  throw new Error(`${address} never said “${words}”: ${text.slice(0, 500)}\n${said()}`);
}

/**
 * Waits until the page says the words, or until that has taken too long. A served page may be an
 * empty shell when it has loaded: Docusaurus fetches the route after that, and draws it.
 */
async function drawn(page: Page, words: string): Promise<void> {
  const said = `document.body.innerText.replace(/\\s+/g, ' ').includes(${JSON.stringify(words)})`;
  await page.waitForFunction(said, undefined, { timeout: 15_000 }).catch(() => undefined);
}

function staticServer(root: string): Promise<Server> {
  const types: Record<string, string> = {
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.json': 'application/json',
    '.svg': 'image/svg+xml',
    '.woff2': 'font/woff2',
  };
  const server = createServer(({ url = '/' }, response) => {
    const path = decodeURIComponent(url.split(/[?#]/)[0] ?? '/');
    const file = join(root, path.endsWith('/') ? `${path}index.html` : path);
    try {
      const body = readFileSync(file);
      response
        .writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
        .end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(server)));
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => found(port));
    });
  });
}

function endWithChildren({ pid }: ChildProcess): void {
  if (pid !== undefined)
    try {
      process.kill(-pid, 'SIGTERM');
    } catch {
      // It ended by itself.
    }
}
