import type { DirectiveName } from '../syntax/directive.ts';
import { marksIn } from '../syntax/marks.ts';
import { titleText } from './resolve.ts';
import type { View } from './view.ts';
import { proseText } from './view.ts';

/**
 * Whether the author's own texts of a clause already tell all of these, by a directive. A fact that they tell in full is
 * not printed again beside them; one that they tell in part is, so that no list is shorter than what it lists.
 */
export function areTold(view: View, owner: string, name: DirectiveName, ids: readonly string[]): boolean {
  const told = toldBy(view, owner);
  return ids.length > 0 && ids.every((id) => told.has(`${name} ${id}`));
}

/** The members of a list that the texts do not tell in full. */
export function untold(
  view: View,
  owner: string,
  name: DirectiveName,
  ids: readonly string[],
): readonly string[] {
  return areTold(view, owner, name, ids) ? [] : ids;
}

/** A name, unless the clause's title or text says it: `Google` in `Google Analytics`. */
export function unlessSaid(view: View, owner: string, name: string): string {
  const texts = [titleText(view, owner), proseText(view, owner, ['text'])?.text ?? ''];
  return texts.some((text) => says(text, name)) ? '' : name;
}

/** Whether a text has a name in it, with no letter or digit of the same script around it. */
function says(text: string, name: string): boolean {
  if (name === '') return false;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const around = [text[at - 1], text[at + name.length]];
    if (!around.some((one) => one !== undefined && /[\p{L}\p{N}]/u.test(one) && !/\p{Script=Han}/u.test(one)))
      return true;
  }
  return false;
}

/** What the texts of a clause point at, as `contact help-desk`. */
function toldBy(view: View, owner: string): ReadonlySet<string> {
  const known = made.get(view)?.get(owner);
  if (known) return known;
  const told = new Set(
    view.rows.textsOf(owner).flatMap((path) => {
      const found = proseText(view, owner, path);
      return found ? marksIn(found.text).directives.map(({ name, id }) => `${name} ${id}`) : [];
    }),
  );
  const ofView = made.get(view) ?? new Map<string, ReadonlySet<string>>();
  made.set(view, ofView.set(owner, told));
  return told;
}

const made = new WeakMap<View, Map<string, ReadonlySet<string>>>();
