/**
 * For product code: from the `consent.json` of a policy and the answers of a user, this tells what to do today for
 * each unit of consent. Plain data in, plain data out; the file imports nothing and reads no clock.
 */

/** Everybody who is in at least one of the boxes; a box includes everybody in each dimension that it does not limit. */
export type Readers = readonly {
  readonly [Dimension in 'region' | 'product' | 'channel' | 'group']?: {
    readonly in?: readonly string[];
    readonly except?: readonly string[];
  };
}[];

/** `consent.json`, which `policyc build` writes. */
export interface ConsentFile {
  readonly format: 'policyc/consent@1';
  readonly policy: string;
  /**
   * The calendar date that it was built for. Its last version may take effect later; build it again after the next
   * release.
   */
  readonly asOf: string;
  /** The prevailing language: for titles that are missing in a user's language. */
  readonly prevailing: string;
  /** The versions in force on that day or later, in order, with what each asks for. */
  readonly versions: readonly ConsentVersion[];
  /** Where the policy is published; absent when the site has no address. */
  readonly url?: string;
}

/** A released version: who is responsible, what it asks for, and who must be asked again because of it. */
export interface ConsentVersion {
  readonly version: number;
  /** The calendar date on which it takes effect. */
  readonly effective: string;
  /** A parent or guardian answers for users below this age. */
  readonly guardianBelow?: number;
  readonly controllers: readonly Controller[];
  readonly units: readonly ConsentUnit[];
  /**
   * What users who agreed to another version must be asked, by its number: an earlier one, or one of this file that is
   * to come. A version that is not listed is unknown.
   */
  readonly since: Readonly<Record<string, readonly Ask[]>>;
}

/** A party that decides about the processing of data. */
export interface Controller {
  readonly id: string;
  readonly name: string;
  readonly address?: string;
  readonly country?: string;
}

/**
 * What one act of consent covers, or a function without one, or, as `policy`, everything that belongs to no function.
 */
export interface ConsentUnit {
  readonly unit: string;
  readonly formerly?: readonly string[];
  readonly title: Readonly<Record<string, string>>;
  /** Consent is needed from the start. Other units are asked about only after a change, of those who agreed before. */
  readonly asked?: true;
  readonly tier?: 'basic' | 'additional';
  /** Must be asked for separately from any other consent. */
  readonly separate?: true;
  readonly withdrawal?: Readonly<Record<string, string>>;
  /** Who it applies to; everybody if absent. */
  readonly readers?: Readers;
  /** Ids of the clauses that it covers, and of their data and purposes. */
  readonly clauses: readonly string[];
  readonly data: readonly string[];
  readonly purposes: readonly string[];
}

/** The unit for a policy as a whole: agreeing to the policy covers everything that has no consent of its own. */
export const wholePolicy = 'policy';

/** A unit that users are asked about again, because something changed after they agreed. */
export interface Ask {
  readonly unit: string;
  readonly owes: 'consent' | 'express-consent' | 'separate-consent' | 'guardian-consent';
  readonly readers?: Readers;
  /** Ids of the clauses that changed. */
  readonly clauses: readonly string[];
}

/** A user's answer about a unit, with the version and the date. */
export interface UserAnswer {
  readonly unit: string;
  readonly answer: 'agreed' | 'refused' | 'withdrawn';
  /** The version whose text the user saw. */
  readonly version: number;
  /** The calendar date of the answer. */
  readonly on: string;
}

/**
 * What the product knows about a user: the answers, and where they belong, as far as it decides what applies to them.
 */
export interface User {
  /** Every answer ever given, in any order but for those of one day; the newest for a unit counts. */
  readonly answers: readonly UserAnswer[];
  /** Where the user is: ISO 3166 codes in capitals, or the policy's own names of regions. Anywhere if absent or empty. */
  readonly region?: readonly string[];
  readonly product?: readonly string[];
  readonly channel?: readonly string[];
  readonly group?: readonly string[];
  /** Age in years, if known. */
  readonly age?: number;
  /** BCP 47, for the title. */
  readonly language?: string;
  /** Units that the user uses or is about to use; others without an answer are left out. All if absent. */
  readonly uses?: readonly string[];
  /** The days after which a user who refused may be asked again, if a law or a promise sets them. Never if absent. */
  readonly daysAfterRefusal?: number;
}

/** What product code does now. */
export type Action =
  /** The consent given still holds. */
  | 'keep'
  /** Ask before you go on. */
  | 'ask'
  /** Ask separately from anything else. */
  | 'ask-separately'
  /** Ask a parent or guardian. */
  | 'guardian'
  /** Refused: do without it, and do not ask again before `until` unless the user asks for it. */
  | 'do-not-ask'
  /** Withdrawn, or no longer offered: stop, and do not start again unless the user asks for it. */
  | 'stop';

/** What to do for one unit of consent. */
export interface Decision {
  readonly unit: string;
  readonly title: string;
  readonly action: Action;
  /** A calendar date; only for `do-not-ask`. */
  readonly until?: string;
  /** Why the user is asked again: ids of the clauses that changed; empty if there is no answer yet. */
  readonly because: readonly string[];
}

/**
 * What to do today for each unit of the version in force that applies to this user, and for each unit that the user
 * answered and that no longer exists. Empty before the first version takes effect. When in doubt, as after an answer
 * to a version that the file does not list, the result is to ask.
 */
export function decide(file: ConsentFile, user: User, today: string): Decision[] {
  // A day that cannot be read is after all of them: nobody is left unasked because of it.
  const now = file.versions
    .filter(({ effective: day }) => day <= today || !(Date.parse(day) > Date.parse(today)))
    .at(-1);
  if (!now) return [];
  const answers = inOrder(user.answers, today);
  const newest = (units: readonly string[]): UserAnswer | undefined =>
    answers.filter(({ unit }) => units.includes(unit)).at(-1);
  const known = [wholePolicy, ...now.units.flatMap(idsOf)];
  const gone = [...new Map(answers.map((one) => [one.unit, one])).values()]
    .filter(({ unit, answer }) => answer === 'agreed' && !known.includes(unit))
    .map(({ unit }): Decision => ({ unit, title: unit, action: 'stop', because: [] }));
  const isMinor = (user.age as number) < (now.guardianBelow as number);
  const ask = (separate?: boolean): Action => (isMinor ? 'guardian' : separate ? 'ask-separately' : 'ask');
  const since = (agreed: number, about: string): readonly Ask[] | undefined =>
    agreed === now.version
      ? []
      : now.since[+agreed]?.filter(
          ({ unit, owes, readers }) =>
            unit === about && mayBeIn(readers, user) && (owes !== 'guardian-consent' || isMinor),
        );
  const open = now.units.flatMap((one): Decision[] => {
    const given = newest(idsOf(one)) ?? newest(one.asked ? [] : [wholePolicy]);
    const step = stepAfter(given, one, user, today, ask, since);
    const title = textIn(user.language, file.prevailing, one.title) ?? one.unit;
    return step ? [{ unit: one.unit, title, action: step[0], because: [], ...step[1] }] : [];
  });
  return [...open, ...gone];
}

type Step = readonly [action: Action, more?: Partial<Decision>];

/** What to do about a unit after an answer, or without one; undefined where it does not concern the user. */
function stepAfter(
  given: UserAnswer | undefined,
  one: ConsentUnit,
  user: User,
  today: string,
  ask: (separate?: boolean) => Action,
  /** What must be asked again of those who agreed to a version; undefined if it is unknown. */
  since: (agreed: number, unit: string) => readonly Ask[] | undefined,
): Step | undefined {
  const hasAgreed = given?.answer === 'agreed';
  if (!mayBeIn(one.readers, user)) return hasAgreed ? ['stop'] : undefined;
  if (!given) return one.asked && user.uses?.includes(one.unit) !== false ? [ask(one.separate)] : undefined;
  if (given.answer === 'withdrawn') return ['stop'];
  // Only agreement counts as agreement, whatever other value the answer has.
  if (!hasAgreed) {
    const until = addDays(given.on, user.daysAfterRefusal);
    if (!until) return ['do-not-ask'];
    return until <= today ? [ask(one.separate)] : ['do-not-ask', { until }];
  }
  const owed = since(given.version, one.unit);
  if (owed?.length === 0) return ['keep'];
  const because = [...new Set(owed?.flatMap(({ clauses }) => clauses))].sort();
  return [ask(one.separate || owed?.some(({ owes }) => owes === 'separate-consent')), { because }];
}

function idsOf({ unit, formerly = [] }: ConsentUnit): string[] {
  return [unit, ...formerly];
}

/**
 * The answers, the newest last. One whose date cannot be read is the oldest if it agrees, and otherwise the newest; so is
 * one that agrees on a day to come: some clock was wrong, and nothing later could take it back.
 */
function inOrder(answers: readonly UserAnswer[], today: string): UserAnswer[] {
  const at = ({ on, answer }: UserAnswer): number => {
    const day = Date.parse(on);
    // Days begin up to 26 hours apart around the world.
    if (answer === 'agreed' && !(day - Date.parse(today) < 2e8)) return -1 / 0;
    return day || 1 / 0;
  };
  return [...answers].sort((a, b) => at(a) - at(b) || a.version - b.version);
}

/** Whether a user may be among these readers; what is unknown about the user excludes nobody. */
function mayBeIn(readers: Readers | undefined, user: User): boolean {
  return (
    !readers ||
    readers.some((box) =>
      (Object.keys(box) as (keyof typeof box)[]).every((dimension) => {
        const limit = box[dimension];
        const mine = user[dimension];
        const isRegion = dimension === 'region';
        // Everybody is somewhere: no region is one that nobody knows.
        if (!limit || !mine || (isRegion && !mine[0])) return true;
        if (limit.except?.some((name) => mine.some((place) => isPart(place, name)))) return false;
        // The company's own region may be anywhere, unless the user's own regions are given; so may a country.
        return (
          !limit.in ||
          limit.in.some(
            (name) =>
              mine.some((place) => isPart(place, name) || isPart(name, place)) ||
              (isRegion && !mine.some((place) => sortOf(place) === sortOf(name))),
          )
        );
      }),
    )
  );
}

/** Whether a name of a region is a code of ISO 3166, 1 or 0; `true` where people use one that says too little, or is none. */
function sortOf(name: string): true | number {
  return /^(EU|UK)/.test(name) || +/^[A-Z]{2}(-|$)/.test(name);
}

/** Whether the first is the second or a subdivision of it: `US-CA` of `US`. */
function isPart(place: string, whole: string): boolean {
  return place === whole || (/^[A-Z]{2}-/.test(place) && place.slice(0, 2) === whole);
}

/** A text in a language, else in the prevailing one. Own properties only: a language may be called like a method. */
export function textIn(
  language: string | undefined,
  prevailing: string,
  texts: Readonly<Record<string, string>> = {},
): string | undefined {
  const all = new Map<string | undefined, string>(Object.entries(texts));
  return all.get(language) ?? all.get(prevailing);
}

/** Undefined if that day never comes: the number of days is missing, infinite, or leads beyond all dates. */
function addDays(date: string, days: number | undefined): string | undefined {
  const day = new Date(Date.parse(`${date}T00:00Z`) + (days as number) * 86_400_000);
  return day.getUTCFullYear() < 10_000 ? day.toISOString().slice(0, 10) : undefined;
}
