// Turns the JSON Schemas of what users write into plain validation code: compiling them at run time would cost
// every command 60 to 95 ms. One module for each, since most commands read few kinds of file.
import { mkdir, readFile } from 'node:fs/promises';
import Ajv2020 from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

const inputs = ['workspace', 'policy', 'chapter', 'locale', 'register', 'taxonomy', 'words', 'note'];

export async function buildShapes(root) {
  const folder = `${root}/src/syntax/shapes`;
  await mkdir(folder, { recursive: true });
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
  const modules = inputs.map((name, index) => {
    const validate = standaloneCode.default(ajv, { validate: schemas[index].$id });
    const schema = `JSON.parse(${JSON.stringify(JSON.stringify(schemas[index]))})`;
    // The generated code requires parts of Ajv's run time; bundling makes it stand alone.
    return build({
      stdin: {
        contents: `${validate}\nexport const shape = { name: '${name}', schema: ${schema}, validate };`,
        resolveDir: root,
        loader: 'js',
      },
      outfile: `${folder}/${name}.shape.js`,
      bundle: true,
      format: 'esm',
      platform: 'node',
      minify: true,
      logLevel: 'warning',
      banner: { js: '// Generated from schemas/ by build/shapes.mjs. Do not edit.' },
    });
  });
  await Promise.all(modules);
}

/** The schema without its descriptions and examples, which the generated code would carry along. */
function withoutWords(text) {
  return JSON.parse(text, (key, value) =>
    (key === 'description' && typeof value === 'string') || (key === 'examples' && Array.isArray(value))
      ? undefined
      : value,
  );
}
