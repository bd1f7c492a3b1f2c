import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type Diagnostic,
  type Position,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';

const root = join(import.meta.dirname, '../..');

/** An editor that speaks to a server in a process of its own. */
export class Editor {
  /** The folder that it has open. */
  readonly folder: string;
  readonly connection: ProtocolConnection;
  readonly #process: ChildProcess;
  readonly #problems = new Map<string, readonly Diagnostic[]>();
  #waiting: (() => void)[] = [];

  constructor(folder: string, [command = '', ...args]: readonly string[], settings: object = {}) {
    this.folder = folder;
    this.#process = spawn(command, args, { cwd: tmpdir(), stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdin, stdout } = this.#process;
    if (!stdin || !stdout) throw new Error('the server has no streams');
    this.connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
      this.#problems.set(uri, diagnostics);
      for (const wake of this.#waiting.splice(0)) wake();
    });
    this.connection.onRequest(
      'workspace/configuration',
      ({ items }: { items: readonly { section?: string }[] }) =>
        items.map(({ section }) => (settings as Record<string, unknown>)[section ?? ''] ?? null),
    );
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.listen();
  }

  async start(): Promise<object> {
    const uri = pathToFileURL(this.folder).href;
    const result = await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'example' }],
      capabilities: { workspace: { configuration: true } },
    });
    await this.connection.sendNotification('initialized', {});
    return result as object;
  }

  uri(path: string): string {
    return pathToFileURL(join(this.folder, path)).href;
  }

  text(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  async show(path: string, text = this.text(path)): Promise<void> {
    const textDocument = { uri: this.uri(path), languageId: 'yaml', version: 1, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  #version = 1;
  /** The whole text is another one, and not saved. */
  async type(path: string, text: string): Promise<void> {
    const textDocument = { uri: this.uri(path), version: ++this.#version };
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument,
      contentChanges: [{ text }],
    });
  }

  /** The problems of a file as soon as they are told and are as wanted. */
  async problems(
    path: string,
    wanted: (problems: readonly Diagnostic[]) => boolean = (found) => found.length > 0,
  ): Promise<readonly Diagnostic[]> {
    for (;;) {
      const found = this.#problems.get(this.uri(path)) ?? [];
      if (wanted(found)) return found;
      await new Promise<void>((wake) => this.#waiting.push(wake));
    }
  }

  ask(method: string, path: string, position: Position, more: object = {}): Promise<unknown> {
    return this.connection.sendRequest(method, { textDocument: { uri: this.uri(path) }, position, ...more });
  }

  /** The exit code of the server after a proper good-bye. */
  async close(): Promise<number | null> {
    const ended = new Promise<number | null>((done) => this.#process.once('exit', done));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const code = await ended;
    this.connection.dispose();
    return code;
  }
}

/** An editor with policyc's server, on a copy of the worked example. */
export function openExample(): Editor {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'policyc-editor-')));
  cpSync(join(root, 'policyc.yaml'), join(folder, 'policyc.yaml'));
  cpSync(join(root, 'policies'), join(folder, 'policies'), { recursive: true });
  return new Editor(folder, [process.execPath, join(root, 'bin/policyc.js'), 'lsp', '--stdio']);
}

/** The position of a text, counted from where it stands first, or after another one. */
export function positionOf(text: string, wanted: string, after = ''): Position {
  const from = after === '' ? 0 : text.indexOf(after);
  const at = text.indexOf(wanted, from);
  if (from === -1 || at === -1) throw new Error(`${wanted} is not there`);
  const lines = text.slice(0, at).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

/** A text after the edits of the protocol. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  const starts = [0];
  for (const line of text.split('\n')) starts.push((starts.at(-1) ?? 0) + line.length + 1);
  const at = ({ line, character }: Position): number => (starts[line] ?? text.length) + character;
  return [...edits]
    .sort((a, b) => at(b.range.start) - at(a.range.start))
    .reduce(
      (all, { range, newText }) => all.slice(0, at(range.start)) + newText + all.slice(at(range.end)),
      text,
    );
}

/** The edits of each file of a workspace edit. */
export function editsIn(
  edit: WorkspaceEdit | null,
): readonly (readonly [uri: string, edits: readonly TextEdit[]])[] {
  return Object.entries(edit?.changes ?? {});
}
