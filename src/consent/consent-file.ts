import { readersOf } from '../diff/readers.ts';
import { isEverybody } from '../model/audience.ts';
import { untitledName } from '../model/clause-name.ts';
import { isController, lastPart, ownerOf, type Policy, type Row } from '../model/policy.ts';
import { rowsIn } from '../model/row-index.ts';
import { type Asks, asksBetween, type Raised } from './asks.ts';
import {
  type Ask,
  type ConsentFile,
  type ConsentUnit,
  type ConsentVersion,
  type Controller,
  wholePolicy,
} from './decide.ts';
import { readersFor } from './readers-for.ts';

/** What matters of a released version for consent. */
export interface ConsentRelease {
  readonly sequence: number;
  readonly effective: string;
  readonly policy: Policy;
  /** Changes for which a person decided, at the release, that readers must be asked. */
  readonly raised: readonly Raised[];
}

const consentFormat = 'policyc/consent@1';

/** Where a policy is published, and the day that its file is made for. */
export interface ConsentSite {
  readonly id: string;
  readonly asOf: string;
  readonly url: string | undefined;
}

/**
 * Makes `consent.json`: for each version in force on a day or later, what consent it asks for, and what must be asked
 * of those who agreed to an earlier version, or to one that is to come. `current` are the sequence numbers of these
 * versions; the first is in force on that day.
 */
export function consentFile(
  releases: readonly ConsentRelease[],
  current: readonly number[],
  { id, asOf, url }: ConsentSite,
): ConsentFile {
  const versions = releases
    .filter(({ sequence }) => current.includes(sequence))
    .map((release): ConsentVersion => {
      const others = releases.filter(
        ({ sequence }) =>
          sequence < release.sequence || (sequence > release.sequence && current.includes(sequence)),
      );
      const asked = others.map((one) => [one.sequence, askedSince(one, release, releases)] as const);
      return versionOf(release, asked);
    });
  const prevailing = releases.at(-1)?.policy.prevailing ?? 'en';
  return {
    format: consentFormat,
    policy: id,
    asOf,
    prevailing,
    versions,
    ...(url === undefined ? {} : { url }),
  };
}

function askedSince(from: ConsentRelease, to: ConsentRelease, releases: readonly ConsentRelease[]): Asks {
  const [first, last] = [from.sequence, to.sequence].sort((a, b) => a - b) as [number, number];
  const steps = releases.filter(({ sequence }) => sequence > first && sequence <= last);
  const between = from.sequence === first ? steps.slice(0, -1).map(({ policy }) => policy) : [];
  const raised = steps.flatMap((step) => step.raised);
  return asksBetween(from.policy, to.policy, between, raised);
}

function versionOf(
  { sequence, effective, policy }: ConsentRelease,
  asked: readonly (readonly [number, Asks])[],
): ConsentVersion {
  const acts = rowsIn(policy).all('consent').map(ownerOf);
  const others = asked.flatMap(([, { asks }]) => asks.map(({ unit }) => unit));
  const former = new Map<string, Set<string>>();
  for (const [, { renamed }] of asked)
    for (const [before, now] of Object.entries(renamed))
      former.set(now, (former.get(now) ?? new Set()).add(before));
  const ages = rowsIn(policy)
    .all('minors')
    .flatMap(({ values }) =>
      values.guardianConsent === true && typeof values.age === 'number' ? [values.age] : [],
    );
  return {
    version: sequence,
    effective,
    ...(ages.length === 0 ? {} : { guardianBelow: Math.max(...ages) }),
    controllers: controllersOf(policy),
    units: [...new Set([...acts, ...others])].sort().map((unit) => unitOf(policy, unit, former.get(unit))),
    since: Object.fromEntries(asked.map(([version, { asks }]): [number, readonly Ask[]] => [version, asks])),
  };
}

function controllersOf(policy: Policy): Controller[] {
  return rowsIn(policy)
    .all('party')
    .filter(isController)
    .map(({ key: [id = ''], values: { name, address, country } }) => ({
      id,
      name: String(name),
      ...(typeof address === 'string' ? { address } : {}),
      ...(typeof country === 'string' ? { country } : {}),
    }));
}

function unitOf(policy: Policy, unit: string, former: ReadonlySet<string> | undefined): ConsentUnit {
  const rows = rowsIn(policy);
  const covered = rows.below('consent.covers', unit).map(({ key }) => key[1] ?? '');
  const clauses = covered.length > 0 ? covered : unit === wholePolicy ? [] : [unit];
  const act = rows.one('consent', unit);
  const readers = act ? readersOf(policy).ofRow(act) : readersOf(policy).of(unit);
  const tiers = new Set(clauses.map((clause) => rows.one('function', clause)?.values.tier));
  const tier = tiers.has('basic') ? 'basic' : tiers.has('additional') ? 'additional' : undefined;
  const withdrawal = textsOf(policy, [unit, 'consent', 'withdrawal']);
  const below = (relations: readonly Row['relation'][]): string[] =>
    [
      ...new Set(
        clauses.flatMap((clause) => relations.flatMap((one) => rows.below(one, clause).map(lastPart))),
      ),
    ].sort();
  return {
    unit,
    ...(former ? { formerly: [...former].sort() } : {}),
    title: titleOf(policy, unit, clauses),
    ...(act ? { asked: true as const } : {}),
    ...(tier ? { tier } : {}),
    ...(act?.values.separate === true ? { separate: true as const } : {}),
    ...(Object.keys(withdrawal).length > 0 ? { withdrawal } : {}),
    ...(isEverybody(readers) ? {} : { readers: readersFor(readers) }),
    clauses,
    data: below(['function.data', 'recipient.data']),
    purposes: below(['function.purpose', 'recipient.purpose']),
  };
}

/** A recipient needs no title: it goes by its name, in the languages into which that is translated. */
function titleOf(policy: Policy, unit: string, clauses: readonly string[]): Readonly<Record<string, string>> {
  const titles = [unit, ...clauses].map((id) => textsOf(policy, [id, 'title']));
  const title = titles.find((one) => Object.keys(one).length > 0);
  if (title) return title;
  const id = clauses.find((one) => untitledName(policy, one) !== undefined) ?? unit;
  const name = untitledName(policy, id);
  return name === undefined ? {} : { [policy.prevailing]: name, ...textsOf(policy, [id, 'name']) };
}

function textsOf(policy: Policy, key: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    policy.locales.flatMap((locale) => {
      const text = rowsIn(policy).one('prose', ...key, locale)?.values.text;
      return typeof text === 'string' ? [[locale, text] as const] : [];
    }),
  );
}
