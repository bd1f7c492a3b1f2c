import type { Diagnostic } from '../base/diagnostic.ts';
import type { MessageArguments } from '../base/messages.ts';
import type { Policy } from '../model/policy.ts';
import type { Missing } from './due.ts';

const named = 3;

/**
 * Reasons why a version would not say the same to everybody: texts missing or stale in a language that prevails for some
 * readers. They would be held to the words of an earlier version, while its facts are the new ones. `found` is what a
 * check found in the files; a waiver does not help here.
 */
export function behindPrevailing({ facts }: Policy, found: readonly Diagnostic[]): Missing[] {
  const prevailing = facts.flatMap(({ relation, values }) =>
    relation === 'policy.prevails' ? [String(values.language)] : [],
  );
  return [...new Set(prevailing)].sort().flatMap((locale) => {
    const texts = found.flatMap((one) => (one.code.startsWith('translation-') ? textsIn(one, locale) : []));
    const count = texts.reduce((sum, one) => sum + one.count, 0);
    if (count === 0) return [];
    const examples = texts.flatMap((one) => one.examples).slice(0, named);
    return [{ code: 'prevailing-behind', args: { locale, count, examples } } as const];
  });
}

function textsIn(
  { code, args }: Diagnostic,
  locale: string,
): { count: number; examples: readonly string[] }[] {
  if (code === 'translation-missing') {
    const { count, examples, locale: of } = args as MessageArguments<'translation-missing'>;
    return of === locale ? [{ count, examples }] : [];
  }
  if (code !== 'translation-stale') return [];
  const { owner, field, locale: of } = args as MessageArguments<'translation-stale'>;
  return of === locale ? [{ count: 1, examples: [`${owner}/${field}`] }] : [];
}
