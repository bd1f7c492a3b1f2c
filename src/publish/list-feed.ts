import type { Root } from 'mdast';
import type { Element } from 'xast';
import { sha256 } from '../base/canonical.ts';
import type { Policy } from '../model/policy.ts';
import { entryId, listedEntries } from '../render/clauses/register.ts';
import { type Block, paragraph } from '../render/nodes.ts';
import { viewOf } from '../render/view.ts';
import { contentOf, momentOf, uuidOf } from './feed.ts';
import { eventsOf, type ListEvent, type ListOf, listsIn, listTitle } from './list-history.ts';
import { eventWords, listFolder } from './list-page.ts';
import { publisherOf } from './metadata.ts';
import { feedFile, publicAddress } from './paths.ts';
import type { SitePolicy } from './site-policy.ts';
import type { Files } from './version-page.ts';
import { xml, xmlDocument } from './xml.ts';

/**
 * An Atom feed of each list in each language, with an entry for every addition, removal or change; none without
 * `site.url`.
 */
export function listFeeds(site: SitePolicy): Files {
  const { siteUrl, current } = site;
  if (siteUrl === undefined || !current) return [];
  const { policy } = current.release;
  return listsIn(policy).flatMap((list) => {
    const events = eventsOf(site, list);
    return policy.locales.map((locale) => {
      const folder = listFolder(site, policy, list, locale);
      const address = publicAddress(siteUrl, `${folder}/index.html`);
      const self = publicAddress(siteUrl, `${folder}/${feedFile}`);
      const feed = xml(
        'feed',
        { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': locale },
        xml('id', {}, self),
        xml('title', {}, listTitle(viewOf(policy, locale), list.clause)),
        xml('updated', {}, momentOf(events[0]?.version)),
        xml('author', {}, xml('name', {}, publisherOf(policy) ?? site.id)),
        xml('link', { rel: 'self', type: 'application/atom+xml', href: self }),
        xml('link', { rel: 'alternate', type: 'text/html', href: address }),
        ...events.map((event) => entryOf(event, list, locale, address)),
      );
      return [`${folder}/${feedFile}`, xmlDocument(feed)] as const;
    });
  });
}

function entryOf(event: ListEvent, list: ListOf, locale: string, address: string): Element {
  const { version, entry } = event;
  const said = eventWords(event, list, locale);
  return xml(
    'entry',
    {},
    xml('id', {}, idOf(event, list)),
    xml('title', {}, said),
    xml('published', {}, momentOf(version)),
    xml('updated', {}, momentOf(version)),
    xml('link', { rel: 'alternate', type: 'text/html', href: `${address}#${entryId(list.clause, entry)}` }),
    xml('content', { type: 'html' }, entryContent(event, list, locale, said)),
  );
}

/** The sentence, followed by the facts of the entry unless it was removed. */
function entryContent(event: ListEvent, list: ListOf, locale: string, said: string): string {
  const { policy, entry, is } = event;
  const view = viewOf(
    policyOf(policy, list, entry),
    policy.locales.includes(locale) ? locale : policy.prevailing,
  );
  const blocks: Block[] = [
    paragraph(said),
    ...(is === 'removed' ? [] : listedEntries(view, list.relation, list.clause)),
  ];
  return contentOf({ type: 'root', children: blocks } satisfies Root, view.words);
}

function policyOf(policy: Policy, { relation, clause }: ListOf, entry: string): Policy {
  const facts = policy.facts.filter(
    (row) => !row.relation.startsWith(relation) || row.key[0] !== clause || row.key[1] === entry,
  );
  return { ...policy, facts };
}

/** Made of the version's manifest, the list and the entry. */
function idOf({ version, entry }: ListEvent, { clause }: ListOf): string {
  return uuidOf(sha256(`${version.release.hash} ${entryId(clause, entry)}`));
}
