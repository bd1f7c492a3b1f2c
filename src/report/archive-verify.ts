import { type ArchiveProblem, whereIs } from '../archive/problem.ts';
import { messageOf } from '../base/diagnostic.ts';
import { escapeText, mapStrings } from '../base/escape.ts';
import { counted } from './counted.ts';
import type { Style } from './style.ts';

/** What `archive verify` prints of a policy. */
export interface VerifiedPolicy {
  /** The folder, relative to where the command ran; `name` says it in a sentence. */
  readonly path: string;
  readonly name: string;
  readonly versions: number;
  readonly head: string | null;
  readonly problems: readonly FoundInArchive[];
}

interface FoundInArchive {
  readonly code: string;
  readonly version: number | null;
  readonly file: string;
  readonly reason: string;
  readonly fix: string;
  readonly where: string;
}

interface Verified {
  readonly versions: readonly unknown[];
  readonly head?: string | undefined;
  readonly problems: readonly ArchiveProblem[];
}

export function verifiedPolicy(path: string, name: string, report: Verified): VerifiedPolicy {
  const problems = report.problems.map((problem) => ({
    code: problem.code,
    version: problem.version ?? null,
    file: problem.file,
    ...messageOf(problem),
    where: whereIs(problem),
  }));
  return { path, name, versions: report.versions.length, head: report.head ?? null, problems };
}

export function verifyJson(verified: readonly VerifiedPolicy[]): string {
  const policies = verified.map(({ name: _, ...rest }) => rest);
  return `${JSON.stringify({ format: 'policyc/verify-report@1', policies }, null, 2)}\n`;
}

export function verifyText(verified: readonly VerifiedPolicy[], style: Style): string {
  const blocks = mapStrings(verified, escapeText).map((policy) => {
    const lines = policy.problems.map((problem) => problemLines(policy, problem, style));
    return [...lines, closingLine(policy, style), ''].join('\n');
  });
  return blocks.join('\n');
}

function problemLines(
  { path }: VerifiedPolicy,
  { code, version, file, reason, fix }: FoundInArchive,
  style: Style,
): string {
  const archive = path === '.' ? 'archive' : `${path}/archive`;
  const where = [
    style.bold(archive),
    style.red(code),
    ...(version === null ? [] : [`version #${version}`]),
    ...(file === '' ? [] : [file]),
  ];
  return `${where.join('  ')}\n   ${reason}\n   ${fix}\n`;
}

function closingLine({ name, versions, head, problems }: VerifiedPolicy, style: Style): string {
  const [first] = problems;
  if (first) {
    const broken = `${counted(problems.length, 'problem')} in the archive of ${name}.`;
    return `${style.red(broken)} Explain any of them: policyc explain ${first.code}`;
  }
  if (versions === 0) return `${name}: nothing has been released yet.`;
  return `${style.green('Whole.')} ${counted(versions, 'version')} of ${name}, every byte as released. Head ${head}`;
}
