import { parse as parseYaml } from 'yaml';
import { isObject, jsonIn } from '../base/json.ts';
import { isNamed, sdks, swiftName, swiftPins } from '../knowledge/software.ts';
import { excessOf, partsIn } from '../syntax/budget.ts';
import { type Read, stated, withIds } from './entry.ts';

/** The packages in a lock file, and their package manager. */
export interface Packages {
  readonly from: 'npm' | 'gradle' | 'pods' | 'spm' | 'pub';
  readonly names: readonly string[];
}

const lockFiles: readonly (readonly [
  Packages['from'],
  RegExp,
  (text: string) => Packages['names'] | undefined,
])[] = [
  ['npm', /(?:^|\/)(?:package-lock|npm-shrinkwrap)\.json$/, npmPackages],
  ['npm', /(?:^|\/)yarn\.lock$/, yarnPackages],
  ['npm', /(?:^|\/)pnpm-lock\.yaml$/, pnpmPackages],
  ['pods', /(?:^|\/)Podfile\.lock$/, podsIn],
  ['gradle', /(?:^|\/)[\w.-]+\.lockfile$/, gradlePackages],
  ['spm', /(?:^|\/)Package\.resolved$/, swiftPackages],
  ['pub', /(?:^|\/)pubspec\.lock$/, dartPackages],
];

/** Reads a lock file; undefined if policyc does not know its kind. */
export function packagesIn(file: string, text: string): Packages | undefined {
  const [from, , read] = lockFiles.find(([, name]) => name.test(file)) ?? [];
  const names = read?.(text);
  return from === undefined || names === undefined ? undefined : { from, names };
}

/** The known SDKs among packages that process data, once each, by their usual names. */
export function readPackages({ from, names }: Packages): Read {
  const found = sdks.filter((sdk) => names.some((one) => isNamed(one, sdk[from])));
  const entries = withIds(
    found.map(({ name, provider, company = provider }) => stated({ name, provider: company })),
  );
  return { entries, leftOut: [] };
}

/** Lock files of versions 1 to 3, without packages for development. */
function npmPackages(text: string): readonly string[] | undefined {
  const lock = jsonIn(text);
  if (!isObject(lock)) return undefined;
  const { packages, dependencies } = lock;
  if (isObject(packages))
    return Object.entries(packages).flatMap(([path, one]) => {
      const name = path.split('node_modules/').at(-1) ?? '';
      return name === '' || (isObject(one) && one.dev === true) ? [] : [name];
    });
  return isObject(dependencies)
    ? Object.entries(dependencies).flatMap(([name, one]) => (isObject(one) && one.dev === true ? [] : [name]))
    : undefined;
}

/**
 * A block begins with what asked for the package: `"@a/b@^1", "@a/b@npm:^2":`. Yarn does not mark packages for
 * development.
 */
function yarnPackages(text: string): readonly string[] | undefined {
  const names = [...text.matchAll(/^"?((?:@[\w.~-]+\/)?[\w.~-]+)@[^\n]*:\r?$/gm)].map(
    ([, name = '']) => name,
  );
  return names.length === 0 ? undefined : names;
}

/** `/name/1.2`, `/name@1.2` or `name@1.2(peer)`. Packages for development are marked, or listed apart. */
function pnpmPackages(text: string): readonly string[] | undefined {
  const lines = [...linesIn(text)];
  if (!lines.some(({ path }) => path[0] === 'lockfileVersion')) return undefined;
  const asked = (list: string): readonly string[] =>
    lines.flatMap(({ path }) => {
      const [at, name] = path[0] === 'importers' ? [path[2], path[3]] : [path[0], path[1]];
      return at === list && name !== undefined ? [name] : [];
    });
  const shipped = new Set(['dependencies', 'optionalDependencies'].flatMap(asked));
  const marked = lines.flatMap(({ path, value }) =>
    path[0] === 'packages' && path[2] === 'dev' && value === 'true' ? [path[1]] : [],
  );
  const building = new Set([...asked('devDependencies').filter((name) => !shipped.has(name)), ...marked]);
  const locked = lines.flatMap(({ path: [top, key = '', more] }) => {
    const [, name = ''] = /^\/?((?:@[\w.~-]+\/)?[\w.~-]+)[@/]/.exec(key) ?? [];
    return top !== 'packages' || more !== undefined || building.has(key) || building.has(name) ? [] : [name];
  });
  return [...shipped, ...locked];
}

/** Each pod is `Name (1.2.3)`, by itself or as the key of its dependencies. */
function podsIn(text: string): readonly string[] | undefined {
  // The same limit as for a YAML file of a policy, since it is parsed in the same way.
  if (excessOf('yamlParts', partsIn(text))) return undefined;
  let lock: unknown;
  try {
    lock = parseYaml(text, { maxAliasCount: 0, uniqueKeys: false });
  } catch {
    return undefined;
  }
  if (!isObject(lock) || !Array.isArray(lock.PODS)) return undefined;
  return lock.PODS.map(
    (pod: unknown) => String(isObject(pod) ? Object.keys(pod)[0] : pod).split(' ')[0] ?? '',
  );
}

/** Packages by the address that they come from, since their identity may differ from their name. */
function swiftPackages(text: string): readonly string[] | undefined {
  return swiftPins(text)?.map(({ location, repositoryURL, identity }) => {
    const named = [location, repositoryURL, identity].find((one) => typeof one === 'string') ?? '';
    return swiftName(String(named));
  });
}

function dartPackages(text: string): readonly string[] | undefined {
  const lines = [...linesIn(text)].filter(({ path }) => path[0] === 'packages');
  const building = new Set(
    lines.flatMap(({ path, value }) => (path[2] === 'dependency' && value === 'direct dev' ? [path[1]] : [])),
  );
  const names = lines.flatMap(({ path: [, name = '', more] }) =>
    name === '' || more !== undefined ? [] : [name],
  );
  return lines.length === 0 ? undefined : names.filter((name) => !building.has(name));
}

/** `group:artifact:version=configurations`, without those that only tests need. */
function gradlePackages(text: string): readonly string[] | undefined {
  const lines = text.split(/\r?\n/).map((line) => /^([\w.-]+:[\w.-]+):[^=]+=(.*)$/.exec(line));
  const found = lines.flatMap((match) => (match ? [match] : []));
  if (found.length === 0) return undefined;
  return found.flatMap(([, name = '', where = '']) =>
    where.split(',').some((one) => !/test/i.test(one)) ? [name] : [],
  );
}

/**
 * Yields each key of machine-written YAML with the path of keys above it: such files are too long for a YAML parser.
 */
function* linesIn(text: string): Generator<{ readonly path: readonly string[]; readonly value: string }> {
  const path: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, indent = '', key, value = ''] =
      /^((?: {2})*)["']?([^\s"'#-][^"':]*|[^\s"'#-][^"']*)["']?:(?: (.*))?$/.exec(line) ?? [];
    if (key === undefined) continue;
    path.length = Math.min(path.length, indent.length / 2);
    path.push(key);
    yield { path: [...path], value: value.replace(/^["']|["']$/g, '') };
  }
}
