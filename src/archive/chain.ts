import { manifestFile } from './layout.ts';
import { type ArchiveProblem, archiveProblem } from './problem.ts';
import type { Manifest } from './release.ts';

/** A version folder: the hash of its manifest, and the manifest if it can be read. */
export interface Link {
  readonly sequence: number;
  /** SHA-256 of manifest.json; undefined when there is none. */
  readonly hash: string | undefined;
  readonly manifest: Manifest | undefined;
}

/** Checks version folders, sorted by number, against each other: numbers, links, targets, dates. */
export function checkChain(links: readonly Link[]): ArchiveProblem[] {
  const bySequence = new Map(links.map((link) => [link.sequence, link]));
  const first = links.find((link) => link.manifest)?.manifest;
  const last = Math.min(links.at(-1)?.sequence ?? 0, links.length + 1);
  const missing = Array.from({ length: last }, (_, at) => at + 1).filter((one) => !bySequence.has(one));
  return [
    ...missing.map((sequence) => archiveProblem('archive-version-missing', sequence, '', {})),
    ...links.flatMap(({ sequence, manifest }) =>
      manifest ? [...checkOwn(sequence, manifest, first), ...checkLink(sequence, manifest, bySequence)] : [],
    ),
    ...checkTargets(links),
    ...checkDates(links),
  ];
}

/** Whether a manifest has the number of its folder, and is of the same policy as the first. */
function checkOwn(sequence: number, manifest: Manifest, first: Manifest = manifest): ArchiveProblem[] {
  const problems: ArchiveProblem[] = [];
  if (manifest.sequence !== sequence) {
    const args = { sequence: manifest.sequence };
    problems.push(archiveProblem('archive-sequence-differs', sequence, manifestFile, args));
  }
  if (manifest.policy !== first.policy) {
    const args = { policy: manifest.policy, first: first.policy };
    problems.push(archiveProblem('archive-policy-differs', sequence, manifestFile, args));
  }
  return problems;
}

/** The withdrawn sequences, each with the one that withdraws it. */
export function withdrawalsIn(manifests: readonly Manifest[]): ReadonlyMap<number, number> {
  return new Map(
    manifests.flatMap((manifest) => (manifest.withdraws ?? []).map((n) => [n, manifest.sequence])),
  );
}

function checkLink(
  sequence: number,
  manifest: Manifest,
  links: ReadonlyMap<number, Link>,
): readonly ArchiveProblem[] {
  const found = manifest.previous;
  const before = links.get(sequence - 1);
  const expected = sequence === 1 ? null : before?.hash;
  // A missing version before it is reported as such.
  if (found === expected || (sequence > 1 && expected === undefined)) return [];
  for (const link of links.values()) {
    if (link.sequence < sequence - 1 && link.hash === found)
      return [archiveProblem('archive-fork', sequence, manifestFile, { follows: link.sequence })];
  }
  if (found === null) return [archiveProblem('archive-fork', sequence, manifestFile, { follows: 0 })];
  return [
    archiveProblem('archive-link-broken', sequence, manifestFile, { expected: expected ?? 'none', found }),
  ];
}

function checkTargets(links: readonly Link[]): ArchiveProblem[] {
  const problems: ArchiveProblem[] = [];
  const withdrawn = new Set<number>();
  for (const { sequence, manifest } of links) {
    const targets = [...(manifest?.withdraws ?? [])];
    if (manifest?.corrects !== undefined && !targets.includes(manifest.corrects))
      targets.push(manifest.corrects);
    for (const target of targets) {
      if (target >= sequence || withdrawn.has(target))
        problems.push(archiveProblem('archive-target-unknown', sequence, manifestFile, { target }));
    }
    for (const target of manifest?.withdraws ?? []) withdrawn.add(target);
  }
  return problems;
}

function checkDates(links: readonly Link[]): ArchiveProblem[] {
  const problems: ArchiveProblem[] = [];
  const manifests = links.flatMap(({ manifest }) => (manifest ? [manifest] : []));
  const withdrawn = withdrawalsIn(manifests);
  let before = '';
  for (const { sequence, manifest } of links) {
    if (!manifest || withdrawn.has(sequence)) continue;
    const { effective, published } = manifest;
    const bound = before > published ? before : published;
    if (effective < bound)
      problems.push(
        archiveProblem('archive-effective-decreases', sequence, manifestFile, { effective, before: bound }),
      );
    before = effective > before ? effective : before;
  }
  return problems;
}
