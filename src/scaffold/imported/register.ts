import { newIds } from '../../document/import/ids.ts';
import type { Passage } from '../../document/import/outline.ts';
import { countryNames } from '../../model/regions.ts';
import { flowScalar } from '../../translate/written.ts';

/** A table that is a list of cookies or of companies, as a register and the clause that it belongs to. */
export interface Listed {
  readonly kind: 'technology' | 'recipient';
  /** The fields that the clause must have beside its title, as YAML. */
  readonly fields: readonly string[];
  /** `registers/ID.yaml` without the line for editors. */
  readonly register: string;
  /** Whether the register says all that the table says, so that the text need not. */
  readonly isWhole: boolean;
}

type Column = 'name' | 'provider' | 'url' | 'countries' | undefined;

const columns: readonly (readonly [Exclude<Column, undefined>, RegExp])[] = [
  ['url', /\b(?:url|link|website|privacy policy)\b|隐私政策|链接|網址|リンク/i],
  [
    'countries',
    /\b(?:countr(?:y|ies)|location|region|jurisdiction)\b|国家|地区|所在地|國家|Land|Standort|pays|país/i,
  ],
  [
    'name',
    /\b(?:names?|cookies?|sdks?|(?:sub-?)?processors?|vendors?|third[- ]part(?:y|ies)|compan(?:y|ies)|partners?|recipients?|entit(?:y|ies)|suppliers?|tools?)\b|名称|名稱|公司|接收方|第三方|Empfänger|Anbieter|nom|nombre|destinataire|会社名/i,
  ],
  [
    'provider',
    /\b(?:providers?|hosts?|set by|domain|owner)\b|提供方|提供者|服务商|fournisseur|proveedor|提供元/i,
  ],
];

const cookies = /\bcookies?\b|Cookie|クッキー/i;
const kits = /\bSDKs?\b/i;
const lifetimes =
  /\b(?:duration|expir\w*|lifetime|lifespan|persisten\w*)\b|有效期|期限|存储时间|Laufzeit|durée|duración/i;
const recipients =
  /\b(?:(?:sub-?)?processors?|vendors?|third[- ]part(?:y|ies)|compan(?:y|ies)|partners?|recipients?|service providers?|suppliers?|providers?)\b|接收方|第三方|服务商|公司|Empfänger|Auftragsverarbeiter|destinataires?|sous-traitants?|destinatarios?|encargados?|委託先/i;
const processors =
  /\b(?:(?:sub-?)?processors?|vendors?|service providers?|suppliers?)\b|受托|服务商|Auftragsverarbeiter|sous-traitants?|encargados?|委託先/i;

/** Undefined when the table is a list of something else. */
export function listIn({ table = [], title = '', lead, id }: Passage, locale: string): Listed | undefined {
  const [head = [], ...rows] = table;
  const kinds = head.map((cell) => columns.find(([, words]) => words.test(cell))?.[0]);
  const roles = kinds.map((kind, at): Column => (kinds.indexOf(kind) === at ? kind : undefined));
  const told = `${title}\n${lead}`;
  const isOfCookies =
    head.some((cell) => cookies.test(cell)) ||
    (cookies.test(told) && head.some((cell) => lifetimes.test(cell)));
  const isOfKits = head.some((cell) => kits.test(cell));
  const isOfRecipients =
    head.slice(0, 2).some((cell) => recipients.test(cell)) ||
    (recipients.test(told) && roles.includes('name'));
  const kind = isOfCookies || isOfKits ? 'technology' : isOfRecipients ? 'recipient' : undefined;
  const at = roles.includes('name') ? roles.indexOf('name') : roles.indexOf('provider');
  const entries = rows.filter((row) => (row[at] ?? '') !== '');
  if (!kind || at === -1 || entries.length === 0) return undefined;
  const isWhole =
    roles.every((role) => role === 'name' || role === 'provider') && entries.length === rows.length;
  const ids = newIds([]);
  const codes = new Map(
    countryNames(locale.split('-')[0] ?? '').map(([name, code]) => [name.toLowerCase(), code]),
  );
  const lines = entries.map((row) => entryLines(row, roles, at, ids, codes));
  return {
    kind,
    fields:
      kind === 'technology'
        ? [`type: ${isOfCookies ? 'cookie' : 'sdk'}`, `register: registers/${id}.yaml`]
        : [
            `form: ${processors.test([...head, told].join('\n')) ? 'entrust # a guess: they work on your behalf' : 'share # a guess: they decide what they do with it'}`,
            `register: registers/${id}.yaml`,
          ],
    register: `entries:\n${lines.join('')}`,
    isWhole,
  };
}

function entryLines(
  row: readonly string[],
  roles: readonly Column[],
  at: number,
  ids: ReturnType<typeof newIds>,
  codes: ReadonlyMap<string, string>,
): string {
  const cell = (role: Column): string => (roles.includes(role) ? (row[roles.indexOf(role)] ?? '') : '');
  const name = row[at] ?? '';
  const countries = cell('countries')
    .split(/[,;/、]|\band\b/)
    .map((one) => codes.get(one.trim().toLowerCase()));
  const url = /^https?:\/\/[^\s"]+$/.test(cell('url')) ? cell('url') : '';
  const others = row.filter((text, index) => text !== '' && roles[index] === undefined);
  return [
    ...(others.length === 0 ? [] : [`  # ${others.join(' · ')}`]),
    `  - id: ${ids(name, 'entry')}`,
    `    name: ${flowScalar(name)}`,
    ...(roles[at] === 'provider' || cell('provider') === ''
      ? []
      : [`    provider: ${flowScalar(cell('provider'))}`]),
    ...(url === '' ? [] : [`    url: ${flowScalar(url)}`]),
    ...(countries.some((code) => code === undefined)
      ? []
      : [`    countries: [${countries.map((code) => `"${code}"`).join(', ')}]`]),
    '',
  ].join('\n');
}
