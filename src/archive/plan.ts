import { type Json, sha256 } from '../base/canonical.ts';
import { foldedName } from '../base/folded-name.ts';
import { type ReaderChanges, readerChangesFormat } from '../model/reader-changes.ts';
import { normaliseText } from '../snapshot/snapshot.ts';
import type { ReleaseInput } from './input.ts';
import {
  changesFile,
  decisionsFile,
  frozenJson,
  isContentPath,
  isSafePath,
  manifestFile,
  policyFile,
  sourceFolder,
  sumsFile,
  sumsOf,
} from './layout.ts';
import { type ArchiveProblem, archiveProblem } from './problem.ts';
import { refusalsOf } from './refusals.ts';
import { type Manifest, manifestFormat } from './release.ts';

/** A release down to the last byte. */
export interface ReleasePlan {
  readonly manifest: Manifest;
  /** SHA-256 of manifest.json: the archive head once the plan is applied. */
  readonly hash: string;
  /** Every file of the version by path in its folder, sorted, `manifest.json` and `SHA256SUMS` included. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** A release that can be stored, or why it cannot. */
export interface Planned {
  /** Absent when the release is refused. */
  readonly plan: ReleasePlan | undefined;
  readonly refusals: readonly ArchiveProblem[];
}

/**
 * Plans the next version, or says why it is refused. The same input gives the same bytes everywhere, so texts first lose
 * their byte-order mark and get LF line ends.
 */
export function planRelease(input: ReleaseInput): Planned {
  const sequence = (input.archive.versions.at(-1)?.sequence ?? 0) + 1;
  const texts = textsOf(input);
  const refusals = [...texts.refusals, ...refusalsOf(input, sequence)];
  if (refusals.length > 0) return { plan: undefined, refusals };

  const manifest = manifestOf(input, sequence, texts.files);
  const manifestText = frozenJson(manifest as unknown as Json);
  const hash = sha256(manifestText);
  const sums = sumsOf({ ...manifest.files, [manifestFile]: hash });
  const files = [...texts.files, [manifestFile, manifestText] as const, [sumsFile, sums] as const]
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([path, text]) => [path, new TextEncoder().encode(text)] as const);
  return { plan: { manifest, hash, files: new Map(files) }, refusals: [] };
}

function manifestOf(input: ReleaseInput, sequence: number, files: ReadonlyMap<string, string>): Manifest {
  const hashesOf = (texts: ReadonlyMap<string, string>) =>
    Object.fromEntries([...texts].sort().map(([path, text]) => [path, sha256(text)]));
  const withdraws = [...new Set(input.withdraws ?? [])].sort((a, b) => a - b);
  const notes = new Map([...input.notes].map(([path, text]) => [path, normaliseText(text)]));
  return {
    format: manifestFormat,
    policy: input.policy.id,
    sequence,
    published: input.published,
    effective: input.effective,
    ...(input.corrects === undefined ? {} : { corrects: input.corrects }),
    ...(withdraws.length === 0 ? {} : { withdraws }),
    ...(input.adopted ? { adopted: true as const } : {}),
    previous: input.archive.versions.at(-1)?.hash ?? null,
    edition: input.policy.edition,
    tool: input.tool,
    notes: hashesOf(notes),
    files: hashesOf(files),
  };
}

/** The files of the version except its manifest and sums: normalised, with every path and text checked. */
function textsOf(input: ReleaseInput): {
  readonly files: ReadonlyMap<string, string>;
  readonly refusals: readonly ArchiveProblem[];
} {
  const files = new Map<string, string>();
  const refusals: ArchiveProblem[] = [];
  const taken = new Set<string>();
  const add = (path: string, text: string | undefined, mayBe = isContentPath) => {
    if (!mayBe(path)) refusals.push(archiveProblem('release-path-unsafe', undefined, path, { path }));
    else if (taken.has(foldedName(path)))
      refusals.push(archiveProblem('release-path-taken', undefined, path, { path }));
    else if (text === undefined || !text.isWellFormed())
      refusals.push(archiveProblem('release-text-invalid', undefined, path, {}));
    else files.set(path, normaliseText(text));
    taken.add(foldedName(path));
  };
  if (!input.tool.isWellFormed())
    refusals.push(archiveProblem('release-text-invalid', undefined, manifestFile, {}));
  add(policyFile, jsonText(input.policy as unknown as Json));
  add(changesFile, jsonText(publicChanges(input.changes)));
  add(decisionsFile, jsonText(input.decisions));
  for (const [path, text] of input.rendered) {
    add(path, text, (name) => isContentPath(name) && name.startsWith('public/'));
  }
  // A hostile path is checked before it is joined, so that `../x` is reported as it was written.
  for (const [path, text] of input.sources) {
    if (isSafePath(path)) add(`${sourceFolder}/${path}`, text);
    else refusals.push(archiveProblem('release-path-unsafe', undefined, path, { path }));
  }
  for (const [path, text] of input.notes) {
    if (!isSafePath(path)) refusals.push(archiveProblem('release-path-unsafe', undefined, path, { path }));
    else if (!text.isWellFormed()) refusals.push(archiveProblem('release-text-invalid', undefined, path, {}));
  }
  return { files, refusals };
}

/** Only members that readers may see: nothing else in the value gets into the public file. */
function publicChanges(changes: ReaderChanges): Json {
  return {
    format: readerChangesFormat,
    changes: changes.changes.map(({ status, clauses, text }) => ({ status, clauses, text })),
  };
}

function jsonText(value: Json): string | undefined {
  try {
    return frozenJson(value);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
