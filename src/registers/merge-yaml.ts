import { isMap, isSeq, parseDocument, type YAMLMap } from 'yaml';
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
  if (!isSeq(entries)) return undefined;
  const known = new Map<string, YAMLMap>();
  for (const item of entries.items) {
    if (!isMap(item) || typeof item.get('id') !== 'string') return undefined;
    known.set(String(item.get('id')), item);
  }
  const byName = new Map([...known].map(([id, item]) => [String(item.get('name')).toLowerCase(), id]));
  const [added, changed, told]: [string[], string[], Set<string>] = [[], [], new Set()];
  for (const entry of read) {
    const id = known.has(entry.id) ? entry.id : (byName.get(entry.name.toLowerCase()) ?? entry.id);
    told.add(id);
    const stated = Object.entries({ ...entry, id }).filter(([, value]) => value !== undefined);
    const old = known.get(id);
    if (!old) {
      entries.flow = false;
      entries.add(document.createNode(Object.fromEntries(stated)));
      added.push(id);
      continue;
    }
    const fresh = stated.filter(([name, value]) => !isSame(old, name, value));
    for (const [name, value] of fresh) old.set(name, document.createNode(value));
    if (fresh.length > 0) changed.push(id);
  }
  const missing = [...known.keys()].filter((id) => !told.has(id));
  for (const id of ended === undefined ? [] : missing) {
    const item = known.get(id);
    if (item && !item.has('until')) item.set('until', ended);
  }
  return { text: document.toString({ lineWidth: 0 }), added, changed, missing };
}

function isSame(item: YAMLMap, name: string, value: unknown): boolean {
  const old: unknown = item.toJSON()[name];
  return JSON.stringify(old) === JSON.stringify(value);
}
