import { utcOffsetMinutes } from '../base/date.ts';
import { diagnostic } from '../base/diagnostic.ts';
import { canBeDialled } from './phone.ts';
import { type Facts, type Rules, valuePlace } from './rule.ts';

/** Ways to reach somebody that lead nowhere, and clocks that nobody has. */
export const addressRules: Rules = {
  'address-unfit': (facts) =>
    [...contactsOf(facts), ...linksOf(facts)].flatMap(({ row, field, channel, address }) => {
      const { fits, offered } = channel === 'phone' ? phoneIn(countryOf(facts)) : forms[channel];
      if (fits(address)) return [];
      const meant = [offered(address)].find(fits);
      return [diagnostic('address-unfit', { channel, address, meant }, valuePlace(row, field))];
    }),
  'offset-of-no-zone': (facts) => {
    const [row] = facts.all('policy');
    const offset = String(row?.values.utcOffset ?? 'Z');
    if (!row || offset === 'Z' || utcOffsetMinutes(offset) === undefined || offsets.includes(offset))
      return [];
    const away = (other: string): number =>
      Math.abs((utcOffsetMinutes(other) ?? 0) - (utcOffsetMinutes(offset) ?? 0));
    const near = offsets.reduce((best, one) => (away(one) < away(best) ? one : best));
    return [diagnostic('offset-of-no-zone', { offset, nearest: near }, valuePlace(row, 'utcOffset'))];
  },
};

type Channel = 'email' | 'phone' | 'url';

interface Address {
  readonly row: ReturnType<Facts['all']>[number];
  readonly field: string;
  readonly channel: Channel;
  readonly address: string;
}

function contactsOf(facts: Facts): Address[] {
  return facts.all('contact').flatMap((row) => {
    const channel = String(row.values.channel);
    const address = String(row.values.address ?? '');
    // A form may be a page or the label of a button; on the company's own site, a path.
    if (channel === 'url' && address.startsWith('/')) return [];
    return channel === 'email' || channel === 'phone' || channel === 'url'
      ? [{ row, field: 'address', channel, address }]
      : [];
  });
}

const linked = [
  ['recipient', 'policyUrl'],
  ['recipient.listed', 'url'],
  ['technology.listed', 'url'],
  ['document', 'url'],
  ['change', 'page'],
  ['change', 'archive'],
] as const;

function linksOf(facts: Facts): Address[] {
  return linked.flatMap(([relation, field]) =>
    facts.all(relation).flatMap((row): Address[] => {
      const address = String(row.values[field] ?? '');
      return /^https?:/.test(address) ? [{ row, field, channel: 'url', address }] : [];
    }),
  );
}

/** The country for numbers without a country code: that of the controller. */
function countryOf(facts: Facts): string | undefined {
  const parties = facts.all('party');
  const own = parties.find(({ values }) => values.role === 'controller') ?? parties[0];
  const country = own?.values.country;
  return country === undefined ? undefined : String(country);
}

function phoneIn(country: string | undefined): AddressForm {
  return { fits: (text) => isPhone(text, country), offered: numberIn };
}

/** Several numbers may be in one text, with extensions, which are ignored. */
function isPhone(address: string, country: string | undefined): boolean {
  return address
    .split(/[;,/]|\bor\b|或/)
    .some((one) => canBeDialled(one.trim().replace(/^tel:/i, ''), country));
}

/** A number in international form: `0044 …` works from some countries only. Remarks in brackets are dropped. */
function numberIn(address: string): string {
  return address
    .trim()
    .replace(/^00(?=[1-9])/, '+')
    .replace(/\s?\([^()]*\)$/, '');
}

/** What an address must be like, and what somebody who wrote another may have meant. */
interface AddressForm {
  readonly fits: (text: string) => boolean;
  readonly offered: (text: string) => string;
}

const forms: Readonly<Record<'email' | 'url', AddressForm>> = {
  email: {
    // As HTML has it for what a browser takes, with a domain that has a name behind the dot. A letter of any script that
    // is counted to 63 costs 63 times its table, so that lengths are looked at apart.
    fits: (text) =>
      /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+@(?:(?!-)[\p{L}\p{N}-]+(?<!-)\.)+\p{L}{2,}$/u.test(text) &&
      !/^\.|\.\.|\.@/.test(text) &&
      text
        .slice(text.indexOf('@') + 1)
        .split('.')
        .every((label) => label.length <= 63),
    offered: (text) =>
      text
        .replace(/^[^<>]*<([^<>]*)>$/, (_, address: string) => address)
        .replace(/^mailto:/i, '')
        .replace(/\s/g, '')
        .replace(/[([{]at[)\]}]/i, '@')
        .replace(/[([{]dot[)\]}]/gi, '.')
        .replace(/,(?=[a-z]+$)/i, '.')
        .replace(/^<|>$/g, '')
        .replace(/\.{2,}/g, '.')
        .replace(/[.,;]$/, ''),
  },
  url: {
    fits: (text) => {
      if (!/^https?:\/\/[^/]/.test(text) || /\s/.test(text) || !URL.canParse(text)) return false;
      const { hostname, username } = new URL(text);
      return (
        username === '' && (/^\[|^\d+(?:\.\d+){3}$/.test(hostname) || /^[^.]+(?:\.[^.]+)+$/.test(hostname))
      );
    },
    offered: (text) =>
      text
        .trim()
        .replace(/^(?:https?:?\/*)+(?=.)/i, 'https://')
        .replace(/^h?t?tps?:\/\//i, 'https://')
        .replace(/^(?!https:)(?=[\w-]+\.)/, 'https://')
        .replace(/^(https:\/\/[^/]*)/, (host) => host.replace(/,/g, '.').replace(/\.{2,}/g, '.'))
        .replace(/\s+/g, '%20'),
  },
};

/** Every offset that a zone of the tz database has today, in winter or summer; `Intl` would differ between builds. */
const offsets: readonly string[] = [
  '-11:00 -10:00 -09:00 -08:00 -07:00 -06:00 -05:00 -04:00 -03:00 -02:00 -01:00 -12:00',
  '+00:00 +01:00 +02:00 +03:00 +04:00 +05:00 +06:00 +07:00 +08:00 +09:00 +10:00 +11:00 +12:00 +13:00 +14:00',
  '-09:30 -03:30 -02:30 +03:30 +04:30 +05:30 +05:45 +06:30 +08:45 +09:30 +10:30 +12:45 +13:45 -00:00',
].flatMap((some) => some.split(' '));
