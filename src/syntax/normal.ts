import type { Nodes } from 'mdast';
import { canonicalJson, type Json } from '../base/canonical.ts';
import { keptByText } from '../base/on-demand.ts';
import { proseOf } from './prose.ts';

/**
 * The normal form of a text: two texts share it if they differ only in Unicode composition, white space and soft
 * breaks, quote and dash glyphs, and list-marker style. Everything else is kept: case, all other punctuation, link
 * targets, deletions, alternative text, code, numbers, nesting and order.
 * This decides what may be called editorial. Widening it can hide a change of meaning: do not widen it without a
 * sample that shows that both texts always mean the same.
 */
export function normalForm(text: string): string {
  return forms(text, text.length, () => canonicalJson(normalNode(proseOf(text))));
}

/** The same block is often asked for again: documents find blocks by their forms. */
const forms = keptByText<string>();

/** The fields that matter of a node, apart from its children, text and position. */
const keptFields = [
  'url',
  'title',
  'alt',
  'depth',
  'ordered',
  'start',
  'lang',
  'meta',
  'identifier',
  'referenceType',
  'checked',
  'align',
  'name',
  'attributes',
];

function normalNode(node: Nodes): Json {
  const normal: { [key: string]: Json } = { type: node.type };
  const fields = node as unknown as { readonly [key: string]: Json | undefined };
  for (const field of keptFields) {
    const value = fields[field];
    if (value !== undefined && value !== null) normal[field] = value;
  }
  if ('value' in node)
    normal.value = node.type === 'text' ? normalText(node.value) : node.value.normalize('NFC');
  if ('children' in node) normal.children = (node.children as Nodes[]).map(normalNode);
  return normal;
}

/** The normal form of plain words, such as a name: Unicode composition, white space, quote and dash glyphs. */
export function normalText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/\s+/g, ' ');
}
