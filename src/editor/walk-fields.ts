import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import type { Each, Field, Fields } from '../model/fields.ts';
import { common } from '../model/kinds/any-clause.ts';
import { kinds } from '../model/kinds.ts';
import { directiveKinds } from '../model/references.ts';
import type { FactRelation } from '../model/relations.ts';
import { kindOf as kindOfClause, namedBy } from '../model/short-forms.ts';
import { marksIn } from '../syntax/marks.ts';
import { scalarOffsets, type WrittenScalar } from '../syntax/scalar.ts';
import type { Collected, Declared, Namespace, Range, Spot } from './spots.ts';

type What = Pick<Spot, 'of' | 'role' | 'kind' | 'title' | 'declared'>;

/** Walks a clause by the fields of its kind; if the kind is unknown, by those that every clause has. */
export function walkClause(found: Collected, map: YAMLMap): void {
  const written = Object.fromEntries(map.items.map((pair) => [nameOf(pair) ?? '', scalarOf(pair.value)]));
  const kind = kindOfClause(written);
  const fields: Fields = Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds] : common;
  const what = { of: 'id', kind, title: textAt(map, 'title'), hasFormer: true } as const;
  addDeclared(found, map, what, namedBy(written));
  walkFields(found, map, fields);
}

function scalarOf(node: unknown): unknown {
  return isScalar(node) ? node.value : node;
}

/** Walks a map by its table of fields. Somebody is editing the file, so anything of the wrong shape is skipped. */
export function walkFields(found: Collected, map: YAMLMap, fields: Fields): void {
  for (const pair of map.items) {
    const name = nameOf(pair);
    const field = name !== undefined && Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field || name === undefined) continue;
    addKey(found, pair, field.about);
    if (isNodeOf(pair.value)) walkField(found, name, field, pair.value);
  }
}

function walkField(found: Collected, name: string, field: Field, node: Node): void {
  switch (field.is) {
    case 'structure':
      if (field.entries) for (const item of mapsIn(node)) walkFields(found, item, field.entries.fields);
      else walkStructure(found, name, node);
      return;
    case 'value':
      addId(found, node, {
        of: namespaceOf(field.of) ?? valueNames[name],
        role: 'names',
        kind: kindOf(field),
      });
      return;
    case 'text':
      addText(found, node);
      return;
    case 'group':
    case 'entity':
      if (isMap(node)) walkFields(found, node, field.fields);
      return;
    case 'each':
      walkEach(found, field, node);
      return;
    case 'register':
      addId(found, node, { of: 'register', role: 'names' });
      return;
    case 'watches':
      for (const item of isSeq(node) ? node.items : []) {
        if (!isMap(item)) addId(found, item, { of: 'watch', role: 'names' });
        else {
          addId(found, item.get('watch', true), { of: 'watch', role: 'names' });
          addId(found, item.get('data', true), { of: 'data', role: 'names' });
        }
      }
  }
}

/** Walks fields that hold ids but state no facts. */
function walkStructure(found: Collected, name: string, node: Node): void {
  const what = structures[name];
  if (!what) return;
  if (isSeq(node)) for (const item of node.items) addId(found, item, what);
  else addId(found, node, what);
}

const structures: Readonly<Record<string, What>> = {
  formerly: { of: 'id', role: 'former' },
  retired: { of: 'id', role: 'retired' },
  chapters: { of: 'id', role: 'names', kind: 'chapter' },
  unit: { of: 'unit', role: 'names' },
  rule: { of: 'rule', role: 'names' },
};

/** Fields with a single id: its namespace by the name of the field. */
const valueNames: Readonly<Record<string, Namespace>> = { edition: 'edition', country: 'country' };

/** Lists whose field says of nothing what its ids are. */
const namespacesOfLists: Readonly<Partial<Record<FactRelation, Namespace>>> = {
  'policy.profile': 'profile',
  'change.entry': 'entry',
};

function walkEach(found: Collected, field: Each, node: Node): void {
  const what = {
    of: namespacesOfLists[field.relation] ?? namespaceOf(field.of),
    role: field.relation === 'change.entry' ? 'declares' : 'names',
    kind: kindOf(field),
  } as What;
  for (const item of isSeq(node) ? node.items : []) {
    if (!isMap(item)) addId(found, item, what);
    else {
      if (field.by !== undefined) addId(found, item.get(field.by, true), what);
      walkFields(found, item, field.fields ?? {});
    }
  }
}

function kindOf({ of, kind }: { readonly of?: string; readonly kind?: string }): string | undefined {
  return of === 'party' ? 'party' : kind;
}

const namespaces: Readonly<Record<string, Namespace>> = {
  clause: 'id',
  party: 'id',
  data: 'data',
  purpose: 'purpose',
  permission: 'permission',
  locale: 'locale',
  country: 'country',
};

/** The namespace of a referent; undefined for names and plain words. */
export function namespaceOf(referent: string | undefined): Namespace | undefined {
  return referent === undefined ? undefined : namespaces[referent];
}

/** Adds the id at a node, if it has one. */
export function addId(
  found: Collected,
  node: unknown,
  what: Omit<What, 'of'> & { readonly of: Namespace | undefined },
  made?: string,
): void {
  const { of } = what;
  const range = rangeOf(node);
  if (of === undefined || !range || !isScalar(node)) return;
  const id = made ?? (node.value === null ? '' : String(node.value));
  const { path: file, text } = found.source;
  // A block of text is its mark, and below it the id.
  const at = node.type?.startsWith('BLOCK') ? text.lastIndexOf(id, range[1] - id.length) : -1;
  found.ids.push({ ...what, of, id, file, range: at < 0 ? range : [at, at + id.length] });
}

/** The field that has an id, or from which one is made, and that id. */
interface NamedBy {
  readonly field: string;
  readonly id?: string;
}

/** Adds the declaration of an id, with what a rename needs to know. */
export function addDeclared(
  found: Collected,
  map: YAMLMap,
  { hasFormer, ...what }: Omit<What, 'role' | 'declared'> & Pick<Declared, 'hasFormer'>,
  { field, id: made }: NamedBy = { field: 'id' },
): void {
  const pair = map.items.find((one) => nameOf(one) === field);
  const key = rangeOf(pair?.key);
  if (!pair || !key) return;
  const lineStart = found.source.text.lastIndexOf('\n', key[0] - 1) + 1;
  const declared: Declared = {
    isFlow: map.flow === true,
    indent: key[0] - lineStart,
    hasFormer,
    ...(made === undefined ? {} : { made: true }),
    ...formerlyIn(map),
  };
  addId(found, pair.value, { ...what, role: 'declares', declared }, made);
}

function formerlyIn(map: YAMLMap): Pick<Declared, 'formerly'> {
  const pair = map.items.find((one) => nameOf(one) === 'formerly');
  const [key, value] = [rangeOf(pair?.key), rangeOf(pair?.value)];
  if (!key || !value || !isSeq(pair?.value)) return {};
  const ids = pair.value.items.flatMap((item) => (isScalar(item) ? [String(item.value)] : []));
  return { formerly: { key, value, ids } };
}

export function addKey(found: Collected, pair: Pair, about: string): void {
  const range = rangeOf(pair.key);
  if (!range) return;
  const value = isNodeOf(pair.value) ? pair.value.range : undefined;
  found.keys.push({
    range,
    name: nameOf(pair) ?? '',
    about,
    value: value ? [value[0], value[1]] : undefined,
  });
}

/** Adds a free text and the ids in its directives. */
export function addText(found: Collected, node: unknown): void {
  const range = rangeOf(node);
  if (!range || !isScalar(node) || typeof node.value !== 'string') return;
  const text = node.value;
  const offsets = scalarOffsets(found.source, node as WrittenScalar);
  addUses(found, text, range, (at) => offsets(at));
}

/** Adds the ids in the directives of a text; `offsetOf` turns an offset in the text into one in the file. */
export function addUses(
  found: Collected,
  text: string,
  range: Range,
  offsetOf: (at: number) => number,
): void {
  const uses = marksIn(text).directives.map(({ name, id, start }) => {
    const from = text.indexOf('[', start) + 1;
    const at = id === '' ? from : text.indexOf(id, from);
    const of: Namespace = name === 'data' || name === 'purpose' || name === 'country' ? name : 'id';
    const kind = directiveKinds[name];
    const last = at + Math.max(0, id.length - 1);
    const written: Range = [offsetOf(at), id === '' ? offsetOf(at) : offsetOf(last) + 1];
    found.ids.push({ of, id, role: 'names', kind, file: found.source.path, range: written });
    return { of, id, at: [at, at + id.length] as const };
  });
  found.texts.push({ text, range, uses });
}

export function nameOf(pair: Pair): string | undefined {
  return isScalar(pair.key) ? String(pair.key.value) : undefined;
}

export function textAt(map: YAMLMap, name: string): string {
  const value = map.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

export function mapsIn(node: unknown): readonly YAMLMap[] {
  return isSeq(node) ? node.items.filter((item) => isMap(item)) : [];
}

/** The range of a value without its quotes. */
export function rangeOf(node: unknown): Range | undefined {
  if (!isNodeOf(node) || !node.range) return undefined;
  const [start, end] = node.range;
  const isQuoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
  return isQuoted && end - start > 1 ? [start + 1, end - 1] : [start, end];
}

function isNodeOf(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'range' in value;
}
