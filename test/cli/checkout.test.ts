import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sameContent } from '../../src/archive/content.ts';
import { folderFiles } from '../../src/archive/disk.ts';
import { sha256 } from '../../src/base/canonical.ts';
import { comparePolicies } from '../../src/diff/compare.ts';
import { compileFiles } from '../../src/model/compiled.ts';
import { releaseOf, wholeArchive } from '../../src/revision/archive.ts';
import { recordedSource } from '../../src/revision/derive.ts';
import { runHere } from './here.ts';

/** A policy means the same, and is published as the same bytes, however git puts its files on the disk. */

const root = join(import.meta.dirname, '../..');
let folder = '';
let said = '';

const git = (cwd: string, ...args: string[]): void => {
  execFileSync('git', ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.example', ...args], {
    cwd,
    stdio: 'ignore',
  });
};

async function run(cwd: string, ...args: string[]): Promise<number> {
  const ran = await runHere(cwd, args);
  said = ran.said;
  return ran.code;
}

function digestOf(site: string): Record<string, string> {
  const files = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [relative(site, path), sha256(readFileSync(path))]));
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policyc-checkout-'));
  const origin = join(folder, 'origin');
  mkdirSync(join(origin, 'policies'), { recursive: true });
  cpSync(join(root, 'policies/devtool'), join(origin, 'policies/devtool'), { recursive: true });
  writeFileSync(
    join(origin, 'policyc.yaml'),
    'format: policyc/workspace@1\npolicies: [policies/devtool]\nsite: { url: https://policies.marketplace.example, out: site }\n',
  );
  git(origin, 'init', '-q', '-b', 'main');
  git(origin, 'add', '-A');
  git(origin, 'commit', '-q', '-m', 'All of it');
  git(folder, 'clone', '-q', '-c', 'core.autocrlf=true', origin, 'crlf');
  git(folder, 'clone', '-q', '-c', 'core.ignorecase=true', origin, 'CASE');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(['origin', 'crlf', 'CASE'])('a checkout: %s', (name) => {
  it('verifies, and has nothing to say about the policy', async () => {
    expect(await run(join(folder, name), 'archive', 'verify')).toBe(0);
    expect(await run(join(folder, name), 'check', '--fail-on', 'warning')).toBe(0);
    expect(await run(join(folder, name), 'diff', '--fail-on', 'review')).toBe(0);
    expect(said).toContain('0 material changes, 0 to review');
  });

  it('builds the same bytes', async () => {
    expect(await run(join(folder, name), 'build', '--draft', '--out', join(folder, `site-${name}`))).toBe(0);
    expect(await run(join(folder, 'origin'), 'build', '--draft', '--out', join(folder, 'site-origin'))).toBe(
      0,
    );
    expect(digestOf(join(folder, `site-${name}`))).toEqual(digestOf(join(folder, 'site-origin')));
  });
});

it('the checkout with CRLF really has it, but not in the archive', () => {
  expect(readFileSync(join(folder, 'crlf/policies/devtool/policy.yaml'), 'utf8')).toContain('\r\n');
  const archived = join(
    folder,
    'crlf/policies/devtool/archive/0001/internal/source/policies/devtool/policy.yaml',
  );
  expect(readFileSync(archived, 'utf8')).not.toContain('\r\n');
});

describe.each(['marketplace', 'devtool'])('every released version of %s', (policy) => {
  const files = folderFiles(join(root, 'policies', policy, 'archive'));
  const { versions } = wholeArchive(files);

  it.each(versions.map((version) => [version.sequence, version] as const))(
    '#%i means today what it meant when it was frozen',
    (_, version) => {
      const frozen = releaseOf(files, version).policy;
      const made = compileFiles(recordedSource(files, version).policy).policy;
      expect(made && sameContent(made, frozen)).toBe(true);
      expect(made && comparePolicies(frozen, made).changes).toEqual([]);
    },
  );
});
