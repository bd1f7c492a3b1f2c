import { sameContent } from '../archive/content.ts';
import type { ArchiveFiles } from '../archive/files.ts';
import { decisionsFile, policyFile, versionFolder } from '../archive/layout.ts';
import type { ArchivedVersion } from '../archive/read.ts';
import type { Release } from '../archive/release.ts';
import { sameBytes } from '../archive/verify-version.ts';
import { type Diagnostic, diagnostic, hasErrors } from '../base/diagnostic.ts';
import type { Problem } from '../base/message.ts';
import type { Underived } from '../base/messages-gate.ts';
import { startOfFile } from '../base/place.ts';
import { checkSnapshot } from '../check/check-snapshot.ts';
import { type PlannedVersion, planVersion } from '../compile.ts';
import type { Gated } from '../gate/cover.ts';
import { uncovered } from '../gate/decide.ts';
import { readNotes } from '../gate/note.ts';
import type { Override } from '../gate/record.ts';
import type { Settings } from '../gate/settings.ts';
import { changesOfSettings, settingsFor } from '../gate/settings-changes.ts';
import type { Policy } from '../model/policy.ts';
import { releaseOf } from '../revision/archive.ts';
import { type RecordedSource, recordedSource } from '../revision/derive.ts';
import { settingsIn, workspaceFile } from '../revision/workspace.ts';
import { excessOf, overLimit } from '../syntax/budget.ts';

/** The newest version up to a point of an archive, which the next one is judged against. */
export interface Reached {
  readonly release: Release;
  /** The settings of the workspace and of its clauses, as recorded with it. */
  readonly settings: Settings;
}

/** A version that a pull request adds, with its changes from the one before and its problems. */
export type Step = Reached & Gated;

/** A released version, with the settings it was released under. */
export function reachedAt(files: ArchiveFiles, version: ArchivedVersion): Reached {
  const { workspace, policy } = recordedSource(files, version);
  return { release: releaseOf(files, version), settings: settingsFor(settingsIn(workspace), policy) };
}

/**
 * The versions of an archive after the first `known` ones. Each is made again from the source recorded in it, to be
 * byte-identical, and judged against the one before with the notes recorded in it. The very first has nothing to be
 * judged against. `tool` is the name and version of this program.
 */
export function addedSteps(
  files: ArchiveFiles,
  versions: readonly ArchivedVersion[],
  known: number,
  before: Reached | undefined,
  tool: string,
): Step[] {
  const steps: Step[] = [];
  for (const version of versions.slice(known)) {
    const earlier = versions.filter(({ sequence }) => sequence < version.sequence);
    steps.push(addedStep(files, version, earlier, steps.at(-1) ?? before, tool));
  }
  return steps;
}

function addedStep(
  files: ArchiveFiles,
  version: ArchivedVersion,
  earlier: readonly ArchivedVersion[],
  before: Reached | undefined,
  tool: string,
): Step {
  const reached = reachedAt(files, version);
  const place = startOfFile(`archive/${versionFolder(version.sequence)}/${policyFile}`);
  const underived = (why: Underived): Diagnostic =>
    diagnostic('archive-not-derived', { version: version.sequence, ...why }, place);
  // No version with so many rows can be released any more, so it is compared with nothing.
  const { facts, prose, structure } = reached.release.policy;
  const excess = excessOf('rows', facts.length + prose.length + structure.length);
  if (excess) {
    const refused = withoutPlace(overLimit(excess, place));
    return { ...(before ?? withoutRows(reached)), changes: [], used: [], problems: [underived({ refused })] };
  }
  const source = recordedSource(files, version);
  const { policy, problems: wrong } = checkSnapshot(
    source.policy,
    reached.settings.rules,
    () => version.manifest.published,
  );
  if (!policy || hasErrors(wrong)) {
    const first = wrong.find(isError);
    const why = first ? { invalid: withoutPlace(first) } : ({ why: 'nothing-compiled' } as const);
    return { ...reached, changes: [], used: [], problems: [underived(why)] };
  }
  const planned = plannedAnew(files, version, earlier, before, {
    source,
    policy,
    found: wrong,
    settings: reached.settings,
  });
  const open = uncovered(planned.changes).length;
  const problems = [
    ...(sameContent(policy, reached.release.policy)
      ? differences(files, version, planned, tool)
      : [{ why: 'other-policy' } as const]
    ).map(underived),
    ...(open > 0
      ? [diagnostic('archive-not-decided', { version: version.sequence, count: open }, place)]
      : []),
    ...overridden(planned, version, place, files),
  ];
  return { ...reached, changes: planned.changes, used: planned.used, problems };
}

interface Made {
  readonly source: RecordedSource;
  readonly policy: Policy;
  readonly found: readonly Diagnostic[];
  readonly settings: Settings;
}

/** Plans a version again: from the files that it keeps, after the versions before it, at its own dates. */
function plannedAnew(
  files: ArchiveFiles,
  version: ArchivedVersion,
  earlier: readonly ArchivedVersion[],
  before: Reached | undefined,
  made: Made,
): PlannedVersion {
  const { source, policy, found, settings } = made;
  const { published, effective, corrects, withdraws, tool, adopted } = version.manifest;
  return planVersion({
    archive: { versions: earlier, problems: [], leftovers: [] },
    head: before?.release,
    policy,
    found,
    published,
    effective,
    ...(corrects === undefined ? {} : { corrects }),
    ...(withdraws === undefined ? {} : { withdraws }),
    tool,
    sources: source.texts,
    inForce: {
      notes: readNotes(source.policy).notes,
      head: before?.release.hash ?? 'none',
      spent: new Set(),
    },
    ...(adopted === undefined ? {} : { adopted: true }),
    policyOf: (sequence) => policyIn(files, earlier, sequence),
    horizon: settings.archive.horizon,
    waived: settings.waived,
    besides: before ? changesOfSettings(before.settings, settings, workspaceFile) : [],
    override: overrideIn(files, version),
  });
}

function withoutRows({ release, settings }: Reached): Reached {
  const policy = { ...release.policy, facts: [], prose: [], structure: [] };
  return { settings, release: { ...release, policy } };
}

/** The policy of a version; a missing one has been reported with the archive. */
function policyIn(files: ArchiveFiles, versions: readonly ArchivedVersion[], sequence: number): Policy {
  const version = versions.find((one) => one.sequence === sequence);
  if (!version) throw new RangeError(`no version ${sequence}`);
  return releaseOf(files, version).policy;
}

/** The first difference between a version and the same made again from an equal policy. */
function differences(
  files: ArchiveFiles,
  { sequence, manifest }: ArchivedVersion,
  { plan, missing, problems, refusals }: PlannedVersion,
  tool: string,
): Underived[] {
  if (!plan) {
    if (missing.some(({ code }) => code === 'undecided')) return [];
    const [refusal, lacking, problem] = [refusals[0], missing[0], problems.find(isError)];
    const why = refusal ?? lacking ?? problem;
    return [why ? { refused: withoutPlace(why) } : { why: 'not-planned' }];
  }
  const folder = versionFolder(sequence);
  const altered = [...plan.files].flatMap(([path, bytes]) => {
    const found = files.read(`${folder}/${path}`);
    return found && sameBytes(found, bytes) ? [] : [path];
  });
  const [first] = altered.filter((path) => path.startsWith('public/') || path.startsWith('internal/'));
  const file = first ?? altered[0];
  return file === undefined ? [] : [{ file, tool, maker: manifest.tool }];
}

/** A problem without its place, to be reported at another. */
function withoutPlace({ code, args }: Problem): Problem {
  return { code, args };
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

/** What was missing, other than a decision, when somebody answered for the release: reviewers must see it. */
function overridden(
  { missing }: PlannedVersion,
  version: ArchivedVersion,
  place: Diagnostic['place'],
  files: ArchiveFiles,
): Diagnostic[] {
  const override = overrideIn(files, version);
  if (!override) return [];
  const args = { version: version.sequence, by: override.by, why: override.reason };
  return missing
    .filter(({ code }) => code !== 'undecided')
    .map((one) => diagnostic('archive-overridden', { ...args, missed: withoutPlace(one) }, place));
}

function overrideIn(
  files: ArchiveFiles,
  { sequence }: ArchivedVersion,
): Pick<Override, 'reason' | 'by'> | undefined {
  try {
    const bytes = files.read(`${versionFolder(sequence)}/${decisionsFile}`);
    const { override } = JSON.parse(new TextDecoder().decode(bytes)) as { override?: Partial<Override> };
    const { reason, by } = override ?? {};
    return typeof reason === 'string' && typeof by === 'string' ? { reason, by } : undefined;
  } catch {
    // Without a readable record nobody answered for it; making the version again shows the rest.
    return undefined;
  }
}
