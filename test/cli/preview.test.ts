import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
let folder = '';
let child: ChildProcess | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policyc-preview-'));
  cpSync(join(root, 'policies/devtool'), join(folder, 'policies/devtool'), { recursive: true });
  writeFileSync(join(folder, 'policyc.yaml'), 'format: policyc/workspace@1\npolicies: [policies/devtool]\n');
});
afterEach(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Starts `policyc build` with options, and waits until it says something that matches. */
function start(said: RegExp, ...options: readonly string[]): Promise<string> {
  const args = [join(root, 'bin/policyc.js'), 'build', '--no-cache', '--as-of', '2026-06-01', ...options];
  const process = spawn(globalThis.process.execPath, args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child = process;
  return new Promise((done, failed) => {
    let text = '';
    for (const stream of [process.stdout, process.stderr])
      stream.setEncoding('utf8').on('data', (more: string) => {
        text += more;
        const match = said.exec(text);
        if (match) done(match[0]);
      });
    process.on('close', () => failed(new Error(text)));
  });
}

function stop(signal: NodeJS.Signals): Promise<number | null> {
  const ended = new Promise<number | null>((done) => child?.on('close', (code) => done(code)));
  child?.kill(signal);
  return ended;
}

/** Asks until the answer is as it is expected to be. */
async function until<T>(ask: () => T | Promise<T>, good: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (good(answer)) return answer;
    await new Promise((done) => setTimeout(done, 50));
  }
}

const edit = (file: string, change: (text: string) => string): void => {
  const path = join(folder, 'policies/devtool', file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
};

describe('a preview', () => {
  it('shows the draft, follows edits, says what is wrong, answers this machine alone, and stops', async () => {
    const address = await start(/http:\/\/127\.0\.0\.1:\d+/, '--serve', '--port', '0');
    const page = async (path = '/devtool/draft/'): Promise<string> =>
      (await fetch(`${address}${path}`)).text();
    expect(await page('/')).toContain('<title>Privacy policies</title>');
    expect(await page()).toContain('There is no password.');
    edit('chapters/data.yaml', (text) => text.replace('There is no password.', 'Previewed & shown.'));
    await until(page, (text) => text.includes('Previewed &#x26; shown.'));
    edit('policy.yaml', (text) => `${text}  bad: [\n`);
    const broken = await until(page, (text) => text.includes('The pages are as they were before.'));
    expect(broken).toContain('This is not YAML');
    expect(broken).toContain('Previewed &#x26; shown.');
    for (const path of [
      '/../policyc.yaml',
      '/..%2fpolicyc.yaml',
      '/%2e%2e/policyc.yaml',
      '//etc/passwd',
      '/%00',
      '/%',
    ])
      expect(await page(path), path).not.toMatch(/policyc\/workspace|root:/);
    const moved = await fetch(`${address}/devtool`, { redirect: 'manual' });
    expect([moved.status, moved.headers.get('location')]).toEqual([307, '/devtool/']);
    const { headers } = await fetch(`${address}/`);
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    const answerTo = (host: string): Promise<number | undefined> =>
      new Promise((done) => {
        request(address, { headers: { host } }, ({ statusCode }) => done(statusCode)).end();
      });
    const port = new URL(address).port;
    for (const host of [
      'elsewhere.example',
      `elsewhere.example:${port}`,
      `localhost.example:${port}`,
      'localhost',
      `127.0.0.1:${port}@x`,
    ])
      expect(await answerTo(host), host).not.toBe(200);
    expect(await answerTo(`localhost:${port}`)).toBe(200);
    // Who asks only what there is to hear hears no more.
    await new Promise<void>((done) => {
      const line = connect(Number(port), '127.0.0.1', () =>
        line.write(`HEAD /~changes HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`),
      );
      line.on('close', () => done()).resume();
    });
    expect(await stop('SIGINT')).toBe(0);
  });

  it('in a folder is written anew after an edit, and only what differs', async () => {
    await start(/Watching/, '--watch', '--draft', '--out', 'site');
    const at = (path: string): string => readFileSync(join(folder, 'site', path), 'utf8');
    expect(at('devtool/draft/index.html')).toContain('There is no password.');
    writeFileSync(join(folder, 'site/devtool/index.md'), at('devtool/index.md'));
    edit('chapters/data.yaml', (text) => text.replace('There is no password.', 'Written anew.'));
    await until(
      () => at('devtool/draft/index.html'),
      (text) => text.includes('Written anew.'),
    );
    expect(await stop('SIGTERM')).toBe(0);
  });

  it('is followed still after its policy was gone for a while, as when another branch is checked out', async () => {
    const said: string[] = [];
    await start(/Watching/, '--watch', '--draft', '--out', 'site');
    child?.stderr?.on('data', (text: string) => said.push(text));
    const at = (path: string): string => readFileSync(join(folder, 'site', path), 'utf8');
    const [policies, away] = ['policies', 'away'].map((name) => join(folder, name));
    for (const [count, words] of ['Back again.', 'And once more.'].entries()) {
      renameSync(policies ?? '', away ?? '');
      await until(
        () => said.filter((text) => text.includes('no policy.yaml in it')).length,
        (times) => times > count,
      );
      if (count === 0) renameSync(away ?? '', policies ?? '');
      else cpSync(away ?? '', policies ?? '', { recursive: true });
      edit('chapters/data.yaml', (text) => text.replace(/There is no password\.|Back again\./, words));
      await until(
        () => at('devtool/draft/index.html'),
        (text) => text.includes(words),
      );
    }
    expect(await stop('SIGTERM')).toBe(0);
  });
});
