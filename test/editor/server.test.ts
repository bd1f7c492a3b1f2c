import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CodeAction, CompletionItem, Hover, Location, WorkspaceEdit } from 'vscode-languageserver/node';
import { Frames } from '../../src/cli/language-server/frames.ts';
import { runWarm } from '../cli/warm.ts';
import { applied, type Editor, editsIn, openExample, positionOf } from './editor.ts';

// The real protocol, with the built program in a process: what each part of it finds is tested apart.
const account = 'policies/marketplace/chapters/account.yaml';
const retention = 'policies/marketplace/chapters/retention.yaml';

const program = join(import.meta.dirname, '../../bin/policyc.js');
let editor: Editor;
let capabilities: object;

beforeAll(async () => {
  editor = openExample();
  ({ capabilities } = (await editor.start()) as { capabilities: object });
});
afterAll(async () => {
  expect(await editor.close()).toBe(0);
  rmSync(editor.folder, { recursive: true, force: true });
});

describe('policyc lsp', () => {
  it('says what it can', () => {
    expect(Object.keys(capabilities).sort()).toEqual([
      'codeActionProvider',
      'completionProvider',
      'definitionProvider',
      'hoverProvider',
      'referencesProvider',
      'renameProvider',
      'textDocumentSync',
    ]);
  });

  it('sees what is typed and not saved, in files that it does not show too, and takes problems back', async () => {
    const text = editor.text(account);
    await editor.show(account);
    await editor.type(account, text.replace('kind: function', 'kind: functoin'));
    const [problem] = await editor.problems(account);
    expect(problem).toMatchObject({ code: 'unknown-value', source: 'policyc', severity: 1 });
    expect(problem?.message).toBe('functoin means nothing here.\nDid you mean function?');
    await editor.type(account, text.replace('id: create-account', 'id: open-account'));
    const elsewhere = 'policies/marketplace/locales/zh-CN/account.yaml';
    const extra = await editor.problems(elsewhere);
    expect(extra[0]).toMatchObject({ code: 'translation-extra' });
    await editor.type(account, text);
    expect(await editor.problems(elsewhere, (found) => found.length === 0)).toEqual([]);
    expect(await editor.problems(account, (found) => found.length === 0)).toEqual([]);
  });

  it('offers what was meant, as an edit', async () => {
    const text = editor.text(account);
    const wrong = text.replace('identity.nickname', 'identity.nicknam');
    await editor.type(account, wrong);
    const [problem] = await editor.problems(account);
    const actions = (await editor.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: editor.uri(account) },
      range: problem?.range,
      context: { diagnostics: [problem] },
    })) as readonly CodeAction[];
    expect(actions[0]).toMatchObject({
      title: 'Write identity.nickname',
      kind: 'quickfix',
      isPreferred: true,
    });
    const [edits] = editsIn(actions[0]?.edit ?? null);
    expect(applied(wrong, edits?.[1] ?? [])).toBe(text);
    await editor.type(account, text);
    await editor.problems(account, (found) => found.length === 0);
  });

  it('mends on saving what check --fix mends, and then offers nothing else', async () => {
    const text = editor.text(account);
    const wrong = text.replace(/^title: .*/m, 'title: 1.10');
    await editor.type(account, wrong);
    await editor.problems(account);
    const actions = (await editor.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: editor.uri(account) },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [], only: ['source.fixAll'] },
    })) as readonly CodeAction[];
    expect(actions.map(({ kind }) => kind)).toEqual(['source.fixAll.policyc']);
    const [edits] = editsIn(actions[0]?.edit ?? null);
    expect(applied(wrong, edits?.[1] ?? [])).toBe(wrong.replace('title: 1.10', 'title: "1.10"'));
    await editor.type(account, text);
    await editor.problems(account, (found) => found.length === 0);
  });

  it('goes from a reference to its definition, and from that to all references', async () => {
    const text = editor.text(account);
    const id = /:ref\[([\w-]+)\]/.exec(editor.text(retention))?.[1] ?? '';
    await editor.show(retention);
    const at = positionOf(editor.text(retention), id, ':ref[');
    const [definition] = (await editor.ask('textDocument/definition', retention, at)) as readonly Location[];
    const there = fileURLToPath(definition?.uri ?? '');
    expect(
      editor.text(there.slice(editor.folder.length + 1)).split('\n')[definition?.range.start.line ?? 0],
    ).toContain(id);
    const references = (await editor.ask(
      'textDocument/references',
      account,
      positionOf(text, 'create-account', 'id: '),
      {
        context: { includeDeclaration: true },
      },
    )) as readonly Location[];
    const files = new Set(references.map(({ uri }) => uri));
    expect(files).toContain(editor.uri('policies/marketplace/locales/zh-CN/account.yaml'));
    expect(files).toContain(editor.uri(account));
  });

  it('says what an id is called, and what the archive said of a field', async () => {
    const text = editor.text(account);
    const data = (await editor.ask(
      'textDocument/hover',
      account,
      positionOf(text, 'contact.mobile_phone'),
    )) as Hover;
    expect(JSON.stringify(data.contents)).toContain('mobile');
    const field = (await editor.ask('textDocument/hover', account, positionOf(text, 'tier:'))) as Hover;
    expect(JSON.stringify(field.contents)).toMatch(
      /\*\*tier\*\*.*In #\d+, effective \d{4}-\d\d-\d\d: the same/,
    );
  });

  it('completes ids', async () => {
    const text = editor.text(account).replace(':ref[', ':ref[ret');
    await editor.type(account, text);
    const at = positionOf(text, ':ref[ret');
    const found = (await editor.ask('textDocument/completion', account, {
      ...at,
      character: at.character + ':ref[ret'.length,
    })) as readonly CompletionItem[];
    expect(found.map(({ label }) => label)).toContain('retention-location');
    await editor.type(account, editor.text(account));
  });

  it.each(['../../x', 'con', 'Open', '', 'a'.repeat(201), '\u001b[31m'])(
    'renames nothing to what check would not take: %j',
    async (newName) => {
      const at = positionOf(editor.text(account), 'create-account', 'id: ');
      await expect(editor.ask('textDocument/rename', account, at, { newName })).rejects.toThrow();
    },
  );

  it('renames everywhere, so that the policy is still sound and no change is seen but the name', async () => {
    const at = positionOf(editor.text(account), 'create-account', 'id: ');
    const edit = (await editor.ask('textDocument/rename', account, at, {
      newName: 'open-account',
    })) as WorkspaceEdit;
    for (const [uri, edits] of editsIn(edit)) {
      const path = fileURLToPath(uri);
      writeFileSync(path, applied(editor.text(path.slice(editor.folder.length + 1)), edits));
    }
    expect(editor.text(account)).toMatch(/id: open-account\n\s+formerly: \[create-account\]/);
    const run = (...args: readonly string[]) => runWarm({ cwd: editor.folder, env: process.env, args });
    expect(run('check', 'policies/marketplace', '--fail-on', 'info').out).toMatch(/^No problems/);
    const { exit, out } = run('diff', '-p', 'policies/marketplace', '--format', 'json');
    expect({ exit, report: JSON.parse(out) }).toMatchObject({ exit: 0, report: { verdict: 'editorial' } });
  });

  it('answers hundreds of requests whose parameters cannot be read with what is wrong, and goes on', async () => {
    const right = {
      textDocument: { uri: editor.uri(account) },
      position: { line: 0, character: 0 },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { includeDeclaration: true },
      newName: 'other',
    };
    const read = {
      hover: ['textDocument.uri', 'position.line', 'position.character', 'position', 'textDocument'],
      definition: ['textDocument.uri', 'position.line', 'position'],
      references: ['textDocument.uri', 'position', 'context', 'context.includeDeclaration'],
      prepareRename: ['textDocument.uri', 'position.line', 'position'],
      rename: ['textDocument.uri', 'position.line', 'newName'],
      completion: ['textDocument.uri', 'position.character', 'textDocument'],
      codeAction: ['textDocument.uri', 'range.start.line', 'range.end', 'context', 'context.only'],
    };
    const odd = [undefined, 7.5, -1, 'no', [], [1], true, { a: 1 }, 1e300];
    const answers: unknown[] = [];
    for (const [name, paths] of Object.entries(read))
      for (const path of paths)
        for (const value of odd) {
          const params = changedAt(right, path.split('.'), value);
          const method = `textDocument/${name}`;
          const answer = await editor.connection
            .sendRequest(method, params)
            .then(() => undefined)
            .catch(({ code, message }) => ({ code, message, method, path }));
          if (answer) answers.push(answer);
        }
    expect(answers.length).toBeGreaterThan(200);
    for (const answer of answers) {
      const { method, path } = answer as { method: string; path: string };
      const [first = ''] = path.split('.');
      expect(answer).toMatchObject({
        code: -32602,
        message: expect.stringMatching(
          new RegExp(
            `^${method} was sent with parameters that it does not have: params\\.${first}\\S* must be `,
          ),
        ),
      });
    }
  });

  it('passes over notifications that cannot be read, and knows what was open before', async () => {
    await editor.type(account, editor.text(account));
    const methods = ['didOpen', 'didChange', 'didClose', 'didSave'];
    for (const params of [null, {}, { textDocument: 1 }, { textDocument: { uri: 1 } }])
      for (const method of methods)
        await editor.connection.sendNotification(`textDocument/${method}`, params as object);
    const text = editor.text(account);
    const at = positionOf(text, 'contact.mobile_phone');
    const hover = (await editor.ask('textDocument/hover', account, at)) as Hover;
    expect(JSON.stringify(hover.contents)).toContain('mobile');
    const nowhere = { textDocument: { uri: 'file:///a%00b' }, position: at };
    expect(await editor.connection.sendRequest('textDocument/hover', nowhere)).toBeNull();
  });
});

describe('what is no message', () => {
  const right = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'shutdown' });
  const params = { processId: process.pid, rootUri: null, capabilities: {} };
  const initialize = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
  const begun = `Content-Length: ${initialize.length}\r\n\r\n${initialize}`;
  const framed = `Content-Length: ${right.length}\r\n\r\n${right}`;

  const wrong = [
    ['without a length', `Content-Type: x\r\n\r\n${right}`, 'a header without Content-Length'],
    ['of a line that is no header', `hello\r\n\r\n${right}`, 'a header without Content-Length'],
    ['of less than nothing', `Content-Length: -5\r\n\r\n${right}`, 'the Content-Length -5'],
    ['of no number', `Content-Length: 1e3\r\n\r\n${right}`, 'the Content-Length 1e3'],
    ['of an empty length', `Content-Length:\r\n\r\n${right}`, 'the Content-Length (empty)'],
    ['of nothing', `Content-Length: 0\r\n\r\n${right}`, 'the Content-Length 0'],
    [
      'of two lengths',
      `Content-Length: 9\r\nContent-Length: 5\r\n\r\n${right}`,
      'a header with Content-Length twice',
    ],
    [
      'of more than can be kept',
      `Content-Length: 999999999999\r\n\r\n${right}`,
      'the Content-Length 999999999999, more than 67108864',
    ],
    ['of a header that never ends', 'x'.repeat(9000), 'a header that does not end'],
    ['after an editor said who it is', `${begun}Content-Length: x\r\n\r\n`, 'the Content-Length x'],
    ['after one that is right', `${framed}Content-Length: x\r\n\r\n`, 'the Content-Length x'],
  ] as const;

  /** What is read of bytes, and why the rest is not, while more may come. */
  async function readOf(bytes: Iterable<string | Uint8Array>): Promise<readonly [string, readonly string[]]> {
    const heard: string[] = [];
    const refused: string[] = [];
    const frames = new Frames((why) => refused.push(why));
    frames.setEncoding('utf8').on('data', (text: string) => heard.push(text));
    for (const some of bytes) frames.write(some);
    await setImmediate();
    return [heard.join(''), refused];
  }

  it.each(wrong)('%s is told once, and nothing behind it is read', async (_, sent, said) => {
    const before = [begun, framed].find((message) => sent.startsWith(message)) ?? '';
    expect(await readOf([sent, framed])).toEqual([before, [said]]);
  });

  // Any of them does the same in a process: one that comes first, and the two behind messages.
  const ending = wrong.filter(([which]) => /^(?:without|after)/.test(which));
  it.each(ending)(
    '%s ends the language server with words, though its input stays open',
    async (_, sent, said) => {
      const server = spawn(process.execPath, [program, 'lsp', '--stdio']);
      let heard = '';
      server.stderr.setEncoding('utf8').on('data', (text: string) => {
        heard += text;
      });
      const ended = new Promise((done) => server.once('close', done));
      server.stdin.on('error', () => {});
      server.stdin.write(sent);
      expect(await ended).toBe(2);
      expect(heard).toContain(said);
      expect(heard).toContain('is no message');
    },
  );

  it('is not a message that comes a byte at a time', async () => {
    const bytes = [...Buffer.from(framed + framed)].map((byte) => Buffer.of(byte));
    expect(await readOf(bytes)).toEqual([framed + framed, []]);
  });
});

function changedAt(value: object, [step = '', ...rest]: readonly string[], other: unknown): object {
  const own = (value as Readonly<Record<string, unknown>>)[step];
  return { ...value, [step]: rest.length === 0 ? other : changedAt(own as object, rest, other) };
}
