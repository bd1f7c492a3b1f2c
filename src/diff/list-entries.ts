import { append } from '../base/group.ts';
import { type Policy, type Row, sortRows } from '../model/policy.ts';
import { rowsIn } from '../model/row-index.ts';

/** The lists of a clause about changes, and the field that their texts stand in. */
const lists = { 'change.entry': 'material', 'change.promise': 'promises' } as const;

type List = keyof typeof lists;

/**
 * Restates the base's entries of the list, and its promises, by the head's ids, which readers never see: an entry with
 * the same words and the same watches is the same under another id. If two say the same, they cannot be told apart.
 */
export function restateEntries(base: Policy, head: Policy): Policy {
  const renames = new Map<string, string>();
  for (const list of Object.keys(lists) as List[]) {
    const gone = entriesBySaying(base, list, head);
    if (gone.size === 0) continue;
    for (const [said, come] of entriesBySaying(head, list, base)) {
      const [before, after] = [gone.get(said), come];
      if (before?.length !== 1 || after.length !== 1) continue;
      const [[clause = '', from = ''] = [], [, to = ''] = []] = [before[0], after[0]];
      renames.set([clause, list, from].join('\t'), to);
    }
  }
  if (renames.size === 0) return base;
  const restated = (row: Row): Row => {
    const list = listOf(row);
    const at = row.relation === 'prose' ? 2 : 1;
    const to = list && renames.get([row.key[0], list, row.key[at]].join('\t'));
    return to === undefined ? row : { ...row, key: row.key.with(at, to) };
  };
  return { ...base, facts: sortRows(base.facts.map(restated)), prose: sortRows(base.prose.map(restated)) };
}

/** The keys of entries that the other policy lacks, by all they say except their ids. */
function entriesBySaying(
  policy: Policy,
  list: List,
  other: Policy,
): ReadonlyMap<string, (readonly string[])[]> {
  const found = new Map<string, (readonly string[])[]>();
  const { all, below } = rowsIn(policy);
  for (const { key, values } of all(list)) {
    if (rowsIn(other).one(list, ...key)) continue;
    const [clause = '', id = ''] = key;
    const watches = below(`${list}.watch`, clause, id).map((row) => [row.key.slice(2), row.values]);
    const texts = below('prose', clause, lists[list], id).map((row) => [row.key.slice(3), row.values]);
    const said = JSON.stringify([clause, Object.entries(values).sort(), watches, texts]);
    append(found, said, key);
  }
  return found;
}

function listOf({ relation, key }: Row): List | undefined {
  return (Object.keys(lists) as List[]).find((list) =>
    relation === 'prose' ? key[1] === lists[list] : relation === list || relation === `${list}.watch`,
  );
}
