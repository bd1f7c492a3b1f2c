import type { Message } from '../base/messages.ts';
import { versionFolder } from './layout.ts';
import { type Arguments, type Code, messages } from './messages.ts';

/**
 * What is wrong with an archive, or why a release was refused or failed. Problems are values: an archive comes from
 * strangers as often as from `policyc release`, and nothing in it may stop the report.
 */
export type ArchiveProblem<C extends Code = Code> = {
  readonly [Each in C]: {
    readonly code: Each;
    /** The version it concerns: the number of its folder, whatever its manifest says. */
    readonly version: number | undefined;
    /** Relative to the version's folder, or to the archive when it concerns no version. */
    readonly file: string;
    readonly args: Arguments<Each>;
  };
}[C];

export function archiveProblem<C extends Code>(
  code: C,
  version: number | undefined,
  file: string,
  args: Arguments<C>,
): ArchiveProblem<C> {
  return { code, version, file, args } as ArchiveProblem<C>;
}

/** What is wrong, and what to do about it. */
export function messageOfProblem(problem: ArchiveProblem): Message {
  const say = messages[problem.code] as (where: string, args: unknown) => Message;
  return say(whereIs(problem), problem.args);
}

/** The file concerned, relative to the archive. */
export function whereIs({ version, file }: Pick<ArchiveProblem, 'version' | 'file'>): string {
  if (version === undefined) return file;
  return file === '' ? versionFolder(version) : `${versionFolder(version)}/${file}`;
}
