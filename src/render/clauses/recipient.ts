import { webAddress } from '../address.ts';
import { factList, grid } from '../nodes.ts';
import { dataName, purposeNames } from '../view.ts';
import { capitalise, periodWords, wordFor } from '../words.ts';
import { type ClauseTeller, quote, say, sayConsent, sayCountries, sayParts, sayWord } from './clause.ts';
import { listedEntries } from './register.ts';

export const tellRecipient: ClauseTeller = (view, id) => {
  const { rows, words } = view;
  const value = (name: string): string => rows.value('recipient', [id], name);
  const received = rows.all('recipient.data', id);
  const purposes = rows.ids('recipient.purpose', id);
  const served = received.map((row) => rows.ids('recipient.data.purpose', ...row.key));
  const differ = served.some((list) => list.length !== purposes.length);
  return [
    ...grid(
      words.labels.receives,
      [words.labels.data, words.labels.purposes],
      received.map((row, index) => [
        dataName(view, row.key[1] ?? '', true),
        purposeNames(view, served[index] ?? purposes),
      ]),
    ),
    ...listedEntries(view, 'recipient.listed', id),
    ...factList([
      ...say(view, 'name', value('name')),
      ...sayWord(view, 'kind', words.categories, value('category')),
      ...say(view, 'form', value('form') === '' ? '' : capitalise(wordFor(words.forms, value('form')))),
      ...(differ || received.length === 0 ? say(view, 'purposes', purposeNames(view, purposes)) : []),
      ...sayWord(view, 'basis', words.bases, value('basis')),
      ...sayCountries(view, 'countries', 'recipient.country', id),
      ...sayParts(view, 'onlyWith', rows.ids('recipient.function', id)),
      ...sayConsent(view, id),
      ...sayWord(view, 'mechanism', words.mechanisms, value('mechanism')),
      ...say(view, 'keeps', periodWords(words, value('keeps'))),
      ...quote(view, 'safeguard', id, 'safeguard'),
      ...(rows.flag('recipient', [id], 'sale') ? say(view, 'sale', words.sale) : []),
      ...(rows.flag('recipient', [id], 'crossContextAdvertising')
        ? say(view, 'advertising', words.crossContextAdvertising)
        : []),
      ...say(view, 'contact', value('contact')),
      ...say(view, 'theirPolicy', webAddress(value('policyUrl'))),
    ]),
  ];
};
