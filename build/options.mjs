// How the program is bundled; the bench bundles its stages in the same way. Why so: docs/decisions/0002-bundle.md.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { yamlWithoutGenerators } from './yaml.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

export const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  // Names are kept: the stack in a report of a bug is worth more than the bytes.
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [yamlWithoutGenerators(root)],
  // Bundled CommonJS packages ask for Node's own modules through require, which an ES module lacks.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
};
