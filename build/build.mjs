// Builds everything that dist/ holds: the program, the library and its types.
import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { build } from 'esbuild';
import { billOf, packagesIn } from './bundled.mjs';
import { buildDictionary, dictionarySource } from './dictionary.mjs';
import { licencesOf } from './licences.mjs';
import { mergeFiles } from './merge.mjs';
import { common, root } from './options.mjs';
import { buildShapes } from './shapes.mjs';
import { buildTypes } from './types.mjs';
import { writeWords } from './words.mjs';

await Promise.all([buildShapes(root), writeWords(root), buildDictionary(root)]);
await rm(`${root}/dist`, { recursive: true, force: true });
/** Stands where the build's own name goes; the name follows from every byte of the program. */
const nameless = '0'.repeat(64);
const result = await build({
  ...common,
  splitting: true,
  metafile: true,
  write: false,
  define: { POLICYC_BUILD: JSON.stringify(nameless) },
  entryPoints: {
    cli: 'src/cli/main.ts',
    index: 'src/index.ts',
    pages: 'src/integrations/pages.ts',
    'site-worker': 'src/cli/site-worker.ts',
  },
  outdir: 'dist',
  chunkNames: 'parts/[name]-[hash]',
});
const files = await mergeFiles(result);
// Product code takes this one alone, in browsers too.
const consent = await build({
  ...common,
  platform: 'neutral',
  banner: {},
  minify: true,
  write: false,
  entryPoints: { consent: 'src/consent/consent.ts' },
  outdir: 'dist',
});
const hash = createHash('sha256');
for (const { path, text } of files) hash.update(`${path.slice(root.length)}\0${text}\0`);
const name = hash.digest('hex');
for (const { path, text } of [...files, ...consent.outputFiles]) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text.replace(nameless, name));
}
const packages = await packagesIn(root, [...Object.keys(result.metafile.inputs), dictionarySource]);
await writeFile(`${root}/dist/THIRD-PARTY-LICENCES.txt`, await licencesOf(packages));
await writeFile(`${root}/dist/bill.cdx.json`, await billOf(root, packages));
if (!process.argv.includes('--no-types')) await buildTypes(root);
