import type { RegisterRelation } from '../model/relations.ts';
import { naming, saidOf } from './identity.ts';
import {
  alongTaxonomy,
  aside,
  type Half,
  meaning,
  period,
  plain,
  type RelationKnowledge,
  relation,
  topmost,
  unlimited,
  type ValueKnowledge,
} from './meaning.ts';
import { became, unlessSilent } from './say.ts';

const entryBecame = (what: string) => became(`the ${what} of {1}`);

/** How long whoever stands on the list keeps what it gets. */
const entryKeeps = unlessSilent(
  '{0}: the time that {1} keeps data is now {after}; {was}.',
  '{0} no longer says how long {1} keeps data; it was {before}.',
);

const entryProvided = unlessSilent(
  '{0}: {1} is now provided by {after}, and no longer by {before}.',
  '{0} no longer says the provider of {1}; it was {before}.',
  '{0}: the provider of {1} is now {after}; {was}.',
);

const entryRenamed = '{0}: {before} is now called {after}; the policy declares it the same company.';

/** A calendar date. Where not stating one is a limit that never comes, stating and leaving it out have an order too. */
function calendarDate(later: Half, earlier: Half, otherwise?: Half): ValueKnowledge {
  const [up, down] = [meaning(later), meaning(earlier)];
  const other = otherwise && meaning(otherwise);
  return {
    meanings: [up, down, ...(other ? [other] : [])],
    compare: (before, after) => {
      if (other && (before === undefined || after === undefined)) return other;
      return String(after ?? never) > String(before ?? never) ? up : down;
    },
  };
}

/** Sorts behind every date. */
const never = '~';

/** How long readers can object to what is new on a register. */
export function timeToObject(kind: string): ValueKnowledge {
  const said = became('the time to object to a new entry');
  return period(
    [`${kind}-objection-longer`, 'eases', said],
    [`${kind}-objection-shorter`, 'restricts', said],
    [`${kind}-objection-changed`, 'changes', said],
    { unstated: 'P0D' },
  );
}

/** What changes of the entries of a register mean. */
export const listed = <R extends RegisterRelation>(name: R, kind: string) =>
  ({
    [name]: relation(
      [`${kind}-listed`, 'expands', '{0}: {1} is new on the list.'],
      [`${kind}-delisted`, 'narrows', '{0}: {1} is no longer on the list.'],
      {
        name: naming({
          replaced: [
            `${kind}-listed-replaced`,
            'changes',
            '{0}: {before} is no longer on the list, and {after} is new in its place.',
          ],
          renamed: [`${kind}-listed-renamed`, 'changes', entryRenamed],
          called: {
            unless: 'provider',
            words: [`${kind}-listed-name-changed`, 'changes', '{0}: {before} is now called {after}.'],
          },
        }),
        provider: naming({
          replaced: [`${kind}-listed-provider-changed`, 'changes', entryProvided],
          first: [
            [`${kind}-listed-provider-stated`, 'eases', entryProvided],
            [`${kind}-listed-provider-unstated`, 'restricts', entryProvided],
          ],
          renamed: [`${kind}-listed-provider-renamed`, 'changes', entryRenamed],
        }),
        formerName: aside(plain(`${kind}-listed-former-name-changed`, entryBecame('former name'))),
        role: topmost(
          ['controller', 'joint-controller'],
          [`${kind}-listed-to-controller`, 'expands', entryBecame('role')],
          [`${kind}-listed-from-controller`, 'narrows', entryBecame('role')],
          [`${kind}-listed-role-changed`, 'changes', entryBecame('role')],
        ),
        why: plain(`${kind}-listed-why-changed`, entryBecame('reason')),
        url: aside(plain(`${kind}-listed-policy-changed`, entryBecame('policy'))),
        announced: aside(plain(`${kind}-listed-announced-changed`, entryBecame('day of announcement'))),
        from: calendarDate(
          [`${kind}-listed-from-later`, 'narrows', entryBecame('first day')],
          [`${kind}-listed-from-earlier`, 'expands', entryBecame('first day')],
          [`${kind}-listed-from-changed`, 'changes', entryBecame('first day')],
        ),
        until: calendarDate(
          [`${kind}-listed-until-later`, 'expands', entryBecame('last day')],
          [`${kind}-listed-until-earlier`, 'narrows', entryBecame('last day')],
        ),
        lifetime: period(
          [`${kind}-listed-lifetime-lengthened`, 'expands', entryBecame('lifetime')],
          [`${kind}-listed-lifetime-shortened`, 'narrows', entryBecame('lifetime')],
          [`${kind}-listed-lifetime-changed`, 'changes', entryBecame('lifetime')],
          { unstated: unlimited },
        ),
        keeps: period(
          [`${kind}-listed-keeps-longer`, 'expands', entryKeeps],
          [`${kind}-listed-keeps-shorter`, 'narrows', entryKeeps],
          [`${kind}-listed-keeps-changed`, 'changes', entryKeeps],
          { unstated: unlimited },
        ),
      },
      {
        named: [
          [`${kind}-first-listed`, 'expands', '{0}: {1} is on the list, which named nobody before.'],
          [
            `${kind}-last-delisted`,
            'narrows',
            '{0}: {1} is no longer on the list, which names nobody any more.',
          ],
        ],
      },
    ),
    [`${name}.data`]: relation(
      [`${kind}-listed-data-added`, 'expands', '{0}: {1} now also gets your {2}.'],
      [`${kind}-listed-data-removed`, 'narrows', '{0}: {1} no longer gets your {2}.'],
      {},
      {
        ...alongTaxonomy(`${kind}-listed-data`),
        ...saidOf(`${kind}-listed-data`, 'what {1} gets', 'your '),
      },
    ),
    [`${name}.purpose`]: relation(
      [`${kind}-listed-purpose-added`, 'expands', '{0}: {1} now also serves: {2}.'],
      [`${kind}-listed-purpose-removed`, 'narrows', '{0}: {1} no longer serves: {2}.'],
      {},
      saidOf(`${kind}-listed-purposes`, 'what {1} is for'),
    ),
    [`${name}.country`]: relation(
      [`${kind}-listed-country-added`, 'expands', '{0}: {1} now also processes data in {2}.'],
      [`${kind}-listed-country-removed`, 'narrows', '{0}: {1} no longer processes data in {2}.'],
      {},
      saidOf(`${kind}-listed-countries`, 'where {1} processes data'),
    ),
    [`${name}.product`]: relation(
      [`${kind}-listed-product-added`, 'expands', '{0}: {1} is now also used for {2}.'],
      [`${kind}-listed-product-removed`, 'narrows', '{0}: {1} is no longer used for {2}.'],
      {},
      {
        limits: [
          [`${kind}-listed-products-limited`, 'narrows', '{0}: {1} is now used for {2} only.'],
          [`${kind}-listed-products-unlimited`, 'expands', '{0}: {1} is now used for every product.'],
        ],
      },
    ),
  }) as Record<R | `${R}.data` | `${R}.purpose` | `${R}.country` | `${R}.product`, RelationKnowledge>;
