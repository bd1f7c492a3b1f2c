import { attributes } from '../../language/furniture.ts';

/** `:material-cookie:`, `:octicons-law-16:{ .big }`: icons, by names that the site's generator knows. */
const icon =
  /:(?:material|fontawesome|octicons|simple)-[a-z0-9]{1,40}(?:-[a-z0-9]{1,40}){0,8}:(?:\{[^{}\n]{0,200}\})?[ \t]?/g;
/** `[terms](…){ target="_blank" }`: attributes of a link. */
const dress = /(?<=\))\{:?[ \t]?(?:[.#][\w-]{1,60}|[\w-]{1,60}=["'][^"'{}\n]{0,200}["'])[^{}\n]{0,200}\}/g;
/** `{: .lead }`: attributes of what stands before. */
const list = new RegExp(`\\{:${attributes}\\}`, 'g');
/** The same of a heading, on its line or on the next: `## Your rights {#rights}`. */
const ofHeading = new RegExp(`^([ ]{0,3}#{1,6}[ \\t].*?)[ \\t]*\\{:?${attributes}\\}[ \\t#]*$`);
const onlyList = new RegExp(`^[ \\t>]*\\{:${attributes}\\}[ \\t]*$`);
/** It stands below a list of one item, in place of which a table of contents is made. */
const contents = /^[ \t]*\{:[ \t]?toc\b[^{}]*\}[ \t]*$/;
const item = /^[ \t]*(?:[*+-]|\d{1,3}\.)[ \t]/;
const include = /^[ \t]*\{%-? *include(?:_relative)? [^{}\n]*%\}[ \t]*$/;

/** A document without marks of site generators. Lines keep their numbers, which are counted from 1. */
export interface WithoutSiteMarks {
  readonly text: string;
  /** The anchors that headings were given, by the lines of the headings. */
  readonly anchors: ReadonlyMap<number, readonly string[]>;
  /** Tags in place of which another file is shown: `{% include contact.html %}`. */
  readonly included: readonly string[];
}

/** Removes the markup of site generators for icons and attributes, which readers never saw as text. */
export function withoutSiteMarks(marked: string): WithoutSiteMarks {
  const anchors = new Map<number, readonly string[]>();
  const included: string[] = [];
  if (!/:(?:material|fontawesome|octicons|simple)-|\{[:#%]|\)\{|\{ ?[#.]/.test(marked))
    return { text: marked, anchors, included };
  const lines = marked.replace(icon, '').split('\n');
  const text = lines.map((line, at) => {
    const own = ofHeading.exec(line);
    const next = lines[at + 1] ?? '';
    const said = `${own ? line.slice(own[1]?.length) : ''} ${onlyList.test(next) ? next : ''}`;
    const ids = Array.from(said.matchAll(/#([\w-]+)/g), ([, id = '']) => id);
    if (ids.length > 0) anchors.set(at + 1, ids);
    if (include.test(line)) included.push(line.trim());
    if ([onlyList, contents, include].some((one) => one.test(line))) return '';
    if (item.test(line) && contents.test(next)) return '';
    return (own?.[1] ?? line).replace(dress, '').replace(list, '');
  });
  return { text: text.join('\n'), anchors, included };
}
