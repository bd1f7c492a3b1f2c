import { isDate } from '../base/date.ts';
import type { ArchiveArguments, RefusalCode } from '../base/messages-archive.ts';
import { withdrawalsIn } from './chain.ts';
import { sameContent } from './content.ts';
import type { ReleaseInput, VersionToCome } from './input.ts';
import { versionFolder } from './layout.ts';
import { type ArchiveProblem, archiveProblem } from './problem.ts';

/** Why an input cannot become the next version, apart from its files. Empty when it can. */
export function refusalsOf(input: ReleaseInput, sequence: number): ArchiveProblem[] {
  const refuse: Refuse = (code, args) =>
    archiveProblem(code, undefined, versionFolder(sequence), args) as ArchiveProblem;
  return [
    ...input.archive.problems,
    ...headRefusals(input, refuse),
    ...targetRefusals(input, refuse),
    ...dateRefusals(input, refuse),
    ...adoptedLate(input),
  ];
}

type Refuse = <C extends RefusalCode>(code: C, args: ArchiveArguments<C>) => ArchiveProblem;

function headRefusals(input: ReleaseInput, refuse: Refuse): ArchiveProblem[] {
  const { archive, head, policy } = input;
  const last = archive.versions.at(-1);
  if (last?.hash !== head?.hash) return [refuse('release-head-differs', {})];
  if (!head) return [];
  if (head.manifest.policy !== policy.id)
    return [refuse('release-policy-differs', { policy: policy.id, archived: head.manifest.policy })];
  return unchanged(input);
}

/** That the newest version corrects the same one and says the same: nobody is asked to decide about that again. */
export function corrected(input: Unchanging): ArchiveProblem[] {
  const { corrects, head } = input;
  return corrects !== undefined && head?.manifest.corrects === corrects ? unchanged(input) : [];
}

type Unchanging = Pick<ReleaseInput, 'head' | keyof VersionToCome>;

function unchanged({ head, ...version }: Unchanging): ArchiveProblem[] {
  if (!head) return [];
  const { policy, corrects, withdraws = [], effective, declares = false } = version;
  const { sequence } = head.manifest;
  // A withdrawal is a change in itself, and so is a new date for the version that is corrected.
  const mends = withdraws.length > 0 || (corrects === sequence && effective !== head.manifest.effective);
  if (mends || declares || !sameContent(policy, head.policy)) return [];
  return [archiveProblem('release-unchanged', undefined, versionFolder(sequence + 1), { head: sequence })];
}

function targetRefusals(input: ReleaseInput, refuse: Refuse): ArchiveProblem[] {
  const manifests = input.archive.versions.map((version) => version.manifest);
  const withdrawals = withdrawalsIn(manifests);
  const targets = [
    ...(input.corrects === undefined ? [] : [{ option: 'corrects' as const, target: input.corrects }]),
    ...[...new Set(input.withdraws ?? [])].map((target) => ({ option: 'withdraws' as const, target })),
  ];
  return targets.flatMap(({ option, target }) => {
    const by = withdrawals.get(target);
    if (!manifests.some((manifest) => manifest.sequence === target))
      return [refuse('release-target-unknown', { option, target })];
    return by === undefined ? [] : [refuse('release-target-withdrawn', { option, target, by })];
  });
}

/** An adopted version must come before all that were released here: nobody can add to what readers had, on any date. */
export function adoptedLate({
  archive,
  adopted,
}: Pick<ReleaseInput, 'archive' | 'adopted'>): ArchiveProblem[] {
  const own = archive.versions.find(({ manifest }) => manifest.adopted === undefined);
  if (!adopted || !own) return [];
  const folder = versionFolder((archive.versions.at(-1)?.sequence ?? 0) + 1);
  return [archiveProblem('release-adopted-late', undefined, folder, { own: own.sequence })];
}

/** Dates of a version that do not exist; checked before anything is calculated with them. */
export function undated(input: Pick<ReleaseInput, 'archive' | 'published' | 'effective'>): ArchiveProblem[] {
  const folder = versionFolder((input.archive.versions.at(-1)?.sequence ?? 0) + 1);
  return (['published', 'effective'] as const)
    .filter((what) => !isDate(input[what]))
    .map((what) => archiveProblem('release-date-invalid', undefined, folder, { what, date: input[what] }));
}

function dateRefusals(input: ReleaseInput, refuse: Refuse): ArchiveProblem[] {
  const { published, effective } = input;
  const invalid = undated(input);
  if (invalid.length > 0) return invalid;
  const refusals: ArchiveProblem[] = [];
  if (effective < published)
    refusals.push(refuse('release-effective-before-published', { published, effective }));
  const manifests = input.archive.versions.map((version) => version.manifest);
  const withdrawn = new Set([...withdrawalsIn(manifests).keys(), ...(input.withdraws ?? [])]);
  const last = manifests.findLast((manifest) => !withdrawn.has(manifest.sequence));
  if (last && effective < last.effective)
    refusals.push(
      refuse('release-effective-too-early', {
        effective,
        last: last.sequence,
        lastEffective: last.effective,
        isAdopted: input.adopted === true,
      }),
    );
  return refusals;
}
