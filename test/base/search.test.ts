import { describe, expect, it } from 'vitest';
import { searchIn } from '../../src/base/search.ts';
import { editionIds, editionOf } from '../../src/model/edition.ts';
import { namedTerms } from '../../src/model/term-search.ts';

const edition = editionOf(editionIds.at(-1) ?? '');
if (!edition) throw new Error('no edition is shipped');
const terms = namedTerms(edition);
const find = searchIn(terms);
const first = (words: string): string | undefined => find(words)[0]?.entry.id;
const among = (words: string, most: number): readonly string[] =>
  find(words)
    .slice(0, most)
    .map(({ entry }) => entry.id);

describe('a search in the taxonomy', () => {
  it.each([
    ['date of birth', 'identity.date_of_birth'],
    ['birth date', 'identity.date_of_birth'],
    ['brithday', 'identity.date_of_birth'],
    ['生日', 'identity.date_of_birth'],
    ['出生日期', 'identity.date_of_birth'],
    ['您的出生日期', 'identity.date_of_birth'],
    ['Geburtsdatum', 'identity.date_of_birth'],
    ['date de naissance', 'identity.date_of_birth'],
    ['name', 'identity.real_name'],
    ['your names', 'identity.real_name'],
    ['姓', 'identity.real_name'],
    ['e-mail', 'contact.email'],
    ['email adresses', 'contact.email'],
    ['phonenumber', 'contact.mobile_phone'],
    ['手机号码', 'contact.mobile_phone'],
    ['delivery adress', 'contact.postal_address'],
    ['Credit Cards', 'financial.payment_card'],
    ['cookie', 'device.cookie'],
    ['voice-print', 'biometric.voiceprint'],
    ['GPS coordinates', 'location.precise'],
    ['customer suport', 'support.customer_service'],
  ])('%s finds %s', (words, id) => {
    expect(first(words)).toBe(id);
  });

  it.each(['', '的', '???', 'xyzzy', 'something else entirely', 'a'.repeat(100_000)])(
    'nothing is made up for %j',
    (words) => {
      expect(find(words)).toEqual([]);
    },
  );

  it('finds terms by what they are called, in any order of words, in capitals, with hyphens, in the plural', () => {
    const missed = terms.flatMap(({ id, names }, index) =>
      names.flatMap((name, at) => {
        if ((at + index) % 12 > 0) return [];
        const asked = [name, name.toUpperCase()];
        if (/^[a-z ]+$/.test(name))
          asked.push(
            name.split(' ').reverse().join(' '),
            name.replaceAll(' ', '-'),
            `${name.replace(/s$/, '')}s`,
          );
        return asked.flatMap((words) => (among(words, 3).includes(id) ? [] : [`${words} → ${id}`]));
      }),
    );
    expect(missed).toEqual([]);
  });

  it('finds nearly every term by its longer names with two letters swapped', () => {
    const swapped = terms.flatMap(({ id, names }) =>
      names.flatMap((name) => {
        if (!/^[a-z]{7,}$/.test(name) || name[3] === name[4]) return [];
        return [[name.slice(0, 3) + name[4] + name[3] + name.slice(5), id] as const];
      }),
    );
    const missed = swapped.filter(([words, id]) => !among(words, 5).includes(id));
    expect(swapped.length).toBeGreaterThan(20);
    expect(missed).toEqual([]);
  });
});
