import { append } from '../base/group.ts';
import { onDemand } from '../base/on-demand.ts';
import { type Findable, type Found, searchIn } from '../base/search.ts';
import type { Edition } from './edition.ts';
import { type Labels, laterLabels } from './edition-labels.ts';
import { everydayNames } from './everyday-names.ts';
import type { Term, TermTable } from './policy.ts';

/** The table of terms that each kind of reference leads to: `:purpose[…]` to `purposes`. */
export const termLists = { data: 'data', purpose: 'purposes', permission: 'permissions' } as const;

/** A term of an edition, by all that it is called in any language. */
export interface NamedTerm extends Findable {
  readonly of: TermTable;
  readonly term: Term;
}

/** What people type and no policy is written with, so that it is no synonym of an edition. */
export const alsoAskedFor: Readonly<Record<string, readonly string[]>> = {
  'identity.real_name': ['name', '名字', '姓名', 'Vorname', 'Nachname', 'prénom', 'apellidos'],
  'identity.date_of_birth': ['dob', '生日'],
  'identity.ethnicity': ['race', 'skin colour'],
  'identity.gender': ['sex'],
  'contact.postal_address': [
    'address',
    'street address',
    'billing address',
    'mailing address',
    '住址',
    '地址',
    'Anschrift',
    'adresse de facturation',
    'domicilio',
  ],
  'contact.mobile_phone': [
    ...['phone', 'telephone number', 'cell phone', '电话号码', '电话', '電話', '電話號碼', '手機'],
    ...['Rufnummer', 'numéro de portable', 'numéro de cellulaire', 'teléfono móvil', 'teléfono celular'],
  ],
  'contact.email': ['e-mail address', '電子郵件', '電子信箱', '電郵'],
  'govid.id_card': ['national identity', 'national id', 'id document'],
  'govid.id_card_number': ['身分證字號', '身份证号码', 'DNI', 'CURP'],
  'govid.drivers_license': ['driving licence'],
  'financial.payment_record': [
    '付款记录',
    '付款資料',
    'Zahlungsdaten',
    'données de paiement',
    'datos de pago',
    'payment details',
  ],
  'financial.transaction': [
    'purchase history',
    'order history',
    'Bestelldaten',
    'historique des commandes',
    'historial de pedidos',
    '購買紀錄',
  ],
  'financial.payment_card': ['card number', '信用卡號碼', '信用卡號'],
  'financial.bank_account': ['銀行帳號'],
  'content.voice_recording': ['audio', 'sound recording', '声音'],
  'device.ip_address': ['ip', 'IP位址'],
  'device.os_version': ['operating system'],
  'behavior.referrer': ['referring page', 'referring webpage', 'referring website'],
  'behavior.click': ['page interactions'],
  'account.usage': ['usage information', 'usage data'],
  location: ['Standort', 'Standortdaten', 'données de localisation', 'datos de ubicación', '位置資訊'],
  'location.precise': ['genauen Standort', 'position précise', 'ubicación precisa', '精確位置'],
  'marketing.messages': ['newsletter', 'email marketing'],
  'analytics.usage': ['statistics'],
};

const everyday = new Map<string, string[]>();
for (const [name, id] of Object.values(everydayNames).flat()) append(everyday, id, name);

/** Every data category, purpose and permission. */
export function namedTerms(edition: Edition): readonly NamedTerm[] {
  const later = laterLabels(edition.id);
  const synonyms = (id: string): readonly string[] =>
    Object.values(edition.data.get(id)?.synonyms ?? {}).flat();
  const named = (
    of: TermTable,
    labels: (all: Labels) => Labels[keyof Labels],
    others: (id: string) => readonly string[],
  ): NamedTerm[] =>
    [...(edition[of] as ReadonlyMap<string, Term>)].map(([id, term]) => ({
      id,
      of,
      term,
      names: [
        ...Object.values(term.label),
        ...others(id),
        ...(alsoAskedFor[id] ?? []),
        ...(everyday.get(id) ?? []),
        ...later.flatMap((all) => labels(all)[id] ?? []),
      ],
    }));
  return [
    ...named('data', ({ data }) => data, synonyms),
    ...named(
      'purposes',
      ({ purposes }) => purposes,
      (id) => Object.values(edition.purposeSynonyms.get(id) ?? {}).flat(),
    ),
    ...named(
      'permissions',
      ({ permissions }) => permissions,
      () => [],
    ),
  ];
}

/** Beside an error only what is likely is worth saying; a search shows what is less so. */
function sureOf(found: Found<NamedTerm> | undefined): string | undefined {
  return found && found.score >= 0.7 ? found.entry.id : undefined;
}

/** For an id that does not exist: the term of a kind that means most nearly what it says. The first few are looked for. */
export function nearestMeaning(edition: Edition): (kind: TermTable, id: string) => string | undefined {
  const searches = onDemand(() => {
    const terms = namedTerms(edition);
    const among = (kind: TermTable) => searchIn(terms.filter(({ of }) => of === kind));
    return { data: among('data'), purposes: among('purposes'), permissions: among('permissions') };
  });
  let left = 20;
  return (kind, id) => (left-- > 0 ? sureOf(searches()[kind](id.replace(/[._-]/g, ' '))[0]) : undefined);
}
