import { type Json, sha256 } from '../base/canonical.ts';
import type { Memory } from '../base/memory.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * A result that depends only on the files of a snapshot, from memory if it was computed before. `what` says which
 * result it is, and what else it depends on.
 */
export function remembered<Result>(
  memory: Memory | undefined,
  what: Json,
  snapshot: Snapshot,
  work: () => Result,
): Result {
  if (!memory) return work();
  const key = keyOf(what, snapshot);
  const known = memory.recall(key) as Result | undefined;
  if (known !== undefined) return known;
  const result = work();
  memory.keep(key, result);
  return result;
}

/** The same for a function that must be loaded first. */
export async function rememberedLater<Result>(
  memory: Memory | undefined,
  what: Json,
  snapshot: Snapshot,
  work: () => Promise<Result>,
): Promise<Result> {
  const key = memory && keyOf(what, snapshot);
  const known = key === undefined ? undefined : (memory?.recall(key) as Result | undefined);
  if (known !== undefined) return known;
  const result = await work();
  if (key !== undefined) memory?.keep(key, result);
  return result;
}

/**
 * The key of a result: it differs for any other file, path, unreadable file, or anything else that the result depends
 * on.
 */
function keyOf(what: Json, { files, problems }: Snapshot): string {
  const contents = [...files.values()].map(({ path, text }) => [path, text]);
  return sha256(JSON.stringify([what, problems, contents]));
}
