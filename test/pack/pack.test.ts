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
import { join, posix } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** What npm says it packed. */
interface Packed {
  readonly filename: string;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

const root = join(import.meta.dirname, '../..');
/** The guides are half of the files; of the bytes, the bundle and its types are most. See docs/decisions/0044. */
const most = { files: 500, bytes: 5_800_000 };
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
});

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

  it('can ask nobody anything: only the preview, and the library that editors talk through, know a network', () => {
    const parts = packed.files.map(({ path }) => path).filter((path) => /^dist\/.*\.js$/.test(path));
    const networks =
      /(?:from|\bimport|require\w*)\s*\(?\s*["'](?:node:)?(?:https?|http2|net|tls|dgram|dns)(?:\/promises)?["']|\b(?:fetch|WebSocket|EventSource)\(/;
    const knowing = parts.filter((path) => networks.test(readFileSync(installed(path), 'utf8')));
    expect(parts.length).toBeGreaterThan(10);
    const named = knowing.map((path) => path.replace(/-[A-Z0-9]+\.js$/, '')).sort();
    expect(named).toEqual(['dist/parts/preview', 'dist/parts/serve']);
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
      'SECURITY.md',
      'bin',
      'dist',
      'docs',
      'package.json',
      'schemas',
    ]);
    expect(statSync(installed('dist/THIRD-PARTY-LICENCES.txt')).size).toBeGreaterThan(10_000);
  });

  it('has a bill of what is bundled: every package whose licence it carries, with its version', () => {
    const bill = JSON.parse(readFileSync(installed('dist/bill.cdx.json'), 'utf8')) as {
      readonly bomFormat: string;
      readonly components: readonly {
        readonly name: string;
        readonly version: string;
        readonly purl: string;
      }[];
    };
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
    const carried = readFileSync(installed('dist/THIRD-PARTY-LICENCES.txt'), 'utf8');
    expect(bill.components.length).toBeGreaterThan(20);
    for (const { name, version, purl } of bill.components) {
      expect(carried).toContain(`${name} ${version} (`);
      expect(purl).toBe(`pkg:npm/${name.replace('@', '%40')}@${version}`);
    }
    expect(bill.components.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['yaml', 'commander', 'rehype-parse']),
    );
  });

  it('has every page that one of its pages leads to; what only the repository has is for those who work on it: source, tests, how and why, and examples', () => {
    const paths = packed.files.map(({ path }) => path);
    const isPacked = (target: string): boolean =>
      paths.some((path) => path === target || path.startsWith(`${target.replace(/\/$/, '')}/`));
    const dead = paths
      .filter((path) => path.endsWith('.md'))
      .flatMap((path) => {
        const prose = readFileSync(installed(path), 'utf8').replace(/^```.*?^```|`[^`\n]*`/gms, '');
        const targets = [...prose.matchAll(/\]\((?!https?:|mailto:|#)([^)#]+)/g)].map(([, target = '']) =>
          posix.join(posix.dirname(path), target),
        );
        return targets
          .filter(
            (target) =>
              !isPacked(target) &&
              !/^(?:(?:src|test|policies|ci|examples|bench)\/|CONTRIBUTING\.md$|docs\/(?:architecture\.md$|attacks\.md$|mutation\.md$|decisions(?:\/|$)))/.test(
                target,
              ),
          )
          .map((target) => `${path} → ${target}`);
      });
    expect(dead).toEqual([]);
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

/** Uses every entry point, typed. */
const consumer = `
import {
  type Answer, type Files, type JudgedChange, type Judgement, type PolicyState,
  compareDocuments, comparePolicies, compile, judgeRequest, messageOf, readFolder, readVersion, renderHtml,
  renderMarkdown, verify,
} from 'policyc';

const snapshot = readFolder('policies/marketplace', (path) => !path.startsWith('archive'));
const files: Files = new Map([...snapshot.files].map(([path, { text }]) => [path, text]));
const { policy, problems } = compile(files, { rules: { 'data-without-retention': 'error' } });
for (const problem of problems) console.error(problem.code, problem.place.line.toFixed(), messageOf(problem).reason);
if (!policy) throw new Error('no policy');
const changes: readonly JudgedChange[] = comparePolicies(policy, policy).changes;
console.log(policy.id, policy.facts.length > 0, changes.length);

const page: Answer<string> = renderHtml(policy, { locale: 'en', form: 'fragment', effective: '2026-01-01' });
const none: Answer<string> = renderMarkdown(policy, { locale: 'fr' });
console.log(page.ok && page.value.includes('<h'), none.ok ? none.value : none.refusal.code);
const compared = compareDocuments('We never sell data.', { text: '<p>We sell data.', format: 'html' });
console.log(compared.ok && compared.value.changes.length);

const state: PolicyState = { files, rules: {} };
const answer: Answer<Judgement> = judgeRequest(state, undefined, { target: 'main' });
console.log(answer.ok && answer.value.fails('uncovered'), answer.ok && answer.value.problems.length);
const { whole, versions, problems: faults } = verify({ '0001/manifest.json': '{}' }, { head: 'none' });
console.log(whole, versions.length, faults.every(({ code, reason, fix }) => code.length + reason.length + fix.length > 0));
const latest = readVersion({}, 'latest');
console.log(latest.ok ? latest.value.manifest.sequence : latest.refusal.fix.length > 0);
`;
const says = `marketplace true 0
true usage
1
false 0
false 0 true
true
`;

/** The examples of docs/library.md, each a file of its own. */
const documented = [
  ...readFileSync(join(root, 'docs/library.md'), 'utf8').matchAll(/^```ts\n(.*?)^```/gms),
].map(([, text = '']) => text);

/** The consumer as JavaScript: types stand in imports and in front of values only. */
const untyped = consumer
  .replace(/\btype \w+,\s*/g, '')
  .replace(/^const (\w+): [\w<> []+?(\[\])? = /gm, 'const $1 = ');

describe('the installed library', () => {
  it('runs', () => {
    writeFileSync(join(folder, 'consumer.js'), untyped);
    const { status, stdout, stderr } = spawnSync(process.execPath, ['consumer.js'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: says, stderr: '' });
  });

  it.each([
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ])('has types for module %s, resolution %s, without any other package', (module, moduleResolution) => {
    const project = join(folder, `types-${moduleResolution}`);
    mkdirSync(project);
    writeFileSync(join(project, 'consumer.ts'), consumer);
    for (const [at, text] of documented.entries()) writeFileSync(join(project, `documented-${at}.ts`), text);
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
