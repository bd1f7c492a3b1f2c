import { basename, dirname, join, resolve } from 'node:path';
import { folderFiles } from '../archive/disk.ts';
import { versionFolder } from '../archive/layout.ts';
import { namesAtTop } from '../archive/notices.ts';
import type { Release } from '../archive/release.ts';
import { plain } from '../base/escape.ts';
import { cannot } from '../base/failure.ts';
import { raisedIn } from '../consent/asks.ts';
import type { SiteInput, SitePolicies, SitePolicyInput } from '../publish/site-input.ts';
import type { FlavourName } from '../render/flavours.ts';
import { placesMissing } from '../render/shell.ts';
import type { Shell } from '../render/shell-kind.ts';
import { verifiedRelease, versionsOn } from '../revision/archive.ts';
import { changesIn, noticeStateOf } from '../revision/notices.ts';
import { idOf } from '../revision/own-id.ts';
import { workingRevision } from '../revision/revision.ts';
import { requireOwnIds } from '../revision/shared-id.ts';
import { requireNewest } from '../revision/vanished.ts';
import { type PolicyFolder, selectPolicies, type Workspace } from '../revision/workspace.ts';
import { dateOrToday } from './dates.ts';
import { called, textOnDisk } from './paths.ts';
import { type OnPolicies, workspaceOf } from './policies.ts';
import { memoryOf, type Remembering } from './remember.ts';
import type { World } from './world.ts';

/** Which pages a site has, and the day that they show. */
export interface SiteOptions extends OnPolicies, Remembering {
  readonly asOf?: string;
  readonly flavour?: FlavourName;
  readonly shell?: string;
  readonly fragment?: boolean;
  readonly draft?: boolean;
  readonly pdf?: boolean;
}

/** What the pages are made of: the workspace as it is now, its archives, and the day. Throws `CannotWork`. */
export function siteInput(
  options: SiteOptions,
  world: World,
): { readonly input: SiteInput; readonly workspace: Workspace } {
  const { workspace, folders, read } = policyReader(options, world);
  const draft = options.draft === true;
  requireNewest(folders.map(({ folder }) => folder));
  requireOwnIds(folders.map((policy) => ({ id: calledBy(policy, draft, world), path: policy.path })));
  const [first] = folders.slice(0, 1).map(read);
  // Policies are read one at a time, so that a thousand of them are never in memory together.
  const policies: SitePolicies = {
    length: folders.length,
    *[Symbol.iterator]() {
      if (first) yield first;
      for (const policy of folders.slice(1)) yield read(policy);
    },
  };
  const offset = first?.releases.at(-1)?.policy.utcOffset ?? first?.draft?.utcOffset ?? 'Z';
  const input: SiteInput = {
    asOf: dateOrToday(options.asOf, '--as-of', offset, world),
    policies,
    flavour: options.flavour,
    shell: shellOf(options, world),
    printed: options.pdf === true,
    ...(workspace.siteUrl === undefined ? {} : { siteUrl: workspace.siteUrl }),
  };
  return { input, workspace };
}

/** The policies of a site in order, and a function that reads each. Throws `CannotWork`. */
export function policyReader(
  options: SiteOptions,
  world: World,
): {
  readonly workspace: Workspace;
  readonly folders: readonly PolicyFolder[];
  readonly read: (policy: PolicyFolder) => SitePolicyInput;
} {
  const workspace = workspaceOf(options, world, memoryOf(options, world));
  const folders = selectPolicies(workspace, options.policy, world.cwd);
  return { workspace, folders, read: (policy) => policyInput(policy, workspace, options.draft === true) };
}

/** The id of a policy, by its archive or, when nothing was released, by its `policy.yaml`. */
function calledBy(policy: PolicyFolder, draft: boolean, world: World): string | undefined {
  const { folder } = policy;
  const released = versionsOn(policy, folderFiles(join(folder, 'archive'))).versions.at(-1);
  if (released !== undefined) return released.manifest.policy;
  if (!draft)
    world.remark(
      plain`${called(folder, world)}: nothing has been released yet; --draft shows the working tree.\n`,
    );
  return idOf(folder);
}

function policyInput(policy: PolicyFolder, { memory }: Workspace, draft: boolean): SitePolicyInput {
  const { folder } = policy;
  const files = folderFiles(join(folder, 'archive'));
  const { versions } = versionsOn(policy, files);
  const releases = versions.map((version) => verifiedRelease(files, version));
  const working = draft || releases.length === 0 ? workingRevision(policy, memory).policy : undefined;
  const id = releases.at(-1)?.policy.id ?? working?.id ?? '';
  const names = namesAtTop(files);
  return {
    id,
    releases,
    notices: new Map(versions.map((one) => [one.sequence, noticeStateOf(files, one, names).records])),
    raised: new Map(versions.map((one) => [one.sequence, raisedIn(changesIn(files, one))])),
    evidence: new Map(releases.map((release) => [release.manifest.sequence, evidence(files, release)])),
    ...(draft && working ? { draft: working } : {}),
  };
}

function evidence(
  files: ReturnType<typeof folderFiles>,
  { manifest, policy }: Release,
): ReadonlyMap<string, string> {
  const folder = versionFolder(manifest.sequence);
  const decoder = new TextDecoder();
  return new Map(
    policy.locales.flatMap((locale) => {
      const bytes = files.read(`${folder}/public/policy.${locale}.html`);
      return bytes ? [[locale, decoder.decode(bytes)] as const] : [];
    }),
  );
}

function shellOf({ shell, fragment }: SiteOptions, { cwd }: World): Shell {
  if (shell === undefined) return fragment === true ? 'fragment' : 'own';
  const path = resolve(cwd, shell);
  const template = textOnDisk(dirname(path), basename(path));
  // Not in UTF-8, it would have signs in every page that stand for letters.
  if (template === undefined || template.includes('\uFFFD'))
    throw cannot('shell-unreadable', { file: shell });
  const places = placesMissing(template);
  if (places.length > 0) throw cannot('shell-incomplete', { file: shell, places });
  return { template };
}
