import { inForceOn, statusOf } from '../archive/as-of.ts';
import { withdrawalsIn } from '../archive/chain.ts';
import type { Manifest, Release } from '../archive/release.ts';
import { eachOnDemand, onDemand } from '../base/on-demand.ts';
import { type Comparison, comparePolicies } from '../diff/compare.ts';
import type { Policy } from '../model/policy.ts';
import type { Passage } from '../render/passage.ts';
import { passagesOf } from '../render/passages.ts';
import type { Stamp } from '../render/stamp.ts';
import { viewOf } from '../render/view.ts';
import { versionFolderName } from './paths.ts';

/** A released version as the site shows it on a date. */
export interface Version {
  readonly release: Release;
  /** The policy of the previous version; undefined for the first. */
  readonly before: Policy | undefined;
  /** The folder of its permanent link, below the policy's. */
  readonly folder: string;
  readonly stamp: Stamp & Required<Pick<Stamp, 'sequence' | 'effective' | 'published' | 'status'>>;
  readonly inForce: boolean;
  /**
   * The comparison with the previous version: changes, whether any alters the meaning, and how much was compared.
   * Undefined for the first.
   */
  readonly compared: () => Compared | undefined;
  /** Its own words by section in a language; read once for all pages that compare them. */
  readonly passages: (locale: string) => readonly Passage[];
}

export interface Compared extends Pick<Comparison, 'changes' | 'renamed'> {
  readonly meaning: boolean;
  readonly facts: number;
  readonly texts: number;
}

/**
 * All versions by sequence with their status on the date, which follows from their own manifests, their successors and
 * withdrawals.
 */
export function versionsOn(releases: readonly Release[], asOf: string): Version[] {
  const ordered = [...releases].sort((a, b) => a.manifest.sequence - b.manifest.sequence);
  const manifests = ordered.map((release) => release.manifest);
  const current = inForceOn(manifests, asOf)?.sequence;
  const taken = new Set<string>();
  return ordered.map((release, at): Version => {
    const { sequence, effective } = release.manifest;
    const folder = versionFolderName(effective, sequence, taken.has(effective));
    taken.add(effective);
    return {
      release,
      before: ordered[at - 1]?.policy,
      folder,
      stamp: stampOf(release.manifest, manifests, asOf),
      inForce: sequence === current,
      compared: onDemand(() => compare(ordered[at - 1], release)),
      passages: eachOnDemand((locale) => passagesOf(viewOf(release.policy, locale))),
    };
  });
}

function compare(before: Release | undefined, { policy }: Release): Compared | undefined {
  if (before === undefined) return undefined;
  return comparedAs(comparePolicies(before.policy, policy));
}

export function comparedAs({ changes, renamed, compared }: Comparison): Compared {
  return { changes, renamed, meaning: changes.some(({ verdict }) => verdict !== 'editorial'), ...compared };
}

function stampOf(manifest: Manifest, manifests: readonly Manifest[], asOf: string): Version['stamp'] {
  const { sequence, effective, published, corrects, adopted } = manifest;
  const withdrawn = withdrawalsIn(manifests);
  const common = {
    sequence,
    effective,
    published,
    ...(adopted === undefined ? {} : { adopted }),
    ...(corrects === undefined ? {} : { corrects }),
  };
  const withdrawal = manifests.find((later) => later.sequence === withdrawn.get(sequence));
  if (withdrawal) return { ...common, status: 'withdrawn', until: withdrawal.published };
  const successor = manifests.find((later) => later.sequence > sequence && !withdrawn.has(later.sequence));
  const until = successor === undefined ? {} : { until: successor.effective };
  // A version whose successor takes effect on the same day or earlier is never in force, so it is superseded even while
  // both are scheduled.
  if (successor !== undefined && successor.effective <= effective)
    return { ...common, ...until, status: 'superseded' };
  return { ...common, ...until, status: statusOf(sequence, manifests, asOf) ?? 'scheduled' };
}
