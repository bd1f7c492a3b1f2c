import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { warmShell } from '../cli/warm-shell.ts';

// The guides are typed as they stand: what `sh` blocks do, what `diff` blocks change, what `console` blocks print.
const root = join(import.meta.dirname, '../..');
let folder = '';
let environment: NodeJS.ProcessEnv = {};

interface Block {
  readonly language: string;
  readonly text: string;
}

/** The blocks of a page by its headings of the second level, in their order. */
function sectionsOf(page: string): ReadonlyMap<string, readonly Block[]> {
  const text = readFileSync(join(root, 'docs', page), 'utf8');
  return new Map(
    text
      .split(/^## /m)
      .slice(1)
      .map((section) => [
        section.split('\n')[0] ?? '',
        [...section.matchAll(/^```(\w+)\n(.*?)^```/gms)].map(([, language = '', body = '']) => ({
          language,
          text: body,
        })),
      ]),
  );
}

/** What a block is as a script; the commands of a console print a line before and behind what they say. */
function scriptOf({ language, text }: Block): string {
  if (language === 'diff') return `git apply --recount <<'END_OF_DIFF'\n${text}END_OF_DIFF\n`;
  if (language !== 'console') return text;
  return commandsIn(text)
    .map(
      ({ command }) =>
        `echo '<command>'
{ set +e; ${command}
code=$?; set -e; } 2>&1
echo '</command>'
[ $code = 0 ]
`,
    )
    .join('');
}

/** Each command of a console with the lines that it is shown to print. */
function commandsIn(text: string): { readonly command: string; readonly lines: readonly string[] }[] {
  return text
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [command = '', ...lines] = part.trimEnd().split('\n');
      return { command, lines };
    });
}

/** Types blocks one after the other in one shell, and holds what was printed against what is shown. */
function type(blocks: readonly Block[], cwd: string): void {
  const { status, stdout, stderr } = spawnSync('bash', ['-e'], {
    cwd,
    env: environment,
    encoding: 'utf8',
    input: blocks.map(scriptOf).join('\n'),
  });
  expect({ status, stderr: status === 0 ? '' : stderr, stdout: status === 0 ? '' : stdout }).toEqual({
    status: 0,
    stderr: '',
    stdout: '',
  });
  const printed = [...stdout.matchAll(/^<command>\n(.*?)^<\/command>$/gms)].map(([, said = '']) => said);
  const shown = blocks.flatMap(({ language, text }) => (language === 'console' ? commandsIn(text) : []));
  expect(printed).toHaveLength(shown.length);
  for (const [at, { command, lines }] of shown.entries()) holds(command, lines, printed[at] ?? '');
}

/** Lines in their order; … stands for lines that are left out, and at the end of a line for the rest of it. */
function holds(command: string, lines: readonly string[], printed: string): void {
  const real = printed.split('\n');
  let at = 0;
  for (const line of lines) {
    if (line === '…') continue;
    const start = line.endsWith('…') ? line.slice(0, -1).trimEnd() : undefined;
    const found = real.findIndex(
      (one, index) => index >= at && (start === undefined ? one.trimEnd() === line : one.startsWith(start)),
    );
    expect(found, `${command} does not print, or not there: ${line}\n${printed}`).toBeGreaterThanOrEqual(at);
    at = found + 1;
  }
}

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'policyc-guides-')));
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const programs = {
    npm: 'true',
    date: `exec "${process.execPath}" -p 'new Date(process.env.SOURCE_DATE_EPOCH * 1000).toISOString().slice(0, 10)'`,
    npx: `${warmShell(folder)}while [ "$1" = policyc ] || [ "$1" = --no-install ]; do shift; done\nexport npm_command=exec npm_config_user_agent=npm/11\npolicyc "$@"`,
  };
  for (const [name, text] of Object.entries(programs)) {
    writeFileSync(join(bin, name), `#!/usr/bin/env bash\n${text}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  environment = {
    PATH: `${bin}:${process.env.PATH}`,
    HOME: folder,
    LANG: 'C.UTF-8',
    NO_COLOR: '1',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'A. Author',
    GIT_AUTHOR_EMAIL: 'author@lamp.example',
    GIT_COMMITTER_NAME: 'A. Author',
    GIT_COMMITTER_EMAIL: 'author@lamp.example',
    // The day of the tutorial: 1 December 2026.
    SOURCE_DATE_EPOCH: '1796083200',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'maintenance.auto',
    GIT_CONFIG_VALUE_0: 'false',
  };
  mkdirSync(join(folder, 'tutorial'));
  type([...sectionsOf('tutorial.md').values()].flat(), join(folder, 'tutorial'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('docs/tutorial.md', () => {
  it('ends with a request that is decided about, and nothing left to commit', () => {
    const run = (...args: readonly string[]) =>
      spawnSync('git', args, { cwd: join(folder, 'tutorial/lamp'), env: environment, encoding: 'utf8' })
        .stdout;
    expect(run('status', '--porcelain')).toBe('');
    expect(run('log', '--format=%s')).toBe('Call back, and why\nThe first version\n');
  });
});

describe('docs/how-to.md', () => {
  const sections = [...sectionsOf('how-to.md')];

  it('tells six ways', () => expect(sections.length).toBeGreaterThanOrEqual(6));

  it.each(sections)('%s', (heading, blocks) => {
    const own = join(folder, heading.replace(/\W+/g, '-'));
    cpSync(join(folder, 'tutorial'), own, { recursive: true });
    expect(blocks.length).toBeGreaterThan(0);
    type(blocks, join(own, 'lamp'));
  });
});
