import type { Place } from '../base/place.ts';
import { ancestry } from '../model/edition.ts';
import { likelyForm } from '../model/kinds/recipient.ts';
import { isController, lastPart, ownerOf, type Row } from '../model/policy.ts';
import { type FactRelation, isFactRelation, registerRelations } from '../model/relations.ts';
import { isAbroadFor } from './abroad.ts';
import { keepersOf } from './coverage.ts';
import { type Facts, valuePlace } from './rule.ts';

/** An item of data, its place, and whether the clause leaves open that the act is about this item. */
export interface Item {
  readonly id: string;
  readonly place: Place;
  readonly open?: boolean;
}

/** What somebody does by the facts of a policy, in the terms of promises: an act on an item of data, for purposes. */
export interface Deed {
  readonly owner: string;
  /** Where the act itself is stated. */
  readonly place: Place;
  /** The item of data and where it is stated; absent when the clause does not say what the data is. */
  readonly data?: Item;
  readonly purposes: readonly string[];
  /** Whether the item serves each of the purposes; otherwise the clause does, in whole or in part. */
  readonly exact: boolean;
  /** Whether it certainly is the act; some readers might call it another. */
  readonly certain: boolean;
}

/** The facts that break each sort of commitment; an act that no fact can show has no entry. */
export const deedsOf: Readonly<Record<string, (facts: Facts) => readonly Deed[]>> = {
  collect: (facts) => collected(facts),
  use: (facts) => collected(facts),
  share: (facts) => [
    ...received(facts, ({ values }) => {
      if (values.form === 'share') return { by: 'form', certain: true };
      if (values.crossContextAdvertising === true) return { by: 'crossContextAdvertising', certain: true };
      if (values.sale === true) return { by: 'sale', certain: true };
      return handsOver.has(likelyForm(values)) ? { by: 'form', certain: false } : undefined;
    }),
    ...listedToDecide(facts),
  ],
  // What California's law means by it.
  'share-for-advertising': (facts) =>
    received(facts, ({ values }) =>
      values.crossContextAdvertising === true ? { by: 'crossContextAdvertising', certain: true } : undefined,
    ),
  // For “with nobody”: every recipient, those who work for us included.
  'hand-over': (facts) => received(facts, () => ({ by: 'form', certain: true })),
  sell: (facts) =>
    received(facts, ({ values }) => (values.sale === true ? { by: 'sale', certain: true } : undefined)),
  disclose: (facts) => [
    ...received(facts, ({ values }) =>
      values.form === 'disclose' || values.category === 'public'
        ? { by: values.form === 'disclose' ? 'form' : 'category', certain: true }
        : undefined,
    ),
    ...facts
      .all('function.data')
      .filter(({ values }) => values.public === true)
      .map((row) => ofFunction(facts, row, valuePlace(row, 'public'))),
  ],
  'transfer-abroad': (facts) => sentAbroad(facts),
  profile: (facts) => ofFunctions(facts, 'personalised', false),
  'decide-automatically': (facts) => ofFunctions(facts, 'automated', true),
  retain: (facts) => kept(facts),
  'train-models': (facts) => trained(facts),
};

/** Forms that some readers would call sharing and others would not. */
const handsOver: ReadonlySet<string> = new Set(['advise', 'succeed', 'transfer', 'disclose']);

/** Items that clauses collect, entries of registers included. */
function collected(facts: Facts): readonly Deed[] {
  return facts.withData('collected').map((row) => {
    if (row.relation === 'function.data') return ofFunction(facts, row);
    const sibling = row.relation.replace(/data$/, 'purpose');
    const served = isFactRelation(sibling) ? facts.rows.below(sibling, ...row.key.slice(0, -1)) : [];
    return item(row, { place: row.place, purposes: served.map(lastPart), exact: false });
  });
}

function ofFunction(facts: Facts, row: Row, place = row.place): Deed {
  const purposes = facts.rows.below('function.data.purpose', ...row.key).map(lastPart);
  return item(row, { place, purposes, exact: true });
}

interface Act {
  /** The value of the recipient that states it. */
  readonly by: string;
  readonly certain: boolean;
}

function received(facts: Facts, actOf: (recipient: Row) => Act | undefined): readonly Deed[] {
  return facts.all('recipient').flatMap((recipient) => {
    const act = actOf(recipient);
    if (!act) return [];
    return itemsOf(facts, ownerOf(recipient), valuePlace(recipient, act.by), act.certain);
  });
}

/** What listed entries get that decide themselves, whatever their clause says of the others. */
function listedToDecide(facts: Facts): readonly Deed[] {
  return registerRelations.flatMap((relation) =>
    facts.all(relation).flatMap((entry) => {
      if (!isController(entry)) return [];
      const place = valuePlace(entry, 'role');
      const purposes = facts.rows.below(`${relation}.purpose`, ...entry.key).map(lastPart);
      const given = facts.rows.below(`${relation}.data`, ...entry.key);
      return given.map((row) => item(row, { place, purposes, exact: false }));
    }),
  );
}

/** An act that a promise says always happens, and that another promise may rule out. */
export function promisedDeeds(facts: Facts, act: string): readonly Deed[] {
  return facts.all('commitment').flatMap((row) => {
    if (row.values.promise !== 'always' || row.values.act !== act) return [];
    const [owner = ''] = row.key;
    const purposes = facts.of('commitment.purpose', owner).map(lastPart);
    const about = facts.of('commitment.data', owner);
    const does = { place: row.place, purposes, exact: true };
    return about.length === 0 ? [{ owner, ...does, certain: true }] : about.map((one) => item(one, does));
  });
}

function itemsOf(facts: Facts, owner: string, place: Place, certain: boolean): readonly Deed[] {
  const own = facts.of('recipient.data', owner).map((row) => {
    const purposes = facts.rows.below('recipient.data.purpose', ...row.key).map(lastPart);
    return { ...item(row, { place, purposes, exact: true }), certain };
  });
  const listed = facts.of('recipient.listed.data', owner).map((row) => {
    const purposes = facts.rows.below('recipient.listed.purpose', ...row.key.slice(0, 2)).map(lastPart);
    return { ...item(row, { place, purposes, exact: false }), certain };
  });
  if (own.length + listed.length > 0) return [...own, ...listed];
  const purposes = facts.of('recipient.purpose', owner).map(lastPart);
  return [{ owner, place, purposes, exact: true, certain }];
}

/** What goes to a country that no controller is in; borders within the EEA do not count. */
function sentAbroad(facts: Facts): readonly Deed[] {
  const isAbroad = isAbroadFor(facts);
  const recipients = [...facts.all('recipient.country'), ...facts.all('recipient.listed.country')];
  const places = facts.about('country').filter(({ relation }) => !relation.startsWith('recipient.'));
  return [
    ...recipients.filter(isAbroad).flatMap((row) => {
      const mechanism = facts.rows.one('recipient', ownerOf(row))?.values.mechanism ?? 'none';
      const open = facts.of(row.relation as FactRelation, ownerOf(row)).length > 1;
      return itemsOf(facts, ownerOf(row), row.place, mechanism !== 'none').map((deed) =>
        deed.data ? { ...deed, data: { id: deed.data.id, place: row.place, open } } : deed,
      );
    }),
    ...places.filter(isAbroad).map((row) => ({
      owner: ownerOf(row),
      place: row.place,
      purposes: [],
      exact: false,
      certain: false,
    })),
  ];
}

/** What functions collect that state an act by a value. */
function ofFunctions(facts: Facts, value: string, certain: boolean): readonly Deed[] {
  return facts.all('function').flatMap((row) => {
    if (row.values[value] !== true) return [];
    const [owner, place] = [ownerOf(row), valuePlace(row, value)];
    const items = facts
      .of('function.data', owner)
      .map((one) => ({ ...ofFunction(facts, one, place), exact: false, certain }))
      .map((deed) => (deed.data ? { ...deed, data: { ...deed.data, open: true } } : deed));
    return items.length > 0 ? items : [{ owner, place, purposes: [], exact: true, certain }];
  });
}

/** What is collected, or given to others, in order to train models. */
function trained(facts: Facts): readonly Deed[] {
  const { purposes } = facts.policy.vocabulary;
  const all = [...collected(facts), ...received(facts, () => ({ by: 'form', certain: true }))];
  return all.flatMap((deed): readonly Deed[] => {
    const fit = fitOf({ get: (id) => purposes[id] }, ['improve.models'], deed.purposes, deed.exact);
    if (fit === 'none' || deed.purposes.length === 0) return [];
    return [{ ...deed, certain: deed.certain && fit === 'certain' }];
  });
}

/** What is collected and kept: by the retention clauses that cover it, and what they name themselves. */
function kept(facts: Facts): readonly Deed[] {
  const keeps = ({ values }: Row): boolean =>
    values.criterion === true ||
    values.atLeast !== undefined ||
    /[1-9]|forever|while-active/.test(String(values.period ?? ''));
  const named = facts.all('retention.data').flatMap((row) => {
    const retention = facts.rows.one('retention', ownerOf(row));
    return retention && keeps(retention) ? [item(row, { place: row.place, purposes: [], exact: true })] : [];
  });
  // A policy may have a hundred rules for all data: what one keeps for a purpose is one deed.
  const told = new Set<string>();
  const covered = facts.all('function.data').flatMap((row) => {
    const deed = ofFunction(facts, row);
    const [id, purposes] = [lastPart(row), deed.purposes.join('\t')];
    return keepersOf(facts, row).flatMap((retention) => {
      const [owner, place] = [ownerOf(retention), retention.place];
      const key = `${owner}\t${id}\t${purposes}`;
      if (told.has(key) || !keeps(retention)) return [];
      told.add(key);
      return [{ ...deed, owner, place, data: { id, place } }];
    });
  });
  const itself = facts
    .all('function')
    .flatMap((row) =>
      /[1-9]|forever|while-active/.test(String(row.values.keeps ?? ''))
        ? facts
            .of('function.data', ownerOf(row))
            .map((one) => ofFunction(facts, one, valuePlace(row, 'keeps')))
        : [],
    );
  return [...named, ...covered, ...itself];
}

function item(row: Row, deed: Pick<Deed, 'place' | 'purposes' | 'exact'>): Deed {
  return { ...deed, owner: ownerOf(row), data: { id: lastPart(row), place: row.place }, certain: true };
}

export type Fit = 'certain' | 'possible' | 'none';

/**
 * How stated terms fit what a promise names, along a taxonomy: the same or a narrower term certainly, a wider one
 * possibly. A promise that names nothing means everything.
 */
export function fitOf(
  terms: Parameters<typeof ancestry>[0],
  promised: readonly string[],
  stated: readonly string[],
  exact: boolean,
): Fit {
  if (promised.length === 0) return 'certain';
  if (stated.length === 0) return 'possible';
  const meant = stated.filter((id) => ancestry(terms, id).some((above) => promised.includes(above)));
  if (meant.length > 0) return exact || meant.length === stated.length ? 'certain' : 'possible';
  const wider = promised.some((id) => ancestry(terms, id).some((above) => stated.includes(above)));
  return wider ? 'possible' : 'none';
}
