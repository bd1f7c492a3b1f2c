import { isPointer } from '../base/lfs-pointer.ts';
import type { ArchiveArguments, ArchiveCode } from '../base/messages-archive.ts';
import { isConflicted } from '../syntax/conflict.ts';
import { versionFolder } from './layout.ts';

/**
 * What is wrong with an archive, or why a release was refused or failed. Problems are values: an archive comes from
 * strangers as often as from `policyc release`, and nothing in it may stop the report.
 */
export interface ArchiveProblem<C extends ArchiveCode = ArchiveCode> {
  readonly code: C;
  readonly args: object;
  /** The version it concerns: the number of its folder, whatever its manifest says. */
  readonly version: number | undefined;
  /** Relative to the version's folder, or to the archive when it concerns no version. */
  readonly file: string;
}

export function archiveProblem<C extends ArchiveCode>(
  code: C,
  version: number | undefined,
  file: string,
  args: ArchiveArguments<C>,
): ArchiveProblem<C> {
  return { code, args: { ...args, where: whereIs({ version, file }) }, version, file };
}

/** The problem of an altered file; git itself may have written both sides of a conflict into it, or a pointer. */
export function alteredFile(
  version: number,
  file: string,
  bytes: Uint8Array,
  hashes: { readonly expected: string; readonly found: string; readonly by: string },
): ArchiveProblem<'archive-altered-file'> {
  const text = new TextDecoder().decode(bytes);
  const instead = isConflicted(text) ? 'conflict' : isPointer(text) ? 'pointer' : undefined;
  return archiveProblem('archive-altered-file', version, file, { ...hashes, ...(instead && { instead }) });
}

/** The file concerned, relative to the archive. */
export function whereIs({ version, file }: Pick<ArchiveProblem, 'version' | 'file'>): string {
  if (version === undefined) return file;
  return file === '' ? versionFolder(version) : `${versionFolder(version)}/${file}`;
}
