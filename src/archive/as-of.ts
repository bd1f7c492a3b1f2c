import { isDate } from '../base/date.ts';
import { withdrawalsIn } from './chain.ts';
import type { Manifest } from './release.ts';

/**
 * Which version holds on a date, at the policy's own UTC offset. A version that a later one withdraws counts as
 * never having been in force, on any date; the archive still shows it.
 */

/** The status of a released version on a day. */
export type VersionStatus = 'in-force' | 'superseded' | 'scheduled' | 'withdrawn';

/** The highest sequence, not withdrawn, that takes effect on or before the date. */
export function inForceOn(manifests: readonly Manifest[], date: string): Manifest | undefined {
  const withdrawn = withdrawalsIn(manifests);
  let found: Manifest | undefined;
  for (const manifest of manifests) {
    if (manifest.effective > date || withdrawn.has(manifest.sequence)) continue;
    if (!found || manifest.sequence > found.sequence) found = manifest;
  }
  return found;
}

/** The status of every version, by sequence. */
export function statusesOn(manifests: readonly Manifest[], date: string): ReadonlyMap<number, VersionStatus> {
  const withdrawn = withdrawalsIn(manifests);
  const inForce = inForceOn(manifests, date);
  const statuses = new Map<number, VersionStatus>();
  for (const manifest of manifests) {
    const { sequence, effective } = manifest;
    if (statuses.has(sequence)) continue;
    if (withdrawn.has(sequence)) statuses.set(sequence, 'withdrawn');
    else if (effective > date) statuses.set(sequence, 'scheduled');
    else statuses.set(sequence, manifest === inForce ? 'in-force' : 'superseded');
  }
  return statuses;
}

/** Undefined when there is no such version. */
export function statusOf(
  sequence: number,
  manifests: readonly Manifest[],
  date: string,
): VersionStatus | undefined {
  return statusesOn(manifests, date).get(sequence);
}

/** The first date after this one on which another version takes effect: when a site must be built again. */
export function nextChangeAfter(manifests: readonly Manifest[], date: string): string | undefined {
  const withdrawn = withdrawalsIn(manifests);
  let next: string | undefined;
  for (const { sequence, effective } of manifests) {
    if (effective > date && !withdrawn.has(sequence) && (next === undefined || effective < next))
      next = effective;
  }
  return next;
}

/** What `archive:…` and `archive show …` accept. */
export type VersionReference =
  | { readonly by: 'latest' }
  | { readonly by: 'sequence'; readonly sequence: number }
  | { readonly by: 'date'; readonly date: string };

/**
 * Reads `latest`, `#3` or `2021-10-24`; undefined for anything else, a date that does not exist included. A `3` alone is `#3`: after
 * `#` a shell reads no further.
 */
export function parseVersionReference(text: string): VersionReference | undefined {
  if (text === 'latest') return { by: 'latest' };
  if (isDate(text)) return { by: 'date', date: text };
  const match = /^#?([1-9]\d{0,8})$/.exec(text);
  return match ? { by: 'sequence', sequence: Number(match[1]) } : undefined;
}

/** The version a reference means; `latest` is the last one released, in force or not yet. */
export function findVersion(
  reference: VersionReference,
  manifests: readonly Manifest[],
): Manifest | undefined {
  if (reference.by === 'date') return inForceOn(manifests, reference.date);
  if (reference.by === 'sequence')
    return manifests.find((manifest) => manifest.sequence === reference.sequence);
  return manifests.reduce<Manifest | undefined>(
    (last, manifest) => (last && last.sequence > manifest.sequence ? last : manifest),
    undefined,
  );
}
