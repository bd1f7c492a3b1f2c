import { cannot } from '../base/failure.ts';
import { rowsIn } from '../model/row-index.ts';
import type { Exported, Source } from './export.ts';
import { holdsIn, idAt } from './uses.ts';

/**
 * The resource at /.well-known/gpc.json by which a site says whether it honours Global Privacy Control. The only source
 * of the answer is a commitment on `heed-gpc`. Throws `CannotWork` if there is none or if they contradict each other.
 *
 * The format: https://www.w3.org/TR/gpc/
 */
export function gpcJson({ policy, product, published }: Source): Exported {
  const rows = rowsIn(policy);
  const answers = rows
    .all('commitment')
    .filter(({ key }) => holdsIn(rows, idAt(key, 0), { channel: 'website', product }))
    .filter(({ values }) => values.act === 'heed-gpc')
    .map(({ values }) => values.promise === 'always');
  const [first] = answers;
  if (first === undefined || answers.includes(!first))
    throw cannot('export-without-answer', { both: first !== undefined });
  const untold =
    published === undefined
      ? [{ about: 'lastUpdate', because: 'what is not released has no day; export a version with --version' }]
      : [];
  const resource = { gpc: first, ...(published === undefined ? {} : { lastUpdate: published }) };
  return { text: `${JSON.stringify(resource, undefined, 2)}\n`, untold };
}
