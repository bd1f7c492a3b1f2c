import { isObject } from '../base/json.ts';
import { type Entry, idFor, type LeftOut, type Read, seen, stated } from './entry.ts';

/** Purposes of the Transparency and Consent Framework, with our ids. */
const purposes: Readonly<Record<string, string>> = {
  '1': 'device.storage_access',
  '2': 'marketing.advertising',
  '3': 'marketing.personalised_advertising',
  '4': 'marketing.personalised_advertising',
  '5': 'content.recommend',
  '6': 'content.recommend',
  '7': 'marketing.advertising',
  '8': 'analytics.usage',
  '9': 'analytics.usage',
  '10': 'improve.product',
  '11': 'content.browse',
};

/** Categories of its data declarations, with our ids; those left out have none. */
const data: Readonly<Record<string, readonly string[]>> = {
  '1': ['device.ip_address'],
  '2': ['device.environment'],
  '3': ['device.other_id'],
  '4': ['device.other_id'],
  '5': ['identity.account_id'],
  '6': ['behavior.web_browsing'],
  '7': ['account'],
  '8': ['location.coarse'],
  '9': ['location.precise'],
  '10': ['behavior.preference'],
  '11': ['account.settings'],
};

const days = (count: number): string => (count === 0 ? 'PT0S' : `P${count}D`);
const secondsPerDay = 86_400;

/** Whether a text is a Global Vendor List. */
export function isVendorList(json: unknown): json is { readonly vendors: Readonly<Record<string, unknown>> } {
  return isObject(json) && isObject(json.vendors) && 'gvlSpecificationVersion' in json;
}

/** Reads the vendors of a Global Vendor List, or only those `chosen` by number. */
export function readVendorList(
  { vendors }: { readonly vendors: Readonly<Record<string, unknown>> },
  chosen: readonly string[],
): Read {
  const leftOut: LeftOut[] = [];
  const entries = Object.entries(vendors).flatMap(([number, vendor]): Entry[] => {
    if (!isObject(vendor) || (chosen.length > 0 && !chosen.includes(number))) return [];
    const name = (typeof vendor.name === 'string' && seen(vendor.name)) || number;
    const named = (field: string, table: Readonly<Record<string, string | readonly string[]>>): string[] => [
      ...new Set(
        numbersIn(vendor, field).flatMap((one) => {
          const ids = Object.hasOwn(table, one) ? table[one] : undefined;
          if (ids === undefined) leftOut.push({ entry: name, field, value: one });
          return ids ?? [];
        }),
      ),
    ];
    const served = ['purposes', 'legIntPurposes'].flatMap((field) => named(field, purposes));
    return [
      stated({
        id: `iab-${number}-${idFor(name)}`.replace(/-$/, ''),
        name,
        role: 'controller',
        url: addressIn(vendor),
        data: named('dataDeclaration', data),
        purposes: [...new Set(served)],
        until: typeof vendor.deletedDate === 'string' ? vendor.deletedDate.slice(0, 10) : '',
        lifetime: lifetimeOf(vendor),
        keeps: retentionOf(vendor),
      }),
    ];
  });
  return { entries, leftOut };
}

function numbersIn(vendor: Readonly<Record<string, unknown>>, field: string): readonly string[] {
  const list = vendor[field];
  return Array.isArray(list) ? list.map(String) : [];
}

function addressIn({ urls, policyUrl }: Readonly<Record<string, unknown>>): string {
  const all = Array.isArray(urls) ? urls.filter(isObject) : [];
  const one = all.find(({ langId }) => langId === 'en') ?? all[0];
  const address = String(one?.privacy ?? policyUrl ?? '');
  return address.startsWith('https://') && !/\s/.test(address) ? address : '';
}

/** Converts seconds to days, rounded up; 0 or less is a session cookie. */
function lifetimeOf({ cookieMaxAgeSeconds, usesCookies }: Readonly<Record<string, unknown>>): string {
  if (typeof cookieMaxAgeSeconds !== 'number' || usesCookies === false) return '';
  return cookieMaxAgeSeconds <= 0 ? 'session' : days(Math.ceil(cookieMaxAgeSeconds / secondsPerDay));
}

/** The longest declared period, since an entry of a register has only one. */
function retentionOf({ dataRetention }: Readonly<Record<string, unknown>>): string {
  if (!isObject(dataRetention)) return '';
  const { stdRetention, purposes: own, specialPurposes } = dataRetention;
  const all = [
    stdRetention,
    ...[own, specialPurposes].flatMap((one) => (isObject(one) ? Object.values(one) : [])),
  ];
  const counts = all.filter((one): one is number => typeof one === 'number' && Number.isFinite(one));
  return counts.length === 0 ? '' : days(Math.max(...counts));
}
