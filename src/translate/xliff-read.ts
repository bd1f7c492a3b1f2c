import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';
import { limits } from '../base/limits.ts';
import { textMark } from '../model/locale.ts';
import { isConflicted } from '../syntax/conflict.ts';
import { type Exchange, isMark, NotReadable, notReadable, splitName, type Unit } from './exchange.ts';
import { metadataCategory } from './xliff-write.ts';

/**
 * Reads XLIFF 2 with translations, from any program. Segments that the program split are joined. Only XML's own five
 * entities are resolved, and no address is followed. Throws `NotReadable`.
 */
export function readXliff(text: string): Exchange {
  const root = rootOf(text);
  const { version = '', srcLang, trgLang } = root.attributes;
  if (localName(root) !== 'xliff') throw notReadable('not-xliff', { root: root.name });
  if (!version.startsWith('2.')) throw notReadable('xliff-version', { version });
  if (!srcLang || !trgLang) throw notReadable('xliff-no-languages');
  return {
    sourceLocale: srcLang,
    locale: trgLang,
    policies: children(root, 'file').map((file) => ({
      policy: file.attributes.id ?? '',
      units: unitsBelow(file).map(unitFrom),
    })),
  };
}

function rootOf(text: string): XmlElement {
  try {
    const { root } = parseXml(text);
    if (root && isTooDeep(root)) throw tooDeep();
    if (root) return root;
  } catch (error) {
    if (error instanceof NotReadable) throw error;
    if (isConflicted(text)) throw notReadable('conflict');
    // The parser recurses into nested elements.
    if (error instanceof RangeError) throw tooDeep();
    const [first = ''] = error instanceof Error ? error.message.split('\n') : [];
    throw notReadable('not-well-formed', { parser: first });
  }
  throw notReadable('empty');
}

const tooDeep = (): NotReadable => notReadable('elements-too-deep', { limit: limits.yamlDepth });

/** Whether elements are nested more deeply than the recursive code below allows. */
function isTooDeep(root: XmlElement): boolean {
  let [row, depth]: [readonly XmlElement[], number] = [[root], 0];
  for (; row.length > 0 && depth <= limits.yamlDepth; depth++) row = row.flatMap(elements);
  return row.length > 0;
}

/** Groups are added by translators' programs; the units in them count as usual. */
function unitsBelow(parent: XmlElement): XmlElement[] {
  return elements(parent).flatMap((element) => {
    if (localName(element) === 'unit') return [element];
    return localName(element) === 'group' ? unitsBelow(element) : [];
  });
}

function unitFrom(unit: XmlElement): Unit {
  const { id = '', name } = unit.attributes;
  const split = splitName(name ?? id.replaceAll(':', '/'));
  const label = name ?? id;
  const inside = elements(unit);
  const parts = inside.filter((element) => ['segment', 'ignorable'].includes(localName(element)));
  const sources = parts.map((part) => textIn(part, 'source', label) ?? '');
  const source = sources.join('');
  const segments = parts.filter((part) => localName(part) === 'segment');
  const said = new Map(segments.map((part) => [part, textIn(part, 'target', label) ?? '']));
  const written = segments.filter((part) => said.get(part)?.trim() !== '');
  if (written.length > 0 && written.length < segments.length)
    throw notReadable('translated-in-part', { text: label, written: written.length, of: segments.length });
  const target = parts
    .map((part, at) => said.get(part) ?? textIn(part, 'target', label) ?? sources[at])
    .join('');
  const done = segments.every((part) => !['', 'initial'].includes(part.attributes.state ?? 'initial'));
  const told = metadataIn(inside);
  const mark = told('mark');
  return {
    ...split,
    // A program that drops metadata still returns the source text.
    mark: isMark(mark) ? mark : textMark(source),
    state: done ? 'translated' : 'initial',
    source,
    target: written.length === 0 ? '' : target.replace(/\r\n?/g, '\n'),
    was: told('was') ?? '',
  };
}

/** The metadata we wrote beside a unit, by type. */
function metadataIn(inside: readonly XmlElement[]): (type: string) => string | undefined {
  const groups = inside
    .filter((element) => localName(element) === 'metadata')
    .flatMap((one) => children(one, 'metaGroup'));
  const ours = groups.filter((group) => group.attributes.category === metadataCategory);
  const told = ours.flatMap((group) => children(group, 'meta'));
  return (type) => told.find((meta) => meta.attributes.type === type)?.text.trim();
}

function textIn(part: XmlElement, name: 'source' | 'target', unit: string): string | undefined {
  const [element] = children(part, name);
  return element && plainText(element, unit);
}

/** The words of a source or target. Markers around words are ignored; placeholder codes are refused. */
function plainText(element: XmlElement, unit: string): string {
  return element.children
    .map((child): string => {
      if (child instanceof XmlText) return child.text;
      if (!(child instanceof XmlElement)) return '';
      switch (localName(child)) {
        case 'cp':
          return characterOf(child, unit);
        case 'mrk':
        case 'pc':
          return plainText(child, unit);
        case 'sm':
        case 'em':
          return '';
        default:
          throw notReadable('inline-code', { text: unit, code: child.name });
      }
    })
    .join('');
}

function characterOf(element: XmlElement, unit: string): string {
  const code = Number.parseInt(element.attributes.hex ?? '', 16);
  if (!(code >= 0 && code <= 0x10ffff)) throw notReadable('no-character', { text: unit });
  return String.fromCodePoint(code);
}

function elements(parent: XmlElement): XmlElement[] {
  return parent.children.filter((child): child is XmlElement => child instanceof XmlElement);
}

function children(parent: XmlElement, name: string): XmlElement[] {
  return elements(parent).filter((element) => localName(element) === name);
}

/** The local name; programs choose their own prefixes. */
function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}
