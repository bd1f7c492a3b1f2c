import { comparePolicies } from '../diff/compare.ts';
import { badge } from '../render/badge.ts';
import { edit } from '../render/edited.ts';
import { treeOf } from '../render/html.ts';
import { type Block, group, heading, link, paragraph, part, strong } from '../render/nodes.ts';
import type { PageLink } from '../render/page.ts';
import { contentsOf, phraseTree } from '../render/policy-page.ts';
import { titleText } from '../render/resolve.ts';
import { dated, statusParagraphs, statusSentence, versionLine } from '../render/status.ts';
import { type View, viewOf } from '../render/view.ts';
import { dateWords, localeName, type Words } from '../render/words.ts';
import { toldChanges } from './changes.ts';
import { metadataOf } from './metadata.ts';
import { currentPath, versionLink } from './page-paths.ts';
import { relativeLink } from './paths.ts';
import { type RedlinedSection, redlinedSections } from './redline.ts';
import { changesPair, type Pair, sincePair } from './redline-place.ts';
import type { SitePolicy } from './site-policy.ts';
import { twinOf } from './twin.ts';
import type { Files } from './version-page.ts';
import { type Compared, comparedAs, type Version } from './versions.ts';

/**
 * Pages of changes in every language that both versions have: against the previous version, and from an older one to
 * the one in force.
 */
export function redlinePages(site: SitePolicy, version: Version): Files {
  const [changes, since] = [changesPair(site, version), sincePair(site, version)];
  return [
    ...(changes === undefined ? [] : pagesOf(site, changes)),
    ...(since === undefined ? [] : pagesOf(site, since)),
  ];
}

function pagesOf(site: SitePolicy, pair: Pair): (readonly [string, string])[] {
  const compared = comparedIn(site, pair);
  if (compared === undefined) return [];
  return pair.locales.flatMap((locale) => {
    const told = toldInLanguage(site, pair, compared, locale);
    return [[told.path, htmlOf(site, pair, told)] as const, markdownOf(site, pair, told)];
  });
}

/** The contents of the page in one language, independent of its format. */
interface Told {
  readonly path: string;
  readonly view: View;
  /** Names the two versions; `wholeTitle` also names the policy. */
  readonly title: string;
  readonly name: string;
  readonly wholeTitle: string;
  readonly blocks: readonly Block[];
  /** Links to both versions, and to the same page in other languages. */
  readonly bar: readonly PageLink[];
}

function toldInLanguage(site: SitePolicy, pair: Pair, compared: Compared, locale: string): Told {
  const { before, after } = pair;
  const { policy } = after.release;
  const view = viewOf(policy, locale);
  const { words } = view;
  const path = pair.pathIn(locale);
  const title = words.redline.title(
    words.versionWithin(before.stamp.sequence),
    words.versionWithin(after.stamp.sequence),
  );
  const name = titleText(view, 'policy');
  return {
    path,
    view,
    title,
    name,
    wholeTitle: [title, name].join(words.titleGap),
    blocks: blocksOf(site, pair, compared, view, path),
    bar: [
      ...[before, after].map((one) => ({
        href: versionLink(site, one, locale, path),
        words: words.version(one.stamp.sequence),
      })),
      ...pair.locales
        .filter((other) => other !== locale)
        .map((other) => ({
          href: relativeLink(path, pair.pathIn(other)),
          words: localeName(policy, other),
          locale: other,
        })),
    ],
  };
}

function htmlOf(
  site: SitePolicy,
  pair: Pair,
  { path, view, title, name, wholeTitle, blocks, bar }: Told,
): string {
  const { locale, words } = view;
  const { stamp, inForce, release } = pair.after;
  const current = currentPath(site, locale);
  const line = versionLine(words, stamp);
  return site.pageAt(path, {
    locale,
    words,
    title: wholeTitle,
    heading: phraseTree(paragraph(title), words),
    eyebrow: name,
    status: {
      tone: stamp.status,
      sentence: phraseTree(paragraph(dated(statusSentence(words, stamp), words, stamp)), words),
      more: [phraseTree(paragraph(dated(line, words, stamp), words.fullStop), words)],
      ...(inForce || current === undefined
        ? {}
        : { link: { href: relativeLink(path, current), words: words.toCurrent } }),
    },
    contents: contentsOf(blocks),
    main: treeOf({ type: 'root', children: [...blocks] }, words),
    bar,
    footLinks: [{ href: 'index.md', words: words.markdown }],
    footNotes: [line],
    noindex: !inForce,
    ...metadataOf(site, {
      title: wholeTitle,
      locale,
      prevailing: release.policy.prevailing,
      paths: new Map(pair.locales.map((one) => [one, pair.pathIn(one)])),
    }),
  });
}

function markdownOf(
  site: SitePolicy,
  { after: { stamp, inForce } }: Pair,
  { path, view: { locale, words }, title, wholeTitle, blocks, bar }: Told,
): readonly [string, string] {
  return twinOf(site, {
    path,
    locale,
    words,
    title: wholeTitle,
    label: title,
    description: versionLine(words, stamp),
    dates: stamp,
    noindex: !inForce,
    links: bar,
    children: [heading(1, title), ...statusParagraphs(words, stamp), ...blocks],
  });
}

/**
 * The comparison with the previous version is made only once; one across several versions also follows those between.
 */
function comparedIn({ versions }: SitePolicy, { before, after }: Pair): Compared | undefined {
  const between = versions.slice(versions.indexOf(before) + 1, versions.indexOf(after));
  if (between.length === 0) return after.compared();
  const policies = between.map(({ release }) => release.policy);
  return comparedAs(comparePolicies(before.release.policy, after.release.policy, policies));
}

function blocksOf(site: SitePolicy, pair: Pair, compared: Compared, view: View, path: string): Block[] {
  const { before, after } = pair;
  const { locale, words } = view;
  const { redline } = words;
  const versions = site.versions.slice(site.versions.indexOf(before) + 1, site.versions.indexOf(after) + 1);
  const told = new Set(
    versions.flatMap(({ release }) =>
      release.changes.changes.flatMap(({ clauses }) => clauses.map((id) => compared.renamed[id] ?? id)),
    ),
  );
  const sections = redlinedSections(before.passages(locale), after.passages(locale), compared, told, view);
  const cards = (meaning: boolean): Block[] =>
    sections
      .filter((section) => section.meaning === meaning)
      .map((section) => card(section, words, (version) => versionLink(site, version, locale, path), pair));
  const chapter = (id: string, title: string, children: readonly Block[]): Block[] =>
    children.length === 0 ? [] : [part(id, 'news', [heading(2, title), ...children])];
  const same = compared.meaning
    ? redline.compared(compared.facts, compared.texts)
    : words.noChangeOfMeaning(compared.facts, compared.texts);
  return [
    ...chapter('for_you', redline.forYou, [
      ...tally(sections, words),
      group('do', heading(3, redline.toDo), ...toldIn(site, versions, compared, view, path)),
    ]),
    ...chapter('changed_meaning', redline.meaning, withKey(cards(true), words)),
    ...chapter('changed_words', redline.wording, withKey(cards(false), words)),
    ...chapter('stays_same', redline.same, [paragraph(same)]),
  ];
}

function tally(sections: readonly RedlinedSection[], words: Words): Block[] {
  const kinds = {
    new: sections.filter(({ status }) => status === 'new').length,
    changed: sections.filter(({ status, meaning }) => status === 'changed' && meaning).length,
    removed: sections.filter(({ status }) => status === 'removed').length,
    words: sections.filter(({ meaning }) => !meaning).length,
  };
  const counts = (['new', 'changed', 'removed', 'words'] as const).filter((kind) => kinds[kind] > 0);
  if (counts.length === 0) return [];
  const count = (kind: keyof typeof kinds): Block =>
    paragraph(
      strong(`${kinds[kind]}`),
      words.sentenceGap,
      words.redline.tally[kind](kinds[kind]),
      words.fullStop,
    );
  return [group('tally', ...counts.map(count))];
}

function toldIn(
  site: SitePolicy,
  versions: readonly Version[],
  compared: Compared,
  { locale, words }: View,
  path: string,
): Block[] {
  const telling = versions.filter(({ release }) => release.changes.changes.length > 0);
  if (telling.length === 0)
    return [paragraph(compared.meaning ? words.noChanges : words.redline.nothingToDo)];
  return telling.flatMap((version) => {
    const { sequence, effective } = version.stamp;
    const name = [words.version(sequence), words.effective(dateWords(words, effective))];
    return [
      ...(versions.length === 1 ? [] : [heading(4, name.join(words.clauseSeparator))]),
      ...toldChanges(version, locale, words, versionLink(site, version, locale, path)),
    ];
  });
}

function withKey(cards: readonly Block[], words: Words): Block[] {
  if (cards.length === 0) return [];
  const { howToRead, readAdded, readRemoved } = words.redline;
  return [
    group(
      'quiet',
      paragraph(
        howToRead,
        words.sentenceGap,
        edit('added', readAdded, words),
        words.listSeparator,
        edit('removed', readRemoved, words),
        words.fullStop,
      ),
    ),
    ...cards,
  ];
}

function card(
  { id, name, status, sentences, lines }: RedlinedSection,
  words: Words,
  toVersion: (version: Version) => string,
  { before, after }: Pair,
): Block {
  const home = toVersion(status === 'removed' ? before : after);
  const target = id === 'policy' || status === 'removed' ? home : `${home}#${id}`;
  const texts = lines.map((line) => paragraph(line));
  return group(
    'change',
    paragraph(badge(status, words.changeWords[status])),
    heading(3, link(target, name)),
    ...sentences.map((sentence) => paragraph(sentence)),
    ...(texts.length === 0 ? [] : [group('words', ...texts)]),
  );
}
