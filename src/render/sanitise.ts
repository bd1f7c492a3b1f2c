import type { Root as Tree } from 'hast';
import rehypeSanitize, { type Options } from 'rehype-sanitize';
import { unified } from 'unified';
import { frames } from './nodes.ts';

const tags =
  'a blockquote br caption code dd del details div dl dt em h1 h2 h3 h4 hr ins li ol p pre section span strong summary table tbody td th thead time tr u ul'.split(
    ' ',
  );

const badges = 'badge basic additional new changed removed current past later more less'.split(' ');

const classes = {
  a: ['number'],
  details: ['more', 'listed'],
  div: 'body short point find flow box hub quiet change tally do words line'.split(' '),
  dl: ['facts', 'uses', 'say', 'care'],
  p: ['added', 'removed'],
  section: ['scroll', 'clause', 'card', 'body', 'function', 'recipient', ...frames],
  span: ['label', 'hidden', 'marks', 'needed', 'optional', 'used', ...badges],
  table: ['stack', 'many', 'matrix'],
  td: ['needed', 'optional', 'used'],
  tr: ['group'],
  u: ['limit'],
};

/**
 * The last step before a tree is published. Only elements and attributes that our own rendering makes are let
 * through, and only the given ids, so that no text can claim an anchor.
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
      ol: ['start'],
      div: [
        ['id', ...ids],
        ['className', ...classes.div, ...classes.section],
      ],
      section: [['id', ...ids], ['className', ...classes.section], ['tabIndex', 0], 'ariaLabel'],
      span: [
        ['id', ...ids],
        ['className', ...classes.span],
        ['ariaHidden', 'true'],
      ],
      tr: [
        ['id', ...ids],
        ['className', ...classes.tr],
      ],
      td: [['className', ...classes.td], 'colSpan'],
      time: ['dateTime'],
      th: [['scope', 'col', 'row', 'rowgroup'], 'colSpan'],
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
