// The source as tests run it: one module, made as the program is made, and beside it a file for each of its own that hands
// on what that one exports. Vitest would transform 700 files anew in every worker, and each use of what a file imports
// would be a call; in one module it is a variable. Why, and what it gains: docs/decisions/0126-tests-run-one-module.md.
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import { common } from './options.mjs';

const folder = '.tested';
/** The files of the source without their types, by path, for tests that parse them. */
export const testedCode = `${folder}/code.json`;
/** The name of the module in that folder; it is written last. */
export const testedModule = `${folder}/source.mjs`;
/** What runs when it is loaded is no module to import from. */
const programs = ['src/cli/site-worker.ts'];

export async function buildTested(root) {
  const { files, code } = await filesOf(root);
  await mkdir(join(root, folder), { recursive: true });
  await writeFile(join(root, testedCode), JSON.stringify(code));
  for (const { file, names } of files) {
    const path = join(root, handingOn(file));
    await mkdir(dirname(path), { recursive: true });
    const from = relative(dirname(path), join(root, testedModule));
    await writeFile(
      path,
      exporting(names, (name) => `${within(file, name)} as ${name}`, from),
    );
  }
  const all = files.map(({ file, names }) =>
    exporting(names, (name) => `${name} as ${within(file, name)}`, file),
  );
  await build({
    ...common,
    absWorkingDir: root,
    stdin: { contents: all.join(''), resolveDir: root },
    outfile: testedModule,
    minifySyntax: false,
    minifyWhitespace: false,
    // For the places in reports of failures.
    sourcemap: 'linked',
    sourcesContent: false,
  });
}

/** What the export of a file is called where those of all files are: nothing else moves when a file comes. */
const within = (file, name) => `${file.slice('src/'.length, -'.ts'.length).replace(/\W/g, '_')}__${name}`;

/** What each file of the source exports, and its code. */
async function filesOf(root) {
  const all = await readdir(join(root, 'src'), { recursive: true });
  const entryPoints = all
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .sort();
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints,
    outbase: 'src',
    outdir: folder,
    format: 'esm',
    target: 'esnext',
    charset: 'utf8',
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  const made = outputFiles.map(({ path, text }) => {
    const { entryPoint, exports } = metafile.outputs[relative(root, path).replaceAll('\\', '/')];
    return { file: entryPoint, names: exports, text };
  });
  return {
    files: made.filter(({ file }) => !programs.includes(file)),
    code: Object.fromEntries(made.map(({ file, text }) => [file, text])),
  };
}

function exporting(names, as, from) {
  return names.length === 0 ? '' : `export { ${names.map(as).join(', ')} } from './${from}';\n`;
}

const handingOn = (file) => file.replace(/^src\/(.*)\.ts$/, `${folder}/$1.mjs`);

/** For vitest: what a test imports from the source comes from that module. */
export function sourceAsTested(root) {
  return {
    name: 'source-as-tested',
    enforce: 'pre',
    resolveId(name, importer) {
      if (!importer || !/^\.\.?\//.test(name)) return undefined;
      const file = relative(root, join(dirname(importer), name)).replaceAll('\\', '/');
      if (!/^src\/.*\.ts$/.test(file) || programs.includes(file)) return undefined;
      return { id: join(root, handingOn(file)), external: false };
    },
  };
}
