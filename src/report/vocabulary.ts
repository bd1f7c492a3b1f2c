import type { Findable } from '../base/search.ts';
import type { Edition } from '../model/edition.ts';
import type { EditionBackground } from '../model/edition-background.ts';
import { namedTerms } from '../model/term-search.ts';
import { languages } from '../words/languages.ts';
import { english } from '../words/made/en.ts';
import type { AnyTable } from '../words/table.ts';

/** A word that policies are written with: an id, where it is written, and what it is called in every language. */
export interface Word extends Findable {
  readonly list: ListName;
  readonly group: string;
  readonly labels: readonly string[];
}

interface List {
  readonly field: string;
  /** Where the words of pages have it. */
  readonly words?: keyof typeof english;
}

/** Every list of ids that can be asked for by name, and where its ids are written. */
export const lists = {
  data: { field: 'collects: of a function, data: of others' },
  purposes: { field: 'purposes:' },
  permissions: { field: 'permissions: of a function' },
  rights: { field: 'right: of a right', words: 'rights' },
  grounds: { field: 'grounds: of a right', words: 'grounds' },
  measures: { field: 'measures: of a security clause', words: 'measures' },
  bases: { field: 'basis: of a purpose', words: 'bases' },
  'sensitive-grounds': { field: 'ground: of sensitive:', words: 'sensitiveGrounds' },
  sources: { field: 'source: of data collected', words: 'sources' },
  methods: { field: 'method: of data collected', words: 'methods' },
  recipients: { field: 'category: of a recipient', words: 'categories' },
  forms: { field: 'form: of a recipient', words: 'formsInShort' },
  mechanisms: { field: 'mechanism: of a recipient abroad', words: 'mechanisms' },
  technologies: { field: 'type: of a technology', words: 'technologies' },
  starts: { field: 'start: of a retention', words: 'starts' },
  expiries: { field: 'expiry: of a retention', words: 'expiries' },
  topics: { field: 'topics: of a contact', words: 'topics' },
  contacts: { field: 'channel: of a contact', words: 'contactChannels' },
  channels: { field: 'channels of applies:', words: 'appChannels' },
  notices: { field: 'prominent: of a change clause', words: 'prominentChannels' },
  deeds: { field: 'act: of a commitment', words: 'deeds' },
  parties: { field: 'role: of a party in policy.yaml', words: 'partyRoles' },
} as const satisfies Readonly<Record<string, List>>;

export type ListName = keyof typeof lists;

export const listNames = Object.keys(lists) as readonly ListName[];

/** The field that takes the ids of a list: `act` for `deeds`. */
export const fieldOf = (name: ListName): string => lists[name].field.split(':')[0] ?? '';

/** Everything that a policy of an edition can be written with, list by list, each in its order. */
export function vocabularyOf(edition: Edition, background: EditionBackground): readonly Word[] {
  const terms = namedTerms(edition).map(({ id, of, term, names }): Word => {
    const category = of === 'data' ? edition.data.get(id)?.group : undefined;
    const group = category === undefined ? '' : (background.groups.get(category) ?? category);
    return { id, names, list: of, group, labels: Object.values(term.label) };
  });
  const others = listNames.flatMap((list) => {
    const { words }: List = lists[list];
    if (words === undefined) return [];
    return Object.keys(english[words]).map((id): Word => {
      const called = languages.map(({ tag, table }) => [tag, calledIn(table, words, id)] as const);
      const labels = called.flatMap(([tag, label]) => (shown.includes(tag) ? [label] : []));
      const names = [id.replaceAll('-', ' '), ...called.map(([, label]) => label)];
      return { id, names, list, group: '', labels };
    });
  });
  return [...terms, ...others];
}

/** The languages of the taxonomy: lists are read in these, and searched in all. */
const shown: readonly string[] = ['en', 'zh-CN'];

function calledIn(table: AnyTable, words: string, id: string): string {
  const member = table[words];
  const label = typeof member === 'object' ? member[id] : undefined;
  return typeof label === 'string' ? label.replace('{object}', '…') : '';
}

/** A list of ids, by group, each with what it is called. */
export function listText(name: ListName, words: readonly Word[]): string {
  const mine = words.filter(({ list }) => list === name);
  const width = Math.max(...mine.map(({ id }) => id.length));
  const groups = [...new Set(mine.map(({ group }) => group))];
  const blocks = groups.map((group) => {
    const lines = mine.filter((word) => word.group === group).map((word) => lineOf(word, width));
    return `${group === '' ? '' : `${group}\n`}${lines.join('\n')}\n`;
  });
  return `# ${name}: ${mine.length}, written in ${lists[name].field}\n\n${blocks.join('\n')}`;
}

/** What a word is called, and where it is written: once for each list that has it. */
export function wordText(id: string, words: readonly Word[]): string | undefined {
  const mine = words.filter((word) => word.id === id);
  if (mine.length === 0) return undefined;
  const parts = mine.map(({ list, labels }) =>
    [
      `written in  ${lists[list].field}`,
      `called      ${labels.join(' · ')}`,
      `others      policyc explain ${list}`,
      '',
    ].join('\n'),
  );
  return `# ${id}\n\n${parts.join('\n')}`;
}

/** What was found, best first, each with the list that it is in. */
export function foundText(words: readonly Word[]): string {
  const width = Math.max(...words.map(({ id }) => id.length));
  const widthOfList = Math.max(...words.map(({ list }) => list.length));
  return words.map((word) => `${word.list.padEnd(widthOfList)}${lineOf(word, width)}\n`).join('');
}

function lineOf({ id, labels }: Word, width: number): string {
  return `  ${id.padEnd(width)}  ${labels.join(' · ')}`;
}
