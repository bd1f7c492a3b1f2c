import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** What npm says it packed. */
interface Packed {
  readonly filename: string;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

const root = join(import.meta.dirname, '../..');
const most = { files: 260, bytes: 3_000_000 };
let folder = '';
let packed: Packed;

const npm = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('npm', [...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const installed = (...path: readonly string[]): string => join(folder, 'node_modules/policyc', ...path);

/** Runs the installed program. */
function policyc(...args: readonly string[]): {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
} {
  return spawnSync(join(folder, 'node_modules/.bin/policyc'), args, { cwd: folder, encoding: 'utf8' });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policyc-pack-'));
  // Scripts are not run: the test command has built dist/, which other tests read meanwhile.
  const [first] = JSON.parse(
    npm(root, 'pack', '--ignore-scripts', '--json', '--pack-destination', folder),
  ) as Packed[];
  if (!first) throw new Error('npm pack packed nothing.');
  packed = first;
  writeFileSync(join(folder, 'package.json'), '{ "name": "elsewhere", "private": true, "type": "module" }\n');
  npm(folder, 'install', '--offline', '--no-audit', '--no-fund', `./${packed.filename}`);
  cpSync(join(root, 'policies'), join(folder, 'policies'), { recursive: true });
  cpSync(join(root, 'policyc.yaml'), join(folder, 'policyc.yaml'));
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package', () => {
  it('installs alone, without a network', () => {
    expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'policyc',
    ]);
    const { dependencies, peerDependencies, optionalDependencies } = JSON.parse(
      readFileSync(installed('package.json'), 'utf8'),
    ) as Record<string, unknown>;
    expect({ dependencies, peerDependencies, optionalDependencies }).toEqual({});
  });

  it('stays small', () => {
    console.info(`package: ${packed.files.length} files, ${packed.unpackedSize} bytes unpacked`);
    expect(packed.files.length).toBeLessThanOrEqual(most.files);
    expect(packed.unpackedSize).toBeLessThanOrEqual(most.bytes);
  });

  it('holds what the program and its readers need, and no more', () => {
    const tops = [...new Set(packed.files.map(({ path }) => path.split('/')[0]))].sort();
    expect(tops).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'NOTICE.md',
      'README.md',
      'bin',
      'dist',
      'docs',
      'package.json',
      'schemas',
    ]);
    expect(statSync(installed('dist/THIRD-PARTY-LICENCES.txt')).size).toBeGreaterThan(10_000);
  });

  it('names no place of the machine that built it', () => {
    const texts = packed.files.map(({ path }) => [path, readFileSync(installed(path), 'utf8')] as const);
    expect(texts.flatMap(([path, text]) => (text.includes(root) ? [path] : []))).toEqual([]);
  });
});

describe('the installed program', () => {
  it('says its version', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(policyc('--version')).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('checks', () => {
    const { status, stdout } = policyc('check', 'policies/marketplace');
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: expect.stringMatching(/^No problems in 1 policy, /),
    });
  });

  it('compares released versions', () => {
    const { status, stdout } = policyc(
      'diff',
      'archive:#1',
      'archive:#2',
      '-p',
      'policies/marketplace',
      '--format',
      'json',
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ format: 'policyc/diff-report@2', verdict: 'material' });
  });

  it('finds its schemas and pages', () => {
    expect(JSON.parse(policyc('schema', 'chapter').stdout)).toHaveProperty('$id');
    expect(policyc('explain', 'duplicate-id').stdout).toContain('duplicate-id');
  });
});

const consumer = `
import { checkSnapshot, comparePolicies, type JudgedChange, messageOf, readFolder } from 'policyc';

const { policy, problems } = checkSnapshot(readFolder('policies/marketplace', (path) => !path.startsWith('archive')));
for (const problem of problems) console.error(problem.code, problem.place.line.toFixed(), messageOf(problem).reason);
if (!policy) throw new Error('no policy');
const changes: readonly JudgedChange[] = comparePolicies(policy, policy).changes;
console.log(policy.id, policy.facts.length > 0, changes.length);
`;

describe('the installed library', () => {
  it('runs', () => {
    writeFileSync(
      join(folder, 'consumer.js'),
      consumer.replace(', type JudgedChange', '').replace(': readonly JudgedChange[]', ''),
    );
    const { status, stdout, stderr } = spawnSync(process.execPath, ['consumer.js'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'marketplace true 0\n', stderr: '' });
  });

  it.each([
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ])('has types for module %s, resolution %s, without any other package', (module, moduleResolution) => {
    const project = join(folder, `types-${moduleResolution}`);
    mkdirSync(project);
    writeFileSync(join(project, 'consumer.ts'), consumer);
    const compilerOptions = {
      module,
      moduleResolution,
      target: 'es2023',
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      types: [],
      lib: ['es2023', 'dom'],
    };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
    writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', project], { encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });
});
