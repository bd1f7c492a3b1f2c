import { type Document, isMap, isScalar, type YAMLMap } from 'yaml';
import { type SourceFile, sourceFile } from '../base/place.ts';
import { listed } from '../model/kinds/any-clause.ts';
import { policyFields } from '../model/kinds/policy.ts';
import { chapterNameOf } from '../model/short-forms.ts';
import { excessOf, partsIn } from '../syntax/budget.ts';
import { composeYaml } from '../syntax/yaml-compose.ts';
import { walkCsv } from './csv-spots.ts';
import { walkLocale } from './locale-spots.ts';
import type { Collected, FileSpots, Namespace } from './spots.ts';
import {
  addDeclared,
  addId,
  addKey,
  addText,
  addUses,
  mapsIn,
  nameOf,
  textAt,
  walkClause,
  walkFields,
} from './walk-fields.ts';

type Walk = (found: Collected, map: YAMLMap) => void;

/** How to read each file of a policy folder, and the workspace file. */
const walks: readonly (readonly [path: RegExp, walk: Walk])[] = [
  [/^policy\.yaml$/, walkHead],
  [/^chapters\/[^/]+\.yaml$/, walkChapter],
  [/^locales\/[^/]+\/[^/]+\.yaml$/, walkLocale],
  [/^registers\/[^/]+\.yaml$/, walkRegister],
  [/^taxonomy\.yaml$/, walkTaxonomy],
  [/^changes\/[^/]+\.md$/, walkNote],
  [/^policyc\.yaml$/, walkWorkspace],
];

/** Finds the ids, field names and texts of a file as far as it can be read; nothing in other files. */
export function spotsIn(source: SourceFile): FileSpots {
  const found: Collected = { source, ids: [], keys: [], texts: [], marks: [] };
  if (/^registers\/[^/]+\.csv$/.test(source.path)) walkCsv(found);
  const walk = walks.find(([path]) => path.test(source.path))?.[1];
  const contents = walk && documentIn(source)?.contents;
  if (walk && isMap(contents)) walk(found, contents);
  if (source.path.startsWith('changes/')) addBody(found);
  return found;
}

/** Parses the YAML of a file despite errors; of a note, the part between its lines of ---. */
function documentIn({ path, text }: SourceFile): Document.Parsed | undefined {
  const yaml = path.endsWith('.md') ? (frontMatter.exec(text)?.[0] ?? '') : text;
  return excessOf('yamlParts', partsIn(yaml)) ? undefined : composeYaml(yaml);
}

/** Ends before the closing line, so that offsets in the YAML are those of the file. */
const frontMatter = /^---\n[\s\S]*?\n(?=---[ \t]*(?:\n|$))/;

function walkHead(found: Collected, map: YAMLMap): void {
  addDeclared(found, map, { of: 'id', kind: 'policy', title: textAt(map, 'title'), hasFormer: false });
  for (const party of mapsIn(map.get('parties', true)))
    addDeclared(found, party, { of: 'id', kind: 'party', title: textAt(party, 'name'), hasFormer: true });
  walkFields(found, map, policyFields);
  addId(found, map.get('prevailing', true), { of: 'locale', role: 'names' });
}

const chapterWords: ReadonlyMap<string | undefined, string> = new Map([
  ['title', 'The heading readers see.'],
  ['text', 'Words before the first clause.'],
  ['summary', "The chapter's summary for the first layer."],
]);

function walkChapter(found: Collected, map: YAMLMap): void {
  const chapter = { of: 'id', kind: 'chapter', title: textAt(map, 'title'), hasFormer: true } as const;
  const made = { field: 'title', id: chapterNameOf(found.source) };
  addDeclared(found, map, chapter, map.has('chapter') ? { field: 'chapter' } : made);
  for (const pair of map.items) {
    const about = chapterWords.get(nameOf(pair));
    if (about === undefined) continue;
    addKey(found, pair, about);
    addText(found, pair.value);
  }
  addFormer(found, map);
  for (const clause of mapsIn(map.get('clauses', true))) walkClause(found, clause);
}

function addFormer(found: Collected, map: YAMLMap): void {
  const former = map.get('formerly', true) as unknown as { readonly items?: readonly unknown[] } | undefined;
  for (const item of former?.items ?? []) addId(found, item, { of: 'id', role: 'former' });
}

function walkRegister(found: Collected, map: YAMLMap): void {
  const { fields = {} } = listed('recipient.listed').list;
  for (const entry of mapsIn(map.get('entries', true))) walkFields(found, entry, fields);
}

const ownTerms: Readonly<Record<string, Namespace>> = {
  data: 'data',
  purposes: 'purpose',
  permissions: 'permission',
};

function walkTaxonomy(found: Collected, map: YAMLMap): void {
  for (const [name, of] of Object.entries(ownTerms))
    for (const term of mapsIn(map.get(name, true))) {
      const label = term.get('label', true);
      const words = isMap(label)
        ? label.items.flatMap(({ value }) => (isScalar(value) ? [String(value.value)] : []))
        : [];
      addDeclared(found, term, { of, title: words.join(' · '), hasFormer: false });
      addId(found, term.get('parent', true), { of, role: 'names' });
      const profiles = term.get('sensitive', true) as unknown as
        | { readonly items?: readonly unknown[] }
        | undefined;
      for (const item of profiles?.items ?? []) addId(found, item, { of: 'profile', role: 'names' });
    }
}

function walkNote(found: Collected, map: YAMLMap): void {
  addId(found, map.get('entry', true), { of: 'entry', role: 'names' });
  const declares = map.get('declares', true) as unknown as
    | { readonly items?: readonly unknown[] }
    | undefined;
  for (const item of declares?.items ?? []) addId(found, item, { of: 'entry', role: 'names' });
}

function addBody(found: Collected): void {
  const { text } = found.source;
  const start = /^---\n[\s\S]*?\n---[ \t]*(?:\n|$)/.exec(text)?.[0].length ?? 0;
  addUses(found, text.slice(start), [start, text.length], (at) => start + at);
}

function walkWorkspace(found: Collected, map: YAMLMap): void {
  const rules = map.get('rules', true);
  if (isScalar(rules)) addId(found, rules, { of: 'rule', role: 'names' });
  if (isMap(rules)) for (const { key } of rules.items) addId(found, key, { of: 'rule', role: 'names' });
}

/** A copy of a file with something inserted at an offset. */
export function withText({ path, text }: SourceFile, at: number, inserted: string): SourceFile {
  return sourceFile(path, text.slice(0, at) + inserted + text.slice(at));
}
