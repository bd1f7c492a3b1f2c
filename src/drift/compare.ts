import { type Diagnostic, diagnostic, sortDiagnostics } from '../base/diagnostic.ts';
import { firstOfEach } from '../base/group.ts';
import { isNamed, type Sdk, sdks } from '../knowledge/software.ts';
import { ancestry } from '../model/edition.ts';
import type { EditionBackground } from '../model/edition-background.ts';
import type { Policy, Row } from '../model/policy.ts';
import { relationsWithData } from '../model/relations.ts';
import { rowsIn } from '../model/row-index.ts';
import type { Found } from './found.ts';
import { declaredIn, names } from './names.ts';

/** The differences between a policy and the code of a product. */
export interface Drift {
  /** In the code but not in the policy: placed in the files of the code. */
  readonly undeclared: readonly Diagnostic[];
  /** In the policy but not in the code: placed in the policy. */
  readonly notFound: readonly Diagnostic[];
  /** What the code names and policyc does not know: listed, without a guess. */
  readonly unknown: readonly string[];
}

/** Further names of permissions that the taxonomy has under one id. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  location: [
    'ACCESS_BACKGROUND_LOCATION',
    'NSLocationAlwaysUsageDescription',
    'NSLocationAlwaysAndWhenInUseUsageDescription',
    'NSLocationUsageDescription',
  ],
  photos: ['READ_EXTERNAL_STORAGE', 'READ_MEDIA_VISUAL_USER_SELECTED', 'NSPhotoLibraryAddUsageDescription'],
  contacts: ['WRITE_CONTACTS', 'GET_ACCOUNTS'],
  bluetooth: ['BLUETOOTH', 'BLUETOOTH_ADVERTISE', 'NSBluetoothPeripheralUsageDescription'],
  calendar: [
    'READ_CALENDAR',
    'WRITE_CALENDAR',
    'NSCalendarsUsageDescription',
    'NSCalendarsFullAccessUsageDescription',
  ],
};

/** Android permissions that give no access to anything about people: users are never asked for them. */
const harmless =
  /^(INTERNET|ACCESS_NETWORK_STATE|ACCESS_WIFI_STATE|WAKE_LOCK|VIBRATE|FOREGROUND_SERVICE\w*|RECEIVE_BOOT_COMPLETED|USE_BIOMETRIC|USE_FINGERPRINT|SCHEDULE_EXACT_ALARM|REQUEST_INSTALL_PACKAGES|BILLING|RECEIVE)$/;

/** Compares a policy with the files of a product, both ways. */
export function driftOf(policy: Policy, found: readonly Found[], background: EditionBackground): Drift {
  const parts = [
    permissions(policy, found, background),
    packages(policy, found),
    cookies(policy, found),
    data(policy, found, background),
  ];
  return {
    undeclared: sortDiagnostics(parts.flatMap(({ undeclared }) => undeclared)),
    notFound: sortDiagnostics(parts.flatMap(({ notFound }) => notFound)),
    unknown: [...new Set(parts.flatMap(({ unknown }) => unknown))].sort(),
  };
}

function permissions(policy: Policy, found: readonly Found[], { platforms }: EditionBackground): Drift {
  const asked = found.filter(({ is }) => is === 'permission');
  const named = asked.map((one) => {
    const short = one.name.split('.').at(-1) ?? '';
    const id = [...platforms].find(([id, byPlatform]) =>
      [...Object.values(byPlatform).flat(), ...(alsoCalled[id] ?? [])].includes(short),
    )?.[0];
    return { one, short, id };
  });
  const declared = rowsIn(policy).all('function.permission');
  const read = new Set(asked.map(({ from }) => from));
  // Several modules may ask for the same permission, and several Android permissions are one to readers.
  const told = new Set<string>();
  const undeclared = named.flatMap(({ one, id }) => {
    const asking = `${one.from} ${id}`;
    if (id === undefined || told.has(asking) || declared.some(({ key }) => key[1] === id)) return [];
    told.add(asking);
    const args = { what: 'permission', name: one.name, means: [id], data: [] } as const;
    return [diagnostic('drift-undeclared', args, one.place)];
  });
  const notFound = firstOfEach(declared, ({ key }) => key[1]).flatMap((row) => {
    const [, id = ''] = row.key;
    const hasName = [...read].some((from) => (platforms.get(id)?.[from] ?? []).length > 0);
    return !hasName || named.some((one) => one.id === id)
      ? []
      : [diagnostic('drift-not-found', { what: 'permission', name: id, means: [], data: [] }, row.place)];
  });
  const unknown = named.flatMap(({ one, short, id }) =>
    id === undefined && !harmless.test(short) ? [one.name] : [],
  );
  return { undeclared, notFound, unknown };
}

function packages(policy: Policy, found: readonly Found[]): Drift {
  const used = found
    .filter(({ is }) => is === 'package')
    .flatMap((one) => sdksOf(one).map((sdk) => ({ one, sdk })));
  const declared = declaredIn(policy);
  const seen = new Set<string>();
  const undeclared = used.flatMap(({ one, sdk }) => {
    if (seen.has(sdk.id) || declared.some((each) => names(each, sdk, policy))) return [];
    seen.add(sdk.id);
    const args = {
      what: 'package',
      name: one.name,
      means: [sdk.name, sdk.provider],
      data: sdk.data,
    } as const;
    return [diagnostic('drift-undeclared', args, one.place)];
  });
  const from = new Set(found.flatMap(({ is, from }) => (is === 'package' ? [from] : [])));
  const notFound = declared.flatMap(({ row, names: called }) => {
    const sdk = sdks.find(({ name, id }) => called.some((one) => one === name.toLowerCase() || one === id));
    const couldBeSeen = sdk && packageLists.some((list) => sdk[list] && from.has(list));
    if (!sdk || !couldBeSeen || !isOfType(policy, row, 'sdk')) return [];
    if (used.some((one) => one.sdk.id === sdk.id)) return [];
    const args = {
      what: 'package',
      name: row.key.at(-1) ?? '',
      means: [sdk.name, sdk.provider],
      data: [],
    } as const;
    return [diagnostic('drift-not-found', args, row.place)];
  });
  return { undeclared, notFound, unknown: [] };
}

const packageLists = ['npm', 'gradle', 'pods', 'spm', 'pub'] as const;

function sdksOf({ name, from }: Found): readonly Sdk[] {
  const list = packageLists.find((one) => one === from);
  return list ? sdks.filter((sdk) => isNamed(name, sdk[list])) : [];
}

function cookies(policy: Policy, found: readonly Found[]): Drift {
  const set = found.filter(({ is }) => is === 'cookie');
  const rows = rowsIn(policy);
  const isCookie = (row: Row): boolean => isOfType(policy, row, 'cookie');
  const listed = rows.all('technology.listed').filter(isCookie);
  const single = rows
    .all('technology')
    .filter((row) => isCookie(row) && rows.below('technology.listed', row.key[0] ?? '').length === 0);
  const namesOf = (row: Row): readonly string[] => {
    const titles = rows.below('prose', row.key[0] ?? '', 'title').map(({ values }) => String(values.text));
    return row.relation === 'technology'
      ? [row.key[0] ?? '', ...titles]
      : [row.key[1] ?? '', String(row.values.name)];
  };
  const declared = [...listed, ...single].map((row) => ({ row, called: namesOf(row) }));
  const fits = (cookie: string, called: readonly string[]): boolean =>
    called.some(
      (name) =>
        name.toLowerCase() === cookie.toLowerCase() ||
        isNamed(cookie, [name]) ||
        name.split(/[\s(),]+/).includes(cookie),
    );
  const undeclared = set.flatMap((one) => {
    if (declared.some(({ called }) => fits(one.name, called))) return [];
    const sdk = sdks.find((each) => isNamed(one.name, each.cookies));
    if (sdk && declaredIn(policy).some((each) => names(each, sdk, policy))) return [];
    const means = sdk ? [sdk.name, sdk.provider] : [];
    return [diagnostic('drift-undeclared', { what: 'cookie', name: one.name, means, data: [] }, one.place)];
  });
  const notFound = declared.flatMap(({ row, called }) =>
    set.length === 0 || row.relation === 'technology' || set.some(({ name }) => fits(name, called))
      ? []
      : [
          diagnostic(
            'drift-not-found',
            { what: 'cookie', name: called[0] ?? '', means: [], data: [] },
            row.place,
          ),
        ],
  );
  return { undeclared, notFound, unknown: [] };
}

function data(policy: Policy, found: readonly Found[], { mappings }: EditionBackground): Drift {
  const types = found.filter(({ is }) => is === 'data');
  if (types.length === 0) return { undeclared: [], notFound: [], unknown: [] };
  const rows = rowsIn(policy);
  const collected = relationsWithData('collected').flatMap((relation) => rows.all(relation));
  const terms = { get: (id: string) => policy.vocabulary.data[id] };
  const categoriesOf = (type: string): readonly string[] =>
    Object.entries(mappings.data).flatMap(([id, { apple }]) =>
      (typeof apple === 'object' ? apple.type : apple) === type ? [id] : [],
    );
  const unknown: string[] = [];
  const undeclared = types.flatMap((one) => {
    const categories = categoriesOf(one.name);
    if (categories.length === 0) unknown.push(one.name);
    const isTold = collected.some(({ key }) => {
      const chain = ancestry(terms, key.at(-1) ?? '');
      return categories.some((id) => chain.includes(id) || id.startsWith(`${chain[0]}.`));
    });
    return categories.length === 0 || isTold
      ? []
      : [
          diagnostic(
            'drift-undeclared',
            { what: 'data', name: one.name, means: categories, data: [] },
            one.place,
          ),
        ];
  });
  const seen = new Set<string>();
  const notFound = firstOfEach(rows.all('function.data'), ({ key }) => key[1]).flatMap((row) => {
    const id = row.key[1] ?? '';
    const { apple } = mappings.data[id] ?? {};
    const type = typeof apple === 'object' && apple.match === 'exact' ? apple.type : undefined;
    if (type === undefined || seen.has(type) || types.some(({ name }) => name === type)) return [];
    seen.add(type);
    return [diagnostic('drift-not-found', { what: 'data', name: id, means: [type], data: [] }, row.place)];
  });
  return { undeclared, notFound, unknown };
}

/** Whether a row is a technology of a type, or an entry in the register of one. */
function isOfType(policy: Policy, { key }: Row, type: string): boolean {
  return rowsIn(policy).one('technology', key[0] ?? '')?.values.type === type;
}
