import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findBrowser } from '../../src/cli/browser.ts';
import { readCode } from '../../src/cli/code-files.ts';
import type { World } from '../../src/cli/world.ts';
import { foundIn } from '../../src/drift/read.ts';
import { packagesIn } from '../../src/registers/lock-file.ts';
import { type Outcome, runWarm } from './warm.ts';

/** What a request can leave in the way of commands that came last. */
const project = join(import.meta.dirname, '../..');
let folder = '';
const at = (...path: readonly string[]): string => join(folder, ...path);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policyc-doors-'));
  mkdirSync(at('work'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const policyc = (...args: readonly string[]): Outcome =>
  runWarm({ cwd: at('work'), env: { PATH: process.env.PATH }, args });

const started = ['init', '-y', '--company', 'Acme', '--country', 'IE'];

describe('a new policy', () => {
  it.each(['privacy/archive/0003', 'privacy/chapters/more', '.git/privacy', '.GIT'])(
    'does not begin in another, nor in what git keeps: %s',
    (inside) => {
      execFileSync('git', ['init', '-q', at('work')]);
      writeFileSync(at('work/old.md'), '# Privacy\n\nWe keep your name for 30 days.\n');
      expect(policyc('import', 'old.md', 'privacy').exit).toBe(0);
      const before = readdirSync(at('work'), { recursive: true }).sort();
      for (const args of [
        [...started, inside],
        ['import', 'old.md', inside],
      ]) {
        const { exit, err } = policyc(...args);
        expect([exit, err]).toEqual([2, expect.stringContaining('nothing was written')]);
      }
      expect(readdirSync(at('work'), { recursive: true }).sort()).toEqual(before);
    },
  );
});

describe('what only git, a release or an author writes', () => {
  it.each([
    ['.git/config', 'check', '-o'],
    ['.git/new/report.html', 'check', '--format', 'html='],
    ['.GIT/new', 'check', '--format', 'json='],
    ['.git./new', 'check', '-o'],
    ['git~1/new', 'check', '-o'],
    ['bare.git/config', 'check', '-o'],
    ['other/archive/0001/manifest.json', 'check', '-o'],
    ['privacy/Archive/0002/x', 'check', '--format', 'json='],
    ['privacy/archive/x.json', 'export', 'dpv', 'privacy', '-o'],
    ['policyc.yaml', 'check', '-o'],
    ['privacy/Policy.yaml', 'check', '--format', 'json='],
    ['privacy/chapters/privacy.yaml', 'export', 'dpv', 'privacy', '-o'],
    ['privacy/taxonomy.yaml', 'export', 'dpv', 'privacy', '-o'],
    ['privacy/locales/de/privacy.yaml', 'check', '-o'],
    ['privacy/Locales/of/de/privacy.yaml', 'check', '--format', 'json='],
    ['privacy/registers/vendors.csv', 'export', 'records', 'privacy', '--as', 'csv', '-o'],
    ['privacy/changes/new/report.md', 'check', '--format', 'markdown='],
    ['other/archive/0001/list.csv', 'register', 'import', 'vendors.csv', '--to'],
    ['.git/list.csv', 'register', 'import', 'vendors.csv', '--to'],
    ['other/archive/site', 'build', '--draft', '--out'],
    ['other/archive/0001', 'check', '--cache-location'],
    ['.git/cache', 'build', '--draft', '--cache-location'],
  ])('is written by no other command: %s, %s %s', (path, ...args) => {
    execFileSync('git', ['init', '-q', at('work')]);
    execFileSync('git', ['init', '-q', '--bare', at('work/bare.git')]);
    writeFileSync(at('work/old.md'), '# Privacy\n\nWe keep your name for 30 days.\n');
    writeFileSync(at('work/vendors.csv'), 'name\nAcme\n');
    expect(policyc('import', 'old.md', 'privacy').exit).toBe(0);
    mkdirSync(at('work/other/archive/0001'), { recursive: true });
    writeFileSync(at('work/other/archive/0001/manifest.json'), '{}\n');
    const seen = (): readonly string[] =>
      readdirSync(at('work'), { recursive: true, encoding: 'utf8' })
        .sort()
        .map((one) =>
          lstatSync(at('work', one)).isFile() ? `${one} ${readFileSync(at('work', one))}` : one,
        );
    const before = seen();
    const last = args.at(-1) ?? '';
    const { exit, err } = policyc(
      ...(last.endsWith('=') ? [...args.slice(0, -1), last + path] : [...args, path]),
    );
    expect([exit, err]).toEqual([
      2,
      expect.stringMatching(
        /, where only (?:git|policyc release) writes|cannot be written to|is what a policy is written in/,
      ),
    ]);
    expect(seen()).toEqual(before);
  });

  it('is no working tree that lies in it, as one beside its bare repository', () => {
    execFileSync('git', ['init', '-q', '--bare', at('work')]);
    mkdirSync(at('work/main/.git'), { recursive: true });
    writeFileSync(at('work/main/old.md'), '# Privacy\n\nWe keep your name for 30 days.\n');
    expect(policyc('--cwd', 'main', 'import', 'old.md', 'privacy').err).not.toContain('where only');
    expect(existsSync(at('work/main/privacy/policy.yaml'))).toBe(true);
  });
});

describe('a report', () => {
  it.each([
    ['--format', 'json=a', '--format', 'text=a'],
    ['--format', 'json=a', '--format', 'text', '-o', './a'],
    ['--format', 'json=../work/a', '--format', 'text=A'],
  ])('is not written over by another of the same run: %s %s %s %s', (...formats) => {
    expect(policyc(...started).exit).toBe(0);
    const { exit, err } = policyc('check', ...formats);
    expect(exit).toBe(2);
    expect(err).toContain('only one report can go to one place, and json and text were asked for in');
  });
});

describe('a link that came with the repository', () => {
  it('is not written through from anywhere else in it: by a report, a site, or what is kept between runs', () => {
    execFileSync('git', ['init', '-q', at('work')]);
    mkdirSync(at('outside'));
    symlinkSync(at('outside'), at('work/dist'));
    expect(policyc(...started, 'legal').exit).toBe(0);
    const inside = (...args: readonly string[]): Outcome =>
      runWarm({ cwd: at('work/legal'), env: { PATH: process.env.PATH, HOME: at('home') }, args });
    for (const args of [
      ['check', '-o', '../dist/report.txt'],
      ['build', '--draft', '--out', '../dist/site'],
    ])
      expect(inside(...args)).toMatchObject({ exit: 2, err: expect.stringContaining('is a symbolic link') });
    expect(inside('check', '--cache-location', '../dist/kept').exit).toBe(0);
    expect(inside('check', '--cache-location', '../kept').exit).toBe(0);
    expect(readdirSync(at('outside'))).toEqual([]);
    expect(readdirSync(at('work/kept'))).not.toEqual([]);
  });

  it('is not written through by a report', () => {
    for (const name of ['a.md', 'b.md']) writeFileSync(at('work', name), `We keep ${name} for ever.\n`);
    symlinkSync(at('outside.html'), at('work/report.html'));
    symlinkSync(folder, at('work/reports'));
    for (const to of ['report.html', 'reports/report.html']) {
      const { exit, err } = policyc('diff', 'a.md', 'b.md', '--format', `html=${to}`);
      expect(exit).toBe(2);
      expect(err).toContain('a symbolic link');
    }
    expect(existsSync(at('outside.html')) || existsSync(at('report.html'))).toBe(false);
  });

  it('is not written through by what says why a command failed', () => {
    writeFileSync(at('precious.json'), 'precious');
    symlinkSync(at('precious.json'), at('work/report.json'));
    symlinkSync(folder, at('work/reports'));
    spawnSync('mkfifo', [at('work/pipe.json')]);
    for (const to of ['report.json', 'reports/precious.json', 'pipe.json', 'reports/new.json'])
      for (const args of [['check'], ['diff', 'none.md', 'b.md']])
        expect(policyc(...args, '--format', `json=${to}`).exit).toBe(2);
    expect(readFileSync(at('precious.json'), 'utf8')).toBe('precious');
    expect(existsSync(at('new.json'))).toBe(false);
  });

  it('is not written through by what is new beside the policies', () => {
    mkdirSync(at('work/.github'));
    symlinkSync(at('owners'), at('work/.github/CODEOWNERS'));
    symlinkSync(folder, at('work/.githooks'));
    for (const one of ['codeowners', 'hook']) expect(policyc(...started, '--with', one).exit).toBe(2);
    expect(existsSync(at('owners')) || existsSync(at('pre-commit'))).toBe(false);
    expect(existsSync(at('work/policyc.yaml'))).toBe(false);
  });

  it('is not written through by a register that is taken over', () => {
    writeFileSync(at('work/vendors.csv'), 'name,country\nHats,IE\n');
    symlinkSync(at('outside.csv'), at('work/register.csv'));
    expect(policyc('register', 'import', 'vendors.csv', '--to', 'register.csv').exit).toBe(2);
    expect(existsSync(at('outside.csv'))).toBe(false);
    // Nor by the folder of a first one, which is made.
    expect(policyc('register', 'import', 'vendors.csv', '--to', 'new/of/register.csv').exit).toBe(0);
    expect(readFileSync(at('work/new/of/register.csv'), 'utf8')).toContain('Hats');
    symlinkSync(at('nowhere'), at('work/link'));
    for (const to of ['link/register.csv', 'link/new/register.csv'])
      expect(policyc('register', 'import', 'vendors.csv', '--to', to).exit).toBe(2);
    expect(existsSync(at('nowhere'))).toBe(false);
    mkdirSync(at('nowhere'));
    for (const to of ['link/register.csv', 'link/new/register.csv'])
      expect(policyc('register', 'import', 'vendors.csv', '--to', to).exit).toBe(2);
    expect(readdirSync(at('nowhere'))).toEqual([]);
  });

  it('leads no look at the code of a product elsewhere, and neither does a pipe', () => {
    mkdirSync(at('work/code'));
    writeFileSync(at('package.json'), '{"dependencies":{"secret":"1"}}');
    symlinkSync(at('package.json'), at('work/code/package.json'));
    symlinkSync(folder, at('work/code/more'));
    execFileSync('mkfifo', [at('work/code/AndroidManifest.xml')]);
    expect([...readCode(at('work/code')).texts]).toEqual([]);
  });
});

describe('a policy that is taken over', () => {
  it('does not wait for a pipe in place of the workspace', () => {
    writeFileSync(at('work/old.md'), 'We keep your name for a year.\n');
    execFileSync('mkfifo', [at('work/policyc.yaml')]);
    const { exit, err } = policyc('import', 'old.md', '--company', 'Acme', '--locale', 'en');
    expect(exit).toBe(2);
    expect(err).toContain('a pipe');
  });
});

describe('a file in another encoding than UTF-8', () => {
  const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

  it('is not written again without its letters, nor taken over without them', () => {
    writeFileSync(at('work/vendors.csv'), 'name,country\nHats,IE\n');
    writeFileSync(at('work/latin.csv'), latin('name,country\nMüller,DE\n'));
    writeFileSync(at('work/old.md'), 'We keep your name for a year.\n');
    writeFileSync(at('work/shell.html'), latin('<!-- policyc:head --><!-- policyc:body -->Müller'));
    const files = {
      'list.csv': latin('id,name\nmuller,Müller\n'),
      'list.yaml': latin('entries:\n  - { id: muller, name: Müller }\n'),
      'policyc.yaml': latin('# Müller\nformat: policyc/workspace@1\npolicies: []\n'),
    };
    for (const [name, bytes] of Object.entries(files)) writeFileSync(at('work', name), bytes);
    for (const args of [
      ['register', 'import', 'vendors.csv', '--to', 'list.csv'],
      ['register', 'import', 'vendors.csv', '--to', 'list.yaml'],
      ['register', 'import', 'latin.csv'],
      ['import', 'old.md', 'privacy', '--company', 'Acme', '--locale', 'en'],
    ])
      expect([args, policyc(...args)]).toEqual([
        args,
        { exit: 2, out: '', err: expect.stringContaining('not valid UTF-8') },
      ]);
    for (const [name, bytes] of Object.entries(files)) expect(readFileSync(at('work', name))).toEqual(bytes);
    expect(existsSync(at('work/privacy'))).toBe(false);
    rmSync(at('work/policyc.yaml'));
    policyc('import', 'old.md', 'privacy', '--company', 'Acme', '--locale', 'en');
    expect(policyc('build', '--draft', '--shell', 'shell.html').err).toContain('shell.html cannot be read');
  });
});

describe('a browser that is called by name', () => {
  it('is never one that lies with the policies', () => {
    writeFileSync(at('work/chromium'), '#!/bin/sh\n');
    chmodSync(at('work/chromium'), 0o755);
    const world = { cwd: at('work'), env: { PATH: folder } } as unknown as World;
    expect(() => findBrowser('chromium', world)).toThrow('browser-missing');
    expect(findBrowser('./chromium', world)).toBe(at('work/chromium'));
  });
});

describe('what other tools wrote', () => {
  it('costs no more than its size', () => {
    const names = Array.from({ length: 200_000 }, (_, index) => `"a${index}":"1"`);
    writeFileSync(at('work/package.json'), `{"dependencies":{${names.join(',')}}}`);
    expect(readCode(at('work')).found).toHaveLength(200_000);
    const manifest = `<uses-permission ${'android:name="x" '.repeat(60_000)}`;
    expect(foundIn('AndroidManifest.xml', manifest)).toEqual([]);
    expect(foundIn('AndroidManifest.xml', `${manifest}/>`)).toHaveLength(1);
    const keys = Array.from({ length: 60_000 }, (_, index) => `k${index}: 1\n`);
    expect(packagesIn('Podfile.lock', `PODS: []\n${keys.join('')}`)).toBeUndefined();
  });

  it('is told when it is too much to be read', () => {
    writeFileSync(at('work/a.har'), ' '.repeat(20 * 1024 * 1024));
    writeFileSync(at('work/b.har'), ' '.repeat(20 * 1024 * 1024));
    expect(readCode(at('work')).unread).toEqual(['b.har']);
  });
});

describe('a step of the action', () => {
  /** Runs a step with an `npx` that says where it runs, and writes no report. */
  function step(name: string, event: object, more: NodeJS.ProcessEnv = {}) {
    mkdirSync(at('programs'), { recursive: true });
    writeFileSync(at('programs/npx'), `#!/bin/sh\npwd >> ${at('ran')}\necho "$@" >> ${at('ran')}\nexit 2\n`);
    chmodSync(at('programs/npx'), 0o755);
    for (const file of ['output', 'summary']) writeFileSync(at(file), '');
    writeFileSync(at('event.json'), JSON.stringify(event));
    const { status, stdout } = spawnSync(process.execPath, [join(project, 'action', name)], {
      encoding: 'utf8',
      env: {
        PATH: `${at('programs')}${delimiter}${process.env.PATH ?? ''}`,
        GITHUB_EVENT_NAME: 'pull_request',
        GITHUB_EVENT_PATH: at('event.json'),
        GITHUB_OUTPUT: at('output'),
        GITHUB_STEP_SUMMARY: at('summary'),
        RUNNER_TEMP: folder,
        POLICYC_DIRECTORY: at('work'),
        POLICYC_VERSION: '1.2.3',
        ...more,
      },
    });
    const ran = existsSync(at('ran')) ? readFileSync(at('ran'), 'utf8') : '';
    return { status, stdout, ran, output: readFileSync(at('output'), 'utf8') };
  }
  const request = { pull_request: { base: { ref: 'main' } } };

  it('runs nothing that a folder of the request sets for git', () => {
    execFileSync('git', ['init', '-q', '--bare', at('work/policies')]);
    const evil = `touch ${at('evil')}`;
    for (const [name, value] of [
      ['remote.origin.url', `ext::sh -c ${evil.replace(' ', '% ')}`],
      ['protocol.ext.allow', 'always'],
      ['core.sshCommand', evil],
      ['core.fsmonitor', evil],
    ] as const)
      execFileSync('git', ['--git-dir', at('work/policies'), 'config', name, value]);
    step('diff.mjs', request, { POLICYC_DIRECTORY: at('work/policies') });
    expect(existsSync(at('evil'))).toBe(false);
  });

  it('fetches the program from where no file of the request is asked', () => {
    const { ran } = step('check.mjs', request);
    const [where = '', args = ''] = ran.split('\n');
    expect(where.startsWith(at('work'))).toBe(false);
    expect(args).toContain(`policyc@1.2.3 check --cwd ${at('work')}`);
  });

  it('says that no program is installed, and has none looked for', () => {
    for (const name of ['check.mjs', 'diff.mjs']) {
      const { ran, output, stdout } = step(name, request, {
        POLICYC_VERSION: '',
        GITHUB_WORKSPACE: at('work'),
      });
      expect([ran, output.includes('exit=2\n')]).toEqual(['', true]);
      expect(stdout).toContain('No policyc is installed here.');
    }
  });

  /** A package that says that it ran, and finds nothing. */
  function installProgram(folder: string): void {
    mkdirSync(join(folder, 'bin'), { recursive: true });
    writeFileSync(
      join(folder, 'bin/policyc.js'),
      `require('node:fs').appendFileSync(${JSON.stringify(at('ran'))}, ${JSON.stringify(`${folder}\n`)} + process.argv.join(' '))`,
    );
  }
  const gitIn = (folder: string, ...args: string[]): void => {
    const who = ['-c', 'user.name=A', '-c', 'user.email=a@shop.example'];
    execFileSync('git', [...who, ...args], { cwd: folder });
  };

  it('runs the program that the job installed, by its path: no shell and no setting of the request is asked', () => {
    installProgram(at('work/node_modules/policyc'));
    writeFileSync(at('work/.npmrc'), 'script-shell=/bin/false\n');
    mkdirSync(at('work/legal'));
    gitIn(at('work'), 'init', '-q');
    const { ran, output } = step('check.mjs', request, {
      POLICYC_DIRECTORY: at('work/legal'),
      POLICYC_VERSION: '',
      GITHUB_WORKSPACE: at('work'),
    });
    expect(ran).toContain(`${at('work/node_modules/policyc')}\n`);
    expect(ran).toContain(`check --cwd ${at('work/legal')}`);
    expect(output).toContain('exit=0\n');
  });

  it.each<[string, () => void]>([
    ['a package', () => installProgram(at('work/legal/node_modules/policyc'))],
    [
      'a link to one',
      () => {
        installProgram(at('work/legal/tool'));
        mkdirSync(at('work/legal/node_modules'));
        symlinkSync('../tool', at('work/legal/node_modules/policyc'));
      },
    ],
    [
      'a link to a folder of them',
      () => {
        installProgram(at('work/legal/tools/policyc'));
        symlinkSync('tools', at('work/legal/node_modules'));
      },
    ],
    [
      'a package that looks like a repository',
      () => {
        const folder = at('work/legal/node_modules/policyc');
        execFileSync('git', ['init', '-q', '--bare', folder]);
        installProgram(folder);
      },
    ],
    [
      'a submodule',
      () => {
        installProgram(at('other'));
        gitIn(at('other'), 'init', '-q');
        gitIn(at('other'), 'add', '-A');
        gitIn(at('other'), 'commit', '-qm', 'Program');
        const add = ['submodule', '--quiet', 'add', at('other'), 'legal/node_modules/policyc'];
        gitIn(at('work'), '-c', 'protocol.file.allow=always', ...add);
      },
    ],
  ])('runs no program that a request committed nearer to the policies: %s', (_, commit) => {
    gitIn(at('work'), 'init', '-q');
    installProgram(at('work/node_modules/policyc'));
    writeFileSync(at('work/.gitignore'), '/node_modules\n');
    commit();
    gitIn(at('work'), 'add', '-A', '-f', 'legal');
    for (const name of ['check.mjs', 'diff.mjs']) {
      const { ran, output, stdout } = step(name, request, {
        POLICYC_DIRECTORY: at('work/legal'),
        POLICYC_VERSION: '',
        GITHUB_WORKSPACE: at('work'),
      });
      expect([ran, output.includes('exit=2\n')]).toEqual(['', true]);
      expect(stdout).toContain('is committed: a request could bring a program');
    }
  });

  it('takes no report for its own that lay there before', () => {
    mkdirSync(at('work/reports'));
    for (const name of ['diff.json', 'diff.md'])
      writeFileSync(at('work/reports', name), '{"verdict":"none","policies":[]}');
    symlinkSync(at('outside.html'), at('work/reports/diff.html'));
    const { output } = step('diff.mjs', request, { POLICYC_REPORTS: at('work/reports') });
    expect(output).toContain('exit=2\nverdict=\n');
    expect(lstatSync(at('work/reports/diff.html'), { throwIfNoEntry: false })).toBeUndefined();
  });

  it.each([
    ['reports', 'reports'],
    ['reports', 'reports/of/policies'],
    ['a/reports', 'a/reports'],
  ])('leaves alone what a committed link leads to where reports are to go: %s, %s', (link, named) => {
    mkdirSync(at('elsewhere'));
    for (const name of ['check.json', 'diff.json', 'diff.html']) writeFileSync(at('elsewhere', name), 'mine');
    mkdirSync(dirname(at('work', link)), { recursive: true });
    symlinkSync(at('elsewhere'), at('work', link));
    for (const name of ['check.mjs', 'diff.mjs']) {
      const world = { POLICYC_REPORTS: at('work', named), GITHUB_WORKSPACE: at('work') };
      const { ran, output, stdout } = step(name, request, world);
      expect([ran, output.includes('exit=2\n')]).toEqual(['', true]);
      expect(stdout).toContain(`${link} is in the way of the reports`);
    }
    expect(readdirSync(at('elsewhere')).sort()).toEqual(['check.json', 'diff.html', 'diff.json']);
  });

  it('goes on to what policyc says of a folder in place of a report, and takes it for none', () => {
    mkdirSync(at('work/reports/diff.json'), { recursive: true });
    const world = { POLICYC_REPORTS: at('work/reports'), GITHUB_WORKSPACE: at('work') };
    const { ran, output, status } = step('diff.mjs', request, world);
    expect([ran.includes('diff --cwd'), status]).toEqual([true, 0]);
    expect(output).toContain('exit=2\nverdict=\n');
    expect(output).toContain('\nreport=\n');
  });

  it.each([
    ['pull_request_target', {}],
    ['issue_comment', { issue: { pull_request: {} } }],
    ['workflow_run', { workflow_run: { event: 'pull_request' } }],
  ])('does nothing with the rights of the target: %s', (GITHUB_EVENT_NAME, event) => {
    for (const name of ['check.mjs', 'diff.mjs']) {
      const { ran, output, stdout } = step(name, { ...request, ...event }, { GITHUB_EVENT_NAME });
      expect([ran, stdout.includes('Use pull_request')]).toEqual(['', true]);
      expect(output).toContain('exit=2\n');
    }
  });

  it.each(['missing', 'policyc.yaml', 'policyc.yaml/below'])(
    'says that no workspace can be in %s, which is no folder',
    (name) => {
      writeFileSync(at('work/policyc.yaml'), 'format: policyc/workspace@1\npolicies: []\n');
      for (const one of ['check.mjs', 'diff.mjs']) {
        const { ran, output, stdout } = step(one, request, { POLICYC_DIRECTORY: at('work', name) });
        expect([ran, output]).toEqual(['', expect.stringContaining('exit=2\n')]);
        expect(stdout).toMatch(/^::error title=policyc::.* is no folder here\. [^\n]*working-directory\.\n$/);
      }
    },
  );

  it('tells no step that follows more than it says, whatever a name holds', () => {
    mkdirSync(at('work/re\nverdict=none\nx'));
    const { output } = step('diff.mjs', request, { POLICYC_REPORTS: at('work/re\nverdict=none\nx') });
    expect(output.match(/^verdict=.*$/gm)).toEqual(['verdict=']);
  });
});
