import type { Root } from 'mdast';
import { append } from '../base/group.ts';
import type { Row } from '../model/policy.ts';
import { alone } from './around.ts';
import { choices } from './choices.ts';
import { clausesOf } from './clause-tables.ts';
import { saidBefore } from './clauses/before.ts';
import { say, sayApplies } from './clauses/clause.ts';
import { type Block, factList, heading, paragraph, part, strong } from './nodes.ts';
import { overviews } from './overview.ts';
import { proseBlocks, titlePhrase } from './resolve.ts';
import type { Stamp } from './stamp.ts';
import { statusParagraphs } from './status.ts';
import { summary } from './summary.ts';
import { areTold } from './told.ts';
import { namedValue, type View } from './view.ts';
import { countryName, listWords, localeName, wordFor } from './words.ts';

const partiesId = 'who_we_are';

/** The text of a policy in one locale without its title and status, for any page. */
export interface Content {
  readonly view: View;
  /** The blocks before and after the news of a version. */
  readonly opening: readonly Block[];
  readonly body: readonly Block[];
}

/**
 * The whole text of a policy in one locale as readers see it: title, status, summary, introduction, parties, numbered
 * chapters and overviews. Everything comes from the policy's rows, so a page says exactly what the policy means.
 * Texts missing in the locale appear in the prevailing language.
 */
export function renderPolicyText(content: Content, stamp: Stamp, around = alone): Root {
  const { view } = content;
  return {
    type: 'root',
    children: [
      heading(1, titlePhrase(view, 'policy')),
      ...statusParagraphs(view.words, stamp, around.nextIsTold),
      ...around.lines,
      ...withNews(content, around.news),
    ],
  };
}

/** The main part of a page. `news` are the changes of this version, if there are any to tell. */
export function withNews({ opening, body }: Content, news: readonly Block[]): Block[] {
  return [...opening, ...news, ...body];
}

export function contentOf(view: View): Content {
  const chapters = view.rows.chapters.map(({ id, clauses }) =>
    part(
      id,
      'chapter',
      [
        numbered(view, 2, id),
        ...proseBlocks(view, id, 'text'),
        ...factList(saidBefore(view, clauses).before),
        ...clausesOf(view, id, clauses),
      ],
      view.formerIds.get(id),
    ),
  );
  return {
    view,
    opening: [...choices(view), ...summary(view)],
    body: [
      ...overviews(view),
      ...proseBlocks(view, 'policy', 'text'),
      ...prevailing(view),
      ...parties(view),
      ...chapters,
    ],
  };
}

function numbered(view: View, depth: 2 | 3, id: string): Block {
  return heading(depth, { type: 'partNumber', id, value: view.numbers.get(id) ?? '' }, titlePhrase(view, id));
}

/** Says which language governs if the policy is published in several. */
function prevailing(view: View): Block[] {
  const { policy, words, rows } = view;
  if (policy.locales.length < 2) return [];
  const nameOf = (language: string): string =>
    Object.hasOwn(words.languages, language)
      ? wordFor(words.languages, language)
      : localeName(policy, language);
  const regions = new Map<string, string[]>();
  for (const { key, values } of rows.all('policy.prevails')) {
    const language = String(values.language);
    append(regions, language, countryName(words, key[1] ?? ''));
  }
  const there = [...regions].map(([language, names]) =>
    words.prevailsIn(listWords(words, names), nameOf(language)),
  );
  return [paragraph(words.prevails(nameOf(policy.prevailing))), ...there.map((line) => paragraph(line))];
}

/** Who is responsible, and how to reach each of them. */
export function parties(view: View): Block[] {
  const { words } = view;
  const blocks = byRole(view).flatMap((row): Block[] => {
    const id = row.key[0] ?? '';
    const value = (name: string): string => String(row.values[name] ?? '');
    const named = (name: string): string => namedValue(view, 'party', id, name);
    const country = value('country');
    const represented = value('represents');
    const whose = represented === '' ? '' : namedValue(view, 'party', represented, 'name');
    // A data protection officer is of a company, and represents nobody.
    const isFor = value('role') === 'representative' || whose === '';
    const [name, role] = [named('name'), wordFor(words.partyRoles, value('role'))];
    return [
      paragraph(
        strong(name),
        // Who is called by an office alone is not told it twice.
        name.toLowerCase() === role.toLowerCase() ? '' : [words.colon, role],
        isFor ? '' : [words.open, whose, words.close],
      ),
      ...factList([
        ...sayApplies(view, id),
        ...say(view, 'registration', named('registration')),
        ...(country === '' || areTold(view, 'policy', 'country', [country])
          ? []
          : say(view, 'country', countryName(words, country))),
        ...say(view, 'address', named('address')),
        ...say(view, 'department', named('department')),
        ...say(view, 'officer', named('officer')),
        ...(isFor ? say(view, 'represents', whose) : []),
      ]),
    ];
  });
  return blocks.length === 0 ? [] : [part(partiesId, 'parties', [heading(2, words.parties), ...blocks])];
}

/** The parties by role, those responsible first; within a role in written order. */
function byRole({ rows, words }: View): readonly Row[] {
  const roles = Object.keys(words.partyRoles);
  const place = ({ values }: Row): number => roles.indexOf(String(values.role));
  return [...rows.all('party')].sort((a, b) => place(a) - place(b));
}
