import { append } from '../base/group.ts';
import type { Carried } from './carry.ts';
import type { Difference, DifferenceThat } from './difference.ts';

type Added = DifferenceThat<'added'>;

/**
 * Gathers what can be read in a language for the first time into one finding a language: under the language itself when
 * that is new, and otherwise under the first of its texts. Whoever has to read them reads them together.
 */
export function gatherTranslations(
  found: readonly Carried[],
  isTranslation: (difference: Difference) => boolean,
): Carried[] {
  const leaders = new Map<string, Added>();
  const texts = new Map<Added, Difference[]>();
  for (const { difference } of found) {
    if (difference.is === 'added' && difference.row.relation === 'policy.locale')
      leaders.set(difference.row.key.at(-1) ?? '', difference);
  }
  const others = found.filter(({ difference, carries }) => {
    if (difference.is !== 'added' || difference.table !== 'prose' || carries.length > 0) return true;
    const locale = difference.row.key.at(-1) ?? '';
    const leader = leaders.get(locale);
    if (leader?.table !== 'facts' && !isTranslation(difference)) return true;
    if (!leader) {
      leaders.set(locale, difference);
      return true;
    }
    append(texts, leader, difference);
    return false;
  });
  return others.map((one) => {
    const { difference, carries } = one;
    const more = difference.is === 'added' ? texts.get(difference) : undefined;
    return more ? { difference, carries: [...carries, ...more] } : one;
  });
}
