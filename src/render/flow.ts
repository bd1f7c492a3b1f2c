import { isController, lastPart } from '../model/policy.ts';
import { promisePhrase } from './clauses/promises.ts';
import { type Block, bullets, group, heading, type Inline, inline, paragraph, strong } from './nodes.ts';
import { partLink, titleLink } from './resolve.ts';
import { namedValue, type View } from './view.ts';
import { capitalise, countryName, listWords, wordFor } from './words.ts';

type Item = readonly Block[];

/**
 * The overview of where data goes: its sources, the company, its recipients. It is made of text boxes, side by side
 * if there is room, so no picture needs a description. It says nothing that the clauses do not say.
 */
export function flow(view: View): Block[] {
  const { flow: words, lists } = view.words;
  const from = sources(view);
  const to = [...receivers(view), ...kept(view)];
  // For a single function it would only repeat that function's card.
  if (to.length === 0 && (from.length === 0 || view.rows.all('function').length < 2)) return [];
  return [
    group(
      'flow',
      ...box('box', words.from, from),
      ...box('hub', responsible(view) || words.here, held(view)),
      ...box('box', lists.shared, to),
    ),
  ];
}

function box(role: 'box' | 'hub', title: string, items: readonly Item[]): Block[] {
  if (items.length === 0 && role === 'box') return [];
  return [group(role, heading(4, title), ...(items.length === 0 ? [] : [bullets(items)]))];
}

/** Each source that a function states, with the ways the data comes. */
function sources({ rows, words }: View): Item[] {
  const collected = rows.all('function.data');
  return Object.entries(words.sources).flatMap(([source, label]): Item[] => {
    const stated = collected.filter(({ values }) => values.source === source);
    if (stated.length === 0) return [];
    const ways = new Set(stated.map(({ values }) => values.method));
    const told = Object.entries(words.methods).flatMap(([way, said]) => (ways.has(way) ? [said] : []));
    const list = told.length === 0 ? '' : words.open + told.join(words.listSeparator) + words.close;
    return [[paragraph(capitalise(label) + list)]];
  });
}

function responsible(view: View): string {
  const names = view.rows
    .all('party')
    .filter(isController)
    .map(({ key }) => namedValue(view, 'party', key[0] ?? '', 'name'));
  return listWords(view.words, names);
}

/** What the company does with the data: the number of functions, where it is stored, and where to read how long. */
function held(view: View): Item[] {
  const { rows, words } = view;
  const tiers = rows.all('function').map(({ values }) => values.tier);
  const count = (tier: string): number => tiers.filter((one) => one === tier).length;
  const areTiered = count('basic') > 0 && count('additional') > 0 && !tiers.includes(undefined);
  const places = [...new Set(rows.all('retention.country').map(({ key }) => key[1] ?? ''))];
  const periods = rows.chapters.filter(({ clauses }) => clauses.some(({ kind }) => kind === 'retention'));
  return [
    ...(tiers.length === 0
      ? []
      : [
          [
            paragraph(
              strong(words.flow.functions(tiers.length)),
              areTiered ? [words.colon, words.flow.tiers(count('basic'), count('additional'))] : '',
            ),
          ],
        ]),
    ...labelled(view, words.labels.place, [
      listWords(
        words,
        places.map((code) => countryName(words, code)),
      ),
    ]),
    ...labelled(
      view,
      words.labels.period,
      periods.map(({ id }) => partLink(view, id)),
    ),
  ];
}

/** The recipients, grouped by what they may do with the data, each with its countries. */
function receivers(view: View): Item[] {
  const { rows, words } = view;
  const recipients = rows.chapters.flatMap(({ clauses }) =>
    clauses.flatMap(({ kind, id }) => (kind === 'recipient' ? [id] : [])),
  );
  const formOf = (id: string): string => rows.value('recipient', [id], 'form');
  const forms = [...Object.keys(words.formsInShort), ''].filter((form) =>
    recipients.some((id) => formOf(id) === form),
  );
  return forms.map((form) => [
    ...(form === '' ? [] : [paragraph(strong(wordFor(view.words.formsInShort, form)))]),
    bullets(recipients.filter((id) => formOf(id) === form).map((id) => [paragraph(receiver(view, id))])),
  ]);
}

function receiver(view: View, id: string): Inline {
  const { words } = view;
  const countries = countriesOf(view, id).map((code) => countryName(words, code));
  const where = countries.length === 0 ? '' : words.open + countries.join(words.listSeparator) + words.close;
  return [titleLink(view, id), where];
}

/** The countries of a recipient and of the entries on its list. */
function countriesOf({ rows }: View, id: string): string[] {
  const listed = rows.all('recipient.listed.country', id).map(lastPart);
  return [...new Set([...rows.ids('recipient.country', id), ...listed])];
}

function kept(view: View): Item[] {
  const { rows } = view;
  return rows
    .all('commitment')
    .filter(({ values }) => values.promise === 'never' && waysOut.has(String(values.act)))
    .map(({ key }) => [paragraph(promisePhrase(view, key[0] ?? ''))]);
}

const waysOut: ReadonlySet<string> = new Set(['sell', 'share', 'disclose', 'transfer-abroad']);

/** A label with its items, separated as in any list; nothing if there are no items. */
function labelled({ words }: View, label: string, items: readonly Inline[]): Item[] {
  const told = items.filter((item) => inline(item).length > 0);
  if (told.length === 0) return [];
  const list = told.flatMap((item, at): Inline[] => (at === 0 ? [item] : [words.listSeparator, item]));
  return [[paragraph(label === '' ? '' : [strong(label), words.colon], list)]];
}
