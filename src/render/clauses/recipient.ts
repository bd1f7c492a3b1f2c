import { webAddress } from '../address.ts';
import { type Fact, fact, factList, paragraph } from '../nodes.ts';
import { areTold, unlessSaid } from '../told.ts';
import { dataNames, namedValue, purposeWords, type View } from '../view.ts';
import { periodWords } from '../words.ts';
import {
  type ClauseTeller,
  quote,
  say,
  sayConsent,
  sayCountries,
  sayList,
  sayPeriod,
  sayPurposes,
  sayWord,
} from './clause.ts';
import { listedEntries, sayObjection } from './register.ts';

export const tellRecipient: ClauseTeller = (view, id) => {
  const { rows, words } = view;
  const value = (name: string): string => rows.value('recipient', [id], name);
  const purposes = rows.ids('recipient.purpose', id);
  const name = say(view, 'name', unlessSaid(view, id, namedValue(view, 'recipient', id, 'name')));
  const isTitled = view.numbers.has(id);
  return [
    ...listedEntries(view, 'recipient.listed', id),
    ...factList([
      ...(isTitled ? [] : name),
      ...received(view, id, purposes),
      ...(isTitled ? name : []),
      ...say(view, 'formerName', namedValue(view, 'recipient', id, 'formerName')),
      ...(impliedBy(value('form')).includes(value('category'))
        ? []
        : sayWord(view, 'kind', words.categories, value('category'))),
      ...sayForm(view, id, value('form')),
      ...sayPurposes(view, 'recipient.purpose', id),
      ...sayWord(view, 'basis', words.bases, value('basis')),
      ...sayCountries(view, 'countries', 'recipient.country', id),
      ...sayList(view, 'onlyWith', 'recipient.function', id),
      ...sayConsent(view, id),
      ...sayWord(view, 'mechanism', words.mechanisms, value('mechanism')),
      ...say(view, 'mechanismName', namedValue(view, 'recipient', id, 'mechanismName')),
      ...sayPeriod(view, 'keeps', id, periodWords(words, value('keeps'))),
      ...quote(view, 'safeguard', id, 'safeguard'),
      ...(rows.flag('recipient', [id], 'sale') ? say(view, 'sale', words.sale) : []),
      ...(rows.flag('recipient', [id], 'crossContextAdvertising')
        ? say(view, 'advertising', words.crossContextAdvertising)
        : []),
      ...say(view, 'contact', namedValue(view, 'recipient', id, 'contact')),
      ...say(view, 'theirPolicy', webAddress(value('policyUrl'))),
      ...sayObjection(view, 'recipient', id),
    ]),
  ];
};

/**
 * How the recipient gets data: a full sentence at first mention on a page, a short form later, nothing if the chapter
 * says it.
 */
function sayForm(view: View, id: string, form: string): Fact[] {
  const { forms, formsInShort } = view.words;
  const said = view.formsSaid.get(id);
  return form === '' || said === 'chapter'
    ? []
    : sayWord(view, 'form', said === 'earlier' ? formsInShort : forms, form);
}

/** The categories that a form implies, which need not be said again. */
function impliedBy(form: string): readonly string[] {
  const implied: Readonly<Record<string, readonly string[]>> = {
    entrust: ['processor'],
    advise: ['adviser'],
    succeed: ['acquirer'],
    disclose: ['public'],
  };
  return implied[form] ?? [];
}

/** What the recipient gets, with the purposes of data that does not serve all of them. */
function received(view: View, id: string, all: readonly string[]): Fact[] {
  const { rows, words } = view;
  const alike = new Map<string, { readonly data: string[]; readonly served: readonly string[] }>();
  const got = rows.all('recipient.data', id);
  const isPlain = got.every((row) => rows.ids('recipient.data.purpose', ...row.key).length === all.length);
  if (isPlain && areTold(view, id, 'data', rows.ids('recipient.data', id))) return [];
  for (const row of got) {
    const served = rows.ids('recipient.data.purpose', ...row.key);
    const key = served.join(' ');
    const group = alike.get(key) ?? { data: [], served };
    group.data.push(row.key[1] ?? '');
    alike.set(key, group);
  }
  const lines = [...alike.values()].map(({ data, served }) =>
    paragraph(
      dataNames(view, data),
      served.length === all.length ? '' : words.onlyFor(purposeWords(view, served)),
    ),
  );
  return lines.length === 0 ? [] : [fact('receives', words.labels.receives, ...lines)];
}
