import { append } from '../base/group.ts';
import type { JudgedChange } from '../diff/judge.ts';
import type { Gated, GatedChange } from '../gate/cover.ts';
import { placeOf } from '../gate/standing.ts';

/**
 * What a request says otherwise than its target and no change since the newest version tells: the words of a term that
 * came with its use, a fact of a clause that goes to other readers altogether, whom something new is for. No fingerprint
 * holds these, so that a decision of the target would stand for something that nobody had seen. By the fingerprints of the
 * changes that they belong to. `direct` is what differs between target and request.
 */
export function passedOver(
  direct: readonly JudgedChange[],
  target: Gated,
  request: Gated,
): ReadonlyMap<string, readonly JudgedChange[]> {
  const [had, has] = [target, request].map(
    ({ changes }) => new Set(changes.map(({ fingerprint }) => fingerprint)),
  );
  const isToDecide = ({ verdict }: JudgedChange): boolean => verdict !== 'editorial';
  const fresh = request.changes.filter((one) => isToDecide(one) && !had?.has(one.fingerprint));
  const gone = target.changes.filter((one) => isToDecide(one) && !has?.has(one.fingerprint));
  const places = new Set([...fresh, ...gone].map(placeOf));
  const wholes = new Set(fresh.filter(isWhole).map(({ key }) => key.join('\t')));
  const left = direct.filter(
    (one) =>
      isToDecide(one) &&
      !places.has(placeOf(one)) &&
      !one.key.some((_, at) => wholes.has(one.key.slice(0, at + 1).join('\t'))),
  );
  if (left.length === 0) return new Map();
  const forNobody = new Set(
    request.changes.filter(({ affects }) => affects.readers.length === 0).map(placeOf),
  );
  const belonging = new Map<string, JudgedChange[]>();
  for (const one of left) {
    append(belonging, subjectOf(one), one);
    if (forNobody.has(placeOf(one))) append(belonging, audiences, one);
  }
  const found = new Map<string, readonly JudgedChange[]>();
  for (const change of request.changes) {
    if (!isToDecide(change) || !had?.has(change.fingerprint)) continue;
    const also = new Set(subjectsOf(change).flatMap((subject) => belonging.get(subject) ?? []));
    if (also.size > 0) found.set(change.fingerprint, [...also]);
  }
  return found;
}

const audiences = 'applies';

function isWhole({ table, name }: GatedChange): boolean {
  return table === 'facts' && name === undefined;
}

/** What a difference is about: a term by its id, words of pages by their language, anything else by its owner. */
function subjectOf({ relation, key }: JudgedChange): string {
  if (!relation.startsWith('term.')) return key[0] ?? '';
  return key[0] === 'phrase' ? wordsIn(key.at(-1)) : (key[1] ?? '');
}

const wordsIn = (locale: string | undefined): string => `words in ${locale}`;

/** What a change speaks of: its owner, and all that its rows name. */
function subjectsOf({ relation, key, before, after }: GatedChange): readonly string[] {
  const rows = [before, after].flatMap((side) =>
    side ? [...('row' in side ? [side.row] : []), ...(side.carries ?? [])] : [],
  );
  return [
    ...new Set([...key, ...rows.flatMap((row) => row.key)]),
    ...(relation === 'applies' ? [audiences] : []),
    ...(relation === 'policy.locale' || key[0] === 'phrase' ? [wordsIn(key.at(-1))] : []),
  ];
}
