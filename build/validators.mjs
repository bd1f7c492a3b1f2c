// Turns the JSON Schemas of what users write into plain validation code: compiling them at run time would cost
// every command 60 to 95 ms.
import { mkdir, readFile } from 'node:fs/promises';
import Ajv2020 from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

const inputs = ['workspace', 'policy', 'chapter', 'locale', 'register', 'taxonomy', 'note'];

export async function buildValidators(root) {
  const schemas = await Promise.all(
    inputs.map(async (name) => withoutWords(await readFile(`${root}/schemas/${name}.schema.json`, 'utf8'))),
  );
  const ajv = new Ajv2020.default({
    schemas,
    allErrors: true,
    messages: false,
    inlineRefs: false,
    strict: true,
    strictRequired: false,
    strictTypes: false,
    unicodeRegExp: true,
    code: { source: true, esm: true },
  });
  const names = Object.fromEntries(inputs.map((name, index) => [name, schemas[index].$id]));
  await mkdir(`${root}/src/syntax`, { recursive: true });
  // The generated code requires parts of Ajv's run time; bundling makes it stand alone.
  await build({
    stdin: { contents: standaloneCode.default(ajv, names), resolveDir: root, loader: 'js' },
    outfile: `${root}/src/syntax/validators.js`,
    bundle: true,
    format: 'esm',
    platform: 'node',
    minify: true,
    logLevel: 'warning',
    banner: { js: '// Generated from schemas/ by build/validators.mjs. Do not edit.' },
  });
}

/** The schema without its descriptions and examples, which the generated code would carry along. */
function withoutWords(text) {
  return JSON.parse(text, (key, value) =>
    (key === 'description' && typeof value === 'string') || (key === 'examples' && Array.isArray(value))
      ? undefined
      : value,
  );
}
