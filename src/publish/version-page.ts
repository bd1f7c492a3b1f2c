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
import { archivePath, currentPath } from './page-paths.ts';
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
    yield* copyPages(site, {
      policy,
      locale,
      stamp: version.stamp,
      version,
      path: `${folder}/index.html`,
      below: version.folder,
      noindex: !version.inForce,
      links: [
        ...printedLink(site, folder),
        [`${site.id}/${version.folder}/policy.json`, 'data'],
        ...(frozen === undefined ? [] : [[copy, 'evidence', name] as const]),
      ],
      notes: (words) => [`${words.record}${words.colon}${version.release.hash}`],
    });
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
    yield* copyPages(site, {
      policy,
      locale,
      stamp: current.stamp,
      version: current,
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
    });
  }
}

export function* draftPages(site: SitePolicy, draft: Policy): Files {
  for (const locale of draft.locales) {
    yield* copyPages(site, {
      policy: draft,
      locale,
      stamp: { status: 'draft' },
      path: `${localeFolder(site.id, locale, draft.prevailing)}/draft/index.html`,
      below: 'draft',
      noindex: true,
      links: [],
      notes: () => [],
    });
  }
}

function printedLink({ printed }: SitePolicy, folder: string): Copy['links'] {
  return printed ? [[`${folder}/${printedFile}`, 'printed']] : [];
}

/** A copy of a policy in one language: where it is, and what its page says beside the policy. */
interface Copy {
  readonly policy: Policy;
  readonly locale: string;
  readonly stamp: Stamp;
  /** The version that it is a copy of; undefined for a draft. */
  readonly version?: Version;
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

/** The page of a copy, and the same as Markdown. */
function copyPages(site: SitePolicy, copy: Copy): (readonly [string, string])[] {
  const { policy, locale, stamp, version, path, noindex } = copy;
  const content =
    (version?.inForce ? site.currentContent(locale) : undefined) ?? contentOf(viewOf(policy, locale));
  const { words } = content.view;
  const archive = archivePath(site, locale);
  const around = version === undefined ? alone : aroundOf(site, version, locale, path, archive);
  const page = pageOf(site, copy, policyPage(content, stamp, around), archive);
  const twin = twinOf(site, {
    path,
    locale,
    words,
    title: page.title,
    label: copy.below === '' ? titleText(content.view, 'policy') : versionTitle(words, stamp),
    description: statusSentence(words, stamp),
    dates: stamp,
    noindex,
    links: page.bar,
    children: renderPolicyText(content, stamp, around).children as Block[],
  });
  return [[path, site.pageAt(path, page)], twin];
}

/** The page of a policy with what leads from it to the rest of the site. */
function pageOf(site: SitePolicy, copy: Copy, page: Page, archive: string | undefined): Page {
  const { policy, locale, stamp, path, below, links, lists = [], notes } = copy;
  const { words } = page;
  const go = (to: string, label: string): PageLink => ({ href: relativeLink(path, to), words: label });
  const languages = languageLinks(site, copy);
  const paths = new Map(policy.locales.map((one) => [one, keptPath(site, copy, one)]));
  return {
    ...page,
    ...withWayToCurrent(site, copy, page),
    bar: archive === undefined ? languages : [...languages, go(archive, words.allVersions)],
    footLinks: [
      ...links.map(([to, label, saveAs]) => ({
        ...go(to, words[label]),
        ...(saveAs === undefined ? {} : { saveAs }),
      })),
      ...lists.map(([to, title]) => go(to, words.list.see(title))),
      go(path.replace(/html$/, 'md'), words.markdown),
    ],
    footNotes: [...page.footNotes, ...notes(words)],
    noindex: copy.noindex,
    ...metadataOf(site, { title: page.title, locale, prevailing: policy.prevailing, paths }, stamp),
    ...(below === '' && site.siteUrl !== undefined ? { feed: feedFile } : {}),
  };
}

function withWayToCurrent(site: SitePolicy, { locale, path, stamp }: Copy, page: Page): Partial<Page> {
  const current = currentPath(site, locale);
  if (page.status === undefined || stamp.status === 'in-force' || current === undefined) return {};
  return {
    status: { ...page.status, link: { href: relativeLink(path, current), words: page.words.toCurrent } },
  };
}

/** The canonical path: for the dated copy of the version in force the stable address, for any other version its own. */
function keptPath({ id }: SitePolicy, { policy, below, version }: Copy, locale: string): string {
  const folder = localeFolder(id, locale, policy.prevailing);
  return version?.inForce || below === '' ? `${folder}/index.html` : `${folder}/${below}/index.html`;
}

function languageLinks({ id }: SitePolicy, { policy, locale, path, below }: Copy): PageLink[] {
  return policy.locales
    .filter((other) => other !== locale)
    .map((other) => {
      const folder = localeFolder(id, other, policy.prevailing);
      const to = `${folder}/${below === '' ? '' : `${below}/`}index.html`;
      return { href: relativeLink(path, to), words: localeName(policy, other), locale: other };
    });
}
