import type { Apart } from '../base/apart-words.ts';
import { shortened } from '../base/shortened.ts';
import type { Policy } from '../model/policy.ts';
import { rowsIn } from '../model/row-index.ts';
import type { PlainRow, Side } from './change.ts';
import { differencesOfTranslation, type Sides } from './translation/apart.ts';
import { languageName } from './value-names.ts';

/** Kinds of change that say what can be read in a language for the first time: a note on them says who read it. */
export const firstInLanguage: ReadonlySet<string> = new Set(['locale-added', 'translation-added']);

/**
 * Holds the texts that a change brings in a language against what the policy says in its prevailing one. It finds what
 * can be counted and says nothing of the rest: that two texts say the same, only a person can say.
 */
export function apartFromOriginal(
  {
    kind,
    key,
    after,
    table,
  }: {
    readonly kind: string;
    readonly key: readonly string[];
    readonly after: Side | null;
    readonly table: string;
  },
  head: Policy,
): Apart[] {
  const texts = translationsOf(table, key, after).filter(([path]) => path.at(-1) !== head.prevailing);
  const found = texts.flatMap(([path, translation]) => {
    const locale = path.at(-1) ?? '';
    const original = textAt(head, [...path.slice(0, -1), head.prevailing]);
    if (original === undefined) return [];
    const sides: Sides = { original, translation, locales: [head.prevailing, locale] };
    const text = path.slice(0, -1).join(' › ');
    return differencesOfTranslation(sides).map((one) => ({ text, ...one }));
  });
  return kind === 'locale-added' ? [...found, ...missingIn(key.at(-1) ?? '', head)] : found;
}

function translationsOf(
  table: string,
  key: readonly string[],
  after: Side | null,
): (readonly [path: readonly string[], text: string])[] {
  if (after === null) return [];
  const own = 'row' in after ? [after.row] : [];
  const rows = [...own, ...(after.carries ?? [])].filter((row) => row.relation === 'prose');
  const texts = rows.map(({ key: path, values }: PlainRow) => [path, String(values.text ?? '')] as const);
  return table === 'prose' && 'value' in after ? [[key, String(after.value ?? '')], ...texts] : texts;
}

function textAt(policy: Policy, key: readonly string[]): string | undefined {
  const row = rowsIn(policy).one('prose', ...key);
  return row && String(row.values.text ?? '');
}

/** Texts that a new language has no words for: its readers see the prevailing one in their place. */
function missingIn(locale: string, { prose, prevailing }: Policy): Apart[] {
  const has = new Set(
    prose.flatMap(({ key }) => (key.at(-1) === locale ? [key.slice(0, -1).join('\t')] : [])),
  );
  const missing = prose.flatMap(({ key }) => {
    const path = key.slice(0, -1);
    return key.at(-1) !== prevailing || has.has(path.join('\t')) ? [] : [path.join(' › ')];
  });
  if (missing.length === 0) return [];
  return [
    { text: shortened(missing), what: 'missing', original: languageName(prevailing), translation: 'none' },
  ];
}
