// How the program is bundled; the bench bundles its stages in the same way. Why so: docs/decisions/0002-bundle.md.
import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { yamlWithoutGenerators } from './yaml.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Data as text for JSON.parse, which reads it several times as fast as the compiler reads an object literal. `?raw` gives
 * the text itself, for what is parsed when somebody asks for it.
 */
const dataAsText = {
  name: 'data-as-text',
  setup(build) {
    build.onResolve({ filter: /\.json\?raw$/ }, ({ path, resolveDir }) => ({
      path: relative(root, join(resolveDir, path.slice(0, -'?raw'.length))),
      namespace: 'json-text',
    }));
    build.onLoad({ filter: /./, namespace: 'json-text' }, async ({ path }) => ({
      contents: await textOf(join(root, path)),
      loader: 'text',
    }));
    build.onLoad({ filter: /\.json$/ }, async ({ path }) => ({
      contents: `export default JSON.parse(${JSON.stringify(await textOf(path))});`,
    }));
  },
};

async function textOf(path) {
  return JSON.stringify(JSON.parse(await readFile(path, 'utf8')));
}

/** Commander would start programs that are its commands; ours are functions, and loading what starts programs takes long. */
const commandsAreFunctions = {
  name: 'commands-are-functions',
  setup(build) {
    build.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path: 'none', namespace: 'no-programs' } : undefined,
    );
    build.onLoad({ filter: /./, namespace: 'no-programs' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** Names inside packages are short: 240 kB less, and our own still tell a reader of a stack where it broke. */
const shortNames = {
  name: 'short-names',
  setup(build) {
    build.onLoad({ filter: /[\\/]node_modules[\\/].*\.m?js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const isModule = /^(?:import|export)\b/m.test(text);
      const options = { target: 'node20.19', minifyIdentifiers: true, ...(isModule && { format: 'esm' }) };
      return { contents: (await transform(text, options)).code };
    });
  },
};

export const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  // It has them; without a word esbuild makes such an expression anew on every call.
  supported: { 'regexp-unicode-property-escapes': true, 'regexp-lookbehind-assertions': true },
  format: 'esm',
  // Names are kept: the stack in a report of a bug is worth more than the bytes.
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [yamlWithoutGenerators(root), dataAsText, commandsAreFunctions, shortNames],
  // Bundled CommonJS packages ask for Node's own modules through require, which an ES module lacks.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
};
