import { type Diagnostic, diagnostic, firstOf } from '../base/diagnostic.ts';
import type { JudgedChange, MaterialList } from '../diff/judge.ts';
import { type Gated, type GatedChange, noted } from './cover.ts';
import { isOfMovedClause } from './moved-clause.ts';
import { problemOfCover } from './note-problems.ts';

/**
 * Replaces what notes alone tell of moved clauses by the actual changes, and checks the notes' decisions on them. If
 * versions were released `since`, what their notes told may have been true only then.
 */
export function coverMovedClauses(
  gated: Gated,
  list: MaterialList,
  said: readonly (JudgedChange & Pick<GatedChange, 'inherited'>)[],
  since: 'nothing' | 'versions' = 'nothing',
): Gated {
  const byFingerprint = new Map(said.map((change) => [change.fingerprint, change]));
  const told = new Map(gated.changes.map((change) => [change.fingerprint, change]));
  const problems: Diagnostic[] = [];
  const held = said.map((change): GatedChange => {
    const { fingerprint } = change;
    const { note: decided, draft, inherited } = told.get(fingerprint) ?? {};
    const note = decided && gated.used.find(({ path }) => path === decided.path);
    const open = { ...change, ...(draft === undefined ? {} : { draft }), decided: change.verdict };
    if (!note) return open;
    const at = ['covers', note.covers.indexOf(fingerprint)];
    const found = problemOfCover(note, fingerprint, { changes: byFingerprint, claims: new Map() }, at);
    problems.push(...found);
    const { inherited: _, ...own } = change;
    return found.length > 0
      ? { ...own, draft: note.path, decided: change.verdict }
      : { ...noted(own, note, list), ...(inherited ? { inherited } : {}) };
  });
  const isGone = (fingerprint: string): boolean =>
    since === 'nothing' && isOfMovedClause(fingerprint) && !byFingerprint.has(fingerprint);
  for (const { covers, file } of gated.used)
    for (const [at, fingerprint] of covers.entries())
      if (isGone(fingerprint))
        problems.push(diagnostic('note-unused', { fingerprint }, file.placeAt(['covers', at])));
  const kept = gated.changes.filter(
    ({ fingerprint }) => !byFingerprint.has(fingerprint) && !isGone(fingerprint),
  );
  return { ...gated, changes: [...kept, ...held], problems: firstOf([...gated.problems, ...problems]) };
}
