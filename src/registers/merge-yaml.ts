import { type Document, isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Entry } from './entry.ts';
import type { Merged } from './merge.ts';

/**
 * As `mergeRegister`, for a register in YAML: comments, order and style stay. Stated fields replace old ones, and new
 * entries come last. Undefined if the file is not a register.
 */
export function mergeYamlRegister(
  register: string | undefined,
  read: readonly Entry[],
  ended: string | undefined,
): Merged | undefined {
  const document = parseDocument(register ?? 'entries: []\n');
  const entries = document.errors.length > 0 ? undefined : document.get('entries');
  const known = isSeq(entries) ? entriesById(entries) : undefined;
  if (!isSeq(entries) || !known) return undefined;
  const told = identified(read, known);
  const [added, changed]: [string[], string[]] = [[], []];
  for (const entry of told) {
    const stated = Object.entries(entry).filter(([, value]) => value !== undefined);
    const old = known.get(entry.id);
    if (!old) {
      entries.flow = false;
      entries.add(document.createNode(Object.fromEntries(stated)));
      added.push(entry.id);
    } else if (hasNew(document, old, stated)) changed.push(entry.id);
  }
  const ids = new Set(told.map(({ id }) => id));
  const missing = [...known].filter(([id]) => !ids.has(id));
  const ending = ended === undefined ? [] : missing.filter(([, item]) => !item.has('until'));
  for (const [, item] of ending) item.set('until', ended);
  return { text: document.toString({ lineWidth: 0 }), added, changed, missing: missing.map(([id]) => id) };
}

/** Undefined if one is no entry. */
function entriesById({ items }: YAMLSeq): ReadonlyMap<string, YAMLMap> | undefined {
  const known = new Map<string, YAMLMap>();
  for (const item of items) {
    if (!isMap(item) || typeof item.get('id') !== 'string') return undefined;
    known.set(String(item.get('id')), item);
  }
  return known;
}

/** Entries with the ids that a register has for them: by id, else by name. */
function identified(read: readonly Entry[], known: ReadonlyMap<string, YAMLMap>): readonly Entry[] {
  const byName = new Map([...known].map(([id, item]) => [String(item.get('name')).toLowerCase(), id]));
  return read.map((entry) =>
    known.has(entry.id) ? entry : { ...entry, id: byName.get(entry.name.toLowerCase()) ?? entry.id },
  );
}

/** Gives an entry the stated values that it has not, and tells whether there were any. */
function hasNew(document: Document, item: YAMLMap, stated: readonly (readonly [string, unknown])[]): boolean {
  const old: Readonly<Record<string, unknown>> = item.toJSON();
  const fresh = stated.filter(([name, value]) => JSON.stringify(old[name]) !== JSON.stringify(value));
  for (const [name, value] of fresh) item.set(name, document.createNode(value));
  return fresh.length > 0;
}
