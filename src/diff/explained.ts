import type { Meaning } from '../knowledge/meaning.ts';
import type { Policy } from '../model/policy.ts';
import { rowsIn } from '../model/row-index.ts';
import type { DifferenceThat } from './difference.ts';

/**
 * What a function said of its sensitive data goes with the last of that data: nobody loses an explanation of data that is
 * no longer used. As long as some remains, saying less of it is a loss.
 */
export function meaningWithoutData(
  meaning: Meaning,
  { name, head: row }: DifferenceThat<'changed'>,
  base: Policy,
  head: Policy,
): Meaning {
  if (row.relation !== 'function' || !name.startsWith('sensitive.') || (row.values[name] ?? false) !== false)
    return meaning;
  const [id = ''] = row.key;
  // What allows a use goes with that, and not with the list that no longer says what it is of.
  const isSaid = name !== 'sensitive.ground' || rowsIn(head).below('function.data', id).length > 0;
  if (!isSaid || !usesSensitiveData(id, base) || usesSensitiveData(id, head)) return meaning;
  return {
    ...meaning,
    direction: 'narrows',
    say: (words) => meaning.say(words).replace(/\.$/, ': it uses none any more.'),
  };
}

/** Whether a function uses data that is sensitive, always or in some contexts. */
export function usesSensitiveData(id: string, policy: Policy): boolean {
  const { below } = rowsIn(policy);
  const isSensitive = (data: string): boolean =>
    Object.values(policy.vocabulary.data[data]?.sensitive ?? {}).some((level) => level !== 'no') ||
    below('sensitivity', data).some(({ values }) => values.level !== 'no');
  return below('function.data', id).some(({ key }) => isSensitive(key[1] ?? ''));
}
