import type { PhrasingContent } from 'mdast';
import { eachOnDemand, keptWith } from '../base/on-demand.ts';
import type { Policy, Term } from '../model/policy.ts';
import type { FactRelation } from '../model/relations.ts';
import { formerIds } from './former-ids.ts';
import { indexRows, type Rows } from './index-rows.ts';
import { type Inline, inline, strong, text } from './nodes.ts';
import { capitalise, labelIn, type Words, wordsIn } from './words.ts';

/** A policy as readers of one locale see it. */
export interface View {
  readonly policy: Policy;
  readonly locale: string;
  readonly words: Words;
  readonly rows: Rows;
  /** By chapter or clause id: `2`, `2.1`. Clauses without a title have none. */
  readonly numbers: ReadonlyMap<string, string>;
  readonly kinds: ReadonlyMap<string, string>;
  /** By clause id: its position in reading order. */
  readonly places: ReadonlyMap<string, number>;
  /** By recipient: where the page says in full how it gets data, unless beside the recipient itself. */
  readonly formsSaid: ReadonlyMap<string, 'chapter' | 'earlier'>;
  /** By chapter or clause id: its ids in earlier versions. */
  readonly formerIds: ReadonlyMap<string, readonly string[]>;
}

/** A policy as readers of a locale see it: its words, its rows, the position of each clause. */
export function viewOf(policy: Policy, locale: string): View {
  return { ...outlineOf(policy), policy, locale, words: wordsIn(policy, locale) };
}

/** The parts that are the same in every locale, kept because every line about a change needs them. */
const outlineOf = keptWith((policy: Policy): Omit<View, 'policy' | 'locale' | 'words'> => {
  const rows = indexRows(policy);
  const numbers = new Map<string, string>();
  const kinds = new Map<string, string>();
  rows.chapters.forEach((chapter, index) => {
    numbers.set(chapter.id, `${index + 1}`);
    let position = 0;
    for (const clause of chapter.clauses) {
      kinds.set(clause.id, clause.kind);
      if (rows.prose(clause.id, ['title'], policy.prevailing) !== undefined) {
        position += 1;
        numbers.set(clause.id, `${index + 1}.${position}`);
      }
    }
  });
  return {
    rows,
    numbers,
    kinds,
    places: new Map([...kinds.keys()].map((id, at) => [id, at])),
    formsSaid: saidForms(rows),
    formerIds: formerIds(policy, rows.chapters),
  };
});

/**
 * How recipients get data is said before a chapter in which all share one form, else with the first recipient that
 * has it.
 */
function saidForms(rows: Rows): Map<string, 'chapter' | 'earlier'> {
  const told = new Set<string>();
  const said = new Map<string, 'chapter' | 'earlier'>();
  for (const { clauses } of rows.chapters) {
    const recipients = clauses.filter(({ kind }) => kind === 'recipient');
    const forms = recipients.map(({ id }) => rows.value('recipient', [id], 'form'));
    const isShared = forms.length > 1 && forms.every((form) => form !== '' && form === forms[0]);
    recipients.forEach(({ id }, at) => {
      const form = forms[at] ?? '';
      if (isShared || told.has(form)) said.set(id, isShared ? 'chapter' : 'earlier');
      told.add(form);
    });
  }
  return said;
}

/**
 * The same policy in another locale, for texts written in that: names and periods in a text are in the text's
 * language.
 */
export function viewIn(view: View, locale: string): View {
  return locale === view.locale ? view : viewsBeside(view)(locale);
}

const viewsBeside = keptWith((view: View) =>
  eachOnDemand((locale: string): View => ({ ...view, locale, words: wordsIn(view.policy, locale) })),
);

/** A text of the policy with its locale: the view's, or the prevailing one if the view's has no such text. */
export function proseText(
  view: View,
  owner: string,
  path: readonly string[],
): { readonly text: string; readonly locale: string } | undefined {
  for (const locale of [view.locale, view.policy.prevailing]) {
    const text = view.rows.prose(owner, path, locale);
    if (text !== undefined) return { text, locale };
  }
  return undefined;
}

/** A name of the policy in the view's language if it was translated, else as it is. */
export function nameFor(view: View, owner: string, path: readonly string[], name: string): string {
  return view.rows.prose(owner, path, view.locale) ?? name;
}

/** The same for a value that is a name; empty if it is not stated. */
export function namedValue(view: View, relation: FactRelation, owner: string, name: string): string {
  const value = view.rows.value(relation, [owner], name);
  return value === '' ? '' : nameFor(view, owner, [name], value);
}

/** Whether the category is sensitive under any profile of the policy. */
export function isSensitive(view: View, data: string): boolean {
  const rated = view.rows.all('sensitivity', data);
  if (rated.length > 0) return rated.some((row) => row.values.level === 'yes');
  const levels = view.policy.vocabulary.data[data]?.sensitive ?? {};
  const profiles = view.rows.ids('policy.profile', 'policy').filter((id) => Object.hasOwn(levels, id));
  return Object.entries(levels).some(
    ([profile, level]) => level === 'yes' && (profiles.length === 0 || profiles.includes(profile)),
  );
}

export function dataLabel(view: View, id: string): string {
  return labelOf(view, view.policy.vocabulary.data, id);
}

export function purposeLabel(view: View, id: string): string {
  return labelOf(view, view.policy.vocabulary.purposes, id);
}

export function permissionLabel(view: View, id: string): string {
  return labelOf(view, view.policy.vocabulary.permissions, id);
}

function labelOf({ locale, policy }: View, terms: Readonly<Record<string, Term>>, id: string): string {
  const label = Object.hasOwn(terms, id) ? terms[id]?.label : undefined;
  return label === undefined ? id : (labelIn(label, [locale, policy.prevailing, 'en']) ?? id);
}

/** The name of a data category for a list or cell; bold if it is sensitive. */
export function dataName(view: View, id: string, capital = false): PhrasingContent {
  const { first, later } = namesIn(view);
  return capital ? first(id) : later(id);
}

/** Names of data categories, kept because each is in many cells. */
const namesIn = keptWith((view: View) => {
  const shown = (id: string, label: string): PhrasingContent =>
    isSensitive(view, id) ? strong(label) : text(label);
  return {
    first: eachOnDemand((id: string) => shown(id, capitalise(dataLabel(view, id)))),
    later: eachOnDemand((id: string) => shown(id, dataLabel(view, id))),
  };
});

export function dataNames(view: View, ids: readonly string[]): PhrasingContent[] {
  return listed(
    view,
    ids.map((id, index) => dataName(view, id, index === 0)),
  );
}

export function purposeNames(view: View, ids: readonly string[]): string {
  return capitalise(purposeWords(view, ids));
}

/** Names of purposes, for use within a sentence. */
export function purposeWords(view: View, ids: readonly string[]): string {
  return ids.map((id) => purposeLabel(view, id)).join(view.words.listSeparator);
}

/** Items with the separators of the language. Adjacent bold words are joined. */
export function listed(view: View, items: readonly Inline[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const item of items) {
    const [first, ...rest] = inline(item);
    const last = joined.at(-1);
    if (first?.type === 'strong' && last?.type === 'strong')
      joined.splice(-1, 1, strong(last.children, view.words.listSeparator, first.children), ...rest);
    else joined.push(...inline(last ? view.words.listSeparator : ''), ...inline(item));
  }
  return joined;
}
