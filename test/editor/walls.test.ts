import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Message, StreamMessageReader } from 'vscode-languageserver/node';
import { positionOf } from './editor.ts';

/** What an editor may send, whoever wrote it: the bytes of the protocol, to the built program in a process. */
const root = join(import.meta.dirname, '../..');
const program = join(root, 'bin/policyc.js');
// The smallest policy with an archive: what is tried is the protocol, and each test has a server that reads it anew.
const policy = 'policies/charity';
const chapter = `${policy}/chapters/giving.yaml`;
const text = readFileSync(join(root, chapter), 'utf8');
let folder = '';
let server: Server;

interface Answer extends Message {
  readonly id?: number | null;
  readonly method?: string;
  readonly params?: { readonly uri: string; readonly diagnostics: readonly { readonly message: string }[] };
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

class Server {
  readonly process: ChildProcessWithoutNullStreams;
  readonly ended: Promise<number | null>;
  readonly heard: Answer[] = [];
  stderr = '';
  #id = 0;
  #wake: (() => void)[] = [];

  constructor() {
    this.process = spawn(process.execPath, [program, 'lsp', '--stdio'], { cwd: tmpdir() });
    this.process.stdin.on('error', () => {});
    this.process.stderr.setEncoding('utf8').on('data', (more: string) => {
      this.stderr += more;
    });
    this.ended = once(this.process, 'close').then(([code]) => code as number | null);
    new StreamMessageReader(this.process.stdout).listen((message) => {
      this.heard.push(message as Answer);
      for (const wake of this.#wake.splice(0)) wake();
    });
  }

  say(message: object | string): void {
    this.process.stdin.write(framed(message));
  }

  tell(method: string, params: object): void {
    this.say({ jsonrpc: '2.0', method, params });
  }

  ask(method: string, params?: object): Promise<Answer> {
    const id = ++this.#id;
    this.say({ jsonrpc: '2.0', id, method, params });
    return this.hear((one) => one.id === id);
  }

  async hear(wanted: (one: Answer) => boolean): Promise<Answer> {
    for (;;) {
      const found = this.heard.find(wanted);
      if (found) return found;
      await new Promise<void>((wake) => this.#wake.push(wake));
    }
  }

  async begin(): Promise<void> {
    await this.ask('initialize', introduced());
    this.tell('initialized', {});
  }

  async end(): Promise<number | null> {
    await this.ask('shutdown');
    this.tell('exit', {});
    return this.ended;
  }
}

function framed(message: object | string): string {
  const body = typeof message === 'string' ? message : JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

const introduced = () => ({ processId: null, rootUri: pathToFileURL(folder).href, capabilities: {} });
const uri = (path = chapter): string => pathToFileURL(join(folder, path)).href;
const phone = () => ({
  textDocument: { uri: uri() },
  position: positionOf(text, 'contact.mobile_phone'),
});

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'policyc-walls-')));
  writeFileSync(join(folder, 'policyc.yaml'), `format: policyc/workspace@1\npolicies: [${policy}]\n`);
  cpSync(join(root, policy), join(folder, policy), { recursive: true });
  server = new Server();
});
afterEach(() => {
  server.process.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

describe('an editor that speaks out of turn', () => {
  it('is told so by the codes of the protocol, and served in its turn', async () => {
    const codeOf = async (method: string, params?: object) => (await server.ask(method, params)).error?.code;
    expect(await codeOf('textDocument/hover', phone())).toBe(-32002);
    expect(await codeOf('shutdown')).toBe(-32002);
    server.tell('textDocument/didOpen', {
      textDocument: { uri: uri(), languageId: 'yaml', version: 1, text: '' },
    });
    await server.begin();
    expect(await codeOf('initialize', introduced())).toBe(-32600);
    expect(await codeOf('no/such', {})).toBe(-32601);
    expect(await codeOf('policyc/unreadable', {})).toBe(-32601);
    expect(await codeOf('exit')).toBe(-32601);
    expect(await codeOf('textDocument/willSaveWaitUntil', {})).toBe(-32602);
    // What was said too early was not heard: the chapter is that of the disk.
    expect(JSON.stringify(await server.ask('textDocument/hover', phone()))).toContain('mobile');
    expect(await codeOf('shutdown')).toBe(undefined);
    for (const method of ['textDocument/hover', 'initialize', 'shutdown'])
      expect(await codeOf(method, phone())).toBe(-32600);
    server.tell('exit', {});
    expect(await server.ended).toBe(0);
  });

  it('is told of each message that it is none, and is served', async () => {
    await server.begin();
    for (const [body, code] of [
      ['{', -32700],
      ['['.repeat(100_000), -32700],
      ['null', -32600],
      ['1', -32600],
      ['[]', -32600],
      ['{}', -32600],
      ['[{"jsonrpc":"2.0","id":1,"method":"shutdown"}]', -32600],
      ['{"jsonrpc":"2.0","id":{},"method":"shutdown"}', -32600],
      ['{"jsonrpc":"2.0","id":7,"method":5}', -32600],
    ] as const) {
      server.say(body);
      const { error } = await server.hear(({ id }) => id === null);
      expect([body.slice(0, 50), error?.code]).toEqual([body.slice(0, 50), code]);
      server.heard.length = 0;
    }
    expect(await server.end()).toBe(0);
  });

  it('is answered though it closes the line behind its last word, and is not waited for when it does before', async () => {
    const all = [
      { jsonrpc: '2.0', id: 1, method: 'initialize', params: introduced() },
      { jsonrpc: '2.0', id: 2, method: 'textDocument/hover', params: phone() },
      { jsonrpc: '2.0', id: 3, method: 'shutdown' },
      { jsonrpc: '2.0', method: 'exit' },
    ].map(framed);
    server.process.stdin.end(all.join(''));
    expect(await server.ended).toBe(0);
    expect(server.heard.flatMap(({ id = [] }) => id)).toEqual([1, 2, 3]);
    for (const said of ['', 'Content-Le', framed('{').slice(0, -1), all.slice(0, 2).join('')]) {
      server = new Server();
      server.process.stdin.end(said);
      expect([said, await server.ended, server.stderr]).toEqual([said, 1, '']);
    }
  });

  it('ends the server without a word when it hears nothing any more', async () => {
    await server.begin();
    server.process.stdout.destroy();
    server.say({ jsonrpc: '2.0', id: 9, method: 'textDocument/hover', params: phone() });
    expect(await server.ended).toBe(1);
    expect(server.stderr).toBe('');
  });

  it('takes back what it asked for before its turn', async () => {
    await server.begin();
    await server.ask('textDocument/hover', phone());
    const asked = Array.from({ length: 100 }, (_, at) => at + 1000);
    server.process.stdin.write(
      asked
        .flatMap((id) => [
          framed({ jsonrpc: '2.0', id, method: 'textDocument/hover', params: phone() }),
          framed({ jsonrpc: '2.0', method: '$/cancelRequest', params: { id } }),
        ])
        .join(''),
    );
    const answers = await Promise.all(asked.map((id) => server.hear((one) => one.id === id)));
    expect(new Set(answers.map(({ error }) => error?.code))).toContain(-32800);
    expect(await server.end()).toBe(0);
  });
});

describe('what an editor may say of files', () => {
  it('may be about places that are in none of them, and the next change is read at once', async () => {
    await server.begin();
    const far = Number.MAX_SAFE_INTEGER;
    const range = (line: number, character: number, endLine = line, endCharacter = character) => ({
      start: { line, character },
      end: { line: endLine, character: endCharacter },
    });
    const changes = [
      [{ range: range(4e9, 0, 4e9 + 1, 0), text: '# end\n' }],
      [{ range: range(far - 1, far, far, far), text: '# end\n' }],
      [{ range: range(3, 9, 1, 2), text: '' }],
      [
        { range: range(1, 0, 9, 0), text: 'a\r' },
        { range: range(0, 0, 5, 0), text: '\ud800' },
      ],
      [{ range: range(0, far), text: 'x' }],
      [{ range: null, text: 'x: y\n' }],
      [{ text, rangeLength: 'x' }],
      [{ range: range(4e9, 0), text: '# end\n' }],
      [{ range: range(0, 0), text: '# begin\n' }],
    ];
    server.tell('textDocument/didOpen', {
      textDocument: { uri: uri(), languageId: 'yaml', version: 1, text },
    });
    for (const [version, contentChanges] of changes.entries())
      server.tell('textDocument/didChange', { textDocument: { uri: uri(), version }, contentChanges });
    const { line, character } = phone().position;
    const position = { line: line + 1, character };
    const { result } = await server.ask('textDocument/hover', { ...phone(), position });
    expect(JSON.stringify(result)).toContain('mobile');
    expect(await server.end()).toBe(0);
  });

  it('are of a version, and so are the edits of them, if the editor compares these', async () => {
    const capabilities = { workspace: { workspaceEdit: { documentChanges: true } } };
    await server.ask('initialize', { ...introduced(), capabilities });
    server.tell('initialized', {});
    const textDocument = { uri: uri(), languageId: 'yaml', version: 41, text };
    server.tell('textDocument/didOpen', { textDocument });
    const contentChanges = [{ text: `# typed\n${text}` }];
    server.tell('textDocument/didChange', { textDocument: { uri: uri(), version: 42 }, contentChanges });
    const position = positionOf(`# typed\n${text}`, 'donating');
    const { result } = await server.ask('textDocument/rename', {
      ...phone(),
      position,
      newName: 'giving-money',
    });
    const { documentChanges } = result as { readonly documentChanges: readonly { textDocument: unknown }[] };
    expect(documentChanges.map((one) => one.textDocument)).toEqual(
      expect.arrayContaining([{ uri: uri(), version: 42 }]),
    );
    expect(await server.end()).toBe(0);
  });

  it('may be about files that nobody has: nothing is said of them, nothing fails, and nothing waits', async () => {
    await server.begin();
    const odd = [
      ...[
        'untitled:Untitled-1',
        'file://host/etc/passwd',
        'file:///etc/passwd',
        'x',
        '',
        'file:',
        'file:///',
      ],
      ...['javascript:alert(1)', 'file:///%', 'file:///%ff%fe', 'file:///\ud800', 'file:///dev/zero'],
      uri('../../etc/passwd'),
      uri().replace('chapters/', 'chapters%2F'),
      uri().replace('chapters/', '..%2f..%2f'),
      `${uri()}%00`,
      uri('.'),
      uri(policy),
      uri(`${policy}/archive/0001/manifest.json`),
      `file:///${'a/'.repeat(100_000)}b`,
      `file:///${'a'.repeat(1_000_000)}`,
    ];
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: Number.MAX_SAFE_INTEGER } };
    const more = { context: { includeDeclaration: true, diagnostics: [] }, newName: 'other', range };
    const methods = [
      'hover',
      'definition',
      'references',
      'prepareRename',
      'rename',
      'completion',
      'codeAction',
    ];
    for (const one of odd)
      for (const method of methods) {
        const params = { textDocument: { uri: one }, position: { line: 0, character: 3 }, ...more };
        const { error, result } = await server.ask(`textDocument/${method}`, params);
        expect([one.slice(0, 80), method, error, result ?? []]).toEqual([
          one.slice(0, 80),
          method,
          undefined,
          [],
        ]);
      }
    expect(JSON.stringify(await server.ask('textDocument/hover', phone()))).toContain('mobile');
    expect(await server.end()).toBe(0);
  });

  it('may be true no longer: a file where a folder was is told, and the server goes on', async () => {
    await server.begin();
    await server.ask('textDocument/hover', phone());
    rmSync(join(folder, 'policies'), { recursive: true });
    writeFileSync(join(folder, 'policies'), '');
    server.tell('workspace/didChangeWatchedFiles', { changes: [] });
    const told = await server.hear(({ params }) => params?.uri === uri('policyc.yaml'));
    expect(told.params?.diagnostics[0]?.message).toMatch(/^policyc.yaml lists policies\/charity, /);
    expect((await server.ask('textDocument/hover', phone())).result).toBe(null);
    expect(await server.end()).toBe(0);
  });
});
