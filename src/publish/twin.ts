import { type Flavour, type FrontMatter, flavours } from '../render/flavours.ts';
import { markdownOf } from '../render/markdown.ts';
import { type Block, type Inline, link, paragraph } from '../render/nodes.ts';
import type { PageLink } from '../render/page.ts';
import type { Words } from '../render/words.ts';
import type { SitePolicy } from './site-policy.ts';

/** A page as Markdown, either beside its HTML or for a site with its own shell. */
export interface Twin {
  /** The path of the HTML page. */
  readonly path: string;
  readonly locale: string;
  readonly words: Words;
  /** Names the version. */
  readonly title: string;
  /** The label in a side bar, below its policy. */
  readonly label: string;
  readonly description: string;
  /** When the version takes effect, and when it was published: none for what is no version. */
  readonly dates?: FrontMatter['dates'] | undefined;
  readonly noindex: boolean;
  /** Links to other versions and other languages. */
  readonly links: readonly PageLink[];
  readonly children: readonly Block[];
}

/** The path of the Markdown file, and its text. */
export function twinOf({ flavour }: SitePolicy, twin: Twin): readonly [string, string] {
  const how: Flavour = flavours[flavour ?? 'plain'];
  const { dates, ...page } = twin;
  const front = how.front?.(dates === undefined ? page : { ...page, dates });
  const parts = [
    ...(front === undefined ? [] : [frontMatter(front)]),
    ...(how.around === undefined ? [] : [`${how.around[0]}\n`]),
    markdownOf({ type: 'root', children: [...withWays(twin, how)] }, twin.words, how),
    ...(how.around === undefined ? [] : [`${how.around[1]}\n`]),
  ];
  return [twinPath(twin.path, how), parts.join('\n')];
}

function twinPath(path: string, { file, folder = (name) => name }: Flavour): string {
  const folders = path.split('/').slice(0, -1);
  return [...folders.map(folder), file].join('/');
}

/** Puts the links to other pages below the status, before the first part. */
function withWays({ children, links }: Twin, { titled }: Flavour): readonly Block[] {
  const shown = titled ? children.slice(1) : children;
  if (links.length === 0) return shown;
  const found = shown.findIndex(({ type }, at) => type === 'part' || (at > 0 && type === 'heading'));
  const at = found === -1 ? shown.length : found;
  const ways = links.flatMap(({ href, words }, index): Inline[] => [
    ...(index === 0 ? [] : [' · ']),
    link(href, words),
  ]);
  return [...shown.slice(0, at), paragraph(...ways), ...shown.slice(at)];
}

/** YAML with every value written as JSON, which is valid YAML, so that no value can be read as anything else. */
function frontMatter(values: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(values).map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`);
  return `---\n${lines.join('')}---\n`;
}
