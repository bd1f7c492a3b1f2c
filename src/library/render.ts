import { isDate } from '../base/date.ts';
import { cannot } from '../base/failure.ts';
import type { Policy } from '../model/policy.ts';
import type { Stamp } from '../render/stamp.ts';
import { fragmentHtml, standaloneHtml, standaloneMarkdown } from '../render/standalone.ts';
import { type Answer, attempt, refuse } from './answer.ts';

/** Which copy of a policy is rendered, and what it says of itself: its number, its dates, its status. */
export interface RenderOptions extends Stamp {
  /** One of the policy's languages; the prevailing one when none is given. */
  readonly locale?: string;
}

/** The same for HTML. */
export interface HtmlOptions extends RenderOptions {
  /** A whole page that needs nothing beside it, or what goes between the tags of one; a page when nothing is given. */
  readonly form?: 'page' | 'fragment';
}

/** A policy as HTML, inert whatever its texts hold. Same input, same bytes. Refused when it is not in that language. */
export function renderHtml(
  policy: Policy,
  { locale, form = 'page', ...stamp }: HtmlOptions = {},
): Answer<string> {
  return drawn(form === 'page' ? standaloneHtml : fragmentHtml, policy, locale, stamp);
}

/** A policy as Markdown (CommonMark with tables). Same input, same bytes. Refused when it is not in that language. */
export function renderMarkdown(policy: Policy, { locale, ...stamp }: RenderOptions = {}): Answer<string> {
  return drawn(standaloneMarkdown, policy, locale, stamp);
}

function drawn(
  draw: typeof standaloneHtml,
  policy: Policy,
  locale: string = policy.prevailing,
  stamp: Stamp,
): Answer<string> {
  const { locales } = policy;
  if (!locales.includes(locale))
    return refuse('usage', `the policy has no text in ${locale}.`, `It has ${locales.join(', ')}.`);
  return attempt(() => {
    for (const option of ['effective', 'published', 'until'] as const) {
      const date = stamp[option];
      if (date !== undefined && !isDate(date)) throw cannot('date-unreal', { option, date });
    }
    return draw(policy, locale, stamp);
  });
}
