import type { Element } from 'xast';
import { nextChangeAfter } from '../archive/as-of.ts';
import { frozenJson } from '../archive/layout.ts';
import type { Json } from '../base/canonical.ts';
import { consentFile } from '../consent/consent-file.ts';
import type { ConsentFile } from '../consent/decide.ts';
import { flavours } from '../render/flavours.ts';
import type { Page } from '../render/page.ts';
import { fragmentStyle, inShell } from '../render/shell.ts';
import { archivePages } from './archive-page.ts';
import { type BuildRecord, type BuiltPolicy, buildFile, buildFormat, buildText } from './build-record.ts';
import { feeds } from './feed.ts';
import { listFeeds } from './list-feed.ts';
import { listPages } from './list-page.ts';
import { notices } from './notice.ts';
import { PackedTexts } from './packed.ts';
import { localeFolder, publicAddress } from './paths.ts';
import { pendingPages } from './pending-page.ts';
import { printedPages } from './printed.ts';
import { redlinePages } from './redline-page.ts';
import { rootPage } from './root-page.ts';
import type { PrintedPage, SiteInput, SitePolicyInput } from './site-input.ts';
import type { SitePolicy } from './site-policy.ts';
import { listedPages, sitemap, sitemapFile } from './sitemap.ts';
import { currentPages, draftPages, type Files, versionPages } from './version-page.ts';
import { type Version, versionsOn } from './versions.ts';

/**
 * Every file of the site by path, in the order to write them: versions, then the pages and indexes that lead to
 * them, `build.json` last. The same input gives the same bytes. `tell` hears how many policies are done.
 */
export function planSite(
  input: SiteInput,
  tell: (done: number, of: number) => void = () => {},
): ReadonlyMap<string, string> {
  const files = new PackedTexts();
  // A site that brings its own shell gets the pages as it reads them, and nothing beside them.
  const flavour = input.flavour && flavours[input.flavour];
  const add = (pages: Files): void => {
    for (const [path, text] of pages)
      if (flavour === undefined || path.endsWith(`/${flavour.file}`)) files.set(path, text);
  };
  const pageAt = pagesIn(input);
  const root = rootPage(pageAt);
  const listed: Element[] = [];
  const built: Built[] = [];
  // One at a time, and of each only what pages of all of them say is kept.
  for (const given of input.policies) {
    tell(built.length, input.policies.length);
    const policy = sitePolicy(given, input, pageAt);
    addPages(policy, input.asOf, add);
    root.add(policy);
    if (input.siteUrl !== undefined) listed.push(...listedPages(policy, input.siteUrl));
    built.push(builtOf(policy, input.asOf));
  }
  add([['index.html', root.page()]]);
  if (input.shell === 'fragment') add([fragmentStyle]);
  if (input.siteUrl !== undefined) add([[sitemapFile, sitemap(listed)]]);
  files.set(buildFile, buildText(recordOf(input.asOf, built), files));
  return files;
}

function addPages(policy: SitePolicy, asOf: string, add: (pages: Files) => void): void {
  for (const version of policy.versions) {
    add(versionPages(policy, version));
    add(versionData(policy, version));
    add(redlinePages(policy, version));
    add(notices(policy, version));
  }
  if (policy.draft) add(draftPages(policy, policy.draft));
  if (policy.current)
    add([[`${policy.id}/policy.json`, frozenJson(policy.current.release.policy as unknown as Json)]]);
  if (policy.versions.length > 0)
    add([[`${policy.id}/consent.json`, frozenJson(consentOf(policy, asOf) as unknown as Json)]]);
  add(archivePages(policy));
  add(feeds(policy));
  add(listPages(policy));
  add(listFeeds(policy));
  add(policy.current ? currentPages(policy) : pendingPages(policy));
}

/** The pages of the site that are to be printed, with where to. */
export function pagesToPrint(input: SiteInput): PrintedPage[] {
  const pageAt = pagesIn(input);
  return Array.from(input.policies, (policy) => printedPages(sitePolicy(policy, input, pageAt))).flat();
}

/** A version for programs, beside its page: what it says, and what readers were told of its changes. */
function versionData({ id }: SitePolicy, { folder, release }: Version): Files {
  return [
    [`${id}/${folder}/policy.json`, frozenJson(release.policy as unknown as Json)],
    [`${id}/${folder}/changes.json`, frozenJson(release.changes as unknown as Json)],
  ];
}

/** How pages of the site become files. */
function pagesIn({ shell = 'own' }: SiteInput): SitePolicy['pageAt'] {
  return (path, page: Page) => inShell(page, shell, `./${'../'.repeat(path.split('/').length - 1)}`);
}

function sitePolicy(
  policy: SitePolicyInput,
  { siteUrl, asOf, flavour, printed = false }: SiteInput,
  pageAt: SitePolicy['pageAt'],
): SitePolicy {
  const versions = versionsOn(policy.releases, asOf);
  const current = versions.find((version) => version.inForce);
  const face = (current ?? versions.at(-1))?.release.policy ?? policy.draft;
  localeFolder(policy.id, 'en', 'en');
  return { ...policy, siteUrl, flavour, printed, pageAt, versions, current, face };
}

/** What is asked for under the version in force and under those that are scheduled. */
function consentOf({ id, versions, raised, siteUrl }: SitePolicy, asOf: string): ConsentFile {
  const releases = versions.map(({ release: { manifest, policy } }) => ({
    sequence: manifest.sequence,
    effective: manifest.effective,
    policy,
    raised: raised?.get(manifest.sequence) ?? [],
  }));
  const current = versions.filter(({ inForce, stamp }) => inForce || stamp.status === 'scheduled');
  const url = siteUrl === undefined ? undefined : publicAddress(siteUrl, `${id}/index.html`);
  return consentFile(
    id,
    releases,
    current.map(({ stamp }) => stamp.sequence),
    asOf,
    url,
  );
}

/** What `build.json` says of a policy, and when its next version takes effect. */
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
