import type { Link, Nodes } from 'mdast';
import type { ReaderChange } from '../model/reader-changes.ts';
import { badge } from '../render/badge.ts';
import { type Block, bullets, inline, link, paragraph } from '../render/nodes.ts';
import { markdownBlocks, partName } from '../render/resolve.ts';
import { listed, type View, viewOf } from '../render/view.ts';
import type { Words } from '../render/words.ts';
import type { Version } from './versions.ts';

/** The changes of a version as its notes describe them; links lead to the version's page at `target`. */
export function toldChanges(version: Version, locale: string, words: Words, target: string): Block[] {
  const { changes } = version.release.changes;
  if (changes.length > 0)
    return [bullets(changes.map((change) => changeItem(version, change, locale, words, target)))];
  if (isFirst(version)) return [paragraph(words.firstVersion)];
  const compared = version.compared();
  return [
    paragraph(
      compared === undefined || compared.meaning
        ? words.noChanges
        : words.noChangeOfMeaning(compared.facts, compared.texts),
    ),
  ];
}

/** Whether the version is a first one, with nothing to change. */
export function isFirst({ release: { manifest, changes } }: Version): boolean {
  return manifest.previous === null && changes.changes.length === 0;
}

/** A change in the words of its note, with its status and the sections it concerns. */
function changeItem(
  { release: { policy }, before }: Version,
  change: ReaderChange,
  locale: string,
  words: Words,
  target: string,
): Block[] {
  const view = viewOf(policy, locale);
  const [shown, text] = textIn(change, [locale, policy.prevailing]);
  const blocks = markdownBlocks(view, text).map((block) => leadTo(block, target));
  const is = statusFor(change, view, before && viewOf(before, locale));
  const status = paragraph(badge(is, words.changeWords[is]));
  // A clause without a title goes by its chapter, and several of them lead to the first.
  const sections = new Map<string, string>();
  const concerned = new Set(change.clauses);
  for (const { id: chapter, clauses } of view.rows.chapters)
    for (const id of [chapter, ...clauses.map((clause) => clause.id)]) {
      const name = concerned.has(id) ? partName(view, id) : undefined;
      if (name !== undefined && !sections.has(name)) sections.set(name, id);
    }
  const where = listed(
    view,
    [...sections].map(([name, id]) => link(`${target}#${id}`, name)),
  );
  return [
    status,
    ...(shown === locale ? blocks : [{ type: 'foreign', locale: shown, children: blocks } as const]),
    ...(where.length === 0 ? [] : [paragraph(inline(where))]),
  ];
}

/**
 * The status that readers see. A country added to a list, or a limit added to a promise, belongs to a section that was
 * there before: the section is not called new, nor is it called removed if it only lost something.
 */
function statusFor(
  { status, clauses }: ReaderChange,
  now: View,
  before: View | undefined,
): ReaderChange['status'] {
  const other = status === 'new' ? before : status === 'removed' ? now : undefined;
  const stands = other !== undefined && clauses.length > 0 && clauses.every((id) => other.numbers.has(id));
  return stands ? 'changed' : status;
}

function textIn({ text }: ReaderChange, locales: readonly string[]): readonly [locale: string, text: string] {
  const locale =
    [...locales, ...Object.keys(text).sort()].find((candidate) => Object.hasOwn(text, candidate)) ?? '';
  return [locale, text[locale] ?? ''];
}

/** Makes a note's links into the policy lead to the version that the note describes. */
function leadTo<T extends Nodes>(node: T, target: string): T {
  const moved =
    node.type === 'link' && (node as Link).url.startsWith('#')
      ? { ...node, url: target + (node as Link).url }
      : node;
  if (!('children' in moved)) return moved;
  return { ...moved, children: (moved.children as Nodes[]).map((child) => leadTo(child, target)) };
}
