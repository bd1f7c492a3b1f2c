import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * A file imports from its own folder and from lower layers. Folders on one layer do not know each other; what two
 * of them share sits below both. Top-level files are named here one by one.
 */
const layers: Readonly<Record<string, number>> = {
  base: 0,
  snapshot: 1,
  words: 1,
  language: 1,
  syntax: 2,
  model: 3,
  knowledge: 4,
  check: 5,
  diff: 5,
  document: 5,
  drift: 5,
  registers: 5,
  render: 5,
  translate: 5,
  archive: 6,
  consent: 6,
  export: 6,
  scaffold: 6,
  gate: 6,
  revision: 7,
  publish: 7,
  report: 7,
  'compile.ts': 7,
  judgement: 8,
  editor: 8,
  library: 9,
  'index.ts': 9,
  cli: 9,
  integrations: 10,
};

const root = dirname(import.meta.dirname);
const source = join(root, 'src');

interface SourceText {
  readonly path: string;
  readonly text: string;
  /** Paths below src, and names of packages. */
  readonly imports: readonly string[];
}

const files: readonly SourceText[] = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((path) => path.split(sep).join('/'))
  .filter((path) => /\.[jt]s$/.test(path) && !/\.(?:shape|words)\.js$|^syntax\/shapes\//.test(path))
  .sort()
  .map((path) => {
    const text = readFileSync(join(source, path), 'utf8');
    return { path, text, imports: importsOf(path, text) };
  });
const byPath = new Map(files.map((file) => [file.path, file]));

function importsOf(path: string, text: string): string[] {
  const statements = /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]/g;
  const bare = /(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g;
  const dynamic = /\bimport\(\s*['"`]([^'"`]+)['"`]\s*\)/g;
  return [statements, bare, dynamic]
    .flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''))
    .map((name) => (name.startsWith('.') ? posix.join(posix.dirname(path), name) : name));
}

const inSource = (name: string): boolean => byPath.has(name);
const placeOf = (path: string): string => path.split('/')[0] ?? path;
const layerOf = (path: string): number | undefined => layers[placeOf(path)];

describe('the layers', () => {
  it('are read from real imports', () => {
    expect(byPath.get('check/check-snapshot.ts')?.imports).toContain('model/compiled.ts');
    expect(byPath.get('cli/program.ts')?.imports).toContain('cli/commands/check.ts');
  });

  it('hold every file', () => {
    expect(files.filter((file) => layerOf(file.path) === undefined).map((file) => file.path)).toEqual([]);
  });

  it('are only ever left downwards, and never sideways', () => {
    const wrong = files.flatMap(({ path, imports }) =>
      imports.filter(inSource).flatMap((target) => {
        const [from = 0, to = 0] = [layerOf(path), layerOf(target)];
        // The top-level files stand beside the folders of their layer and may use them.
        const topLevel = !path.includes('/') && from === to;
        return placeOf(path) === placeOf(target) || to < from || topLevel ? [] : [`${path} → ${target}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('are those that CONTRIBUTING.md and docs/architecture.md tell', () => {
    const rows = (path: string, row: RegExp) => [...readFileSync(join(root, path), 'utf8').matchAll(row)];
    const folders = rows('CONTRIBUTING.md', /^\| `src\/(\w+)` +\| (\d+)/gm);
    const levels = rows('docs/architecture.md', /^\| (\d+) +\| (`[^|]*`) +\|/gm);
    const isFolder = ([name]: readonly [string, number]) => !name.endsWith('.ts');
    expect(Object.fromEntries(folders.map(([, name, layer]) => [name, Number(layer)]))).toEqual(
      Object.fromEntries(Object.entries(layers).filter(isFolder)),
    );
    expect(
      Object.fromEntries(
        levels.flatMap(([, layer, names = '']) =>
          [...names.matchAll(/`([\w.]+)`/g)].map(([, name]) => [name, Number(layer)]),
        ),
      ),
    ).toEqual(layers);
  });

  it('name only files that exist', () => {
    const missing = files.flatMap(({ path, imports }) =>
      imports
        .filter((name) => name.endsWith('.ts') && !name.startsWith('..') && !inSource(name))
        .map((name) => `${path} → ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('have no cycle between files', () => {
    expect(cycles()).toEqual([]);
  });
});

/** Every cycle as the path that closes it. */
function cycles(): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start !== -1) found.push([...trail.slice(start), path].join(' → '));
    if (start !== -1 || done.has(path)) return;
    for (const next of byPath.get(path)?.imports.filter(inSource) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  return found;
}

describe('effects', () => {
  const effectful =
    /\bprocess\.|\bconsole\.|\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b|\bMath\.random\b/;

  it('process, console, clock and chance are only in src/cli', () => {
    const using = files
      .filter(({ path, text }) => !path.startsWith('cli/') && effectful.test(withoutComments(text)))
      .map(({ path }) => path);
    expect(using).toEqual([]);
  });

  it('the pipeline in compile.ts reaches no file system and starts no program', () => {
    const reached = loadedBy('cli/main.ts');
    expect(reached.filter((path) => !/^(cli|base)\//.test(path))).toEqual([]);
    expect(reached.filter((path) => path.startsWith('cli/commands/'))).toEqual([]);
  });
});

/** What is loaded with a file, before anything in it is called. */
function loadedBy(entry: string): readonly string[] {
  const reached = new Set<string>();
  const reach = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    const { text = '', imports = [] } = byPath.get(path) ?? {};
    const isLater = (next: string): boolean =>
      new RegExp(`import\\('(?:\\./)?${posix.relative(posix.dirname(path), next)}'\\)`).test(text);
    for (const next of imports.filter(inSource)) if (!onlyTypes(path, next) && !isLater(next)) reach(next);
  };
  reach(entry);
  return [...reached];
}

/** Whether a file imports nothing but types from another. */
function onlyTypes(path: string, target: string): boolean {
  const text = byPath.get(path)?.text ?? '';
  const name = target.includes('/') || inSource(target) ? posix.basename(target) : target;
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const statements = [
    ...text.matchAll(new RegExp(`(import|export)\\s[^'";]*?from\\s*'[^']*${escaped}'`, 'g')),
  ];
  return statements.length > 0 && statements.every((match) => /^(import|export)\s+type\b/.test(match[0]));
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

describe('files', () => {
  it('have at most 300 lines, what the build writes apart', () => {
    const long = files
      .filter(({ path }) => !path.startsWith('words/made/'))
      .flatMap(({ path, text }) => {
        const lines = text.trimEnd().split('\n').length;
        return lines > 300 ? [`${path}: ${lines}`] : [];
      });
    expect(long).toEqual([]);
  });

  it('that say what kind of change words are stay a short list', () => {
    const signals = files.filter(({ path }) => path.startsWith('diff/signal/'));
    expect(signals.length).toBeGreaterThan(10);
    const lines = signals.map(({ text }) => text.trimEnd().split('\n').length);
    expect(lines.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(1200);
  });

  it('live in no drawer', () => {
    const drawers = /(^|\/)(utils?|helpers?|shared|types|common|misc)(\/|\.ts$)/;
    expect(files.map((file) => file.path).filter((path) => drawers.test(path))).toEqual([]);
  });

  it('export by name', () => {
    const defaults = files.filter(({ text }) => /^export default\b/m.test(text)).map(({ path }) => path);
    expect(defaults).toEqual([]);
  });

  // A type may be exported as a part of what a function takes or gives.
  it('export nothing that no other file imports', () => {
    const elsewhere = ['test', 'bench', 'build', 'examples'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .map((path) => `../${folder}/${path.split(sep).join('/')}`)
        .filter((path) => /\.m?[jt]s$/.test(path) && !path.includes('node_modules'))
        .map((path) => ({ path, text: readFileSync(join(source, path), 'utf8') })),
    );
    const imported = new Set([...files, ...elsewhere].flatMap(({ path, text }) => namesImported(path, text)));
    const unused = files
      .filter(({ path }) => !entries.has(path) && !path.startsWith('words/made/'))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/^export (?:async )?(?:const|function\*?|class) ([A-Za-z_$][\w$]*)/gm)]
          .map(([, name]) => `${path}: ${name}`)
          .filter((name) => !imported.has(name)),
      );
    expect(unused).toEqual([]);
  });
});

/** What the package offers, and the program that it starts. */
const entries = new Set(['index.ts', 'cli/main.ts', 'consent/consent.ts', 'integrations/pages.ts']);

/** What a file takes from others, `path: name` each; of what is loaded when it is needed, every word that it says. */
function namesImported(path: string, text: string): string[] {
  const from = (target: string): string =>
    posix.join(posix.dirname(path), target).replace(/^(?:\.\.\/)+src\//, '');
  const listed = /\b(?:import|export)\s+(?:type\s+)?\{([^}]*)\}\s*from\s*['"]([^'"]+)['"]/g;
  const whole = /\bimport\(\s*['"`]([^'"`]+)['"`]\s*\)|\bimport \* as \w+ from ['"]([^'"]+)['"]/g;
  const words = new Set(text.match(/[A-Za-z_$][\w$]*/g));
  return [
    ...[...text.matchAll(listed)].flatMap(([, names = '', target = '']) =>
      names.split(',').map((name) => `${from(target)}: ${name.trim().replace(/^type\s+|\s+as\s.*$/g, '')}`),
    ),
    ...[...text.matchAll(whole)].flatMap(([, loaded, all]) =>
      [...words].map((word) => `${from(loaded ?? all ?? '')}: ${word}`),
    ),
  ];
}

/** What lies at the top of the repository, beside what is hidden: the pipeline, what it is made with, and what is read first. */
const top: ReadonlySet<string> = new Set([
  ...['bin', 'src', 'schemas', 'policies', 'test', 'docs', 'examples', 'website'],
  ...['build', 'bench', 'fuzz', 'ci', 'action', 'action.yml', 'policyc.yaml'],
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'NOTICE.md', 'LICENSE'],
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'biome.json', 'stryker.config.json'],
  ...['vitest.config.ts', 'vitest.browser.config.ts', 'vitest.places.config.ts', 'vitest.mutation.config.ts'],
]);

describe('the repository', () => {
  it('locks packages by what they are, not by where they lie: whoever has another registry takes them from there', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
    const { '': itself, ...others } = packages as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    expect(itself).toBeDefined();
    expect(Object.keys(others).length).toBeGreaterThan(100);
    expect(Object.entries(others).filter(([, { integrity, resolved }]) => !integrity || resolved)).toEqual(
      [],
    );
  });

  // What a profiler leaves where it was started was committed once, with everything else.
  it('holds at its top what has a reason to be there', () => {
    const held = execFileSync('git', ['-C', root, 'ls-files', '-z'], { encoding: 'utf8' }).split('\0');
    const names = new Set(held.map((path) => path.split('/', 1)[0] ?? ''));
    expect([...names].filter((name) => name !== '' && !name.startsWith('.') && !top.has(name))).toEqual([]);
    expect([...top].filter((name) => !names.has(name))).toEqual([]);
  });
});

interface Schema {
  readonly description?: string;
}

describe('schemas', () => {
  const names = readdirSync(join(root, 'schemas')).filter((name) => name.endsWith('.schema.json'));

  it.each(names)('%s describes every property', (name) => {
    const schema: unknown = JSON.parse(readFileSync(join(root, 'schemas', name), 'utf8'));
    expect(undescribed(schema, relative(root, name))).toEqual([]);
  });
});

/** Properties anywhere in a schema that lack a description of their own; conditions, and what may not be there, have none. */
function undescribed(schema: unknown, path: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, below]): string[] => {
    if (key === 'if') return [];
    const here = `${path}/${key}`;
    if (key !== 'properties') return undescribed(below, here);
    return Object.entries(below as Record<string, Schema | false>).flatMap(([name, property]) => [
      ...(property !== false && property.description === undefined ? [`${here}/${name}`] : []),
      ...undescribed(property, `${here}/${name}`),
    ]);
  });
}
