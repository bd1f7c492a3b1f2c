import { append } from '../../base/group.ts';
import { keptWith } from '../../base/on-demand.ts';
import { ratingOf } from '../../model/edition.ts';
import { ownerOf, type Row, type Scalar } from '../../model/policy.ts';
import { watchFromKey } from '../../model/watch.ts';
import { isAbroadFor } from '../abroad.ts';
import { keepersOf } from '../coverage.ts';
import { languageOf } from '../readable.ts';
import type { Facts } from '../rule.ts';

/** What a question is asked about: a policy, a row of it, and the test that an answer must pass. */
export interface Asked {
  readonly facts: Facts;
  readonly row: Row;
  readonly argument: unknown;
  readonly passes: (row: Row) => boolean;
  readonly accepts: (value: Scalar | undefined) => boolean;
}

interface Question {
  /** What is missing where the answer is no, as readers of a finding would say it. */
  readonly words: string;
  readonly answer: (asked: Asked) => boolean;
}

/** What laws ask of a row that no single row states: a small vocabulary, one pure function each. */
export const questions: Readonly<Record<string, Question>> = {
  basis: {
    words: 'a legal basis',
    answer: ({ facts, row, accepts }) => basesOf(facts, row).some(accepts),
  },
  consent: {
    words: 'consent',
    answer: ({ facts, row, passes }) => (consentsIn(facts).get(ownerOf(row)) ?? []).some(passes),
  },
  kept: {
    words: 'a retention clause that covers it',
    answer: ({ facts, row, passes }) =>
      facts.rows.one('function', ownerOf(row))?.values.keeps !== undefined ||
      keepersOf(facts, row).some(passes),
  },
  abroad: {
    words: 'a country abroad',
    answer: ({ facts, row, argument }) => isAbroad(facts, row) === argument,
  },
  sensitive: {
    words: 'sensitive data',
    answer: ({ facts, row, argument }) =>
      dataOf(facts, row).some((data) => isSensitive(facts, data, String(argument))),
  },
  owner: {
    words: 'its clause',
    answer: ({ facts, row, passes }) => {
      const entity = facts.rows.of(ownerOf(row)).find(({ relation }) => !relation.includes('.'));
      return entity !== undefined && passes(entity);
    },
  },
  text: {
    words: 'text',
    answer: ({ facts, row }) => facts.rows.below('prose', ownerOf(row), 'text').length > 0,
  },
  summary: {
    words: 'summary',
    answer: ({ facts, row }) => {
      const chapter = String(facts.rows.one('clause', ownerOf(row))?.values.chapter);
      return [ownerOf(row), chapter].some((owner) => facts.rows.below('prose', owner, 'summary').length > 0);
    },
  },
  watches: {
    words: 'a watch',
    answer: ({ row, argument }) => {
      const { watch } = watchFromKey(row.key.at(-1) ?? '');
      return [argument].flat().some((name) => watch === name || watch.startsWith(`${String(name)}.`));
    },
  },
  language: {
    words: 'the language',
    answer: ({ row, argument }) => languageOf(row.key.at(-1) ?? '') === argument,
  },
};

/** The acts of consent that each clause rests on. */
const consentsIn = keptWith((facts: Facts): ReadonlyMap<string, readonly Row[]> => {
  const covering = new Map<string, Row[]>();
  for (const { key } of facts.all('consent.covers')) {
    const [unit = '', clause = ''] = key;
    const row = facts.rows.one('consent', unit);
    if (row) append(covering, clause, row);
  }
  return covering;
});

/**
 * The legal bases that a row rests on: its own, or those of the purposes that it serves. Where a clause asks for consent,
 * that is the basis of what states none, unless another of its purposes says that the consent is for it.
 */
function basesOf(facts: Facts, row: Row): readonly (Scalar | undefined)[] {
  const owner = ownerOf(row);
  const purposes = facts.of('function.purpose', owner);
  const isPlaced = purposes.some(({ values }) => values.basis === 'consent');
  const unstated = consentsIn(facts).has(owner) && !isPlaced ? 'consent' : undefined;
  const served = new Set(facts.rows.below('function.data.purpose', ...row.key).map(({ key }) => key[2]));
  const own =
    row.relation === 'function'
      ? purposes
      : row.relation === 'function.data'
        ? purposes.filter(({ key }) => served.has(key[1]))
        : [row];
  return own.map(({ values }) => values.basis ?? unstated);
}

function isAbroad(facts: Facts, row: Row): boolean {
  const abroad = isAbroadFor(facts);
  if (row.relation.endsWith('.country')) return abroad(row);
  return facts.of('recipient.country', ownerOf(row)).some(abroad);
}

/** The data that a row names; of a clause, all that it names. */
function dataOf(facts: Facts, row: Row): readonly string[] {
  if (row.relation.endsWith('.data')) return [row.key.at(-1) ?? ''];
  return facts.rows
    .of(ownerOf(row))
    .flatMap(({ relation, key }) => (relation.endsWith('.data') ? [key.at(-1) ?? ''] : []));
}

function isSensitive({ rows, policy }: Facts, data: string, profile: string): boolean {
  const level = rows.one('sensitivity', data, profile)?.values.level;
  return (level ?? ratingOf(policy, data, profile)) === 'yes';
}
