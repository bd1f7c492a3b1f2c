// Turns the JSON Schemas of what users write into plain validation code: compiling them at run time would cost
// every command 60 to 95 ms. One module for each, since most commands read few kinds of file.
import { mkdir, readFile } from 'node:fs/promises';
import { _, Ajv } from 'ajv';
import { useFunc } from 'ajv/dist/compile/util.js';
import { getSchemaTypes } from 'ajv/dist/compile/validate/dataType.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import ajvValidation from 'ajv/dist/vocabularies/validation/uniqueItems.js';
import { build } from 'esbuild';
import { twice } from './equal.mjs';

const { default: ajvUniqueItems } = ajvValidation;

const inputs = ['workspace', 'policy', 'chapter', 'locale', 'register', 'taxonomy', 'words', 'note'];

export async function buildShapes(root) {
  const folder = `${root}/src/syntax/shapes`;
  await mkdir(folder, { recursive: true });
  const schemas = await Promise.all(
    inputs.map(async (name) => withoutWords(await readFile(`${root}/schemas/${name}.schema.json`, 'utf8'))),
  );
  const ajv = new Ajv({
    allErrors: true,
    messages: false,
    inlineRefs: false,
    strict: true,
    strictRequired: false,
    strictTypes: false,
    unicodeRegExp: true,
    code: { source: true, esm: true },
  });
  ajv.removeKeyword('uniqueItems');
  ajv.addKeyword(uniqueItems);
  for (const schema of schemas) ajv.addSchema(withEachOnce(schema));
  const modules = inputs.map((name, index) => {
    const validate = withoutUnused(standaloneCode.default(ajv, { validate: schemas[index].$id }));
    // The code carries the schema for what it says of errors.
    const [, schema] = /const (schema\d+) = \{"\$id":/.exec(validate) ?? [];
    if (schema === undefined) throw new Error(`The code for ${name} lacks its schema.`);
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
      plugins: [ownEqual(root)],
      banner: { js: '// Generated from schemas/ by build/shapes.mjs. Do not edit.' },
    });
  });
  await Promise.all(modules);
}

/** For schemas of schemas, which are held against it here, and as the code that is written calls it. */
const calledTwice = Object.assign((list) => twice(list), {
  code: 'require("ajv/dist/runtime/equal").twice',
});

/** What no list has twice: as Ajv's own, by a search that costs no more than the list; what is known to be words Ajv searches so. */
const uniqueItems = {
  ...ajvUniqueItems,
  before: 'items',
  code(cxt) {
    const { gen, data, schema, parentSchema } = cxt;
    const types = getSchemaTypes(parentSchema.items ?? {});
    if (types.length > 0 && !types.some((one) => one === 'object' || one === 'array'))
      return ajvUniqueItems.code(cxt);
    if (!schema) return undefined;
    const found = gen.const('found', _`${useFunc(gen, calledTwice)}(${data})`);
    cxt.setParams({ i: _`${found}.i`, j: _`${found}.j` });
    return cxt.fail(_`${found} !== undefined`);
  },
};

/** What the generated code calls to see whether two items of a list are the same. */
function ownEqual(root) {
  return {
    name: 'equal',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^ajv\/dist\/runtime\/equal$/ }, () => ({ path: 'equal', namespace: 'own' }));
      onLoad({ filter: /^/, namespace: 'own' }, () => ({
        contents: "export { equal as default, twice } from './equal.mjs'",
        resolveDir: `${root}/build`,
      }));
    },
  };
}

/**
 * The schema with what it says more than once said in one place: its fields that many kinds have become one function
 * rather than one each. It finds the same errors in the same order.
 */
function withEachOnce(schema) {
  const times = new Map();
  const count = (part) => {
    const text = JSON.stringify(part);
    times.set(text, (times.get(text) ?? 0) + 1);
    if (times.get(text) === 1) for (const [, , inner] of partsOf(part)) count(inner);
  };
  for (const part of [schema, ...Object.values(schema.$defs ?? {})]) count(part);
  const names = new Map();
  const shared = {};
  const once = (part) => {
    const text = JSON.stringify(part);
    if (text.length < shortest || times.get(text) === 1) return inside(part);
    if (!names.has(text)) {
      names.set(text, `shared-${names.size}`);
      shared[names.get(text)] = inside(part);
    }
    return { $ref: `#/$defs/${names.get(text)}` };
  };
  const inside = (part) => {
    const copy = structuredClone(part);
    for (const [keyword, name, inner] of partsOf(part)) {
      if (name === undefined) copy[keyword] = once(inner);
      else copy[keyword][name] = once(inner);
    }
    return copy;
  };
  const own = Object.entries(schema.$defs ?? {}).map(([name, part]) => [name, inside(part)]);
  // None of them says what only the latest draft has, whose code is half as long again.
  return { ...inside(schema), $schema: undefined, $defs: { ...Object.fromEntries(own), ...shared } };
}

/** The code without what goes along with each error and each call, and nobody asks for: a fifth of it. */
function withoutUnused(code) {
  return code.replace(
    /schemaPath:"[^"]*",|,parentData: ?\w+,parentDataProperty: ?(?:"[^"]*"|\w+),rootData/g,
    '',
  );
}

/** In characters: what is shorter than a call is no shorter elsewhere. */
const shortest = 60;

/** The schemas in a schema: the keyword, the name or index under it, the schema. */
function partsOf(schema) {
  return Object.entries(schema)
    .flatMap(([keyword, value]) => {
      if (['properties', 'patternProperties'].includes(keyword) || Array.isArray(value))
        return Object.entries(value).map(([name, inner]) => [keyword, name, inner]);
      return isSchema(value) && keyword !== '$defs' ? [[keyword, undefined, value]] : [];
    })
    .filter(([, , inner]) => isSchema(inner));
}

function isSchema(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The schema without its descriptions and examples, which the generated code would carry along. */
function withoutWords(text) {
  return JSON.parse(text, (key, value) =>
    (key === 'description' && typeof value === 'string') || (key === 'examples' && Array.isArray(value))
      ? undefined
      : value,
  );
}
