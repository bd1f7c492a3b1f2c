// Builds everything that dist/ holds: the program, the library and its types.
import { rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { licencesOf } from './licences.mjs';
import { buildTypes } from './types.mjs';
import { buildValidators } from './validators.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  splitting: true,
  // Names are kept: the stack in a report of a bug is worth more than the bytes. See docs/decisions/0002-bundle.md.
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  // Bundled CommonJS packages ask for Node's own modules through require, which an ES module lacks.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
};

await buildValidators(root);
await rm(`${root}/dist`, { recursive: true, force: true });
const result = await build({
  ...common,
  entryPoints: { cli: 'src/cli/main.ts', index: 'src/index.ts' },
  outdir: 'dist',
  chunkNames: 'parts/[name]-[hash]',
});
await writeFile(`${root}/dist/THIRD-PARTY-LICENCES.txt`, await licencesOf(root, result.metafile));
if (!process.argv.includes('--no-types')) await buildTypes(root);
