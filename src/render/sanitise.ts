import type { Root as Tree } from 'hast';
import rehypeSanitize, { type Options } from 'rehype-sanitize';
import { unified } from 'unified';

const tags = [
  'a',
  'blockquote',
  'br',
  'caption',
  'code',
  'dd',
  'del',
  'div',
  'dl',
  'dt',
  'em',
  'h1',
  'h2',
  'h3',
  'hr',
  'li',
  'ol',
  'p',
  'pre',
  'section',
  'span',
  'strong',
  'table',
  'tbody',
  'td',
  'th',
  'thead',
  'tr',
  'u',
  'ul',
];

const classes = {
  a: ['number'],
  div: ['fact'],
  dl: ['facts'],
  section: ['scroll', 'chapter', 'clause', 'overview', 'summary', 'parties'],
  span: ['badge', 'basic', 'additional', 'new', 'changed', 'removed'],
  table: ['grid'],
  u: ['limit'],
};

/**
 * The last step before a tree is published. Only elements and attributes that our own rendering makes pass; an `id`
 * passes only when it is one of these, so that no text can claim an anchor.
 */
export function sanitise(tree: Tree, ids: readonly string[]): Tree {
  return unified().use(rehypeSanitize, allowing(ids)).runSync(tree) as Tree;
}

function allowing(ids: readonly string[]): Options {
  const classAttributes = Object.entries(classes).map(
    ([tag, names]) => [tag, [['className', ...names]]] as const,
  );
  return {
    tagNames: tags,
    attributes: {
      ...Object.fromEntries(classAttributes),
      '*': ['lang'],
      a: ['href', ['className', ...classes.a]],
      div: [['className', ...classes.div]],
      ol: ['start'],
      section: [
        ['id', ...ids],
        ['className', ...classes.section],
      ],
      span: [
        ['id', ...ids],
        ['className', ...classes.span],
      ],
      td: ['dataLabel'],
      th: [['scope', 'col', 'row']],
    },
    ancestors: {
      td: ['table'],
      th: ['table'],
      tr: ['table'],
      thead: ['table'],
      tbody: ['table'],
      caption: ['table'],
    },
    protocols: { href: ['http', 'https', 'mailto', 'tel'] },
    strip: ['script', 'style'],
    clobber: [],
    clobberPrefix: '',
    allowComments: false,
    allowDoctypes: false,
  };
}
