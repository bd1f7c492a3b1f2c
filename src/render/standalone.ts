import type { Policy } from '../model/policy.ts';
import { directionOf } from '../words/scripts.ts';
import { type Around, alone } from './around.ts';
import { withDirections } from './direction.ts';
import { treeOf } from './html.ts';
import { markdownOf } from './markdown.ts';
import { pageHtml } from './page.ts';
import { policyPage } from './policy-page.ts';
import { type Content, contentOf, renderPolicyText } from './policy-text.ts';
import type { Stamp } from './stamp.ts';
import { stringify } from './stringify.ts';
import { viewOf } from './view.ts';
import { wordsIn } from './words.ts';

/** A policy in one locale as Markdown (CommonMark, GFM tables), with anchors. Same input, same bytes. */
export function standaloneMarkdown(policy: Policy, locale: string, stamp: Stamp, around = alone): string {
  return markdownIn(contentOf(viewOf(policy, locale)), stamp, around);
}

/** A policy in one locale as a page that needs no other file: the evidence copy of a release. */
export function standaloneHtml(policy: Policy, locale: string, stamp: Stamp): string {
  return pageHtml(policyPage(contentOf(viewOf(policy, locale)), stamp));
}

/** A policy as Markdown and as a page, rendered once for both. */
export function standalone(
  policy: Policy,
  locale: string,
  stamp: Stamp,
): { readonly markdown: string; readonly html: string } {
  const content = contentOf(viewOf(policy, locale));
  return { markdown: markdownIn(content, stamp, alone), html: pageHtml(policyPage(content, stamp)) };
}

function markdownIn(content: Content, stamp: Stamp, around: Around): string {
  return markdownOf(renderPolicyText(content, stamp, around), content.view.words);
}

/** A policy in one locale as HTML without a page around it, for sites with pages of their own. */
export function fragmentHtml(policy: Policy, locale: string, stamp: Stamp): string {
  const tree = treeOf(renderPolicyText(contentOf(viewOf(policy, locale)), stamp), wordsIn(policy, locale));
  return stringify(withDirections(tree, directionOf(locale)));
}
