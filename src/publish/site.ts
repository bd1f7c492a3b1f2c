import { nextChangeAfter } from '../archive/as-of.ts';
import { frozenJson } from '../archive/layout.ts';
import type { Json } from '../base/canonical.ts';
import { consentFile } from '../consent/consent-file.ts';
import type { ConsentFile } from '../consent/decide.ts';
import { flavours } from '../render/flavours.ts';
import type { Page } from '../render/page.ts';
import { fragmentStyle, inShell } from '../render/shell.ts';
import { archivePages } from './archive-page.ts';
import { type BuildRecord, buildFile, buildFormat, buildText } from './build-record.ts';
import { feeds } from './feed.ts';
import { listFeeds } from './list-feed.ts';
import { listPages } from './list-page.ts';
import { notices } from './notice.ts';
import { localeFolder, publicAddress } from './paths.ts';
import { pendingPages } from './pending-page.ts';
import { printedPages } from './printed.ts';
import { redlinePages } from './redline-page.ts';
import { rootPage } from './root-page.ts';
import type { PrintedPage, SiteInput, SitePolicyInput } from './site-input.ts';
import type { SitePolicy } from './site-policy.ts';
import { sitemap, sitemapFile } from './sitemap.ts';
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
  const files = new Map<string, string>();
  // A site that brings its own shell gets the pages as it reads them, and nothing beside them.
  const flavour = input.flavour && flavours[input.flavour];
  const add = (pages: Files): void => {
    for (const [path, text] of pages)
      if (flavour === undefined || path.endsWith(`/${flavour.file}`)) files.set(path, text);
  };
  const pageAt = pagesIn(input);
  const policies = input.policies.map((policy) => sitePolicy(policy, input, pageAt));
  for (const [done, policy] of policies.entries()) {
    tell(done, policies.length);
    for (const version of policy.versions) {
      add(versionPages(policy, version));
      add(versionData(policy, version));
      add(redlinePages(policy, version));
      add(notices(policy, version));
    }
    if (policy.draft) add(draftPages(policy, policy.draft));
  }
  for (const policy of policies) {
    if (policy.current)
      add([[`${policy.id}/policy.json`, frozenJson(policy.current.release.policy as unknown as Json)]]);
    if (policy.versions.length > 0)
      add([[`${policy.id}/consent.json`, frozenJson(consentOf(policy, input.asOf) as unknown as Json)]]);
    add(archivePages(policy));
    add(feeds(policy));
    add(listPages(policy));
    add(listFeeds(policy));
    add(policy.current ? currentPages(policy) : pendingPages(policy));
  }
  add([['index.html', rootPage(policies, pageAt)]]);
  if (input.shell === 'fragment') add([fragmentStyle]);
  const listed = sitemap(policies, input.siteUrl);
  if (listed !== undefined) add([[sitemapFile, listed]]);
  files.set(buildFile, buildText(recordOf(input, policies), files));
  return files;
}

/** The pages of the site that are to be printed, with where to. */
export function pagesToPrint(input: SiteInput): PrintedPage[] {
  const pageAt = pagesIn(input);
  return input.policies.flatMap((policy) => printedPages(sitePolicy(policy, input, pageAt)));
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

function recordOf({ asOf }: SiteInput, policies: readonly SitePolicy[]): Omit<BuildRecord, 'files'> {
  const next = policies
    .flatMap(
      ({ releases }) =>
        nextChangeAfter(
          releases.map((release) => release.manifest),
          asOf,
        ) ?? [],
    )
    .sort()[0];
  const states = policies.map(({ id, current, versions }) => {
    const state = {
      sequence: current?.stamp.sequence ?? null,
      effective: current?.stamp.effective ?? null,
      head: versions.at(-1)?.release.hash ?? null,
    };
    return [id, state] as const;
  });
  return { format: buildFormat, asOf, next: next ?? null, policies: Object.fromEntries(states) };
}
