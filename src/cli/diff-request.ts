import { statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { diagnostic } from '../base/diagnostic.ts';
import { plain } from '../base/escape.ts';
import { onDemand } from '../base/on-demand.ts';
import { startOfFile } from '../base/place.ts';
import { nameless } from '../diff/names.ts';
import type { Compared } from '../judgement/compared.ts';
import { withMovedChanges } from '../judgement/moved-changes.ts';
import { movedInRequest, type WithOrigin } from '../judgement/moved-in-request.ts';
import { nearerWorkspaces, takenFromGit } from '../judgement/next-request.ts';
import { compareRequest, type Dropped, droppedPolicies, offsetOf, originOf } from '../judgement/request.ts';
import { type Requested, requested } from '../judgement/requested.ts';
import type { ComparedPolicy } from '../report/compared-policy.ts';
import { requireOwnIds } from '../revision/shared-id.ts';
import { othersIn, readTarget, requireNamed, type Target, type TargetPolicy } from '../revision/target.ts';
import { requireNeverReleased } from '../revision/vanished.ts';
import type { PolicyFolder, Workspace } from '../revision/workspace.ts';
import { readFolder } from '../snapshot/folder.ts';
import { openGit } from '../snapshot/git.ts';
import { dateOrToday } from './dates.ts';
import { reportOf, tellUnreleased } from './diff-revisions.ts';
import { called, fileIn } from './paths.ts';
import type { OnPolicies } from './policies.ts';
import { toolOf, type World } from './world.ts';

interface RequestOptions extends OnPolicies {
  readonly target: string;
  readonly asOf?: string;
}

interface Judging {
  readonly workspace: Workspace;
  readonly target: Target;
  readonly options: RequestOptions;
  readonly world: World;
}

type InRequest = Requested & PolicyFolder;

/**
 * Compares a pull request with where it branched off its target: the policies it has, and those it dropped. If paths name
 * policies, also those that stood there, wherever they are now, so that nobody gets past the gate by moving a policy.
 */
export function reportOnRequest(
  policies: readonly PolicyFolder[],
  workspace: Workspace,
  options: RequestOptions,
  world: World,
): ComparedPolicy[] {
  const others = workspace.policies.filter((one) => !policies.includes(one));
  for (const { folder, path } of others)
    requireNamed(
      path,
      readFolder(folder, (file) => file === 'policy.yaml'),
    );
  const chosen = requested(policies, workspace);
  const idsOfOthers = othersIn(workspace, policies);
  requireOwnIds([...chosen.map(({ path, head }) => ({ id: head.policy.id, path })), ...idsOfOthers]);
  const beyond = relative(workspace.root, world.cwd).startsWith('..');
  const ids = chosen.map(({ head }) => head.policy.id);
  const target = readTarget(beyond ? workspace.root : world.cwd, options.target, ids);
  const stood = stoodIn(options.policy, target, world);
  const moved = others.filter(({ path }) => {
    const id = idsOfOthers.find((one) => one.path === path)?.id;
    return stood.some((one) => one.id === id);
  });
  const unmoved = others.filter((one) => !moved.includes(one));
  const withOrigin = (policy: InRequest): WithOrigin => [policy, originOf(policy, target)];
  const judged = [...chosen, ...requested(moved, workspace)].map(withOrigin);
  const unnamed = onDemand(() => requested(unmoved, workspace).map(withOrigin));
  return [
    ...reportsOn(judged, unnamed, { workspace, target, options, world }),
    ...droppedPolicies(target, kept()).map((one) => reportOnDropped(one, target)),
  ];

  /**
   * The policies that the request still has. If paths were named, policies elsewhere count only when a named one is new:
   * it may be one of them under another id.
   */
  function kept(): readonly (TargetPolicy | undefined)[] {
    const known = judged.map(([, origin]) => origin);
    if (options.policy.length === 0) return known;
    if (known.includes(undefined)) return [...known, ...unnamed().map(([, origin]) => origin)];
    return [...known, ...target.policies.filter((one) => !stood.includes(one))];
  }
}

/** Reports on policies, once all of them are judged: what one lost may be in another, or in one that was not named. */
function reportsOn(
  policies: readonly WithOrigin[],
  unnamed: () => readonly WithOrigin[],
  judging: Judging,
): ComparedPolicy[] {
  const { workspace, target, world } = judging;
  const judged = policies.map(([policy, origin]) => ({
    policy,
    origin,
    compared: judge(policy, origin, judging),
  }));
  return judged.flatMap(({ policy, origin, compared }) => {
    if (!compared) return [];
    const others = () => policies.filter(([other]) => other.folder !== policy.folder);
    const said = movedInRequest(policy, compared, origin, { target, others, unnamed });
    const since = entriesIn(policy) > entriesIn(origin?.files) ? 'versions' : said.since;
    return [reportOf(withMovedChanges(compared, said, since), policy, workspace, world)];
  });
}

/** Judges one policy of a pull request; undefined when nothing of it was released. */
function judge(
  policy: InRequest,
  origin: TargetPolicy | undefined,
  { workspace, target, options, world }: Judging,
): Compared | undefined {
  if (!origin)
    world.remark(plain`${called(policy.folder, world)}: not there ${target.place}, so everything is new.\n`);
  if (entriesIn(policy) + entriesIn(origin?.files) === 0) requireNeverReleased(policy);
  const unlike = [
    ...policy.unlike,
    ...nearerWorkspaces(policy, workspace.root, target),
    ...takenFromGit(policy, origin, workspace.root, target),
  ];
  const compared = compareRequest({ ...policy, unlike }, origin, target, toolOf(world), {
    today: dateOrToday(options.asOf, '--as-of', offsetOf(policy.head, origin, target), world),
    byClock: options.asOf === undefined,
  });
  if (origin && !compared) tellUnreleased(policy, world);
  return compared;
}

/** How many entries an archive has; none where there is no archive. */
function entriesIn(files: Pick<Requested, 'archive'> | undefined): number {
  return files?.archive.list('').length ?? 0;
}

/** The target's policies in or around the named paths. */
function stoodIn(paths: readonly string[], { policies }: Target, world: World): TargetPolicy[] {
  const folders = paths.map((path) => {
    const full = resolve(world.cwd, path);
    return openGit(statSync(full).isDirectory() ? full : dirname(full)).prefix;
  });
  return policies.filter(({ path }) => folders.some((one) => path.startsWith(one) || one.startsWith(path)));
}

function reportOnDropped({ id, path, last }: Dropped, target: Target): ComparedPolicy {
  const args = { policy: id, last, where: target.place };
  return {
    policy: id,
    path: path.replace(/\/$/, '') || '.',
    base: { label: `#${last}`, title: `#${last}` },
    head: { label: 'request', title: 'this pull request' },
    verdict: 'material',
    changes: [],
    names: nameless,
    renamed: {},
    regrouped: [],
    hints: [],
    locales: [],
    statesFacts: () => false,
    compared: { facts: 0, texts: 0 },
    problems: [diagnostic('policy-dropped', args, startOfFile('policy.yaml'))],
    fileIn: (file) => fileIn(path.replace(/\/$/, '') || '.', file),
    textOf: () => undefined,
  };
}
