import type { Row } from '../../model/policy.ts';
import { webAddress } from '../address.ts';
import { type Grid, grid } from '../nodes.ts';
import { dataNames, nameFor, purposeNames, type View } from '../view.ts';
import { capitalise, countryName, listWords, wordFor } from '../words.ts';

/** The companies or components that a clause lists one by one. */
export function listedEntries(
  view: View,
  relation: 'recipient.listed' | 'technology.listed',
  id: string,
): Grid[] {
  const { rows, words } = view;
  const { labels } = words;
  const named = ({ key, values }: Row, name: string): string =>
    values[name] === undefined
      ? ''
      : nameFor(view, id, ['entries', key[1] ?? '', name], String(values[name]));
  return grid(
    words.lists.listed,
    [
      labels.name,
      labels.provider,
      labels.role,
      labels.products,
      labels.data,
      labels.purposes,
      labels.countries,
      labels.theirPolicy,
    ],
    rows.all(relation, id).map((row) => {
      const countries = rows.ids(`${relation}.country`, ...row.key);
      return [
        named(row, 'name') || (row.key[1] ?? ''),
        named(row, 'provider'),
        capitalise(wordFor(words.listedRoles, String(row.values.role ?? ''))),
        listWords(words, rows.ids(`${relation}.product`, ...row.key)),
        dataNames(view, rows.ids(`${relation}.data`, ...row.key)),
        purposeNames(view, rows.ids(`${relation}.purpose`, ...row.key)),
        listWords(
          words,
          countries.map((code) => countryName(words, code)),
        ),
        webAddress(String(row.values.url ?? '')),
      ];
    }),
  );
}
