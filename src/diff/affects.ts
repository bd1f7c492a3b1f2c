import { entityOf } from '../knowledge/facet.ts';
import type { Meaning } from '../knowledge/meaning.ts';
import { knowledge, knowledgeOf } from '../knowledge/table.ts';
import { type Audience, common, without } from '../model/audience.ts';
import type { Row } from '../model/policy.ts';
import type { FactRelation } from '../model/relations.ts';
import { readersInWords } from './audience-words.ts';
import { isAttached } from './carry.ts';
import type { Affects } from './change.ts';
import type { Difference } from './difference.ts';
import type { Readers } from './readers.ts';

/** Whom the statements of both sides are for, and what each side states. */
export interface Between {
  readonly readers: { readonly base: Readers; readonly head: Readers };
  /** The entities of each side: the relation by id. */
  readonly ids: {
    readonly base: () => ReadonlyMap<string, FactRelation>;
    readonly head: () => ReadonlyMap<string, FactRelation>;
  };
  readonly stated: (entity: string, id: string) => readonly Row['values'][];
}

/** Whom a change affects: readers of both sides; for something that comes or goes, readers of the side that has it. */
export function affectedBy(difference: Difference, { readers, ids }: Between): Affects {
  if (difference.is === 'audience') {
    const id = difference.row.key[0] ?? '';
    const [before, after] = [readers.base.of(id), readers.head.of(id)];
    const [gain, lose] = [without(after, before), without(before, after)];
    const affected = [...gain, ...lose];
    return { words: readersInWords(affected), readers: affected, gain, lose };
  }
  const row = 'row' in difference ? difference.row : difference.head;
  const came = difference.is === 'added' && !isOf(row, ids.base());
  const went = difference.is === 'removed' && !isOf(row, ids.head());
  const side = difference.is === 'removed' ? 'base' : 'head';
  const affected = came || went ? readers[side].ofRow(row) : stillTheirs(row, side, readers);
  return { words: readersInWords(affected), readers: affected };
}

/**
 * The readers who had a fact and still have it. If nobody did, the fact changed for nobody: it is gone for some and new
 * for others. But somebody reads the words that are there now.
 */
function stillTheirs(row: Row, side: 'base' | 'head', readers: Between['readers']): Audience {
  const both = common(readers.base.ofRow(row), readers.head.ofRow(row));
  return both.length > 0 || row.relation !== 'prose' ? both : readers[side].ofRow(row);
}

function isOf({ relation, key: [id = ''] }: Row, ids: ReadonlyMap<string, FactRelation>): boolean {
  const kind = ids.get(id);
  return kind !== undefined && (isAttached(relation) || kind === entityOf(relation));
}

/**
 * Something opened to more readers is new for them, and something closed to others is gone for them: the direction is
 * that of an addition or a removal.
 */
export function audienceMeaning(
  id: string,
  { ids, stated }: Pick<Between, 'ids' | 'stated'>,
  { gain = [], lose = [] }: Affects,
): Meaning {
  const entity = ids.head().get(id);
  const { added, removed, exchanged } = audienceKnowledge(entity);
  const of = entity === undefined ? undefined : knowledgeOf(entity, stated(entity, id));
  if (gain.length > 0 && lose.length > 0) return exchanged;
  // Limits are mostly stated once: for readers without one, data may be kept for longer than for any others.
  const limit = entity === 'retention';
  if (gain.length > 0) return { ...added, direction: limit ? 'narrows' : (of?.added.direction ?? 'changes') };
  if (lose.length > 0)
    return { ...removed, direction: limit ? 'expands' : (of?.removed.direction ?? 'changes') };
  return sameReaders;
}

/** The verb for entities that somebody provides for readers; anything else applies to them. */
const deeds: { readonly [Entity in FactRelation]?: string } = {
  party: 'answers to',
  recipient: 'receives data of',
};

/** The meanings of an edited audience, in words that suit the entity. */
function audienceKnowledge(entity: FactRelation | undefined) {
  const { added, removed, exchanged = added } = knowledge.applies;
  const deed = entity && deeds[entity];
  if (deed === undefined) return { added, removed, exchanged };
  return {
    added: { ...added, say: ({ key, after }) => `${key[0]} now also ${deed} ${after}.` },
    removed: { ...removed, say: ({ key, before }) => `${key[0]} no longer ${deed} ${before}.` },
    exchanged: {
      ...exchanged,
      say: ({ key, before, after }) =>
        `${key[0]} now ${deed} ${after}, and no longer ${deed.split(' ').at(-1)} ${before}.`,
    },
  } satisfies Record<string, Meaning>;
}

/** The kind of an audience that is written differently and is the same. */
export const respelledAudience = 'audience-respelled';
const sameReaders: Meaning = {
  kind: respelledAudience,
  direction: 'changes',
  say: ({ key }) => `${key[0]} is for the same readers as before, put otherwise.`,
};
