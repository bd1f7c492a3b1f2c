import { directionOf } from '../words/scripts.ts';
import { withDirections } from './direction.ts';
import { element } from './element.ts';
import { bodyOf, headOf, type Page, pageHtml } from './page.ts';
import type { Shell } from './shell-kind.ts';
import { stringify } from './stringify.ts';
import { style } from './style.ts';

/**
 * The places in a site's template for our parts. `policyc:root` stands for the path from a page to the top of the
 * site.
 */
const shellPlaces = ['<!-- policyc:head -->', '<!-- policyc:body -->'] as const;

/** The style sheet written beside fragments, for pages that want our look. */
export const fragmentStyle = ['policyc.css', `${style}\n`] as const;

/** The required places that a template lacks. */
export function placesMissing(template: string): readonly string[] {
  return shellPlaces.filter((place) => !template.includes(place));
}

/** A page in its shell; `root` is the path from it to the top of the site: `./`, or `../` repeated. */
export function inShell(page: Page, shell: Shell, root: string): string {
  if (shell === 'own') return pageHtml(page);
  if (shell === 'fragment') return fragmentOf(page);
  const [head, body] = shellPlaces;
  const parts: Readonly<Record<string, string>> = {
    [head]: stringify({ type: 'root', children: [...headOf(page)] }),
    [body]: fragmentOf(page),
    'policyc:lang': page.locale,
    'policyc:dir': directionOf(page.locale),
    'policyc:root': root,
  };
  // All places are filled in one pass, so that text that was filled in is not searched for places.
  const places = new RegExp(Object.keys(parts).join('|'), 'g');
  return shell.template.replace(places, (place) => parts[place] ?? place);
}

function fragmentOf(page: Page): string {
  const direction = directionOf(page.locale);
  const box = element('div', { className: ['policyc'], lang: page.locale, dir: direction }, ...bodyOf(page));
  return stringify(withDirections({ type: 'root', children: [box] }, direction));
}
