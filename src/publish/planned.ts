import type { Element } from 'xast';
import { nextChangeAfter } from '../archive/as-of.ts';
import { frozenJson } from '../archive/layout.ts';
import type { Json } from '../base/canonical.ts';
import { eachOnDemand } from '../base/on-demand.ts';
import { consentFile } from '../consent/consent-file.ts';
import type { ConsentFile } from '../consent/decide.ts';
import { flavours } from '../render/flavours.ts';
import type { Page } from '../render/page.ts';
import { contentOf } from '../render/policy-text.ts';
import { fragmentStyle, inShell } from '../render/shell.ts';
import { viewOf } from '../render/view.ts';
import { archivePages } from './archive-page.ts';
import { type BuildRecord, type BuiltPolicy, buildFile, buildFormat, buildText } from './build-record.ts';
import { feeds } from './feed.ts';
import { listFeeds } from './list-feed.ts';
import { listPages } from './list-page.ts';
import { notices } from './notice.ts';
import { type PackedText, PackedTexts, packText } from './packed.ts';
import { localeFolder, publicAddress } from './paths.ts';
import { pendingPages } from './pending-page.ts';
import { redlinePages } from './redline-page.ts';
import { type RootLine, rootLine, rootPage, spokenBy } from './root-page.ts';
import type { SiteFrame, SitePolicyInput } from './site-input.ts';
import type { SitePolicy } from './site-policy.ts';
import { listedPages, sitemap, sitemapFile } from './sitemap.ts';
import { currentPages, draftPages, type Files, versionPages } from './version-page.ts';
import { type Version, versionsOn } from './versions.ts';

/** What a policy adds to a site, as values that can be sent between threads. */
export interface PlannedPolicy {
  readonly files: readonly PackedText[];
  /** The data of the policy for pages about all policies. */
  readonly line: RootLine;
  readonly listed: readonly Element[];
  readonly built: Built;
}

export function planPolicy(given: SitePolicyInput, input: SiteFrame): PlannedPolicy {
  const policy = sitePolicy(given, input, pagesIn(input));
  // A site with its own shell gets only the pages in its flavour.
  const own = input.flavour && `/${flavours[input.flavour].file}`;
  const files: PackedText[] = [];
  addPages(policy, input.asOf, (pages) => {
    for (const [path, text] of pages)
      if (own === undefined || path.endsWith(own)) files.push(packText(path, text));
  });
  const listed = input.siteUrl === undefined ? [] : listedPages(policy, input.siteUrl);
  return { files, line: rootLine(policy), listed, built: builtOf(policy, input.asOf) };
}

/** A site being put together: policies are added in their order, whichever thread planned them. */
export interface JoinedSite {
  readonly add: (planned: PlannedPolicy) => void;
  readonly files: () => ReadonlyMap<string, string>;
}

/** Pages about all policies are in the language of the first one. */
export function joinSite(input: SiteFrame, first: SitePolicyInput | undefined): JoinedSite {
  const spoken = spokenBy(first && sitePolicy(first, input, pagesIn(input)).face);
  const files = new PackedTexts();
  const planned: Omit<PlannedPolicy, 'files'>[] = [];
  return {
    add({ files: packed, ...rest }) {
      for (const text of packed) files.add(text);
      planned.push(rest);
    },
    files() {
      const lines = planned.map(({ line }) => line);
      const own = input.flavour === undefined;
      if (own) files.set('index.html', rootPage(lines, spoken, pagesIn(input)));
      if (own && input.shell === 'fragment') files.set(...fragmentStyle);
      if (own && input.siteUrl !== undefined)
        files.set(sitemapFile, sitemap(planned.flatMap(({ listed }) => listed)));
      const built = planned.map((one) => one.built);
      files.set(buildFile, buildText(recordOf(input.asOf, built), files));
      return files;
    },
  };
}

function addPages(policy: SitePolicy, asOf: string, add: (pages: Files) => void): void {
  // The data of the version in force is at two addresses, and is made once.
  const data = policy.current && dataOf(policy.current);
  for (const version of policy.versions) {
    add(versionPages(policy, version));
    add(versionData(policy, version, version === policy.current ? data : undefined));
    add(redlinePages(policy, version));
    add(notices(policy, version));
  }
  if (policy.draft) add(draftPages(policy, policy.draft));
  if (data !== undefined) add([[`${policy.id}/policy.json`, data]]);
  if (policy.versions.length > 0)
    add([[`${policy.id}/consent.json`, frozenJson(consentOf(policy, asOf) as unknown as Json)]]);
  add(archivePages(policy));
  add(feeds(policy));
  add(listPages(policy));
  add(listFeeds(policy));
  add(policy.current ? currentPages(policy) : pendingPages(policy));
}

/** A version's files for programs, beside its page: its policy, and what readers were told about its changes. */
function versionData({ id }: SitePolicy, version: Version, data = dataOf(version)): Files {
  const { folder, release } = version;
  return [
    [`${id}/${folder}/policy.json`, data],
    [`${id}/${folder}/changes.json`, frozenJson(release.changes as unknown as Json)],
  ];
}

function dataOf({ release }: Version): string {
  return frozenJson(release.policy as unknown as Json);
}

/** Turns pages of the site into the text of files. */
export function pagesIn({ shell = 'own' }: SiteFrame): SitePolicy['pageAt'] {
  return (path, page: Page) => inShell(page, shell, `./${'../'.repeat(path.split('/').length - 1)}`);
}

export function sitePolicy(
  policy: SitePolicyInput,
  { siteUrl, asOf, flavour, printed = false }: SiteFrame,
  pageAt: SitePolicy['pageAt'],
): SitePolicy {
  const versions = versionsOn(policy.releases, asOf);
  const current = versions.find((version) => version.inForce);
  const face = (current ?? versions.at(-1))?.release.policy ?? policy.draft;
  localeFolder(policy.id, 'en', 'en');
  const currentContent = eachOnDemand(
    (locale: string) => current && contentOf(viewOf(current.release.policy, locale)),
  );
  return { ...policy, siteUrl, flavour, printed, pageAt, versions, current, currentContent, face };
}

/** What readers are asked to consent to, under the version in force and under scheduled ones. */
function consentOf({ id, versions, raised, siteUrl }: SitePolicy, asOf: string): ConsentFile {
  const releases = versions.map(({ release: { manifest, policy } }) => ({
    sequence: manifest.sequence,
    effective: manifest.effective,
    policy,
    raised: raised?.get(manifest.sequence) ?? [],
  }));
  const current = versions.filter(({ inForce, stamp }) => inForce || stamp.status === 'scheduled');
  const url = siteUrl === undefined ? undefined : publicAddress(siteUrl, `${id}/index.html`);
  const sequences = current.map(({ stamp }) => stamp.sequence);
  return consentFile(releases, sequences, { id, asOf, url });
}

/** The policy's entry in `build.json`, and when its next version takes effect. */
interface Built {
  readonly id: string;
  readonly state: BuiltPolicy;
  readonly next: string | undefined;
}

function builtOf({ id, current, versions, releases }: SitePolicy, asOf: string): Built {
  const state = {
    sequence: current?.stamp.sequence ?? null,
    effective: current?.stamp.effective ?? null,
    head: versions.at(-1)?.release.hash ?? null,
  };
  const manifests = releases.map((release) => release.manifest);
  return { id, state, next: nextChangeAfter(manifests, asOf) };
}

function recordOf(asOf: string, built: readonly Built[]): Omit<BuildRecord, 'files'> {
  const next = built.flatMap((one) => one.next ?? []).sort()[0];
  const states = built.map(({ id, state }) => [id, state] as const);
  return { format: buildFormat, asOf, next: next ?? null, policies: Object.fromEntries(states) };
}
