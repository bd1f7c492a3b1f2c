import type { Policy } from '../model/policy.ts';
import { entryName, listedEntries, sayObjection } from '../render/clauses/register.ts';
import { type Block, factList, heading, link, paragraph } from '../render/nodes.ts';
import { titleText } from '../render/resolve.ts';
import { type View, viewOf } from '../render/view.ts';
import { dateWords } from '../render/words.ts';
import { eventsOf, type ListEvent, type ListOf, listsIn, listTitle } from './list-history.ts';
import { currentPath } from './page-paths.ts';
import { feedFile, localeFolder, relativeLink } from './paths.ts';
import { plainPage } from './plain-page.ts';
import type { SitePolicy } from './site-policy.ts';
import type { Files } from './version-page.ts';

/**
 * A page for each list of the version in force, in each of its languages: the entries, and their additions and
 * removals.
 */
export function listPages(site: SitePolicy): Files {
  const policy = site.current?.release.policy;
  if (!policy) return [];
  return listsIn(policy).flatMap((list) =>
    policy.locales.flatMap((locale) => onePage(site, policy, list, locale)),
  );
}

/** The folder of a list's page and feed. */
export function listFolder(site: SitePolicy, policy: Policy, { clause }: ListOf, locale: string): string {
  return `${localeFolder(site.id, locale, policy.prevailing)}/lists/${clause}`;
}

function onePage(site: SitePolicy, policy: Policy, list: ListOf, locale: string) {
  const view = viewOf(policy, locale);
  const pathIn = (one: string): string => `${listFolder(site, policy, list, one)}/index.html`;
  return plainPage(site, policy, {
    paths: new Map(policy.locales.map((one) => [one, pathIn(one)])),
    locale,
    title: listTitle(view, list.clause),
    description: view.words.list.intro(titleText(view, 'policy')),
    blocks: listBlocks(site, view, list, pathIn(locale)),
    feed: feedFile,
  });
}

function listBlocks(site: SitePolicy, view: View, list: ListOf, path: string): Block[] {
  const { words } = view;
  const { clause, relation } = list;
  const kind = relation === 'recipient.listed' ? 'recipient' : 'technology';
  const home = currentPath(site, view.locale);
  const policy = titleText(view, 'policy');
  return [
    paragraph(
      home === undefined
        ? words.list.intro(policy)
        : link(`${relativeLink(path, home)}#${clause}`, words.list.intro(policy)),
    ),
    ...listedEntries(view, relation, clause),
    ...factList(sayObjection(view, kind, clause)),
    heading(2, words.list.history),
    ...eventsOf(site, list).map((event) =>
      paragraph(
        dateWords(words, event.version.stamp.effective),
        words.colon,
        eventWords(event, list, view.locale),
      ),
    ),
  ];
}

/** The change to an entry as a sentence in a language of readers. */
export function eventWords({ is, entry, policy }: ListEvent, list: ListOf, locale: string): string {
  const view = viewOf(policy, policy.locales.includes(locale) ? locale : policy.prevailing);
  const row = view.rows.all(list.relation, list.clause).find(({ key }) => key[1] === entry);
  return view.words.list[is](row === undefined ? entry : entryName(view, row));
}
