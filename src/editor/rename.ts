import { isNoName } from '../base/folded-name.ts';
import { limits } from '../base/limits.ts';
import { textMark } from '../model/locale.ts';
import type { Edit } from './edits.ts';
import type { Declared, Spot, TextSpot } from './spots.ts';
import { declarationOf, type PolicyView, referencesOf } from './view.ts';

/** The edits of a rename, or why it is refused. */
export type Renamed =
  | { readonly ok: true; readonly edits: readonly Edit[] }
  | { readonly ok: false; readonly why: string };

/** Why the id at a spot cannot be changed; undefined if it can. */
export function whyNotRenamed(view: PolicyView, spot: Spot): string | undefined {
  const definition = declarationOf(view, spot);
  if (spot.role === 'former' || spot.role === 'retired')
    return `${spot.id} is an id that a released version had: it stays as it was.`;
  if (!definition)
    return spot.of === 'data' || spot.of === 'purpose' || spot.of === 'permission'
      ? `${spot.id} is an id of edition ${view.edition.id}: it is the same in every policy.`
      : `${spot.id} is declared nowhere in this policy, so that nothing would be renamed.`;
  if (definition.declared?.made)
    return `${spot.id} is written nowhere: it follows from what is. Write ${definition.kind === 'chapter' ? 'chapter' : 'id'}: with the new one, and formerly: [${spot.id}].`;
  if (definition.kind === 'policy')
    return 'The id of a policy is a part of the addresses of its pages: change it in policy.yaml, and move the pages.';
  if (!definition.declared?.hasFormer && isReleased(view, spot))
    return `${spot.id} was released, and nothing can say that it had another id: a new id is a new ${what(spot)}. Write a second one, and take this one out.`;
  return undefined;
}

/**
 * Renames an id wherever it occurs: in fields, prose, registers and translations, whose marks are updated. An id that
 * was released is added to `formerly:`; if the new id is in that list already, it is removed from it.
 */
export function renameAt(view: PolicyView, spot: Spot, to: string): Renamed {
  const why = whyNotRenamed(view, spot);
  if (why === undefined && to === spot.id) return { ok: true, edits: [] };
  const refused = why ?? whyNoId(spot, to) ?? takenBy(view, spot, to);
  if (refused !== undefined) return { ok: false, why: refused };
  const definition = declarationOf(view, spot);
  const places = referencesOf(view, spot, true);
  const edits = places.map(({ file, range }): Edit => ({ file, range, text: to }));
  const lineage = definition?.declared ? formerEdits(view, definition, definition.declared, to) : [];
  return { ok: true, edits: [...edits, ...lineage, ...markEdits(view, spot, to)] };
}

const plainId = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const termId = /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/;

function what({ of }: Spot): string {
  return of === 'data' ? 'category' : of === 'id' ? 'clause' : of;
}

/** Why nothing of that sort can have an id. */
function whyNoId({ of }: Spot, to: string): string | undefined {
  const pattern = of === 'id' || of === 'entry' || of === 'unit' ? plainId : termId;
  if (to.length > limits.nameLength)
    return `${to.slice(0, 20)}… is longer than the ${limits.nameLength} characters of an id.`;
  if (!pattern.test(to))
    return `${to} is no id: lower-case letters, digits${of === 'id' ? ' and hyphens' : ', dots, hyphens and underscores'}.`;
  return of === 'id' && isNoName(to)
    ? `${to} is an id that no file of Windows can be called by, and pages are called by it.`
    : undefined;
}

/** Why an id cannot be taken: something else has it or had it. */
function takenBy(view: PolicyView, spot: Spot, to: string): string | undefined {
  const former = declarationOf(view, spot)?.declared?.formerly?.ids ?? [];
  const other = view.ids.find(({ of, id, role }) => of === spot.of && id === to && role !== 'names');
  if (other && !(other.role === 'former' && former.includes(to)))
    return other.role === 'declares'
      ? `${to} is the id of something else already, in ${other.file}.`
      : `${to} was the id of something else in a released version; ids are never used again.`;
  const isTerm =
    view.edition.data.has(to) || view.edition.purposes.has(to) || view.edition.permissions.has(to);
  return spot.of !== 'id' && isTerm ? `${to} is already defined by edition ${view.edition.id}.` : undefined;
}

function isReleased({ released }: PolicyView, { of, id }: Spot): boolean {
  if (!released) return false;
  const { facts, structure, vocabulary } = released.policy;
  if (of === 'data') return Object.hasOwn(vocabulary.data, id);
  if (of === 'purpose') return Object.hasOwn(vocabulary.purposes, id);
  if (of === 'permission') return Object.hasOwn(vocabulary.permissions, id);
  if (of === 'entry') return facts.some(({ relation, key }) => relation === 'change.entry' && key[1] === id);
  return [...structure, ...facts].some(
    ({ relation, key }) => key.length === 1 && key[0] === id && relation !== 'contents',
  );
}

/** Updates `formerly:` for the new id. */
function formerEdits(view: PolicyView, spot: Spot, declared: Declared, to: string): readonly Edit[] {
  const { formerly, isFlow, indent, hasFormer } = declared;
  if (!hasFormer) return [];
  const before = formerly?.ids ?? [];
  const after = [
    ...before.filter((id) => id !== to),
    ...(isReleased(view, spot) && !before.includes(spot.id) ? [spot.id] : []),
  ];
  if (after.join() === before.join()) return [];
  const list = `[${after.join(', ')}]`;
  const { file } = spot;
  const text = view.snapshot.files.get(file)?.text ?? '';
  if (formerly && after.length > 0) return [{ file, range: trimmed(text, formerly.value), text: list }];
  if (formerly)
    return [{ file, range: isFlow ? withComma(text, formerly) : wholeLines(text, formerly), text: '' }];
  const end = text[spot.range[1]] === '"' || text[spot.range[1]] === "'" ? spot.range[1] + 1 : spot.range[1];
  if (isFlow) return [{ file, range: [end, end], text: `, formerly: ${list}` }];
  const line = text.indexOf('\n', end);
  const at = line === -1 ? text.length : line;
  return [{ file, range: [at, at], text: `\n${' '.repeat(indent)}formerly: ${list}` }];
}

/** A YAML block may reach beyond the line end of its last item. */
function trimmed(text: string, [start, end]: readonly [number, number]): readonly [number, number] {
  return [start, start + text.slice(start, end).trimEnd().length];
}

type Formerly = NonNullable<Declared['formerly']>;

function wholeLines(text: string, { key, value }: Formerly): readonly [number, number] {
  const start = text.lastIndexOf('\n', key[0]) + 1;
  const next = text.indexOf('\n', trimmed(text, value)[1]);
  return [start, next === -1 ? text.length : next + 1];
}

function withComma(text: string, { key, value }: Formerly): readonly [number, number] {
  const before = text.slice(0, key[0]).trimEnd();
  return [before.endsWith(',') ? before.length - 1 : key[0], value[1]];
}

/**
 * A text that names an id changes with it, and so does its mark, which its translations refer to. Equal texts share a
 * mark and change in the same way.
 */
function markEdits(view: PolicyView, spot: Spot, to: string): readonly Edit[] {
  const marks = new Map(
    [...view.files.values()].flatMap(({ texts }) =>
      texts.flatMap((text) => {
        const after = withId(text, spot, to);
        return after === text.text ? [] : [[textMark(text.text), textMark(after)] as const];
      }),
    ),
  );
  return [...view.files].flatMap(([file, found]) =>
    found.marks.flatMap(({ mark, range }): Edit[] => {
      const now = marks.get(mark);
      return now === undefined ? [] : [{ file, range, text: now }];
    }),
  );
}

function withId({ text, uses }: TextSpot, { of, id }: Spot, to: string): string {
  let after = text;
  for (const use of [...uses].reverse())
    if (use.of === of && use.id === id) after = after.slice(0, use.at[0]) + to + after.slice(use.at[1]);
  return after;
}
