import type { Element, ElementContent } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { notXml } from '../base/escape.ts';

/** An XML element. Strings become text nodes, which the writer escapes. */
export function xml(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (ElementContent | string)[]
): Element {
  return {
    type: 'element',
    name,
    attributes: { ...attributes },
    children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
  };
}

/** A document with its declaration and a line end. `]]>` is not allowed in text, and the writer does not escape it. */
export function xmlDocument(root: Element): string {
  const declaration = { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"' } as const;
  const written = toXml([declaration, root]).replaceAll(']]>', ']]&gt;').replace(notXml, '\uFFFD');
  return `${written}\n`;
}
