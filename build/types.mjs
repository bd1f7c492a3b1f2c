// The library's types: declarations of what `src/index.ts` can reach, and of nothing else. They are written, and not
// checked: that takes three times as long, and `npm run types` does it.
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const reference = /(from '|import\(['"])(\.[^'"]+)\.ts(['"])/g;

export async function buildTypes(root) {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const all = await mkdtemp(join(tmpdir(), 'policyc-types-'));
  try {
    execFileSync(process.execPath, [compiler, '-p', 'build/tsconfig.types.json', '--outDir', all], {
      cwd: root,
      stdio: 'inherit',
    });
    const reached = new Set();
    for (const entry of ['index', 'consent/consent', 'integrations/pages'])
      await copyReached(entry, all, join(root, 'dist/types'), reached);
  } finally {
    await rm(all, { recursive: true, force: true });
  }
}

/** Copies a declaration and those it imports, which it then names as Node and every compiler setting resolve them. */
async function copyReached(name, from, to, reached) {
  if (reached.has(name)) return;
  reached.add(name);
  const text = await readFile(join(from, `${name}.d.ts`), 'utf8');
  await mkdir(dirname(join(to, name)), { recursive: true });
  // A tab says what four spaces say: a tenth of the bytes.
  const tabbed = text.replace(/^(?: {4})+/gm, (spaces) => '\t'.repeat(spaces.length / 4));
  await writeFile(join(to, `${name}.d.ts`), tabbed.replace(reference, '$1$2.js$3'));
  for (const [, , path] of text.matchAll(reference))
    await copyReached(join(dirname(name), path), from, to, reached);
}
