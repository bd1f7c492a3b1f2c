import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folderMemory } from '../../src/cli/cache.ts';
import { main } from '../../src/cli/main.ts';
import { readSample, sampleNames } from '../check/sample.ts';

const samples = join(import.meta.dirname, '../samples');
let around = '';
let root = '';
let build = '1';

beforeEach(() => {
  around = mkdtempSync(join(tmpdir(), 'policyc-cache-'));
  root = join(around, 'work');
  build = '1';
  mkdirSync(root);
});
afterEach(() => rmSync(around, { recursive: true, force: true }));

const own = (): string => join(around, 'home/.cache/policyc');
const results = (): string => join(own(), 'results');

async function run(...args: string[]): Promise<string> {
  let said = '';
  const code = await main(args, {
    cwd: root,
    env: { HOME: join(around, 'home') },
    out: (text) => {
      said += text;
    },
    remark: (text) => {
      said += `note: ${text}`;
    },
    terminal: { out: false, remark: false },
    now: () => Date.UTC(2024, 0, 15),
    packageRoot: join(import.meta.dirname, '../..'),
    version: '0.0.0',
    build,
  });
  return `${said}exit ${code}`;
}

/** A file of the policy that the tests run on; the rest of it comes from a sample. */
function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function copyOf(sample: string): void {
  cpSync(join(samples, sample), root, { recursive: true });
}

const entriesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).sort() : []);

/** Entries that say of whatever was worked out that it cannot be, under a seal that is right. */
function poison(folder: string, secretIn = own()): void {
  const secret = readFileSync(join(secretIn, 'seal'));
  const place = { file: 'policy.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 };
  const problem = { code: 'file-empty', severity: 'error', args: { what: 'POISON' }, place, related: [] };
  for (const file of entriesIn(folder)) {
    const text = JSON.stringify({ problems: [problem], endings: [], content: {} });
    const seal = createHmac('sha256', secret)
      .update(file.replace('.json', '') + text)
      .digest('hex');
    writeFileSync(join(folder, file), `{"seal":"${seal}","result":${text}}\n`);
  }
}

/** What the commands that may remember say: anew, while they keep it, and from memory. */
async function expectTheSame(commands: readonly (readonly string[])[]): Promise<void> {
  const anew: string[] = [];
  for (const command of commands) anew.push(await run(...command, '--no-cache'));
  for (const _ of ['keeping', 'remembering'])
    for (const [index, command] of commands.entries()) expect(await run(...command)).toBe(anew[index]);
}

describe('from memory comes what would be worked out', () => {
  const commands = [
    ['check'],
    ['check', '--format', 'json', '--fail-on', 'warning'],
    ['diff'],
    ['diff', '--format', 'json'],
    ['build', '--draft', '--check', '--out', '../site', '--as-of', '2024-01-15'],
  ];

  it.each(sampleNames)('for the sample %s', async (name) => {
    for (const { path, text } of readSample(name).files.values()) write(path, text);
    await expectTheSame([['check']]);
  });

  it('for a policy with a released version and a note', async () => {
    copyOf('shop');
    expect(await run('release', '--effective', '2024-02-01')).toContain('exit 0');
    write(
      'policy.yaml',
      readFileSync(join(root, 'policy.yaml'), 'utf8').replace(/^title: .*$/m, 'title: Another'),
    );
    await expectTheSame(commands);
    expect(await run('note', '--decision', 'editorial', '--reason', 'A name', '--by', 'Somebody')).toContain(
      'exit 0',
    );
    await expectTheSame(commands);
  });

  it('for any edit of its files, of the workspace and of its rules', async () => {
    cpSync(join(samples, 'small'), join(root, 'policies/small'), { recursive: true });
    const texts = ['policies/small/policy.yaml', 'policies/small/chapters/main.yaml'].map(
      (path) => [path, readFileSync(join(root, path), 'utf8')] as const,
    );
    const workspace =
      'format: policyc/workspace@1\npolicies: [policies/small]\nrules: { unused-definition: off }\n';
    const piece = fc.constantFrom(
      ':',
      '\n',
      '\n  ',
      '- ',
      '"',
      '[',
      '}',
      '&a ',
      '*a',
      '|\n',
      '\t',
      '\\ud800',
      'é',
      'x',
      '2',
      '---\n',
    );
    const edit = fc.tuple(fc.nat(), fc.nat(6), piece);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...texts, ['policyc.yaml', workspace] as const),
        fc.array(edit, { maxLength: 3 }),
        async ([path, text], edits) => {
          for (const [one, whole] of texts) write(one, whole);
          write('policyc.yaml', workspace);
          let edited = text;
          for (const [at, cut, insert] of edits) {
            const from = at % (edited.length + 1);
            edited = edited.slice(0, from) + insert + edited.slice(from + cut);
          }
          write(path, edited);
          await expectTheSame([['check']]);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('and is another for the same bytes in another file, with other line ends or other rules', async () => {
    copyOf('small');
    const clean = await run('check');
    expect(clean).toContain('No problems');
    renameSync(join(root, 'chapters/main.yaml'), join(root, 'chapters/main.yml'));
    expect(await run('check')).toBe(await run('check', '--no-cache'));
    expect(await run('check')).not.toBe(clean);
  });
});

describe('what is kept', () => {
  const kept = async (): Promise<void> => {
    copyOf('small');
    await run('check');
    expect(entriesIn(results()).length).toBeGreaterThan(0);
  };

  it('is read, as a forged entry with a right seal shows', async () => {
    await kept();
    poison(results());
    expect(await run('check')).toContain('POISON');
    expect(await run('check', '--no-cache')).toContain('No problems');
  });

  it('is not read by another build', async () => {
    await kept();
    poison(results());
    build = '2';
    expect(await run('check')).toContain('No problems');
  });

  it.each<[string, (text: string) => string]>([
    ['cut short', (text) => text.slice(0, -20)],
    ['empty', () => ''],
    ['longer', (text) => `${text} `],
    [
      'changed',
      (text) =>
        text
          .replace('"relation"', '"relatiom"')
          .replace('"content"', '"contenu"')
          .replaceAll('"tree"', '"tre"')
          .replace(/"problems":\[.*?\]/, '"problems":[{}]'),
    ],
    ['without its seal', (text) => text.replace(/[0-9a-f]{64}/, '0'.repeat(64))],
    ['not JSON', () => 'process.exit(9)'],
  ])('and is %s is nothing', async (_, change) => {
    await kept();
    for (const file of entriesIn(results())) {
      const path = join(results(), file);
      const text = readFileSync(path, 'utf8');
      expect(change(text)).not.toBe(text);
      writeFileSync(path, change(text));
    }
    expect(await run('check')).toContain('No problems');
  });

  it('under the name of another result is nothing', async () => {
    await kept();
    const [one = ''] = entriesIn(results()).map((file) => join(results(), file));
    write('chapters/main.yaml', 'no: chapter\n');
    expect(await run('check')).toContain('exit 1');
    for (const file of entriesIn(results()).map((name) => join(results(), name)))
      if (file !== one) writeFileSync(file, readFileSync(one));
    expect(await run('check')).toContain('exit 1');
  });

  it('and sealed by somebody else is nothing: what a checkout brings along', async () => {
    copyOf('small');
    write('package.json', '{}');
    mkdirSync(join(root, 'node_modules'));
    const folder = join(root, 'node_modules/.cache/policyc');
    await run('check');
    expect(entriesIn(folder).length).toBeGreaterThan(0);
    expect(entriesIn(own())).toEqual(['seal']);
    // Another user of another machine, who knows the program and the files.
    mkdirSync(join(around, 'other'));
    writeFileSync(join(around, 'other/seal'), Buffer.alloc(32, 7));
    poison(folder, join(around, 'other'));
    expect(await run('check')).toContain('No problems');
  });

  it('and sealed with a secret that came with the checkout is nothing: where the cache of a job lies in it', async () => {
    await kept();
    poison(results());
    mkdirSync(join(around, '.git'));
    expect(await run('check')).toContain('No problems');
  });

  it('is for its owner alone', async () => {
    await kept();
    for (const path of [own(), results()]) expect(statSync(path).mode & 0o777).toBe(0o700);
    const files = [join(own(), 'seal'), ...entriesIn(results()).map((file) => join(results(), file))];
    for (const path of files) expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('and is a link is nothing', async () => {
    await kept();
    poison(results());
    for (const file of entriesIn(results())) {
      renameSync(join(results(), file), join(around, file));
      symlinkSync(join(around, file), join(results(), file));
    }
    expect(await run('check')).toContain('No problems');
  });

  it('in a folder that is a link is not written: it would lead out of the checkout', async () => {
    copyOf('small');
    write('package.json', '{}');
    mkdirSync(join(root, 'node_modules'));
    mkdirSync(join(around, 'elsewhere'));
    symlinkSync(join(around, 'elsewhere'), join(root, 'node_modules/.cache'));
    expect(await run('check')).toContain('No problems');
    expect(entriesIn(join(around, 'elsewhere'))).toEqual([]);
    expect(entriesIn(results()).length).toBeGreaterThan(0);
  });

  it('is where the option says', async () => {
    copyOf('small');
    await run('check', '--cache-location', '../there');
    expect(entriesIn(join(around, 'there')).length).toBeGreaterThan(0);
    expect(entriesIn(results())).toEqual([]);
    poison(join(around, 'there'));
    expect(await run('check', '--cache-location', '../there')).toContain('POISON');
    expect(await run('check')).toContain('No problems');
  });

  it.each(['a file', 'a folder nobody may write'])('in %s is nothing, and nobody is told', async (what) => {
    copyOf('small');
    const path = join(around, 'there');
    if (what === 'a file') writeFileSync(path, '');
    else mkdirSync(path, { mode: 0o500 });
    const said = await run('check', '--no-cache');
    for (const _ of [1, 2]) expect(await run('check', '--cache-location', '../there/below')).toBe(said);
    if (what !== 'a file') chmodSync(path, 0o700);
  });

  it('without a secret of one’s own is nothing', async () => {
    await kept();
    chmodSync(join(own(), 'seal'), 0o644);
    poison(results());
    expect(await run('check')).toContain('No problems');
    writeFileSync(join(own(), 'seal'), 'short', { mode: 0o600 });
    expect(await run('check')).toContain('No problems');
  });
});

describe('what decides or attests', () => {
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=S', '-c', 'user.email=s@example.example', ...args], {
      cwd: root,
      encoding: 'utf8',
    });

  it('is worked out anew: a release, a request, an archive', async () => {
    copyOf('shop');
    expect(await run('release', '--effective', '2024-02-01')).toContain('exit 0');
    git('init', '-q', '-b', 'main');
    git('add', '-A');
    git('commit', '-q', '-m', 'One');
    write(
      'policy.yaml',
      readFileSync(join(root, 'policy.yaml'), 'utf8').replace(/^title: .*$/m, 'title: Another'),
    );
    const commands = [
      ['release', '--effective', '2024-03-01', '--dry-run'],
      ['diff', '--target', 'main'],
      ['archive', 'verify'],
    ];
    const before: string[] = [];
    for (const command of commands) before.push(await run(...command));
    expect(entriesIn(results())).toEqual([]);
    await run('check');
    await run('diff');
    poison(results());
    expect(await run('diff')).toContain('exit 2');
    for (const [index, command] of commands.entries()) expect(await run(...command)).toBe(before[index]);
  });
});

describe('a folder of results', () => {
  const secret = Buffer.alloc(32, 1);
  const memory = () => folderMemory(join(around, 'results'), secret, 'program');

  it('gives back what JSON can hold', () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (key, value) => {
        memory().keep(key, value);
        expect(JSON.stringify(memory().recall(key))).toBe(JSON.stringify(value));
      }),
      { numRuns: 50 },
    );
  });

  it('forgets the oldest, and touches nothing that it did not write', () => {
    writeFileSync(join(around, 'notes'), '');
    mkdirSync(join(around, 'results'));
    for (const name of ['notes.json', 'seal', `${'A'.repeat(64)}.json`])
      writeFileSync(join(around, 'results', name), '');
    for (let at = 0; at < 64; at++) {
      memory().keep(`${at}`, at);
      for (const file of entriesIn(join(around, 'results')))
        if (statSync(join(around, 'results', file)).mtimeMs > 1e12)
          utimesSync(join(around, 'results', file), at + 1, at + 1);
    }
    expect(memory().recall('0')).toBe(0);
    memory().keep('last', 'last');
    const known = Array.from({ length: 64 }, (_, at) => memory().recall(`${at}`)).filter(
      (one) => one !== undefined,
    );
    expect(known).toEqual(Array.from({ length: 31 }, (_, at) => at + 33));
    expect(memory().recall('last')).toBe('last');
    expect(entriesIn(join(around, 'results'))).toHaveLength(32 + 3);
  });

  it('keeps nothing that is too large', () => {
    memory().keep('large', 'x'.repeat(5_000_000));
    expect(memory().recall('large')).toBeUndefined();
    expect(entriesIn(join(around, 'results'))).toEqual([]);
  });

  it('serves several processes at once', async () => {
    copyOf('small');
    const said = await Promise.all(Array.from({ length: 8 }, () => run('check')));
    expect(new Set(said)).toEqual(new Set([await run('check', '--no-cache')]));
  });
});
