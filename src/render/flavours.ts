/**
 * Markdown for different programs: what they read as more than text, and how they name pages and anchors. Every
 * character that such a program might act on is written as a character reference, which all of them print unchanged.
 */
export interface Flavour {
  /** Characters always written as references in text. Code that contains one is written as HTML. */
  readonly inert: string;
  /** Words that turn a paragraph into code when it begins with them. */
  readonly codeWords?: RegExp;
  /**
   * Places that the program acts on even when they are written as references: an empty element is put there to split
   * them.
   */
  readonly broken?: RegExp;
  /** How anchors are written: `{#id}` after a heading, or HTML before it. */
  readonly anchors: 'heading' | 'html';
  /** Whether the site prints the title itself, so that the text must not repeat it. */
  readonly titled: boolean;
  /** The values of the front matter; without this function there is none. */
  readonly front?: (page: FrontMatter) => Readonly<Record<string, unknown>>;
  readonly around?: readonly [string, string];
  readonly file: string;
  /** The program's name for one of our folders, if it changes such names. */
  readonly folder?: (name: string) => string;
  /**
   * Whether links lead to files, or to the folders the site makes of pages; `kept` leaves them as they are, for a
   * lone page.
   */
  readonly links: 'file' | 'folder' | 'kept';
  readonly indent?: 'tab';
}

export interface FrontMatter {
  /** Names the version. */
  readonly title: string;
  /** The label in a side bar, below the policy. */
  readonly label: string;
  readonly description: string;
  readonly dates?: { readonly effective?: string; readonly published?: string };
  /** For pages that search engines should not list, since they list the version in force. */
  readonly noindex: boolean;
  readonly locale: string;
}

const noRobots = { name: 'robots', content: 'noindex' };

/** For programs whose page templates belong to the site: the templates use what they need of these. */
const ownPage = ({ title, label, description, locale, noindex }: FrontMatter) => ({
  title,
  description,
  lang: locale,
  label,
  noindex,
});

/** What most sites share. */
const site = { inert: '{}:', anchors: 'html', titled: false, file: 'index.md', links: 'file' } as const;

export const flavours = {
  /** The Markdown kept in archives: a text on its own. It must never change. */
  frozen: { inert: '', anchors: 'html', titled: false, file: 'index.md', links: 'kept' },
  /** CommonMark with tables, for people and for programs that read nothing more. */
  plain: { ...site, inert: '' },
  vitepress: {
    ...site,
    anchors: 'heading',
    front: ({ title, description, noindex }) => ({
      title,
      description,
      outline: [2, 3],
      ...(noindex ? { head: [['meta', noRobots]], search: false } : {}),
    }),
    around: ['::::::::: v-pre', ':::::::::'],
  },
  docusaurus: {
    ...site,
    codeWords: /^(import|export)\b/,
    // Emoji names such as `:smile:`.
    broken: /(?<=:)(?=[\w+-]+:)/,
    anchors: 'heading',
    front: ({ title, label, description }) => ({ title, sidebar_label: label, description }),
  },
  starlight: {
    ...site,
    titled: true,
    front: ({ title, label, description, noindex }) => ({
      title,
      description,
      sidebar: { label },
      ...(noindex ? { pagefind: false, head: [{ tag: 'meta', attrs: noRobots }] } : {}),
    }),
    folder: (name) => name.toLowerCase().replaceAll('.', '-'),
    links: 'folder',
  },
  astro: {
    ...site,
    front: ownPage,
    folder: (name) => name.toLowerCase().replaceAll('.', '-'),
    links: 'folder',
  },
  eleventy: {
    ...site,
    inert: '{}%',
    front: ownPage,
    links: 'folder',
  },
  mkdocs: {
    ...site,
    front: ({ title, description }) => ({ title, description }),
    indent: 'tab',
  },
  hugo: {
    ...site,
    anchors: 'heading',
    titled: true,
    front: ({ title, label, description, dates, noindex }) => ({
      title,
      linkTitle: label,
      description,
      ...(dates?.effective === undefined ? {} : { date: dates.effective }),
      // Hugo leaves out pages of a day to come: a version is read from when it was published.
      ...(dates?.published === undefined ? {} : { publishDate: dates.published }),
      ...(noindex ? { sitemap: { disable: true } } : {}),
    }),
    file: '_index.md',
    folder: (name) => name.toLowerCase(),
    links: 'folder',
  },
} as const satisfies Record<string, Flavour>;

export type FlavourName = Exclude<keyof typeof flavours, 'frozen'>;

export const flavourNames = Object.keys(flavours).filter((name) => name !== 'frozen') as FlavourName[];
