import { parse as parseYaml } from 'yaml';
import { isNamed, sdks } from '../knowledge/software.ts';
import { excessOf, partsIn } from '../syntax/budget.ts';
import { type Read, stated, withIds } from './entry.ts';

/** The packages that a lock file names; undefined when it is none that policyc knows. */
export function packagesIn(name: string, text: string): readonly string[] | undefined {
  if (/(?:^|\/)(?:package-lock|npm-shrinkwrap)\.json$/.test(name)) return npmPackages(text);
  if (/(?:^|\/)Podfile\.lock$/.test(name)) return podsIn(text);
  if (/(?:^|\/)(?:gradle|buildscript-gradle|[\w.-]+)\.lockfile$/.test(name)) return gradlePackages(text);
  return undefined;
}

/** The building blocks among packages that process data, each once, by the name that people know. */
export function readPackages(packages: readonly string[]): Read {
  const found = sdks.filter(({ npm, gradle, pods }) =>
    [npm, gradle, pods].some((patterns) => packages.some((one) => isNamed(one, patterns))),
  );
  const entries = withIds(
    found.map(({ name, provider, company = provider }) => stated({ name, provider: company })),
  );
  return { entries, leftOut: [] };
}

/** Versions 1 to 3; what is only needed to build is no part of the product. */
function npmPackages(text: string): readonly string[] | undefined {
  const lock = jsonIn(text);
  if (!isMap(lock)) return undefined;
  const { packages, dependencies } = lock;
  if (isMap(packages))
    return Object.entries(packages).flatMap(([path, one]) => {
      const name = path.split('node_modules/').at(-1) ?? '';
      return name === '' || (isMap(one) && one.dev === true) ? [] : [name];
    });
  return isMap(dependencies)
    ? Object.entries(dependencies).flatMap(([name, one]) => (isMap(one) && one.dev === true ? [] : [name]))
    : undefined;
}

/** Each pod as `Name (1.2.3)`, alone or as the key of what it needs. */
function podsIn(text: string): readonly string[] | undefined {
  // Its cost is that of a YAML file of a policy.
  if (excessOf('yamlParts', partsIn(text))) return undefined;
  let lock: unknown;
  try {
    lock = parseYaml(text, { maxAliasCount: 0, uniqueKeys: false });
  } catch {
    return undefined;
  }
  if (!isMap(lock) || !Array.isArray(lock.PODS)) return undefined;
  return lock.PODS.map((pod: unknown) => String(isMap(pod) ? Object.keys(pod)[0] : pod).split(' ')[0] ?? '');
}

/** `group:artifact:version=configurations`; what only tests are built with is no part of the product. */
function gradlePackages(text: string): readonly string[] | undefined {
  const lines = text.split(/\r?\n/).map((line) => /^([\w.-]+:[\w.-]+):[^=]+=(.*)$/.exec(line));
  const found = lines.flatMap((match) => (match ? [match] : []));
  if (found.length === 0) return undefined;
  return found.flatMap(([, name = '', where = '']) =>
    where.split(',').some((one) => !/test/i.test(one)) ? [name] : [],
  );
}

export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
