import { keptWith } from '../base/on-demand.ts';
import type { Policy } from '../model/policy.ts';
import { rowsIn } from '../model/row-index.ts';
import { gatherAudiences } from './audience-change.ts';
import { gatherDependents } from './carry.ts';
import { partUnasked, restateUnits } from './consent-units.ts';
import { describeChange } from './describe.ts';
import { findDifferences } from './difference.ts';
import { joinStatements } from './joined.ts';
import {
  declaredChange,
  type JudgedChange,
  judgeChange,
  type MaterialList,
  materialList,
  type Verdict,
} from './judge.ts';
import { lawBetween } from './law.ts';
import { renameIn, renamesBetween } from './lineage.ts';
import { lineagePairs } from './lineage-pairs.ts';
import { restateEntries } from './list-entries.ts';
import { isTranslated } from './meaning-of.ts';
import { namesIn } from './names.ts';
import { apartFromOriginal } from './original.ts';
import { withPolicyIds } from './policy-id.ts';
import { signalProse, worstFirst } from './rank.ts';
import { readersOf } from './readers.ts';
import { realign } from './realign.ts';
import { type RenameHint, renameHints } from './rename-hints.ts';
import { settingOf } from './setting.ts';
import { signalWordsFor } from './signal/words.ts';
import { pairAlongTaxonomy } from './taxonomy-pairs.ts';
import { withTerms } from './terms.ts';
import { gatherTranslations } from './translations.ts';
import { pairRespelledWatches } from './watch-pairs.ts';

/** What a comparison of two policies finds. */
export interface Comparison {
  readonly changes: readonly JudgedChange[];
  /** The worst verdict of any change; `none` when nothing differs. */
  readonly verdict: Verdict | 'none';
  /** Former id → present id of what was only renamed, by a declaration (`formerly:`). A rename is no change. */
  readonly renamed: Readonly<Record<string, string>>;
  /** Functions that were split or merged: which became which. */
  readonly regrouped: readonly { readonly from: readonly string[]; readonly to: readonly string[] }[];
  /** Possible renames that nothing declares: hints for the author, which never alter a verdict. */
  readonly hints: readonly RenameHint[];
  /** The list of material changes that governs between the two. */
  readonly list: MaterialList;
  /** How much was compared: rows of facts, and texts, of the head. */
  readonly compared: { readonly facts: number; readonly texts: number };
}

/**
 * Compares two policies by meaning. In order: the base is restated in the ids of the head (renames, splits and mergers that
 * are declared), both are compared row by row, rows that came or went together become one change, each change is described,
 * then judged by the policy's own list of material changes and by the law in force on either side. It depends on nothing
 * but the policies. `between` are the versions released after the base and before the head, whose renames are followed;
 * `standing` are versions before the base that readers still have, whose promises hold.
 */
export function comparePolicies(
  base: Policy,
  head: Policy,
  between: readonly Policy[] = [],
  standing: readonly Policy[] = [],
): Comparison {
  const all = [base, head, ...between, apart, ...standing];
  const asked = all.reduce<Known>((known, one) => known.of(one), nothing);
  asked.comparison ??= compared(base, head, between, standing);
  return asked.comparison;
}

/** What is known of the policies named so far, one after the other. */
interface Known {
  readonly of: (next: object) => Known;
  comparison?: Comparison;
}

const knownOf = (): Known => ({ of: keptWith(knownOf) });

/** The gate asks twice, with notes and for all that differs; so do the pages of a site and what asks for consent. */
const nothing = knownOf();
const apart = {};

function compared(
  base: Policy,
  head: Policy,
  between: readonly Policy[],
  standing: readonly Policy[],
): Comparison {
  const lineage = lineagePairs(base, head, between);
  const renames = renamesBetween(base, head, lineage);
  const renamed = partUnasked(restateEntries(renameIn(base, renames), head), head);
  const { base: restated, head: grouped, classes } = realign(renamed, head, lineage);
  const [before, after] = withPolicyIds(...withTerms(restateUnits(restated, grouped), grouped));
  const earlier = standing.map((policy) => inIdsOf(head, policy));
  const names = namesIn(head, renamed, earlier);
  const readers = { base: readersOf(before), head: readersOf(after) };
  const setting = settingOf(before, after, names, readers);
  const law = lawBetween(renamed, head, names, { ...readers, base: readersOf(renamed) }, earlier);
  const words = signalWordsFor(renamed, head);
  const { audiences, others } = gatherAudiences(findDifferences(before, after), {
    base: (id) => rowsIn(before).below('applies', id),
    head: (id) => rowsIn(after).below('applies', id),
  });
  const gathered = gatherTranslations(joinStatements(gatherDependents(others)), (one) =>
    isTranslated(one, setting),
  );
  const paired = pairRespelledWatches(pairAlongTaxonomy(gathered, law.terms.data));
  const found = [...paired, ...audiences];
  const judged = found.map((carried) => judgeChange(describeChange(carried, setting), law));
  const changes = signalProse(judged, words)
    .map((change) => holdAgainstOriginal(change, grouped))
    .sort(worstFirst);
  return {
    changes,
    verdict: changes[0]?.verdict ?? 'none',
    // Without what every object has: a clause may be called `constructor`.
    renamed: Object.assign(Object.create(null), Object.fromEntries(renames)),
    regrouped: classes.map(({ from, to }) => ({ from, to })),
    hints: renameHints(changes),
    list: materialList(law),
    compared: { facts: head.facts.length, texts: head.prose.length },
  };
}

/** The declared changes for entries of the list that governs between two policies; unknown entries give none. */
export function declaredChanges(
  base: Policy,
  head: Policy,
  entries: Iterable<string>,
  standing: readonly Policy[] = [],
): JudgedChange[] {
  const [renamed = base, ...earlier] = [base, ...standing].map((policy) => inIdsOf(head, policy));
  const law = lawBetween(renamed, head, namesIn(head, renamed, earlier), undefined, earlier);
  return [...new Set(entries)].flatMap((entry) => declaredChange(entry, law) ?? []);
}

/** An earlier version, restated in the ids of a later one. */
function inIdsOf(head: Policy, policy: Policy): Policy {
  return restateEntries(renameIn(policy, renamesBetween(policy, head, lineagePairs(policy, head))), head);
}

/** Adds what a machine can find out about a text in another language that somebody has to read. */
function holdAgainstOriginal(change: JudgedChange, head: Policy): JudgedChange {
  if (change.verdict === 'editorial') return change;
  const apart = apartFromOriginal(change, head);
  return apart.length === 0 ? change : { ...change, apart };
}
