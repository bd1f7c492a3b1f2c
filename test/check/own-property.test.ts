import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isScalar, parseDocument, visit } from 'yaml';
import { foundIn } from '../../src/drift/read.ts';
import {
  comparePolicies,
  compile,
  messageOf,
  type Policy,
  renderHtml,
  renderMarkdown,
} from '../../src/index.ts';
import { readVendorList } from '../../src/registers/iab.ts';
import { packagesIn, readPackages } from '../../src/registers/lock-file.ts';
import { readVendorCsv } from '../../src/registers/vendor-csv.ts';

/** What every object has without anybody's having put it there. */
const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'] as const;
const nobodyWrote = /native code|\[object |function \w*\(/;

const folder = join(import.meta.dirname, '../../policies/childrens-app');
const files = Object.fromEntries(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => /\.(yaml|csv)$/.test(path) && !path.startsWith('archive/'))
    .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
);

/** Everything that is said of a policy: its problems, or its pages and how it differs from what it was. */
function saidOf(texts: Readonly<Record<string, string>>, base: Policy): string {
  const { policy, problems } = compile(texts);
  const said = problems.map((one) => JSON.stringify([one, messageOf(one)]));
  if (!policy) return said.join('\n');
  const pages = policy.locales.flatMap((locale) => [
    JSON.stringify(renderHtml(policy, { locale })),
    JSON.stringify(renderMarkdown(policy, { locale })),
  ]);
  const compared = [comparePolicies(base, policy), comparePolicies(policy, base)];
  return [...said, ...pages, JSON.stringify(compared)].join('\n');
}

/** Where names and values stand in a YAML file. */
function placesIn(text: string): readonly (readonly [start: number, end: number])[] {
  const found: (readonly [number, number])[] = [];
  visit(parseDocument(text), (_, node) => {
    if (isScalar(node) && node.range) found.push([node.range[0], node.range[1]]);
  });
  return found;
}

describe('what every object has', () => {
  const base = compile(files).policy;
  if (!base) throw new Error('The policy is not sound.');

  it('is a key or a value like any other, wherever it is written', () => {
    let at = 0;
    for (const [path, text] of Object.entries(files)) {
      if (!path.endsWith('.yaml')) continue;
      for (const [start, end] of placesIn(text)) {
        const name = names[at++ % names.length] ?? '';
        // Which of them goes where is no matter: a stride that has no part in common with their number tries all.
        if (at % 3 !== 0) continue;
        const spoilt = `${text.slice(0, start)}${name}${text.slice(end)}`;
        expect(saidOf({ ...files, [path]: spoilt }, base), `${path} ${start} ${name}`).not.toMatch(
          nobodyWrote,
        );
      }
    }
    expect(at).toBeGreaterThan(300);
  });

  it('is an id like any other, used where it is meant', () => {
    const ids = new Set(
      Object.values(files).flatMap((text) =>
        [...text.matchAll(/^ +- (?:\{ )?id: ([a-z-]+)/gm)].map((match) => match[1] ?? ''),
      ),
    );
    expect(ids.size).toBeGreaterThan(20);
    for (const id of ids) {
      const word = new RegExp(`(?<![\\w.-])${id}(?![\\w.-])`, 'g');
      const renamed = Object.fromEntries(
        Object.entries(files).map(([path, text]) => [path, text.replace(word, () => 'constructor')]),
      );
      expect(saidOf(renamed, base), id).not.toMatch(nobodyWrote);
    }
  });

  it.each(names)('is a column, a language and a table of words like any other: %s', (name) => {
    const more: Readonly<Record<string, string>>[] = [
      { [`locales/${name}/main.yaml`]: `locale: ${name}\ntexts: {}\n` },
      { 'locales/de/main.yaml': `locale: de\ntexts:\n  ${name}: { ${name}: { text: x } }\n` },
      { [`words/${name}.yaml`]: `${name}: { ${name}: x }\n` },
      { 'words/de.yaml': `locale: de\nwords:\n  ${name}: x\n` },
      { 'taxonomy.yaml': `data:\n  - { id: ${name}, parent: ${name}, label: { en: x } }\n` },
      { [`registers/${name}.csv`]: `id,${name},name\n${name},${name},x\n` },
    ];
    for (const one of more) expect(saidOf({ ...files, ...one }, base)).not.toMatch(nobodyWrote);
  });

  it.each(names)('is a name in the files of other tools: %s', (name) => {
    const vendors = JSON.parse(
      `{"1":{"name":"${name}","purposes":["${name}",1],"dataDeclaration":["${name}"],"urls":["${name}"],"dataRetention":{"${name}":1}},"${name}":{"${name}":1}}`,
    );
    const lookup = { country: () => undefined, data: () => undefined, purpose: () => undefined };
    const lock = JSON.stringify({ packages: { [`node_modules/${name}`]: {} } });
    const code = `{"dependencies":{"${name}":"1"},"log":{"entries":[{"request":{"cookies":[{"name":"${name}"}]}}]}}`;
    const said = [
      readVendorList({ vendors }, []),
      readVendorCsv(`name,${name}\n${name},${name}\n`, lookup),
      readPackages(packagesIn('package-lock.json', lock) ?? { from: 'npm', names: [] }),
      foundIn('package.json', code),
      foundIn('a.har', code),
    ];
    for (const one of said)
      for (const value of leavesOf(one))
        expect(typeof value, JSON.stringify(one)).toMatch(/^(string|number|boolean|undefined)$/);
    expect(JSON.stringify(said)).not.toMatch(nobodyWrote);
  });
});

/** All that is no list and no plain object within a value. */
function leavesOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  const isPlain =
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  if (value instanceof Map) return [...value].flatMap(leavesOf);
  return isPlain ? Object.values(value).flatMap(leavesOf) : [value];
}
