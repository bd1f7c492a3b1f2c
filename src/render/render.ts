import type { ElementContent, Root as Tree } from 'hast';
import type { Root } from 'mdast';
import type { Policy } from '../model/policy.ts';
import { contentBlocks, partiesId, renderDocument } from './document.ts';
import { stringify, treeOf } from './html.ts';
import { overviewId } from './lists.ts';
import { markdownOf } from './markdown.ts';
import { paragraph } from './nodes.ts';
import { type ContentsEntry, type Page, pageHtml } from './page.ts';
import { partName, titlePhrase, titleText } from './resolve.ts';
import type { Stamp } from './stamp.ts';
import { correctionSentence, statusSentence, versionLine } from './status.ts';
import { summaryId } from './summary.ts';
import { type View, viewOf } from './view.ts';
import { wordsFor } from './words.ts';

/** A policy in one locale as Markdown (CommonMark, GFM tables), with anchors. Same input, same bytes. */
export function documentMarkdown(policy: Policy, locale: string, stamp: Stamp): string {
  return markdownOf(renderDocument(policy, locale, stamp), wordsFor(locale));
}

/** A policy in one locale as an HTML fragment without any page around it, for sites that bring their own. */
export function documentHtml(policy: Policy, locale: string, stamp: Stamp): string {
  return stringify(treeOf(renderDocument(policy, locale, stamp), wordsFor(locale)));
}

/** A policy in one locale as a complete page that stands alone: the evidence copy of a release. */
export function standaloneHtml(policy: Policy, locale: string, stamp: Stamp): string {
  return pageHtml(policyPage(policy, locale, stamp));
}

/** The parts of a policy's page that come from the policy and its stamp; a site adds its links. */
export function policyPage(policy: Policy, locale: string, stamp: Stamp): Page {
  const view = viewOf(policy, locale);
  const { words } = view;
  const sentence = [statusSentence(words, stamp), correctionSentence(words, stamp)].filter((line) => line !== '').join(words.sentenceGap);
  return {
    locale,
    words,
    title: titleText(view, 'policy'),
    heading: phraseTree({ type: 'root', children: [paragraph(titlePhrase(view, 'policy'))] }, view),
    versionLine: versionLine(words, stamp),
    ...(stamp.status === undefined ? {} : { status: { tone: stamp.status, sentence } }),
    contents: contentsOf(view),
    main: treeOf({ type: 'root', children: contentBlocks(view) }, words),
    bar: [],
    footLinks: [],
    footNotes: [versionLine(words, stamp)].filter((line) => line !== ''),
  };
}

function phraseTree(root: Root, { words }: View): readonly ElementContent[] {
  const tree: Tree = treeOf(root, words);
  return tree.children.flatMap((node) => (node.type === 'element' ? node.children : []));
}

function contentsOf(view: View): ContentsEntry[] {
  const { rows, words } = view;
  const leaf = (id: string, name: string): ContentsEntry => ({ id, words: name, below: [] });
  const hasSummary = rows.chapters.some(({ id, clauses }) =>
    [id, ...clauses.map((clause) => clause.id)].some((owner) => summaryExists(view, owner)),
  );
  const chapters = rows.chapters.map(({ id, clauses }) => ({
    id,
    words: partName(view, id),
    below: clauses.flatMap((clause) => (view.numbers.has(clause.id) ? [leaf(clause.id, partName(view, clause.id))] : [])),
  }));
  return [
    ...(hasSummary ? [leaf(summaryId, words.summary)] : []),
    ...(rows.all('party').length > 0 ? [leaf(partiesId, words.parties)] : []),
    ...chapters,
    ...(hasOverviews(view) ? [leaf(overviewId, words.overviews)] : []),
  ];
}

function summaryExists({ rows, locale, policy }: View, owner: string): boolean {
  return [locale, policy.prevailing].some((language) => rows.prose(owner, ['summary'], language) !== undefined);
}

function hasOverviews({ rows }: View): boolean {
  const listed = ['function.data', 'function.permission', 'recipient', 'retention', 'right', 'contact'] as const;
  return listed.some((relation) => rows.all(relation).length > 0);
}
