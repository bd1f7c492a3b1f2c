import type { Policy } from '../model/policy.ts';
import { alone } from '../render/around.ts';
import type { Block } from '../render/nodes.ts';
import type { Page, PageLink } from '../render/page.ts';
import { policyPage } from '../render/policy-page.ts';
import { contentOf, renderPolicyText } from '../render/policy-text.ts';
import { titleText } from '../render/resolve.ts';
import type { Stamp } from '../render/stamp.ts';
import { statusSentence, versionTitle } from '../render/status.ts';
import { viewOf } from '../render/view.ts';
import { localeName, type Words } from '../render/words.ts';
import { aroundOf } from './around.ts';
import { listsIn, listTitle } from './list-history.ts';
import { metadataOf } from './metadata.ts';
import { feedFile, localeFolder, printedFile, relativeLink } from './paths.ts';
import type { SitePolicy } from './site-policy.ts';
import { twinOf } from './twin.ts';
import type { Version } from './versions.ts';

export type Files = Iterable<readonly [path: string, text: string]>;

/**
 * A version at its permanent link, in each of its languages. Pages are generated one by one, so that only one is in
 * memory.
 */
export function* versionPages(site: SitePolicy, version: Version): Files {
  const { policy } = version.release;
  for (const locale of policy.locales) {
    const folder = `${localeFolder(site.id, locale, policy.prevailing)}/${version.folder}`;
    const frozen = site.evidence?.get(version.stamp.sequence)?.get(locale);
    // Not an .html file: a page kept in an archive must not run as a page of this site.
    const copy = `${folder}/evidence.${locale}.txt`;
    const name = `${site.id}-${version.folder}.${locale}.html`;
    const page: Placed = {
      path: `${folder}/index.html`,
      below: version.folder,
      noindex: !version.inForce,
      links: [
        ...printedLink(site, folder),
        [`${site.id}/${version.folder}/policy.json`, 'data'],
        ...(frozen === undefined ? [] : [[copy, 'evidence', name] as const]),
      ],
      notes: (words) => [`${words.record}${words.colon}${version.release.hash}`],
    };
    yield* placedPages(site, policy, locale, version.stamp, page, version);
    if (frozen !== undefined) yield [copy, frozen];
  }
}

/** The version in force, at the policy's stable address. */
export function* currentPages(site: SitePolicy): Files {
  const { current } = site;
  if (!current) return;
  const { policy } = current.release;
  const head = site.versions.at(-1)?.release.hash ?? '';
  for (const locale of policy.locales) {
    const folder = localeFolder(site.id, locale, policy.prevailing);
    const page: Placed = {
      path: `${folder}/index.html`,
      below: '',
      noindex: false,
      lists: listsIn(policy).map(({ clause }) => [
        `${folder}/lists/${clause}/index.html`,
        listTitle(viewOf(policy, locale), clause),
      ]),
      links: [
        [`${folder}/${current.folder}/index.html`, 'permalink'],
        ...printedLink(site, folder),
        [`${site.id}/policy.json`, 'data'],
      ],
      notes: (words) => [`${words.head}${words.colon}${head}`],
    };
    yield* placedPages(site, policy, locale, current.stamp, page, current);
  }
}

export function* draftPages(site: SitePolicy, draft: Policy): Files {
  for (const locale of draft.locales) {
    const page: Placed = {
      path: `${localeFolder(site.id, locale, draft.prevailing)}/draft/index.html`,
      below: 'draft',
      noindex: true,
      links: [],
      notes: () => [],
    };
    yield* placedPages(site, draft, locale, { status: 'draft' }, page);
  }
}

function printedLink({ printed }: SitePolicy, folder: string): Placed['links'] {
  return printed ? [[`${folder}/${printedFile}`, 'printed']] : [];
}

/** The place of a copy of a policy, and what its page says beside the policy. */
interface Placed {
  readonly path: string;
  /** Its folder below the language's folder; the same in every language. */
  readonly below: string;
  readonly noindex: boolean;
  readonly links: readonly (readonly [
    to: string,
    words: 'permalink' | 'printed' | 'data' | 'evidence',
    saveAs?: string,
  ])[];
  /** Pages of the policy's lists, as path and title. */
  readonly lists?: readonly (readonly [to: string, title: string])[];
  readonly notes: (words: Words) => readonly string[];
}

function placedPages(
  site: SitePolicy,
  policy: Policy,
  locale: string,
  stamp: Stamp,
  placed: Placed,
  version?: Version,
): (readonly [string, string])[] {
  const content =
    (version?.inForce ? site.currentContent(locale) : undefined) ?? contentOf(viewOf(policy, locale));
  const { words } = content.view;
  const { path } = placed;
  const go = (to: string, label: string): PageLink => ({ href: relativeLink(path, to), words: label });
  const archive = archiveOf(site, locale);
  const around = version === undefined ? alone : aroundOf(site, version, locale, path, archive[0]);
  const page = policyPage(content, stamp, around);
  const markdown = path.replace(/html$/, 'md');
  const footLinks = placed.links.map(([to, label, saveAs]) => ({
    ...go(to, words[label]),
    ...(saveAs === undefined ? {} : { saveAs }),
  }));
  const complete: Page = {
    ...page,
    ...withWayToCurrent(page, site, locale, path, stamp),
    bar: [...languageLinks(site, policy, locale, placed), ...archive.map((to) => go(to, words.allVersions))],
    footLinks: [
      ...footLinks,
      ...(placed.lists ?? []).map(([to, title]) => go(to, words.list.see(title))),
      go(markdown, words.markdown),
    ],
    footNotes: [...page.footNotes, ...placed.notes(words)],
    noindex: placed.noindex,
    ...metadataOf(
      site,
      {
        title: page.title,
        locale,
        prevailing: policy.prevailing,
        paths: new Map(policy.locales.map((one) => [one, keptPath(site, policy, one, placed, version)])),
      },
      stamp,
    ),
    ...(placed.below === '' && site.siteUrl !== undefined ? { feed: feedFile } : {}),
  };
  const twin = twinOf(site, {
    path,
    locale,
    words,
    title: complete.title,
    label: placed.below === '' ? titleText(content.view, 'policy') : versionTitle(words, stamp),
    description: statusSentence(words, stamp),
    date: stamp.effective,
    noindex: placed.noindex,
    links: complete.bar,
    children: renderPolicyText(content, stamp, around).children as Block[],
  });
  return [[path, site.pageAt(path, complete)], twin];
}

function withWayToCurrent(
  page: Page,
  site: SitePolicy,
  locale: string,
  path: string,
  { status }: Stamp,
): Partial<Page> {
  const current = currentPath(site, locale);
  if (page.status === undefined || status === 'in-force' || current === undefined) return {};
  return {
    status: { ...page.status, link: { href: relativeLink(path, current), words: page.words.toCurrent } },
  };
}

/** The canonical path: for the dated copy of the version in force the stable address, for any other version its own. */
function keptPath(
  { id }: SitePolicy,
  { prevailing }: Policy,
  locale: string,
  { below }: Placed,
  version: Version | undefined,
): string {
  const folder = localeFolder(id, locale, prevailing);
  return version?.inForce || below === '' ? `${folder}/index.html` : `${folder}/${below}/index.html`;
}

/** The stable address in a language, or in the prevailing one if the version in force lacks that language. */
export function currentPath({ id, current }: SitePolicy, locale: string): string | undefined {
  if (!current) return undefined;
  const { locales, prevailing } = current.release.policy;
  return `${localeFolder(id, locales.includes(locale) ? locale : prevailing, prevailing)}/index.html`;
}

function archiveOf({ id, face, versions }: SitePolicy, locale: string): string[] {
  if (!face || versions.length === 0) return [];
  const shown = face.locales.includes(locale) ? locale : face.prevailing;
  return [`${localeFolder(id, shown, face.prevailing)}/archive/index.html`];
}

function languageLinks(
  { id }: SitePolicy,
  policy: Policy,
  locale: string,
  { path, below }: Placed,
): PageLink[] {
  return policy.locales
    .filter((other) => other !== locale)
    .map((other) => {
      const folder = localeFolder(id, other, policy.prevailing);
      const to = `${folder}/${below === '' ? '' : `${below}/`}index.html`;
      return {
        href: relativeLink(path, to),
        words: localeName(policy, other),
        locale: other,
      };
    });
}
