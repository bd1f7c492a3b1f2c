import { newIds } from '../../document/import/ids.ts';
import type { Passage } from '../../document/import/outline.ts';
import { countryNames } from '../../model/regions.ts';
import { type Column, columnsCalled } from '../../registers/headings.ts';
import { flowScalar } from '../../translate/written.ts';

/** A table of cookies or companies, as a register and the clause that it belongs to. */
export interface Listed {
  readonly kind: 'technology' | 'recipient';
  /** The fields that the clause needs besides its title, as YAML. */
  readonly fields: readonly string[];
  /** The text of `registers/ID.yaml`, without the line for editors. */
  readonly register: string;
  /** Whether the register holds everything in the table, so that the text can leave it out. */
  readonly isWhole: boolean;
}

const cookies = /cookie|クッキー|témoin|traceur/i;
const kits = /\bSDKs?\b|软件开发工具包/i;
const recipients =
  /\b(?:(?:sub-?)?processors?|vendors?|third[- ]part(?:y|ies)|compan(?:y|ies)|partners?|recipients?|service providers?|suppliers?|providers?)\b|接收方|接收者|第三方|服务商|受托方|受託者|公司|Empfänger|Auftragsverarbeiter|Dienstleister|Anbieter|destinataires?|sous-traitants?|prestataires?|fournisseurs?|destinatarios?|encargados?|proveedor(?:es)?|委託先|提供先|送信先/i;
const processors =
  /\b(?:(?:sub-?)?processors?|vendors?|service providers?|suppliers?)\b|受托|服务商|受託|Auftragsverarbeiter|Dienstleister|sous-traitants?|prestataires?|encargados?|委託先/i;

/** Undefined if the table lists something else. */
export function listIn(
  { table = [], title = '', lead, id }: Passage,
  chapter: string,
  locale: string,
): Listed | undefined {
  const [head = [], ...rows] = table;
  const roles = columnsCalled(head);
  const told = `${chapter}\n${title}\n${lead}`;
  const sort = sortOf(head, roles, told);
  const named = roles.indexOf(
    (['name', 'provider', 'id'] as const).find((role) => roles.includes(role)) ?? 'name',
  );
  const entries = rows.filter((row) => (row[named] ?? '') !== '');
  if (!sort || named === -1 || entries.length === 0) return undefined;
  const isWhole =
    roles.every((role) => role === 'name' || role === 'provider') && entries.length === rows.length;
  const ids = newIds([]);
  const codes = new Map(countryNames(locale).map(([name, code]) => [name.toLowerCase(), code]));
  const lines = entries.map((row) => entryLines(row, { roles, named }, ids, codes));
  const form = processors.test([...head, told].join('\n'))
    ? 'entrust # a guess: they work on your behalf'
    : 'share # a guess: they decide what they do with it';
  const isOfRecipients = sort === 'recipient';
  return {
    kind: isOfRecipients ? 'recipient' : 'technology',
    fields: [isOfRecipients ? `form: ${form}` : `type: ${sort}`, `register: registers/${id}.yaml`],
    register: `entries:\n${lines.join('')}`,
    isWhole,
  };
}

/** What a table lists, by its headings and by what is said of it. */
function sortOf(
  head: readonly string[],
  roles: Columns['roles'],
  told: string,
): 'cookie' | 'sdk' | 'recipient' | undefined {
  const hasLifetime = roles.includes('lifetime');
  if (head.some((cell) => cookies.test(cell)) || (cookies.test(told) && hasLifetime)) return 'cookie';
  if (head.some((cell) => kits.test(cell))) return 'sdk';
  const isOfRecipients =
    head.slice(0, 2).some((cell) => recipients.test(cell)) ||
    (recipients.test(told) && roles.includes('name') && !hasLifetime);
  return isOfRecipients ? 'recipient' : undefined;
}

/** What each column holds, and which of them has what an entry is called. */
interface Columns {
  readonly roles: readonly (Column | undefined)[];
  readonly named: number;
}

/** The columns that become fields. The others are kept as comments for a person to read. */
const written: ReadonlySet<string> = new Set<Column>(['name', 'provider', 'url', 'countries']);

function entryLines(
  row: readonly string[],
  { roles, named }: Columns,
  ids: ReturnType<typeof newIds>,
  codes: ReadonlyMap<string, string>,
): string {
  const cell = (role: Column): string => (roles.includes(role) ? (row[roles.indexOf(role)] ?? '') : '');
  const name = row[named] ?? '';
  const countries = cell('countries')
    .split(/[,;/、，]|\s(?:and|und|et|y)\s|和|及/)
    .map((one) => codes.get(one.trim().toLowerCase()));
  const url = /^https?:\/\/[^\s"]+$/.test(cell('url')) ? cell('url') : '';
  const others = row.filter((text, index) => text !== '' && !written.has(roles[index] ?? ''));
  return [
    ...(others.length === 0 ? [] : [`  # ${others.join(' · ')}`]),
    `  - id: ${ids(name, 'entry')}`,
    `    name: ${flowScalar(name)}`,
    ...(roles[named] === 'provider' || cell('provider') === ''
      ? []
      : [`    provider: ${flowScalar(cell('provider'))}`]),
    ...(url === '' ? [] : [`    url: ${flowScalar(url)}`]),
    ...(countries.some((code) => code === undefined)
      ? []
      : [`    countries: [${countries.map((code) => `"${code}"`).join(', ')}]`]),
    '',
  ].join('\n');
}
