import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { folderFiles } from '../archive/disk.ts';
import { largestArchived } from '../archive/files.ts';
import { parsePolicy } from '../archive/frozen.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { cannot, ifPossible } from '../base/failure.ts';
import type { Memory } from '../base/memory.ts';
import type { Side } from '../base/messages-revision.ts';
import { formatPlace } from '../base/place.ts';
import { compileFiles, compileStanding } from '../model/compiled.ts';
import { isPolicyPath } from '../model/paths.ts';
import type { Policy } from '../model/policy.ts';
import { isRefused } from '../snapshot/content.ts';
import { readFolder } from '../snapshot/folder.ts';
import { index } from '../snapshot/git-files.ts';
import { commitOf, mergeBaseOf } from '../snapshot/git-refs.ts';
import { readRegularFile } from '../snapshot/read-file.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { releaseOf, versionNamed, wholeArchive } from './archive.ts';
import { type PolicyFiles, policyFilesInGit } from './policy-files.ts';
import type { PolicyFolder } from './workspace-place.ts';

/** One side of a comparison. */
export interface Revision {
  /** Short: `#2`, `HEAD`, `working tree`. */
  readonly label: string;
  /** Longer: `#2, effective 2022-07-01`. */
  readonly title: string;
  readonly policy: Policy;
  readonly sequence?: number;
  readonly published?: string;
  /** It was adopted as a document, and states no facts whatever its words say. */
  readonly isDocument?: true;
  /** Where its files are, if elsewhere than those of the policy. */
  readonly folder?: string;
  /** Limits that it has nearly reached. */
  readonly nearly?: readonly Diagnostic[];
  /** The whole policy folder in git, with its archive and notes. */
  readonly files?: PolicyFiles;
}

/** Whether a version was adopted as a document, and so states no facts whatever its words say. */
function isAdoptedDocument({ facts }: Policy, adopted: boolean): boolean {
  return adopted && facts.every(({ relation }) => factless.has(relation));
}

const factless: ReadonlySet<string> = new Set(['policy', 'policy.locale', 'clause', 'statement', 'party']);

/** The files of a policy's working tree. */
export function workingTree(folder: string): Snapshot {
  return readFolder(folder, isPolicyPath);
}

/**
 * Finds and compiles a revision of a policy: `archive:latest`, `archive:#3`, `archive:2021-10-24`, `git:REF`,
 * `git:index`, `merge-base:REF`, a policy folder, or a compiled `policy.json`. The first three are looked up in
 * `archive`. Throws `CannotWork`.
 */
export function resolveRevision(
  text: string,
  folder: string,
  start: string,
  archive = folderFiles(join(folder, 'archive')),
): Revision {
  const [scheme, rest] = splitScheme(text);
  switch (scheme) {
    case 'archive': {
      const files = archive;
      const { manifest, policy } = releaseOf(files, versionNamed(wholeArchive(files), rest));
      return {
        label: `#${manifest.sequence}`,
        title: `#${manifest.sequence}, effective ${manifest.effective}`,
        policy,
        sequence: manifest.sequence,
        published: manifest.published,
        ...(isAdoptedDocument(policy, manifest.adopted === true) ? { isDocument: true as const } : {}),
      };
    }
    case 'git':
      return fromGit(rest === index ? index : commitOf(folder, rest), text, folder);
    case 'merge-base':
      return fromGit(mergeBaseOf(folder, rest), text, folder);
    default:
      return fromPath(text, start, folder);
  }
}

/** The working tree as a revision; compiled again when there is no memory. */
export function workingRevision(
  { folder, path }: Pick<PolicyFolder, 'folder' | 'path'>,
  memory?: Memory,
): Revision {
  return {
    label: 'working tree',
    title: 'working tree',
    ...compileSide(workingTree(folder), { of: 'working-tree', path }, memory),
  };
}

/** Whether a revision is a path, which means the same for every policy. */
export function isPath(text: string): boolean {
  return splitScheme(text)[0] === '';
}

/** A drive letter is no scheme. */
function splitScheme(text: string): readonly [string, string] {
  const match = /^(archive|git|merge-base):(.*)$/s.exec(text);
  return match ? [match[1] ?? '', match[2] ?? ''] : ['', text];
}

function fromGit(commit: string, text: string, folder: string): Revision {
  const files = policyFilesInGit(folder, commit);
  if (files.policy.files.size === 0 && files.policy.problems.length === 0) {
    throw cannot('revision-without-policy', { text });
  }
  const title = commit === index ? 'what is staged' : `${text} (${commit.slice(0, 12)})`;
  return {
    label: text,
    title,
    policy: compilePolicy(files.policy, { of: commit === index ? 'index' : 'commit', text }),
    files,
  };
}

/** The revision that somebody means by its name alone: a version, a day or a commit. */
function meantBy(text: string, folder: string): string | undefined {
  if (/^(?:#?\d{1,4}|\d{4}-\d\d-\d\d|latest)$/.test(text))
    return `archive:${text.replace(/^(?=\d{1,4}$)/, '#')}`;
  return ifPossible(() => commitOf(folder, text)) === undefined ? undefined : `git:${text}`;
}

function fromPath(text: string, start: string, folder: string): Revision {
  const path = resolve(start, text);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
    return {
      label: text,
      title: text,
      policy: compilePolicy(workingTree(path), { of: 'folder', path: text }),
      folder: path,
    };
  const content = readRegularFile(path, largestArchived, 'follow');
  if (content === undefined) {
    throw cannot('revision-unknown', { text, meant: meantBy(text, folder) });
  }
  const parsed = isRefused(content) ? content : parsePolicy(content, 'policy');
  if ('value' in parsed) return { label: text, title: text, policy: parsed.value };
  throw cannot('policy-not-compiled', { text, why: 'why' in parsed ? parsed.why : undefined });
}

/** Compiles a side of a comparison. Throws `CannotWork` when it has errors. */
export function compilePolicy(snapshot: Snapshot, side: Side): Policy {
  return compileSide(snapshot, side).policy;
}

/** The same, with the limits that it has nearly reached. */
export function compileSide(
  snapshot: Snapshot,
  side: Side,
  memory?: Memory,
): Required<Pick<Revision, 'policy' | 'nearly'>> {
  const { policy, problems } =
    side.of === 'target' ? compileStanding(snapshot) : compileFiles(snapshot, memory);
  if (policy) return { policy, nearly: problems.filter(({ code }) => code === 'near-limit') };
  const problem = problems.find(({ severity }) => severity === 'error');
  const first = problem && { where: formatPlace(problem.place), problem };
  throw cannot('side-has-errors', { side, first });
}
