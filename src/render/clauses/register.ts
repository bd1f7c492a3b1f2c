import { webAddress } from '../address.ts';
import { type Grid, grid } from '../nodes.ts';
import { dataNames, purposeNames, type View } from '../view.ts';
import { countryName, listWords } from '../words.ts';

/** The companies or components that a clause lists one by one. */
export function listedEntries(
  view: View,
  relation: 'recipient.listed' | 'technology.listed',
  id: string,
): Grid[] {
  const { rows, words } = view;
  const { labels } = words;
  return grid(
    words.lists.listed,
    [labels.name, labels.provider, labels.data, labels.purposes, labels.countries, labels.theirPolicy],
    rows.all(relation, id).map((row) => {
      const countries = rows.ids(`${relation}.country`, ...row.key);
      return [
        String(row.values.name ?? row.key[1] ?? ''),
        String(row.values.provider ?? ''),
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
