import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { groupBy } from '../../src/base/group.ts';
import { apartIn, type Floor, floorChanges, floorsOf } from '../../src/diff/floors.ts';
import { type Owed, owedActs } from '../../src/diff/owed.ts';
import { knowledge } from '../../src/knowledge/table.ts';
import { editionIds, editionOf } from '../../src/model/edition.ts';
import { partsOf } from '../../src/model/regions.ts';
import { type FactRelation, relations, relationsAbout, subjects } from '../../src/model/relations.ts';
import { starredWatches, watchedFacts, watchKey } from '../../src/model/watch.ts';

const path = 'docs/floors.md';

/** Everything that can change: relations, and the values of their rows. */
const changing: ReadonlySet<string> = new Set(
  Object.entries(knowledge).flatMap(([relation, { values }]) => [
    relation,
    ...Object.keys(values).map((name) => `${relation}.${name}`),
  ]),
);

/** Weakest first. */
const strength = owedActs;
const short: Readonly<Record<Owed, string>> = {
  notice: 'notice',
  'prominent-notice': 'prominent',
  consent: 'consent, any kind',
  'express-consent': 'consent',
  'separate-consent': 'separate consent',
  'guardian-consent': 'guardian',
  objection: 'objection',
  assessment: 'assessment',
  filing: 'filing',
};

/** What a profile asks for on a kind of change: the strongest that makes it material in bold, and the strongest else. */
function cell(rows: readonly Floor[]): string {
  const isCertain = ({ evidence }: Floor): number => Number(evidence !== 'reading');
  const strongest = (of: readonly Floor[]) =>
    [...of]
      .sort((a, b) => strength.indexOf(a.owes) - strength.indexOf(b.owes) || isCertain(a) - isCertain(b))
      .at(-1);
  const material = strongest(rows.filter((row) => row.material));
  const other = strongest(rows.filter((row) => !row.material));
  return [
    ...(material ? [`**${short[material.owes]}**`] : []),
    ...(other && other.owes !== material?.owes
      ? [`${short[other.owes]}${other.evidence === 'reading' ? '?' : ''}`]
      : []),
  ].join(', ');
}

const isOfEea = (countries: readonly string[]): boolean =>
  partsOf('EEA').every((country) => countries.includes(country));

function filtersOf({
  where = {},
  data,
  outside,
  newCategory,
  newCountry,
  ofOthers,
  below,
  keptLonger,
  unlisted,
  exactly,
  basis,
  purposes,
  sensitive,
  without = [],
  newPurpose,
}: Floor): string {
  const values = Object.entries(where).map(([name, accepted]) => `${name} ${accepted.join(' or ')}`);
  const text = [
    ...values,
    ...(data ? [`about ${data.join(' or ')}`] : []),
    ...(sensitive ? [['about sensitive data', ...without].join(' other than ')] : []),
    ...(purposes ? [`for ${purposes.join(' or ')}`] : []),
    ...(basis ? [`may rest on ${basis.join(' or ')}`] : []),
    ...(newPurpose ? ['a purpose that readers were not told of'] : []),
    ...(outside ? [`country other than ${isOfEea(outside) ? 'those of the EEA' : outside.join(' ')}`] : []),
    ...(newCategory ? ['a kind of recipient that readers were not told of'] : []),
    ...(newCountry ? ['a country that readers were not told of'] : []),
    ...(keptLonger ? ['a rule that keeps data for longer than what governed it'] : []),
    ...(unlisted ? ['where the version before promises no list'] : []),
    ...(ofOthers ? ['provided by nobody who is a party'] : []),
    ...(below === undefined ? [] : [`ends below ${below}`]),
    ...(exactly ? ['just what it names'] : []),
  ].join('; ');
  return text === '' ? '' : ` (${text})`;
}

/** Why cells of the short table are empty, and why some profiles rate no data. */
function reasons(): string[] {
  const told = (of: Silent): [string, string][] =>
    [...groupBy(Object.entries(of), ([, because]) => because)].map(([because, alike]) => [
      alike.map(([profile]) => profile).join(', '),
      because,
    ]);
  return [
    '',
    '| empty for | under | because |',
    '|---|---|---|',
    ...told(overall).map(([under, because]) => `| all but rights | ${under} | ${because} |`),
    ...Object.entries(silent).flatMap(([change, of]) =>
      told(of).map(([under, because]) => `| ${change} | ${under} | ${because} |`),
    ),
    ...told(unrated).map(([under, because]) => `| ratings of data as sensitive | ${under} | ${because} |`),
  ];
}

/** What an article says is written out where it is named first. */
function writtenOnce(rows: readonly Floor[]): (readonly [Floor, string])[] {
  const written = new Set<string>();
  return rows.map((row) => {
    const [citation = ''] = row.rests.split(/(?<=\d[^:]*): /);
    const rests = written.has(row.rests) ? citation : row.rests;
    written.add(row.rests);
    return [row, rests];
  });
}

/** Why a law says nothing of a kind of change, in the newest edition: by kind of change, and for all kinds. */
type Silent = Readonly<Record<string, string>>;
const notTold = 'what was read of it says nothing of this';
const listed = 'its list of changes that are material does not name this';
const overall: Silent = {
  'cn-ecommerce-2019': 'as far as it was read, it speaks of rights and of results by interests alone',
};
const each = (because: string, ...profiles: readonly string[]): Silent =>
  Object.fromEntries(profiles.map((profile) => [profile, because]));
const silent: Readonly<Record<string, Silent>> = {
  method: {
    ...each(listed, 'us-co-cpa'),
    ...each('data and purposes that are new are seen; a way of collecting them is not named', 'us-wa-mhmda'),
  },
  tier: each(
    'it does not divide functions, or ask to be told which data must be given',
    ...['us-ca-ccpa', 'us-coppa', 'us-ftc-material-change', 'us-co-cpa', 'us-mn-mcdpa', 'us-wa-mhmda'],
    ...['br-lgpd', 'ca-qc-private-sector'],
  ),
  consent: each('the consent that it asks for is a parent’s, and has a row of its own', 'us-coppa'),
  sensitivity: {
    ...each('all data about a child is protected alike', 'us-coppa'),
    ...each('health data is all that it is about, and a rating makes none', 'us-wa-mhmda'),
  },
  sale: each('a row about recipients sees whatever changes of them', 'ca-qc-private-sector', 'uk-gdpr-2025'),
  public: each('a row about functions sees whatever changes of them', 'ca-qc-private-sector'),
  transfer: each(
    'it does not ask in which country data is',
    ...['us-ca-ccpa', 'us-coppa', 'us-ftc-material-change', 'us-wa-mhmda'],
  ),
  children: each('it has no rules of its own for children', 'us-wa-mhmda'),
  contact: each(notTold, 'us-ftc-material-change', 'us-mn-mcdpa', 'us-wa-mhmda'),
  retention: { ...each(listed, 'us-co-cpa'), ...each(notTold, 'us-wa-mhmda') },
  commitment: each(
    'a promise beyond the law is the company’s own; what it was about is watched',
    ...['cn-pipl', 'eu-gdpr', 'us-ca-ccpa', 'us-coppa', 'us-co-cpa', 'us-mn-mcdpa', 'us-wa-mhmda'],
    ...['br-lgpd', 'uk-gdpr-2025'],
  ),
  changes: each(
    'what a policy promises about changes holds under every profile',
    ...['cn-pipl', 'cn-gbt35273-2020', 'eu-gdpr', 'us-ca-ccpa', 'us-coppa', 'us-ftc-material-change'],
    ...['us-co-cpa', 'us-mn-mcdpa', 'us-wa-mhmda', 'br-lgpd', 'ca-qc-private-sector', 'uk-gdpr-2025'],
  ),
};

/** Why a law rates no data as sensitive. */
const unrated: Silent = {
  'cn-ecommerce-2019': overall['cn-ecommerce-2019'] ?? '',
  'us-coppa': silent.sensitivity?.['us-coppa'] ?? '',
  'us-ftc-material-change': 'a promise is kept for all data; orders name what is sensitive case by case',
  'us-wa-mhmda':
    'its rows name health data by its place in the taxonomy, which a policy’s own terms can take',
};

/** `UPDATE=1 npx vitest run test/docs/floors.test.ts` writes the page anew. */
function page(): string {
  const tables = editionIds.flatMap((edition) => {
    const floors = floorsOf(edition);
    const profiles = [...new Set(floors.map(({ profile = 'always' }) => profile))];
    const under = (profile: string, change?: string): Floor[] =>
      floors.filter((row) => (row.profile ?? 'always') === profile && row.change === (change ?? row.change));
    return [
      `## Edition ${edition}, in short`,
      '',
      `| change | ${profiles.join(' | ')} |`,
      `|---|${profiles.map(() => '---|').join('')}`,
      ...Object.entries(floorChanges(edition)).map(
        ([id, words]) => `| ${words} | ${profiles.map((profile) => cell(under(profile, id))).join(' | ')} |`,
      ),
      ...(edition === editionIds.at(-1) ? reasons() : []),
      ...profiles.flatMap((profile) => [
        '',
        `## ${profile === 'always' ? 'Under every profile, and none' : profile}`,
        '',
        '| what changes | material | owed | rests on | evidence |',
        '|---|---|---|---|---|',
        ...writtenOnce(under(profile)).map(([row, rests]) => {
          const watches = row.watches.map((watch) => {
            const { data: _, ...whole } = watch;
            return {
              name: watch.watch,
              filter: watchKey(row.data ? whole : watch).slice(watch.watch.length),
            };
          });
          const what = [...groupBy(watches, ({ filter }) => filter)].map(([filter, alike]) =>
            ['`', [...new Set(alike.map(({ name }) => name))].join(' '), filter && ` ${filter}`, '`'].join(
              '',
            ),
          );
          return `| ${what.join(' ')}${filtersOf(row)} | ${row.material ? 'yes' : ''} | ${row.owes} | ${rests} | ${row.evidence} |`;
        }),
      ]),
      '',
      `## What the law of ${edition} leaves out`,
      '',
      '| facts | not watched at all under | because |',
      '|---|---|---|',
      ...Object.entries(apartIn(edition)).map(
        ([name, { because, unwatched = [] }]) => `| \`${name}\` | ${unwatched.join(', ')} | ${because} |`,
      ),
    ];
  });
  return [
    '# What is owed by law',
    '',
    'For counsel: what each legal profile adds to a policy’s own list of material changes and to its promises, if the policy names the profile under',
    '`profiles:`. This is our reading of the law, not legal advice. You can add to it or tighten it (“The law’s list, and yours” in',
    '[Writing a policy](authoring.md)), but not loosen it. Generated from `src/model/editions/*/floors.json`; do not edit.',
    '',
    '- A row in **bold**, or marked *yes*, makes a change material, and applies to just what it names. Any other row only adds to what is owed, and',
    '  applies to everything below what it names, too.',
    '- The evidence says how sure we are: `verified`, we read the text; `secondary`, we read about it; `reading` (a question mark in the short table), no',
    '  text says just this, so it never makes a change material; `promise`, it follows from what every policy with a list promises its readers, or,',
    '  without a list, from what it told them.',
    '- What stands in brackets within a name’s frame holds for all names in it.',
    '- An article is summarised where a table cites it first.',
    '- Whatever names a data category, a purpose, a country, a recipient, a right or a party is watched under each profile, in every kind of clause; the',
    '  last table has the exceptions, with reasons.',
    '',
    ...tables,
    '',
  ].join('\n');
}

/** The relations whose rows name what the law asks about. */
const keyed = (Object.keys(relations) as FactRelation[]).filter(
  (relation) =>
    subjects.some((subject) => relationsAbout(subject).includes(relation)) ||
    relations[relation].key.some((part) => (subjects as readonly string[]).includes(part)),
);

/** Whether a row of the profile, or of all, sees rows of a relation: by name, or by what is above it. */
function isWatchedUnder(profile: string, relation: string, floors: readonly Floor[]): boolean {
  return floors
    .filter((floor) => floor.profile === profile || (floor.profile === undefined && !floor.unlisted))
    .some(({ watches, material }) =>
      watches.some(({ watch }) => watch === relation || (!material && relation.startsWith(`${watch}.`))),
    );
}

describe('what is owed by law', () => {
  it('is listed in docs/floors.md', () => {
    if (process.env.UPDATE === '1') writeFileSync(path, page());
    expect(readFileSync(path, 'utf8')).toBe(page());
  });

  describe.each(editionIds)('in edition %s', (edition) => {
    const floors = floorsOf(edition);

    it('names what can change, kinds of change that have words, and profiles that can be in force', () => {
      for (const { watches, profile, change } of floors) {
        for (const { watch } of watches) expect(changing).toContain(watch);
        expect(floorChanges(edition)).toHaveProperty(change);
        if (profile !== undefined) expect(editionOf(edition)?.regimes).toContain(profile);
      }
      expect(new Set(floors.map(({ change }) => change)).size).toBe(
        Object.keys(floorChanges(edition)).length,
      );
    });

    it('watches whatever names data, purposes, countries, recipients, rights or parties, or says why not', () => {
      const profiles = editionOf(edition)?.regimes ?? [];
      const apart = apartIn(edition);
      const forgotten = profiles.flatMap((profile) => {
        const excused = (name: string): boolean => apart[name]?.unwatched?.includes(profile) ?? false;
        return keyed.flatMap((relation) => {
          const names = [relation, ...starredWatches.filter((star) => watchedFacts(star).includes(relation))];
          return isWatchedUnder(profile, relation, floors) || names.some(excused)
            ? []
            : [`${relation} under ${profile}: write a row that watches it, or a reason under "apart"`];
        });
      });
      expect(forgotten).toEqual([]);
    });

    it('leaves out nothing that does not exist, and nothing that is watched after all', () => {
      const starred: readonly string[] = starredWatches;
      for (const [name, { because, unwatched = [] }] of Object.entries(apartIn(edition))) {
        expect(because).not.toBe('');
        if (starred.includes(name)) continue;
        expect(keyed).toContain(name);
        expect(unwatched.filter((profile) => isWatchedUnder(profile, name, floors))).toEqual([]);
      }
    });

    it('says of each kind of change what each profile asks, or why it asks nothing; and which data each rates, or why none', () => {
      if (edition !== editionIds.at(-1)) return;
      const { profiles = [], regimes = [] } = editionOf(edition) ?? {};
      const cells = Object.keys(floorChanges(edition)).flatMap((change) =>
        regimes.map((profile) => [profile, change] as const),
      );
      const isAsked = (profile: string, change: string): boolean =>
        floors.some((row) => row.profile === profile && row.change === change);
      const isExcused = (profile: string, change: string): boolean =>
        silent[change]?.[profile] !== undefined || (overall[profile] !== undefined && change !== 'right');
      expect(cells.filter((cell) => isAsked(...cell) === isExcused(...cell))).toEqual([]);
      expect(regimes.filter((profile) => profiles.includes(profile) === profile in unrated)).toEqual([]);
      const rating = new Set(floors.flatMap(({ profile, sensitive }) => (sensitive ? [profile] : [])));
      expect(profiles.filter((profile) => !rating.has(profile))).toEqual([]);
    });

    it('never makes a change material on our reading alone, and cites an article for everything else', () => {
      for (const { material, evidence, profile, rests } of floors) {
        if (evidence === 'reading') expect(material).toBe(false);
        expect(evidence === 'promise').toBe(profile === undefined);
        if (profile !== undefined) expect(rests).toMatch(/^[^:]*\d[^:]*: ./);
      }
    });
  });
});
