/**
 * Markdown as different programs read it: what of it is more than text to them, and how they name pages and places in
 * them. Every character that such a program may obey is written as a character reference, which all of them print as it
 * is.
 */
export interface Flavour {
  /** Characters of text that are always written as references, and code that has any of them as HTML. */
  readonly inert: string;
  /** Words that begin a line of code when a paragraph begins with them. */
  readonly codeWords?: RegExp;
  /** What it finds in text that is written as references, too: an empty element keeps these apart from what follows. */
  readonly broken?: RegExp;
  /** Where anchors go: `{#id}` behind a heading, or HTML before it. */
  readonly anchors: 'heading' | 'html';
  /** Whether the site draws the title above the text, so that the text begins below it. */
  readonly titled: boolean;
  /** What stands in the front matter; there is none when absent. */
  readonly front?: (page: FrontMatter) => Readonly<Record<string, unknown>>;
  readonly around?: readonly [string, string];
  readonly file: string;
  /** How a folder of ours is called, where the program takes another name from it. */
  readonly folder?: (name: string) => string;
  /** Whether links lead to files, or to the folders that the site puts pages in; `kept` where there are no other pages. */
  readonly links: 'file' | 'folder' | 'kept';
  readonly indent?: 'tab';
}

/** What a page is called. */
export interface FrontMatter {
  /** It names the version. */
  readonly title: string;
  /** In a side bar, below the policy. */
  readonly label: string;
  readonly description: string;
  readonly date?: string;
  /** A page that search engines should leave to the version in force. */
  readonly noindex: boolean;
  readonly locale: string;
}

const noRobots = { name: 'robots', content: 'noindex' };

/** For a program whose pages are of the site's own making: they ask for what they need. */
const ownPage = ({ title, label, description, locale, noindex }: FrontMatter) => ({
  title,
  description,
  lang: locale,
  label,
  noindex,
});

export const flavours = {
  /** What an archive keeps: a text alone. It never changes. */
  frozen: { inert: '', anchors: 'html', titled: false, file: 'index.md', links: 'kept' },
  /** CommonMark with tables, for people and programs that know no more. */
  plain: { inert: '', anchors: 'html', titled: false, file: 'index.md', links: 'file' },
  vitepress: {
    inert: '{}:',
    anchors: 'heading',
    titled: false,
    front: ({ title, description, noindex }) => ({
      title,
      description,
      outline: [2, 3],
      ...(noindex ? { head: [['meta', noRobots]], search: false } : {}),
    }),
    around: ['::::::::: v-pre', ':::::::::'],
    file: 'index.md',
    links: 'file',
  },
  docusaurus: {
    inert: '{}:',
    codeWords: /^(import|export)\b/,
    // Names of emoji.
    broken: /(?<=:)(?=[\w+-]+:)/,
    anchors: 'heading',
    titled: false,
    front: ({ title, label, description }) => ({ title, sidebar_label: label, description }),
    file: 'index.md',
    links: 'file',
  },
  starlight: {
    inert: '{}:',
    anchors: 'html',
    titled: true,
    front: ({ title, label, description, noindex }) => ({
      title,
      description,
      sidebar: { label },
      ...(noindex ? { pagefind: false, head: [{ tag: 'meta', attrs: noRobots }] } : {}),
    }),
    file: 'index.md',
    folder: (name) => name.toLowerCase().replaceAll('.', '-'),
    links: 'folder',
  },
  astro: {
    inert: '{}:',
    anchors: 'html',
    titled: false,
    front: ownPage,
    file: 'index.md',
    folder: (name) => name.toLowerCase().replaceAll('.', '-'),
    links: 'folder',
  },
  eleventy: {
    inert: '{}%',
    anchors: 'html',
    titled: false,
    front: ownPage,
    file: 'index.md',
    links: 'folder',
  },
  mkdocs: {
    inert: '{}:',
    anchors: 'html',
    titled: false,
    front: ({ title, description }) => ({ title, description }),
    file: 'index.md',
    links: 'file',
    indent: 'tab',
  },
  hugo: {
    inert: '{}:',
    anchors: 'heading',
    titled: true,
    front: ({ title, label, description, date, noindex }) => ({
      title,
      linkTitle: label,
      description,
      ...(date === undefined ? {} : { date }),
      ...(noindex ? { sitemap: { disable: true } } : {}),
    }),
    file: '_index.md',
    folder: (name) => name.toLowerCase(),
    links: 'folder',
  },
} as const satisfies Record<string, Flavour>;

export type FlavourName = Exclude<keyof typeof flavours, 'frozen'>;

export const flavourNames = Object.keys(flavours).filter((name) => name !== 'frozen') as FlavourName[];
