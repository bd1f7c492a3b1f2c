// Fewer files for what commands share. esbuild makes a file of each set of modules that the same commands need, of which
// fifty commands make two hundred; each is found, read and linked by itself. Here those files become one that the same
// *frequent* commands need, whatever rarer ones do: no frequent command loads a byte more, and it opens a third as many.
// Why, and what it gains: docs/decisions/0063-what-a-first-run-loads.md.
import { posix } from 'node:path';
import { build } from 'esbuild';
import { root } from './options.mjs';

/** What is run by hooks, by editors and to look something up, where a start is felt. */
const frequent = [
  'src/cli/main.ts',
  'src/cli/commands/check.ts',
  'src/cli/checked.ts',
  'src/revision/workspace.ts',
  'src/cli/commands/diff.ts',
  'src/cli/commands/archive/verify.ts',
  'src/cli/commands/archive/list.ts',
  'src/cli/commands/explain.ts',
  'src/cli/commands/build.ts',
];

/** The files of a build with `splitting`, of which those that are loaded together are one. */
export async function mergeFiles({ outputFiles, metafile }) {
  const { outputs } = metafile;
  const texts = new Map(outputFiles.map(({ path, text }) => [posix.relative(root, path), text]));
  const groups = groupsOf(outputs);
  const groupOf = new Map([...groups].flatMap(([group, parts]) => parts.map((part) => [part, group])));
  const merged = await build({
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'esm',
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'warning',
    write: false,
    outdir: '.',
    entryPoints: [...groups.keys()].map((group) => ({ in: group, out: group.slice(0, -'.js'.length) })),
    plugins: [{ name: 'merge', setup: mergeBy }],
  });
  return merged.outputFiles;

  function mergeBy(build) {
    build.onResolve({ filter: /./ }, ({ path, importer, kind, namespace }) => {
      if (kind === 'entry-point') return { path, namespace: 'group' };
      if (path.startsWith('node:') || !path.startsWith('.')) return { path, external: true };
      if (namespace === 'group') return { path: path.slice(2), namespace: 'part' };
      const part = posix.join(posix.dirname(importer), path);
      const [from, to] = [groupOf.get(importer), groupOf.get(part)];
      if (namespace === 'elsewhere') return { path, external: true };
      if (from === to) return { path: part, namespace: 'part' };
      if (kind === 'dynamic-import') return { path: pathFrom(from, to), external: true };
      return { path: `${part}?from=${from}`, namespace: 'elsewhere', pluginData: { part, from, to } };
    });
    // A group says all that its parts say, each under a name of its own; a group of one is that one.
    build.onLoad({ filter: /./, namespace: 'group' }, ({ path: group }) => ({
      contents: groups
        .get(group)
        .map((part) => `export { ${namesOf(part, group).join(', ')} } from './${part}';`)
        .join('\n'),
      resolveDir: root,
    }));
    build.onLoad({ filter: /./, namespace: 'part' }, ({ path }) => ({
      contents: withoutRequire(texts.get(path)),
    }));
    // What a part of another group says, by the names that it has there.
    build.onLoad({ filter: /./, namespace: 'elsewhere' }, ({ pluginData: { part, from, to } }) => ({
      contents: `export { ${namesOf(part, to, true).join(', ')} } from ${JSON.stringify(pathFrom(from, to))};`,
    }));
  }

  function namesOf(part, group, back = false) {
    const parts = groups.get(group);
    if (parts.length === 1) return outputs[part].exports;
    return outputs[part].exports.map((name) => {
      const inGroup = `${name}_${parts.indexOf(part)}`;
      return back ? `${inGroup} as ${name}` : `${name} as ${inGroup}`;
    });
  }
}

/** Files that become one, by the path of what they become. A file that is loaded by its name stays what it is. */
function groupsOf(outputs) {
  const reached = frequent.map((entry) => {
    const start = Object.keys(outputs).find((path) => outputs[path].entryPoint === entry);
    if (start === undefined) throw new Error(`${entry} is no file of its own any more; see build/merge.mjs.`);
    return partsFrom(start, outputs);
  });
  const bySet = new Map();
  for (const path of Object.keys(outputs).sort()) {
    const set = reached.map((parts) => (parts.has(path) ? '1' : '0')).join('');
    const key = outputs[path].entryPoint === undefined && set.includes('1') ? set : path;
    bySet.set(key, [...(bySet.get(key) ?? []), path]);
  }
  const shared = [...bySet].map(([key, parts]) =>
    parts.length === 1 ? [parts[0], parts] : [`dist/parts/shared-${key}.js`, parts],
  );
  return new Map(shared);
}

function partsFrom(start, outputs) {
  const found = new Set([start]);
  for (const path of found)
    for (const next of outputs[path].imports)
      if (next.kind === 'import-statement' && outputs[next.path]) found.add(next.path);
  return found;
}

function pathFrom(from, to) {
  const path = posix.relative(posix.dirname(from), to);
  return path.startsWith('.') ? path : `./${path}`;
}

/** Most files have no CommonJS in them. */
function withoutRequire(text) {
  const [banner, ...lines] = text.split('\n');
  const rest = lines.join('\n');
  return banner.includes('requireFrom') && !/\brequire\b/.test(rest) ? rest : text;
}
