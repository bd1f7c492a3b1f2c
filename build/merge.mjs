// Fewer files for what commands share. esbuild makes a file of each set of modules that the same commands need, of which
// fifty commands make two hundred; each is found, read and linked by itself, which costs as much as many bytes that nobody
// needs. Here files are joined as long as that costs *frequent* commands less in all, whatever rarer ones load.
// Why, and what it gains: docs/decisions/0063-what-a-first-run-loads.md.
import { posix } from 'node:path';
import { build } from 'esbuild';
import { root } from './options.mjs';

/** What is run by hooks, by editors and to look something up, where a start is felt, and the library. */
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
  'src/index.ts',
];

/** To find, read and link one more file takes about as long as to compile so many bytes. */
const bytesOfFile = 12_000;

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
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    write: false,
    outdir: '.',
    entryPoints: [...groups.keys()].map((group) => ({ in: group, out: group.slice(0, -'.js'.length) })),
    plugins: [{ name: 'merge', setup: mergeBy }],
  });
  return merged.outputFiles.map(({ path, text }) => ({ path, text: withVisibleSigns(text) }));

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
    // A group says all that its parts say; what two of them call alike gets a name of its own.
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
      const isShared = parts.some((other) => other !== part && outputs[other].exports.includes(name));
      const inGroup = isShared ? `${name}_${parts.indexOf(part)}` : name;
      return back ? `${inGroup} as ${name}` : `${name} as ${inGroup}`;
    });
  }
}

/**
 * The text with letters as they are, which take half of the bytes of their escapes, and with an escape for what cannot be
 * seen or stands on what is before it: whoever reads the program sees all that is there.
 */
function withVisibleSigns(text) {
  return text.replace(
    /[^\P{C}\0-\x7f]|[^\P{M}\0-\x7f]|[^\P{Z} ]/gu,
    (sign) => `\\u{${sign.codePointAt(0).toString(16)}}`,
  );
}

/** Files that become one, by the path of what they become. A file that is loaded by its name stays what it is. */
function groupsOf(outputs) {
  const reached = frequent.map((entry) => {
    const start = Object.keys(outputs).find((path) => outputs[path].entryPoint === entry);
    if (start === undefined) throw new Error(`${entry} is no file of its own any more; see build/merge.mjs.`);
    return partsFrom(start, outputs);
  });
  let groups = Object.keys(outputs)
    .sort()
    .map((path) => ({
      parts: [path],
      bytes: outputs[path].bytes,
      runs: new Set(reached.flatMap((parts, run) => (parts.has(path) ? [run] : []))),
      isShared: outputs[path].entryPoint === undefined,
    }));
  for (let found = bestJoin(groups, outputs); found; found = bestJoin(groups, outputs)) groups = found;
  let shared = 0;
  return new Map(
    groups.map(({ parts }) => [parts.length === 1 ? parts[0] : `dist/parts/shared-${++shared}.js`, parts]),
  );
}

/** The groups once those two are one that saves frequent commands the most. */
function bestJoin(groups, outputs) {
  const pairs = [];
  const shared = groups.filter(({ isShared, runs }) => isShared && runs.size > 0);
  for (const [at, one] of shared.entries())
    for (const other of shared.slice(at + 1)) pairs.push({ one, other, most: savedBy(one, other) });
  let best;
  for (const { one, other, most } of pairs.sort((a, b) => b.most - a.most)) {
    if (most <= (best?.saved ?? 0)) break;
    const found = joined(one, other, groups, outputs);
    if (found && most - found.lost > (best?.saved ?? 0))
      best = { saved: most - found.lost, groups: found.groups };
  }
  return best?.groups;
}

/** What frequent commands save when the two are one: a file for each that loads both, less what each loads in vain. */
function savedBy(one, other) {
  const both = [...one.runs].filter((run) => other.runs.has(run)).length;
  return both * bytesOfFile - (one.runs.size - both) * other.bytes - (other.runs.size - both) * one.bytes;
}

/**
 * The groups with these two as one, and what is lost by loading what they lead to; undefined when one leads to the other by
 * way of a third, which would load what loads it.
 */
function joined(one, other, groups, outputs) {
  const both = {
    parts: [...one.parts, ...other.parts].sort(),
    bytes: one.bytes + other.bytes,
    runs: new Set([...one.runs, ...other.runs]),
    isShared: true,
  };
  const rest = groups.filter((group) => group !== one && group !== other);
  const groupOf = new Map([both, ...rest].flatMap((group) => group.parts.map((part) => [part, group])));
  const next = ({ parts }) =>
    parts.flatMap((part) => importsOf(part, outputs)).map((part) => groupOf.get(part));
  const below = new Set(next(both).filter((group) => group !== both));
  for (const group of below) for (const further of next(group)) below.add(further);
  if (below.has(both)) return undefined;
  let lost = 0;
  const loaded = rest.map((group) => {
    if (!below.has(group)) return group;
    const runs = new Set([...group.runs, ...both.runs]);
    lost += (runs.size - group.runs.size) * (group.bytes + bytesOfFile);
    return { ...group, runs };
  });
  return { lost, groups: [...loaded, both] };
}

function importsOf(path, outputs) {
  return outputs[path].imports
    .filter((next) => next.kind === 'import-statement' && outputs[next.path])
    .map((next) => next.path);
}

function partsFrom(start, outputs) {
  const found = new Set([start]);
  for (const path of found) for (const next of importsOf(path, outputs)) found.add(next);
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
