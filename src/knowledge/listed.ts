import type { RegisterRelation } from '../model/relations.ts';
import { naming, saidOf } from './identity.ts';
import {
  alongTaxonomy,
  aside,
  became,
  type Half,
  meaning,
  period,
  plain,
  type RelationKnowledge,
  relation,
  type Say,
  topmost,
  unlimited,
  type ValueKnowledge,
  was,
} from './meaning.ts';

const entryBecame =
  (what: string): Say =>
  ({ key, before, after }) =>
    after === 'not stated'
      ? `${key[0]} no longer says the ${what} of ${key[1]}; it was ${before}.`
      : `${key[0]}: the ${what} of ${key[1]} is now ${after}; ${was(before)}.`;

/** How long whoever stands on the list keeps what it gets. */
const entryKeeps: Say = ({ key, before, after }) =>
  after === 'not stated'
    ? `${key[0]} no longer says how long ${key[1]} keeps data; it was ${before}.`
    : `${key[0]}: the time that ${key[1]} keeps data is now ${after}; ${was(before)}.`;

const entryProvided: Say = (words) => {
  const { key, before, after } = words;
  if (before === 'not stated' || after === 'not stated') return entryBecame('provider')(words);
  return `${key[0]}: ${key[1]} is now provided by ${after}, and no longer by ${before}.`;
};

const entryRenamed: Say = ({ key, before, after }) =>
  `${key[0]}: ${before} is now called ${after}; the policy declares it the same company.`;

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
      [`${kind}-listed`, 'expands', ({ key }) => `${key[0]}: ${key[1]} is new on the list.`],
      [`${kind}-delisted`, 'narrows', ({ key }) => `${key[0]}: ${key[1]} is no longer on the list.`],
      {
        name: naming({
          replaced: [
            `${kind}-listed-replaced`,
            'changes',
            ({ key, before, after }) =>
              `${key[0]}: ${before} is no longer on the list, and ${after} is new in its place.`,
          ],
          renamed: [`${kind}-listed-renamed`, 'changes', entryRenamed],
          called: {
            unless: 'provider',
            words: [
              `${kind}-listed-name-changed`,
              'changes',
              ({ key, before, after }) => `${key[0]}: ${before} is now called ${after}.`,
            ],
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
          [
            `${kind}-first-listed`,
            'expands',
            ({ key }) => `${key[0]}: ${key[1]} is on the list, which named nobody before.`,
          ],
          [
            `${kind}-last-delisted`,
            'narrows',
            ({ key }) => `${key[0]}: ${key[1]} is no longer on the list, which names nobody any more.`,
          ],
        ],
      },
    ),
    [`${name}.data`]: relation(
      [
        `${kind}-listed-data-added`,
        'expands',
        ({ key }) => `${key[0]}: ${key[1]} now also gets your ${key[2]}.`,
      ],
      [
        `${kind}-listed-data-removed`,
        'narrows',
        ({ key }) => `${key[0]}: ${key[1]} no longer gets your ${key[2]}.`,
      ],
      {},
      {
        ...alongTaxonomy(`${kind}-listed-data`),
        ...saidOf(`${kind}-listed-data`, (entry) => `what ${entry} gets`, 'your '),
      },
    ),
    [`${name}.purpose`]: relation(
      [
        `${kind}-listed-purpose-added`,
        'expands',
        ({ key }) => `${key[0]}: ${key[1]} now also serves: ${key[2]}.`,
      ],
      [
        `${kind}-listed-purpose-removed`,
        'narrows',
        ({ key }) => `${key[0]}: ${key[1]} no longer serves: ${key[2]}.`,
      ],
      {},
      saidOf(`${kind}-listed-purposes`, (entry) => `what ${entry} is for`),
    ),
    [`${name}.country`]: relation(
      [
        `${kind}-listed-country-added`,
        'expands',
        ({ key }) => `${key[0]}: ${key[1]} now also processes data in ${key[2]}.`,
      ],
      [
        `${kind}-listed-country-removed`,
        'narrows',
        ({ key }) => `${key[0]}: ${key[1]} no longer processes data in ${key[2]}.`,
      ],
      {},
      saidOf(`${kind}-listed-countries`, (entry) => `where ${entry} processes data`),
    ),
    [`${name}.product`]: relation(
      [
        `${kind}-listed-product-added`,
        'expands',
        ({ key }) => `${key[0]}: ${key[1]} is now also used for ${key[2]}.`,
      ],
      [
        `${kind}-listed-product-removed`,
        'narrows',
        ({ key }) => `${key[0]}: ${key[1]} is no longer used for ${key[2]}.`,
      ],
      {},
      {
        limits: [
          [
            `${kind}-listed-products-limited`,
            'narrows',
            ({ key }) => `${key[0]}: ${key[1]} is now used for ${key[2]} only.`,
          ],
          [
            `${kind}-listed-products-unlimited`,
            'expands',
            ({ key }) => `${key[0]}: ${key[1]} is now used for every product.`,
          ],
        ],
      },
    ),
  }) as Record<R | `${R}.data` | `${R}.purpose` | `${R}.country` | `${R}.product`, RelationKnowledge>;
