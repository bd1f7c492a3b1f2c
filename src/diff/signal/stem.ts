/**
 * A crude stem of an English word: forms of one word meet (`share`, `shared`, `sharing`; `personalise`,
 * `personalized`). Two words that meet by accident are taken for one; `not` never is.
 */
export function stemOf(word: string): string {
  let stem = word.toLowerCase();
  if (stem.length >= 7) stem = stem.replace(/is(e|ed|es|er|ers|ing|ation|ations|ational)$/, 'iz$1');
  if (stem.length > 4) stem = stem.replace(/ies$/, 'y').replace(/ied$/, 'y');
  for (const ending of ['ing', 'ed', 'es', 's']) {
    if (stem.endsWith(ending) && !stem.endsWith('ss') && stem.length - ending.length >= 3) {
      stem = stem.slice(0, -ending.length);
      if (ending !== 's' && /([b-df-hj-km-npqrtv-z])\1$/.test(stem)) stem = stem.slice(0, -1);
      break;
    }
  }
  if (stem.length > 3) stem = stem.replace(/e$/, '');
  return stem === 'not' && !/^not$/i.test(word) ? 'note' : stem;
}
