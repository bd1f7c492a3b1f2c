import type { Sdk } from '../knowledge/software.ts';
import { ancestry } from '../model/edition.ts';
import type { Policy, Row } from '../model/policy.ts';
import { rowsIn } from '../model/row-index.ts';

/** A recipient or technology that a policy names, and the data it gets. */
export interface Declared {
  readonly row: Row;
  /** Its ids, titles and names, in lower case. */
  readonly names: readonly string[];
  readonly provider: string;
  readonly data: readonly string[];
}

/** Every technology and recipient of a policy; the entries of registers one by one. */
export function declaredIn(policy: Policy): readonly Declared[] {
  const rows = rowsIn(policy);
  const text = (value: unknown): string => (value === undefined ? '' : String(value).toLowerCase());
  return (['technology', 'recipient'] as const).flatMap((relation) => {
    const own = rows.all(relation).map((row): Declared => {
      const [id = ''] = row.key;
      const titles = rows.below('prose', id, 'title').map(({ values }) => text(values.text));
      const data = rows.below(`${relation}.data`, id).map(({ key }) => key[1] ?? '');
      return {
        row,
        names: [id, text(row.values.name), ...titles],
        provider: text(row.values.provider),
        data,
      };
    });
    const listed = rows.all(`${relation}.listed`).map((row): Declared => {
      const data = rows.below(`${relation}.listed.data`, ...row.key).map(({ key }) => key[2] ?? '');
      return {
        row,
        names: [row.key[1] ?? '', text(row.values.name)],
        provider: text(row.values.provider),
        data,
      };
    });
    return [...own, ...listed];
  });
}

/** Whether a policy names an SDK: the SDK itself, or its maker as a recipient of the data that it gets. */
export function names(declared: Declared, sdk: Sdk, policy: Policy): boolean {
  const product = sdk.name.toLowerCase();
  if (declared.names.some((name) => hasWord(name, product) || name === sdk.id)) return true;
  const maker = sdk.provider.toLowerCase();
  const isMaker = [...declared.names, declared.provider].some((name) => hasWord(name, maker));
  return isMaker && declared.data.some((data) => sdk.data.some((usual) => meet(policy, data, usual)));
}

function hasWord(text: string, word: string): boolean {
  const at = text.indexOf(word);
  if (at === -1) return false;
  return ![text[at - 1], text[at + word.length]].some(
    (edge) => edge !== undefined && /[\p{L}\p{N}]/u.test(edge),
  );
}

function meet({ vocabulary }: Policy, one: string, other: string): boolean {
  const terms = { get: (id: string) => vocabulary.data[id] };
  return (
    ancestry(terms, one).includes(other) ||
    ancestry(terms, other).includes(one) ||
    one.startsWith(`${other}.`)
  );
}
