import { eachOnDemand, keptWith } from '../base/on-demand.ts';
import type { DirectiveName } from '../syntax/directive.ts';
import { marksIn } from '../syntax/marks.ts';
import { titleText } from './resolve.ts';
import { proseText, type View } from './view.ts';

/**
 * Whether a clause's own texts already name all of these by directives. If so, the list is not printed again; if they
 * name only some, all of it is, so that no printed list is incomplete.
 */
export function areTold(view: View, owner: string, name: DirectiveName, ids: readonly string[]): boolean {
  const told = toldIn(view)(owner);
  return ids.length > 0 && ids.every((id) => told.has(`${name} ${id}`));
}

/** The list, or nothing if the texts already name all of it. */
export function untold(
  view: View,
  owner: string,
  name: DirectiveName,
  ids: readonly string[],
): readonly string[] {
  return areTold(view, owner, name, ids) ? [] : ids;
}

/** A name, or nothing if the clause's title or text contains it: `Google` in `Google Analytics`. */
export function unlessSaid(view: View, owner: string, name: string): string {
  const texts = [titleText(view, owner), proseText(view, owner, ['text'])?.text ?? ''];
  return texts.some((text) => says(text, name)) ? '' : name;
}

/**
 * Whether a text contains a name as a whole word. Han characters may touch it, since they are written without spaces.
 */
function says(text: string, name: string): boolean {
  if (name === '') return false;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const around = [text[at - 1], text[at + name.length]];
    if (!around.some((one) => one !== undefined && /[\p{L}\p{N}]/u.test(one) && !/\p{Script=Han}/u.test(one)))
      return true;
  }
  return false;
}

/** What the texts of a clause refer to, as `contact help-desk`. */
const toldIn = keptWith((view: View) =>
  eachOnDemand((owner: string): ReadonlySet<string> => {
    const texts = view.rows.textsOf(owner).flatMap((path) => proseText(view, owner, path)?.text ?? []);
    return new Set(texts.flatMap((text) => marksIn(text).directives.map(({ name, id }) => `${name} ${id}`)));
  }),
);
