import { append } from '../base/group.ts';
import type { Change, PlainRow, Side } from './change.ts';

/** A removed and an added entity that state much the same: maybe an undeclared rename. */
export interface RenameHint {
  readonly from: string;
  readonly to: string;
}

/**
 * Pairs removed entities with added ones of their kind that share most of their rows. It is a hint for the author only:
 * likeness never lowers a verdict; only `formerly:` removes the two changes.
 */
export function renameHints(changes: readonly Change[]): RenameHint[] {
  const entities = changes.filter(isEntity);
  const gone = entities
    .filter(({ after }) => after === null)
    .map((change): Entity => ({ change, said: statedBy(change.before) }));
  const bySaying = new Map<string, Entity[]>();
  for (const one of gone)
    for (const said of one.said) {
      append(bySaying, said, one);
    }
  const taken = new Set<Entity>();
  return entities.flatMap((change): RenameHint[] => {
    if (change.before !== null) return [];
    const said = statedBy(change.after);
    const telling = [...said].map((one) => bySaying.get(one) ?? []).filter(({ length }) => length <= tooMany);
    const [likest] = [...new Set(telling.flat())]
      .filter((one) => one.change.relation === change.relation && !taken.has(one))
      .map((one) => ({ one, likeness: likenessOf(one.said, said) }))
      .filter(({ likeness }) => likeness >= 0.5)
      .sort((a, b) => b.likeness - a.likeness);
    if (!likest) return [];
    taken.add(likest.one);
    return [{ from: likest.one.change.key[0] ?? '', to: change.key[0] ?? '' }];
  });
}

interface Entity {
  readonly change: Change;
  readonly said: ReadonlySet<string>;
}

/** A statement shared by more of the removed entities than this distinguishes none of them. */
const tooMany = 50;

function isEntity({ table, relation, name, key }: Change): boolean {
  return table === 'facts' && !relation.includes('.') && name === undefined && key.length === 1;
}

/** The statements of an entity without its id, and the name of the company or software that it is. */
function statedBy(side: Side | null): ReadonlySet<string> {
  if (side === null || !('row' in side)) return new Set();
  const { key, values } = side.row;
  const rows = [side.row, ...side.carries].filter(isStatement).map((row) => stated(row, key[0]));
  return new Set(values.name === undefined ? rows : [...rows, nameOf(values.name)]);
}

const nameOf = (name: unknown): string => `name ${name}`;

/** Where a clause stands says nothing about what it is. */
function isStatement({ relation }: PlainRow): boolean {
  return relation !== 'clause' && relation !== 'lineage';
}

function stated({ relation, key, values }: PlainRow, id: string | undefined): string {
  return JSON.stringify([
    relation,
    key.map((part) => (part === id ? '' : part)),
    Object.entries(values).sort(),
  ]);
}

/** Who has the same name is the same, whatever else is said of them. */
function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if ([...a].some((row) => row.startsWith('name ') && b.has(row))) return 1;
  const shared = [...a].filter((row) => b.has(row)).length;
  return shared / (a.size + b.size - shared);
}
