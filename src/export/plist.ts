import type { Element, ElementContent } from 'xast';
import { toXml } from 'xast-util-to-xml';

/** The values of a property list that are used here. */
export type Plist = string | boolean | readonly Plist[] | { readonly [key: string]: Plist };

const doctype =
  '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">';

/** A property list as XML, indented as in Xcode. */
export function plistOf(value: Plist): string {
  const root = element('plist', { version: '1.0' }, ['\n', node(value, ''), '\n']);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${doctype}\n${toXml(root, { closeEmptyElements: true, tightClose: true })}\n`;
}

function node(value: Plist, indent: string): Element {
  if (typeof value === 'string') return element('string', {}, [value]);
  if (typeof value === 'boolean') return element(String(value), {}, []);
  const inner = `${indent}\t`;
  const parts = Array.isArray(value)
    ? value.map((one: Plist) => [node(one, inner)])
    : Object.entries(value).map(([key, one]) => [
        element('key', {}, [key]),
        `\n${inner}`,
        node(one as Plist, inner),
      ]);
  const name = Array.isArray(value) ? 'array' : 'dict';
  if (parts.length === 0) return element(name, {}, []);
  return element(name, {}, [...parts.flatMap((part) => [`\n${inner}`, ...part]), `\n${indent}`]);
}

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly (Element | string)[],
): Element {
  const content = children.map(
    (child): ElementContent => (typeof child === 'string' ? { type: 'text', value: child } : child),
  );
  return { type: 'element', name, attributes: { ...attributes }, children: content };
}
