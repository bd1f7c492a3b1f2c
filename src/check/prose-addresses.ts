import { distance } from 'fastest-levenshtein';
import type { Row } from '../model/policy.ts';
import { foundAsWritten, readablesOf } from './readable.ts';
import { type Facts, type Rules, valuePlace } from './rule.ts';

/** As long as the standard allows: a longer one is none, and looking through it would take long. */
const address = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g;

/** Addresses for e-mail that a text gives as ours, and no clause has. */
export const textAddressRules: Rules = {
  'prose-names-other-address': (facts) => {
    const known = addressesOf(facts);
    if (known.length === 0) return [];
    const told = new Set<string>();
    return readablesOf(facts).flatMap((readable) =>
      [...readable.text.matchAll(address)].flatMap(({ 0: quote, index }) => {
        const written = quote.toLowerCase();
        if (told.has(written) || known.some((one) => one.address === written)) return [];
        const meant = known.find((one) => isOfSameCompany(written, one.address));
        if (!meant) return [];
        told.add(written);
        const { relation, key } = meant.row;
        const id = relation === 'contact' ? key[0] : undefined;
        const args = { quote, nearest: meant.address, ...(id === undefined ? {} : { id }) };
        const span = { start: index, end: index + quote.length };
        const related = [{ place: valuePlace(meant.row, 'address'), role: 'facts' as const }];
        return [foundAsWritten('prose-names-other-address', args, readable, span, related)];
      }),
    );
  },
};

interface Known {
  readonly address: string;
  readonly row: Row;
}

/** Contacts first: a text may name one of those by its id. */
function addressesOf(facts: Facts): readonly Known[] {
  const stating = [...facts.all('contact'), ...facts.all('party')];
  return stating.flatMap((row) => {
    const found = String(row.values.address ?? '').match(address) ?? [];
    return found.map((one) => ({ address: one.toLowerCase(), row }));
  });
}

/** At the same domain, or one that a slip makes of it: addresses of others stand in texts as well. */
function isOfSameCompany(written: string, known: string): boolean {
  const [domain = '', other = ''] = [written, known].map((one) => one.slice(one.indexOf('@') + 1));
  const slips = distance(domain, other);
  // Two letters that change places count as two.
  return slips * 6 <= other.length || (slips === 2 && lettersOf(domain) === lettersOf(other));
}

function lettersOf(word: string): string {
  return [...word].sort().join('');
}
