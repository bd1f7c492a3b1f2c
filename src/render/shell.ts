import { directionOf } from '../words/scripts.ts';
import { withDirections } from './direction.ts';
import { element } from './element.ts';
import { bodyOf, headOf, type Page, pageHtml } from './page.ts';
import type { Shell } from './shell-kind.ts';
import { stringify } from './stringify.ts';
import { style } from './style.ts';

/** Where a site's page has the parts of ours. `policyc:root` is the way from a page to the top of the site. */
const shellPlaces = ['<!-- policyc:head -->', '<!-- policyc:body -->'] as const;

/** What stands beside fragments, for pages that want to look like ours. */
export const fragmentStyle = ['policyc.css', `${style}\n`] as const;

/** The places that a template must have and has not. */
export function placesMissing(template: string): readonly string[] {
  return shellPlaces.filter((place) => !template.includes(place));
}

/** A page in its shell; `root` is the way from it to the top of the site, `./` or `../` as often as needed. */
export function inShell(page: Page, shell: Shell, root: string): string {
  if (shell === 'own') return pageHtml(page);
  if (shell === 'fragment') return fragmentOf(page);
  const [head, body] = shellPlaces;
  const parts: Readonly<Record<string, string>> = {
    [head]: written(headOf(page)),
    [body]: fragmentOf(page),
    'policyc:lang': page.locale,
    'policyc:dir': directionOf(page.locale),
    'policyc:root': root,
  };
  // In one go: what a page says is no place for another part.
  const places = new RegExp(Object.keys(parts).join('|'), 'g');
  return shell.template.replace(places, (place) => parts[place] ?? place);
}

function fragmentOf(page: Page): string {
  const direction = directionOf(page.locale);
  const box = element('div', { className: ['policyc'], lang: page.locale, dir: direction }, ...bodyOf(page));
  return stringify(withDirections({ type: 'root', children: [box] }, direction));
}

function written(elements: ReturnType<typeof headOf>): string {
  return stringify({ type: 'root', children: [...elements] });
}
