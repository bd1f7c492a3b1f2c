/**
 * For product code: given `consent.json` of a policy and what a user answered, it says for each unit
 * of consent what to do today. Plain data in, plain data out; this file imports nothing and knows no clock.
 */

/** Those who are in any of the boxes; a box has everybody in each dimension that it does not limit. */
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
  /** The calendar date it was written for. Its last version may take effect later; build again when there is another. */
  readonly asOf: string;
  /** The language that prevails, for titles that a user's language does not have. */
  readonly prevailing: string;
  /** Versions that hold on that day or later, in order: what is asked for under each. */
  readonly versions: readonly ConsentVersion[];
  /** Where the policy is published; absent when the site has no address. */
  readonly url?: string;
}

/** A released version: whom it makes responsible, what is asked for under it, and who is asked again because of it. */
export interface ConsentVersion {
  readonly version: number;
  /** The calendar date from which it holds. */
  readonly effective: string;
  /** Below this age a parent or guardian answers. */
  readonly guardianBelow?: number;
  readonly controllers: readonly Controller[];
  readonly units: readonly ConsentUnit[];
  /** What those must be asked again who agreed to an earlier version, by its number. A version not listed is not known. */
  readonly since: Readonly<Record<string, readonly Ask[]>>;
}

/** A party that decides about the processing. */
export interface Controller {
  readonly id: string;
  readonly name: string;
  readonly address?: string;
  readonly country?: string;
}

/** What one act of consent covers; a function that rests on none; or, as `policy`, all that belongs to no function. */
export interface ConsentUnit {
  readonly unit: string;
  readonly formerly?: readonly string[];
  readonly title: Readonly<Record<string, string>>;
  /** It rests on consent from the start. Other units are asked only when something changes for those who agreed. */
  readonly asked?: true;
  readonly tier?: 'basic' | 'additional';
  /** Asked for by itself, apart from any other consent. */
  readonly separate?: true;
  readonly withdrawal?: Readonly<Record<string, string>>;
  /** Whom it is for; everybody when absent. */
  readonly readers?: Readers;
  /** Ids of the clauses that it covers, of their data and of their purposes. */
  readonly clauses: readonly string[];
  readonly data: readonly string[];
  readonly purposes: readonly string[];
}

/** The unit of a policy as a whole: whoever agreed to the policy agreed to what rests on no consent of its own. */
export const wholePolicy = 'policy';

/** A unit of consent that users are asked about again, since something changed for those who had agreed. */
export interface Ask {
  readonly unit: string;
  readonly owes: 'consent' | 'express-consent' | 'separate-consent' | 'guardian-consent';
  readonly readers?: Readers;
  /** Ids of the clauses that changed. */
  readonly clauses: readonly string[];
}

/** What a user answered about a unit, under which version, and when. */
export interface UserAnswer {
  readonly unit: string;
  readonly answer: 'agreed' | 'refused' | 'withdrawn';
  /** The version whose text the user saw. */
  readonly version: number;
  /** The calendar date of the answer. */
  readonly on: string;
}

/** What the product knows of a user: their answers, and whom they belong to, as far as it decides what applies to them. */
export interface User {
  /** Every answer ever given, in any order; the newest of a unit counts. */
  readonly answers: readonly UserAnswer[];
  /** The places the user is in: ISO 3166 codes, and regions with a name of the policy's own. Anywhere when absent. */
  readonly region?: readonly string[];
  readonly product?: readonly string[];
  readonly channel?: readonly string[];
  readonly group?: readonly string[];
  /** Age in years, where it is known. */
  readonly age?: number;
  /** BCP 47, for the title. */
  readonly language?: string;
  /** Units that the user uses or is about to use; others that were never answered are left out. All when absent. */
  readonly uses?: readonly string[];
  /** Days before somebody who refused may be asked once more, where a law or a promise sets them. Never when absent. */
  readonly daysAfterRefusal?: number;
}

export type Action =
  /** The consent given still holds. */
  | 'keep'
  /** Ask before going on. */
  | 'ask'
  /** Ask, by itself. */
  | 'ask-separately'
  /** Ask a parent or guardian. */
  | 'guardian'
  /** Refused: do without, and do not ask again before `until`, or unless the user turns to it. */
  | 'do-not-ask'
  /** Withdrawn, or no longer offered: stop, and do not begin again unless the user turns to it. */
  | 'stop';

export interface Decision {
  readonly unit: string;
  readonly title: string;
  readonly action: Action;
  /** A calendar date; of `do-not-ask` alone. */
  readonly until?: string;
  /** Why somebody is asked again: ids of the clauses that changed; empty when there is no answer yet. */
  readonly because: readonly string[];
}

/**
 * What to do today, for each unit of the version in force that is for this user, and for each that the user answered
 * and that is gone. Empty before the first version holds. What is not known, such as an answer to a version that the
 * file does not list, is asked.
 */
export function decide(file: ConsentFile, user: User, today: string): Decision[] {
  const now = file.versions.filter(({ effective }) => effective <= today).at(-1);
  if (!now) return [];
  const answers = newest(user.answers);
  const known = new Set(now.units.flatMap(({ unit, formerly = [] }) => [unit, ...formerly]));
  const gone = [...answers.values()]
    .filter(({ unit, answer }) => answer === 'agreed' && unit !== wholePolicy && !known.has(unit))
    .map(({ unit }): Decision => ({ unit, title: unit, action: 'stop', because: [] }));
  const open = now.units.flatMap((one): Decision[] => {
    const ids = [one.unit, ...(one.formerly ?? []), ...(one.asked ? [] : [wholePolicy])];
    const given = ids.map((id) => answers.get(id)).find(Boolean);
    const title = textIn(user.language, file.prevailing, one.title) ?? one.unit;
    const decision = (action: Action, more: Partial<Decision> = {}): Decision[] => [
      { unit: one.unit, title, action, because: [], ...more },
    ];
    if (!mayBeIn(one.readers, user)) return given?.answer === 'agreed' ? decision('stop') : [];
    const asking = askFor(one.separate, now, user);
    if (!given) return !one.asked || (user.uses && !user.uses.includes(one.unit)) ? [] : decision(asking);
    if (given.answer === 'withdrawn') return decision('stop');
    // Whatever else it is called: nothing but agreement is agreement.
    if (given.answer !== 'agreed') {
      const until = addDays(given.on, user.daysAfterRefusal);
      return until && until <= today ? decision(asking) : decision('do-not-ask', until ? { until } : {});
    }
    // What is not listed is not known, however high its number is.
    if (file.versions.some(({ version }) => version >= now.version && version === given.version))
      return decision('keep');
    const since = now.since[given.version];
    if (!since) return decision(asking);
    const owed = since.filter(
      ({ unit, owes, readers }) =>
        unit === one.unit && mayBeIn(readers, user) && (owes !== 'guardian-consent' || isMinor(now, user)),
    );
    if (owed.length === 0) return decision('keep');
    const because = [...new Set(owed.flatMap(({ clauses }) => clauses))].sort();
    const separate = one.separate || owed.some(({ owes }) => owes === 'separate-consent');
    return decision(askFor(separate, now, user), { because });
  });
  return [...open, ...gone];
}

function askFor(separate: boolean | undefined, now: ConsentVersion, user: User): Action {
  return isMinor(now, user) ? 'guardian' : separate ? 'ask-separately' : 'ask';
}

function isMinor({ guardianBelow }: ConsentVersion, { age }: User): boolean {
  return Number(age) < Number(guardianBelow);
}

function newest(answers: readonly UserAnswer[]): ReadonlyMap<string, UserAnswer> {
  const sorted = [...answers].sort((a, b) => (a.on === b.on ? a.version - b.version : a.on < b.on ? -1 : 1));
  return new Map(sorted.map((one) => [one.unit, one]));
}

/** Whether a user may be among these readers: what is not known of a user keeps nobody out. */
function mayBeIn(readers: Readers | undefined, user: User): boolean {
  return (
    !readers ||
    readers.some((box) =>
      (['region', 'product', 'channel', 'group'] as const).every((dimension) => {
        const [limit, mine] = [box[dimension], user[dimension]];
        if (!limit || !mine) return true;
        if (limit.except?.some((name) => mine.some((place) => isPart(place, name)))) return false;
        if (
          !limit.in ||
          limit.in.some((name) => mine.some((place) => isPart(place, name) || isPart(name, place)))
        )
          return true;
        // A region with a name of the company's own may lie anywhere, unless the user's own names are told.
        const own = (name: string): boolean => dimension === 'region' && !/^[A-Z]{2}(-|$)/.test(name);
        return limit.in.some(own) && !mine.some(own);
      }),
    )
  );
}

/** Whether the first is the second, or a subdivision of it: `US-CA` of `US`. */
function isPart(place: string, whole: string): boolean {
  return place === whole || (/^[A-Z]{2}-/.test(place) && place.slice(0, 2) === whole);
}

/** A text in a language, or in the one that prevails. A language may be called like what every object has. */
export function textIn(
  language: string | undefined,
  prevailing: string,
  texts: Readonly<Record<string, string>> = {},
): string | undefined {
  const all = new Map<string | undefined, string>(Object.entries(texts));
  return all.get(language) ?? all.get(prevailing);
}

/** Undefined for a day that never comes: of no number of days, of endlessly many, or after no date. */
function addDays(date: string, days: number | undefined): string | undefined {
  const day = new Date(Date.parse(`${date}T00:00Z`) + Number(days) * 86_400_000);
  return day.getUTCFullYear() < 10_000 ? day.toISOString().slice(0, 10) : undefined;
}
