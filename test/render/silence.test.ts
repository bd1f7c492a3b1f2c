import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { sourceFile } from '../../src/base/place.ts';
import { buildPolicy } from '../../src/model/build.ts';
import { loadPolicy } from '../../src/model/load.ts';
import { standaloneMarkdown } from '../../src/render/standalone.ts';
import { readFolder } from '../../src/snapshot/folder.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';
import { smallHead } from '../policy.ts';
import { sampleNames, samplesFolder } from './sample.ts';

/** What a page says instead where a field is left out, and why that promises nothing. */
const instead: Readonly<Record<string, string>> = {
  id: 'a right or a promise goes by what it states',
  kind: 'a clause of another kind',
  title: 'the page goes by what the clause states, as it does for whoever writes none',
  text: 'a promise without words of its own is said in ours',
  'commitment.data': 'a promise without a limit is a wider one, and whoever writes it makes it',
  'definition.inclusive': 'a bound that is not included',
  'minors.inclusive': 'a bound that is not included',
  'recipient.form': 'what it is to us is told where the form does not tell it already',
  'function.applies.groups': 'people stand where a group stood',
  'recipient.receives.for': 'what goes for the same purposes is told together',
  'function.consent': 'what an additional function is, where readers are not told how they choose',
};

type Path = readonly (string | number)[];

/** Every field of the clauses in a chapter, as a path, wherever it lies. */
function fieldsIn(value: unknown, path: Path = []): Path[] {
  if (Array.isArray(value)) return value.flatMap((one, at) => fieldsIn(one, [...path, at]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => [[...path, name], ...fieldsIn(one, [...path, name])]);
}

function without(text: string, path: Path): string {
  const chapter: unknown = parse(text);
  const parent = path.slice(0, -1).reduce((value, key) => (value as Record<string, unknown>)[key], chapter);
  delete (parent as Record<string, unknown>)[path.at(-1) ?? ''];
  return stringify(chapter);
}

function pageOf(files: Snapshot, locale?: string): string[] | undefined {
  const { source } = loadPolicy(files);
  const policy = source && buildPolicy(source).policy;
  return policy && standaloneMarkdown(policy, locale ?? policy.prevailing, { sequence: 1 }).split('\n');
}

/** Words, and Han characters one by one: where a sentence lost a part, the rest stands in the same order. */
const wordsOf = (line: string): string[] => line.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [];

function isWithin(words: readonly string[], line: readonly string[]): boolean {
  let at = 0;
  for (const word of line) if (word === words[at]) at += 1;
  return at === words.length;
}

/** A sample, in the format in which what is left out is not said. */
const filesOf = (name: string): Snapshot => {
  const { files, problems } = readFolder(join(samplesFolder, name, 'policy'), () => true);
  const head = files.get('policy.yaml')?.text ?? smallHead;
  const second = head.replace('policyc/policy@1', 'policyc/policy@2');
  return { files: new Map([...files, ['policy.yaml', sourceFile('policy.yaml', second)]]), problems };
};

describe.each(sampleNames.filter((name) => !name.startsWith('injection')))('%s', (name) => {
  const files = filesOf(name);
  const seen = new Set<string>();
  const page = pageOf(files) ?? [];
  const lines = new Set(page);
  const told = page.map(wordsOf);
  const gained = (changed: Snapshot): string[] =>
    (pageOf(changed) ?? []).filter(
      (line) => !lines.has(line) && !told.some((old) => isWithin(wordsOf(line), old)),
    );

  it('says nothing new where a field is left out', () => {
    const chapters = [...files.files].filter(([path]) => path.startsWith('chapters/'));
    const found = chapters.flatMap(([path, { text }]) => {
      const { clauses } = parse(text) as { clauses: readonly { kind?: string }[] };
      return fieldsIn(clauses, ['clauses']).flatMap((field) => {
        const name = field
          .filter((one) => typeof one === 'string')
          .slice(1)
          .join('.');
        const { kind } = clauses[Number(field[1])] ?? {};
        if (String(field.at(-1)) in instead || `${kind}.${name}` in instead || seen.has(`${kind}.${name}`))
          return [];
        seen.add(`${kind}.${name}`);
        const changed = new Map([...files.files, [path, sourceFile(path, without(text, field))]]);
        return gained({ ...files, files: changed }).map((line) => `${kind}.${name}: ${line}`);
      });
    });
    expect(found).toEqual([]);
  });
});
