// Builds everything that dist/ holds: the program, the library and its types.
import { rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { licencesOf } from './licences.mjs';
import { common, root } from './options.mjs';
import { buildTypes } from './types.mjs';
import { buildValidators } from './validators.mjs';

await buildValidators(root);
await rm(`${root}/dist`, { recursive: true, force: true });
const result = await build({
  ...common,
  splitting: true,
  metafile: true,
  entryPoints: { cli: 'src/cli/main.ts', index: 'src/index.ts' },
  outdir: 'dist',
  chunkNames: 'parts/[name]-[hash]',
});
await writeFile(`${root}/dist/THIRD-PARTY-LICENCES.txt`, await licencesOf(root, result.metafile));
if (!process.argv.includes('--no-types')) await buildTypes(root);
