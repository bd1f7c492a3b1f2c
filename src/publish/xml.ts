import type { Element, ElementContent } from 'xast';
import { toXml } from 'xast-util-to-xml';

/** An XML element. A string is text; the writer escapes it. */
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

/** A document with its declaration and a line end. */
export function xmlDocument(root: Element): string {
  const declaration = { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"' } as const;
  return `${toXml([declaration, root])}\n`;
}
