import { termIn } from '../model/clause-name.ts';
import { type Policy, termTables } from '../model/policy.ts';
import { type RegisterRelation, registerRelations } from '../model/relations.ts';
import { unhyphenated } from './value-names.ts';

/** What a clause, a chapter or a party is called. */
export type TitleOf = (id: string) => string | undefined;

/** What an entry of one of these registers is called. */
export type EntryOf = (
  lists: readonly RegisterRelation[],
  owner: string,
  entry: string,
) => string | undefined;

/** What the way to a text from what it belongs to is called; the names of the first policy go before those of others. */
export function fieldNames(
  policies: readonly Policy[],
  titleOf: TitleOf,
  entryOf: EntryOf,
): (owner: string, path: readonly string[]) => string {
  const called = (part: string): string | undefined =>
    policies
      .flatMap((policy) => termTables.map((table) => termIn(policy, table, part)))
      .find((label) => label !== undefined) ?? titleOf(part);
  return (owner, path) => {
    const [first = '', id = '', ...inner] = path;
    if (namesOfValues.has(first) && path.length === 2) return `“${id}”`;
    if (first === 'entries') {
      const entry = entryOf(registerRelations, owner, id) ?? id;
      return `${inner.map(unhyphenated).join(', ')} of “${entry}”`;
    }
    if (first === 'material' && path.length > 1) return 'the wording of an entry of the list';
    if (first === 'promises' && path.length > 1) return 'the wording of a promise about changes';
    return path
      .map((part, at) => fieldWords[part] ?? (at === 0 ? undefined : called(part)) ?? part)
      .filter((word) => word !== '')
      .join(', ');
  };
}

/** Fields whose name alone says little, and those that only hold others. */
const fieldWords: Readonly<Record<string, string>> = {
  purposes: '',
  collects: '',
  permissions: '',
  sensitive: '',
  consent: '',
  automated: '',
  personalised: '',
  from: 'where the data comes from',
  optOut: 'how to switch it off',
  off: 'how to switch personal results off',
  withdrawal: 'how to take consent back',
  method: 'how to use it',
  logic: 'how it decides',
  effect: 'what its decisions mean for people',
  review: 'how to have a person look at a decision',
  necessity: 'why sensitive data is necessary',
  impact: 'how using sensitive data affects people',
  protection: 'how sensitive data is protected',
  contact: 'how to reach it',
  processor: 'where others are responsible',
  trigger: 'when it is used',
  verification: 'how to show who one is',
  refusal: 'what a refusal means',
  safeguard: 'how data stays protected',
  criterion: 'the rule for how long data is kept',
  excludes: 'what is not covered',
  limits: 'how it is limited',
  words: 'its wording',
};

/** Fields whose values are free words that may be translated one by one. */
const namesOfValues: ReadonlySet<string> = new Set(['groups', 'regions', 'products', 'aliases']);
