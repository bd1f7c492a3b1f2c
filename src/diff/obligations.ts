import { keptWith } from '../base/on-demand.ts';
import { isGain } from '../knowledge/facet.ts';
import { type Audience, isWithin, union } from '../model/audience.ts';
import { readersInWords } from './audience-words.ts';
import type { RowFacet } from './facets.ts';
import type { Evidence, Floor } from './floors.ts';
import type { FloorUnder } from './floors-under.ts';
import type { Law } from './law.ts';
import { isConsent, type Owed, type Phase, phaseOf } from './owed.ts';
import { ownSeersOf, seersOf, type Watching } from './watched.ts';

/** Something that a change obliges the company to do, when, for whom, and by which promise or article. */
export interface Obligation {
  readonly owes: Owed | 'lead-time' | 'notice-record';
  readonly phase: Phase;
  /** The channels named for a prominent notice, or the lead time as an ISO 8601 period. */
  readonly detail?: string;
  /** How the days of a lead time are counted; every day when absent. */
  readonly days?: 'working';
  /** To whom, when it is not simply the readers affected: `readers in China`, `parents of children under 13`. */
  readonly to?: string;
  /** The readers whom it is owed for, when they are fewer than those affected. */
  readonly readers?: Audience;
  /** Within which time, in words or as an ISO 8601 period. */
  readonly within?: string;
  /** Through what, in words, as the law asks. */
  readonly through?: string;
  /** The clause and promise, or the article, that it rests on. */
  readonly rests: string;
  /** For an article: how sure we are that it says so. */
  readonly evidence?: Evidence;
}

/** What a change owes: by the promises that watch it, by the floors under it, and, if it is material, as any such change. */
export function obligationsOf(
  facets: readonly RowFacet[],
  law: Law,
  floors: readonly FloorUnder[],
  material: boolean,
): readonly Obligation[] {
  const affected = readersAll(facets);
  const promises = promisesUnder(facets, law);
  // Thousands of changes of one kind owe the same: it is made, and told, once for all of them.
  const { numberOf, made } = knownOf(law);
  const key = [
    material,
    numberOf(affected),
    numberOf(promises),
    ...floors.flatMap(({ floor, readers, isSupposed }) => [numberOf(floor), numberOf(readers), isSupposed]),
  ].join();
  const known = made.get(key);
  if (known) return known;
  const owed = [
    ...promises.map((one) => promised(one, law, affected)),
    ...floors.map((one) => asked(one, law, affected)),
  ];
  const all = [...owed, ...(material ? missingFrom(owed, owedByMaterial(law)) : recordOf(owed))];
  made.set(key, all);
  return all;
}

/** What was owed under a law, by what it was owed for: each part goes by a number of its own. */
const knownOf = keptWith((_: Law) => {
  let last = 0;
  return {
    numberOf: keptWith((_: object) => ++last),
    under: new Map<string, readonly PromiseUnder[]>(),
    made: new Map<string, readonly Obligation[]>(),
  };
});

interface PromiseUnder {
  readonly promise: Watching;
  readonly readers: Audience;
  /** The promise itself is cut: taking it back owes no less than it promises. */
  readonly cut?: true;
}

/**
 * The promises that see a change; what readers gain never owes them consent. Of two changes that the same promises see,
 * for the same readers, they are the same.
 */
function promisesUnder(facets: readonly RowFacet[], law: Law): readonly PromiseUnder[] {
  const { promises, terms } = law;
  const { watching, asking, none } = sortsOf(promises);
  const seen = facets.map((facet) => ({
    facet,
    watching: ownSeersOf(facet, watching, terms),
    asking: isGain(facet) ? none : ownSeersOf(facet, asking, terms),
    all: seersOf(facet, promises, terms),
  }));
  const cuts = facets.some(({ row }) => row.relation.startsWith('change.promise'));
  if (cuts) return promisesSeen(seen, promises);
  const { numberOf, under } = knownOf(law);
  const key = seen
    .flatMap((one) => [one.watching, one.asking, one.all, one.facet.readers].map(numberOf))
    .join();
  const known = under.get(key) ?? promisesSeen(seen, promises);
  under.set(key, known);
  return known;
}

/** A facet, and the promises of each sort that see it. */
interface Seen {
  readonly facet: RowFacet;
  readonly watching: ReadonlySet<Watching>;
  readonly asking: ReadonlySet<Watching>;
  readonly all: ReadonlySet<Watching>;
}

function promisesSeen(seen: readonly Seen[], promises: readonly Watching[]): PromiseUnder[] {
  const facets = seen.map(({ facet }) => facet);
  return promises.flatMap((promise): PromiseUnder[] => {
    if (seen.some(({ watching, asking }) => watching.has(promise) || asking.has(promise))) {
      // A gain asks for no consent, beside what does for some.
      const counts = (facet: RowFacet): boolean => !isConsent(String(promise.values.owes)) || !isGain(facet);
      const by = seen.flatMap(({ facet, all }) => (all.has(promise) && counts(facet) ? [facet] : []));
      return [{ promise, readers: readersAll(by.length > 0 ? by : facets) }];
    }
    const cuts = facets.filter((one) => isCut(one, promise));
    return cuts.length === 0 ? [] : [{ promise, readers: readersAll(cuts), cut: true }];
  });
}

function readersAll(facets: readonly RowFacet[]): Audience {
  return union(facets.map(({ readers }) => readers));
}

const sortsOf = keptWith((promises: readonly Watching[]) => ({
  watching: promises.filter(({ values }) => !isConsent(String(values.owes))),
  asking: promises.filter(({ values }) => isConsent(String(values.owes))),
  none: new Set<Watching>(),
}));

/** Whether a change takes back some of a promise about changes. */
function isCut({ name, on, row }: RowFacet, { clause, id }: Watching): boolean {
  if (row.key[0] !== clause || row.key[1] !== id) return false;
  return (
    (name === 'change.promise' && on === 'removed') ||
    (name === 'change.promise.watch' && on === 'removed') ||
    (name === 'change.promise.owes' && on === 'changed')
  );
}

/** What any material change owes: to be told prominently and in time, and a record of that. */
export function owedByMaterial({ prominent, leadTimes }: Law): Obligation[] {
  const notice: Obligation[] = prominent
    ? [
        {
          owes: 'prominent-notice',
          phase: 'before-release',
          detail: prominent.channels,
          rests: `clause ${prominent.clause}`,
        },
      ]
    : [];
  const ahead = leadTimes.map(
    ({ period, days, clause }): Obligation => ({
      owes: 'lead-time',
      phase: 'before-release',
      detail: period,
      ...(days === 'working' ? { days } : {}),
      rests: `clause ${clause}`,
    }),
  );
  return [...notice, ...ahead];
}

/** What is owed by the whole and not yet by some of it, and the record that a prominent notice asks for. */
export function missingFrom(owed: readonly Obligation[], whole: readonly Obligation[]): Obligation[] {
  const more = whole.filter(
    ({ owes }) => !owed.some((one) => one.owes === owes && one.readers === undefined),
  );
  return [...more, ...recordOf([...owed, ...more])];
}

/** Whoever owes a prominent notice must be able to show later that it was sent; it rests on what the notice rests on. */
function recordOf(owed: readonly Obligation[]): Obligation[] {
  const notice = owed.find(({ owes }) => owes === 'prominent-notice');
  if (!notice || owed.some(({ owes }) => owes === 'notice-record')) return [];
  const { rests, evidence } = notice;
  return [
    {
      owes: 'notice-record',
      phase: 'after-release',
      rests,
      ...(evidence === undefined ? {} : { evidence }),
    },
  ];
}

function promised({ promise, readers, cut }: PromiseUnder, law: Law, affected: Audience): Obligation {
  const { clause, id, values } = promise;
  const { rests, evidence } = citedBy(values);
  // A promise that says nothing of what it owes promises to be told at least.
  const owes = (values.owes ?? 'notice') as Owed;
  return {
    owes,
    phase: phaseOf(owes),
    ...channelsFor(owes, law),
    ...owedTo(readers, affected, {}),
    rests: `clause ${clause}, promise ${id}${cut ? ', which is cut itself' : ''}${rests === undefined ? '' : `: ${rests}`}`,
    ...(evidence === undefined ? {} : { evidence }),
  };
}

function asked({ floor, readers, isSupposed }: FloorUnder, law: Law, affected: Audience): Obligation {
  const { owes, phase, within, rests, evidence } = floor;
  const how = [floor.through, isSupposed ? 'unless another legal basis is stated' : undefined];
  const through = how.filter(Boolean).join(', ') || undefined;
  return {
    owes,
    phase: phase ?? phaseOf(owes),
    ...channelsFor(owes, law),
    ...owedTo(readers, affected, floor),
    ...(within === undefined ? {} : { within }),
    ...(through === undefined ? {} : { through }),
    rests,
    evidence,
  };
}

/** To whom something is owed, where it is not to everybody affected. */
function owedTo(
  readers: Audience,
  affected: Audience,
  { to, protects }: Pick<Floor, 'to' | 'protects'>,
): Pick<Obligation, 'to' | 'readers'> {
  const fewer = !isWithin(affected, readers);
  const people = [
    ...(protects?.group ? [protects.group.words] : []),
    ...(fewer ? [readersInWords(readers)] : []),
  ].join(' among ');
  const words = [...(to === undefined ? [] : [to]), ...(people === '' ? [] : [people])];
  const whom = to === authority ? to : words.join(' of ');
  return { ...(whom === '' ? {} : { to: whom }), ...(fewer ? { readers } : {}) };
}

/** Whom a row of the law names for what no reader is asked or told. */
const authority = 'the authority';

/** What an entry or a promise of the policy says that it rests on, besides itself. */
export function citedBy(values: Watching['values']): {
  readonly rests?: string;
  readonly evidence?: Evidence;
} {
  return {
    ...(values.rests === undefined ? {} : { rests: String(values.rests) }),
    ...(values.evidence === undefined ? {} : { evidence: values.evidence as Evidence }),
  };
}

function channelsFor(owes: Owed, { prominent }: Law): Pick<Obligation, 'detail'> {
  return owes === 'prominent-notice' && prominent ? { detail: prominent.channels } : {};
}
