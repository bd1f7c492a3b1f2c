import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { emptyPlace, installTools, type Place, tools } from './tools.ts';

describe('those who look at packages', () => {
  let place: Place;
  beforeAll(() => {
    place = emptyPlace();
    installTools(place, ['publint', '@arethetypeswrong/cli']);
  });
  afterAll(() => place.away());

  it('publint finds nothing, suggestions included', () => {
    const { status, said } = place.run('npx', '--no-install', 'publint', '--strict', inject('tarball'));
    expect(said).toContain('All good!');
    expect(status).toBe(0);
  });

  it('the types are not wrong, for all who can load it: it is made of ES modules', () => {
    const { status, said } = place.run(
      'npx',
      '--no-install',
      'attw',
      '--profile',
      'esm-only',
      inject('tarball'),
    );
    expect(status, said).toBe(0);
  });
});

/** A policy from its first file to its pages, with a `policyc` that is installed in a folder. */
function writesToBuilds(policyc: (...args: readonly string[]) => string, folder: string): void {
  policyc('init', '--yes', '--company', 'Paper Lamp', '--country', 'IE', '--locales', 'en,zh-CN');
  expect(policyc('check', '--fail-on', 'info')).toMatch(/^No problems/);
  policyc('release', '--effective', '2022-06-02');
  expect(policyc('diff')).toContain('No change');
  policyc('build', '--jobs', '2');
  expect(existsSync(join(folder, 'site/paper-lamp/index.html'))).toBe(true);
}

/** How each installs a package, and runs what a package brings. Yarn keeps it in its zip file and finds it with a loader. */
const managers = [
  {
    tool: 'pnpm',
    install: ['add', '--offline', '--ignore-workspace-root-check'],
    files: {},
  },
  {
    tool: '@yarnpkg/cli-dist',
    install: ['add'],
    files: {
      'yarn.lock': '',
      '.yarnrc.yml':
        'nodeLinker: pnp\nenableNetwork: false\nenableTelemetry: false\nenableGlobalCache: false\n',
    },
  },
] as const;

describe.each(managers)('installed by $tool', ({ tool, install, files }) => {
  let place: Place;
  let manager = '';
  beforeAll(() => {
    place = emptyPlace();
    const { folder, must } = place;
    must('npm', 'install', '--no-audit', '--no-fund', '--prefix', 'manager', `${tool}@${tools[tool]}`);
    const { bin } = JSON.parse(
      readFileSync(join(folder, 'manager/node_modules', tool, 'package.json'), 'utf8'),
    );
    manager = join(folder, 'manager/node_modules', tool, Object.values<string>(bin)[0] ?? '');
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  });
  afterAll(() => place.away());

  it('writes, checks, releases, compares and builds', () => {
    const { folder, must } = place;
    must('node', manager, ...install, `policyc@file:${inject('tarball')}`);
    const policyc = (...args: readonly string[]): string => must('node', manager, 'exec', 'policyc', ...args);
    writesToBuilds(policyc, folder);
    expect(policyc('explain', 'blank-left')).toContain('How to fix it');
    expect(existsSync(join(folder, 'node_modules/policyc'))).toBe(tool === 'pnpm');
  });
});

// npm's packages of Node.js itself; there are none for some machines.
const node = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

describe.each(['20', '24', '26'])('on Node.js %s', (version) => {
  let place: Place;
  let program = '';
  beforeAll(() => {
    place = emptyPlace();
    const { status } = place.run(
      'npm',
      'install',
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--prefix',
      'runtime',
      `${node}@${version}`,
    );
    const found = join(place.folder, 'runtime/node_modules', node, 'bin/node');
    if (status === 0 && existsSync(found)) program = found;
  });
  afterAll(() => place.away());

  it('is installed without a network into an empty folder, and writes, checks, releases, compares and builds', ({
    skip,
  }) => {
    if (program === '') return skip(`${node}@${version} could not be had: no network, or no such package`);
    const { folder, must } = place;
    must('npm', 'install', '--offline', '--no-audit', '--no-fund', inject('tarball'));
    const policyc = (...args: readonly string[]): string =>
      must(program, join(folder, 'node_modules/policyc/bin/policyc.js'), ...args);
    expect(must(program, '--version')).toMatch(new RegExp(`^v${version}\\.`));
    writesToBuilds(policyc, folder);
    writeFileSync(join(folder, 'old.md'), 'We do not share your address.\n');
    writeFileSync(join(folder, 'new.md'), 'We share your address.\n');
    expect(
      place.run(program, 'node_modules/policyc/bin/policyc.js', 'diff', 'old.md', 'new.md'),
    ).toMatchObject({
      status: 1,
      said: expect.stringContaining('REVIEW'),
    });
  });
});
