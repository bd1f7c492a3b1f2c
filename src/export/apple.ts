import { append } from '../base/group.ts';
import { elsewhere } from '../knowledge/functions.ts';
import { applePurposes, appleTypes } from './apple-terms.ts';
import { type Exported, eachOnce, type Source, type Untold } from './export.ts';
import { calledIn } from './mapped.ts';
import { plistOf } from './plist.ts';
import { type Handover, handoversOf, type Use, usesOf } from './uses.ts';

/** What the export says about one type of data. */
interface Type {
  readonly purposes: Set<string>;
  /** Undefined if the facts do not say. */
  tracking: boolean | undefined;
}

const prefix = 'NSPrivacyCollectedDataType';
const advertising: ReadonlySet<string> = new Set([
  `${prefix}PurposeThirdPartyAdvertising`,
  `${prefix}PurposeDeveloperAdvertising`,
]);

/** Forms that are not tracking: the recipient does not decide what happens to the data, or a law demands it. */
const noTracking: ReadonlySet<string> = new Set(['entrust', 'provide']);

/** The privacy manifest of the app itself; software of others has its own manifest. */
export function appleManifest(source: Source): Exported {
  const { types, untold } = typesOf(source, ({ sdk }) => !sdk);
  const collected = [...types].map(([name, { purposes, tracking }]) => ({
    [prefix]: name,
    // Apple counts “personal data” as laws define it as linked to the user, and a policy is about nothing else.
    [`${prefix}Linked`]: true,
    ...(tracking === undefined ? {} : { [`${prefix}Tracking`]: tracking }),
    [`${prefix}Purposes`]: inOrder(purposes, applePurposes),
  }));
  const tracks = [...types.values()].map(({ tracking }) => tracking);
  const tracking = tracks.includes(true) || (tracks.includes(undefined) ? undefined : false);
  if (tracking !== false)
    untold.push({ about: 'NSPrivacyTrackingDomains', because: 'no fact names the hosts that track' });
  untold.push({
    about: 'NSPrivacyAccessedAPITypes',
    because: 'which interfaces the code calls is not for a policy',
  });
  const manifest = {
    ...(tracking === undefined ? {} : { NSPrivacyTracking: tracking }),
    ...(tracking === false ? { NSPrivacyTrackingDomains: [] } : {}),
    NSPrivacyCollectedDataTypes: collected,
  };
  return { text: plistOf(manifest), untold: eachOnce(untold) };
}

/** The privacy answers for App Store Connect, as fastlane uploads them. */
export function appleLabelsJson(source: Source): Exported {
  const { types, untold } = typesOf(source, () => true);
  const answers = [...types].flatMap(([name, { purposes, tracking }]) => {
    const category = appleTypes.get(name)?.connect;
    return [
      {
        category,
        purposes: [...purposes].map((one) => applePurposes.get(one)?.connect).sort(),
        data_protections: ['DATA_LINKED_TO_YOU', ...(tracking === true ? ['DATA_USED_TO_TRACK_YOU'] : [])],
      },
    ];
  });
  const sorted = answers.toSorted((a, b) => (String(a.category) < String(b.category) ? -1 : 1));
  const nothing = [{ data_protections: ['DATA_NOT_COLLECTED'] }];
  const text = `${JSON.stringify(sorted.length === 0 ? nothing : sorted, undefined, 2)}\n`;
  return { text, untold: eachOnce(untold) };
}

/** The same for people: what a store page will show, and what is still to be answered. */
export function appleLabelsMarkdown(source: Source): Exported {
  const { types, untold } = typesOf(source, () => true);
  const tracking = [...types].filter(([, type]) => type.tracking === true).map(([name]) => name);
  const sections = [
    ...(tracking.length === 0
      ? []
      : [
          '## Data Used to Track You',
          groupedBy(tracking)
            .map(([group, names]) => `- ${group}: ${names}`)
            .join('\n'),
        ]),
    '## Data Linked to You',
    ...(types.size === 0
      ? ['None.']
      : [...applePurposes].flatMap(([purpose, { label }]) => {
          const names = [...types].filter(([, { purposes }]) => purposes.has(purpose)).map(([name]) => name);
          if (names.length === 0) return [];
          return [
            `### ${label}`,
            groupedBy(names)
              .map(([group, list]) => `- ${group}: ${list}`)
              .join('\n'),
          ];
        })),
    '## Data Not Linked to You',
    'None: a policy speaks of personal data, which counts as linked.',
  ];
  return { text: `${['# App Privacy', ...sections].join('\n\n')}\n`, untold: eachOnce(untold) };
}

function groupedBy(names: readonly string[]): [group: string, names: string][] {
  const groups = new Map<string, string[]>();
  for (const name of inOrder(new Set(names), appleTypes)) {
    const { group = '', label = '' } = appleTypes.get(name) ?? {};
    append(groups, group, label);
  }
  return [...groups].map(([group, labels]) => [group, labels.join(', ')]);
}

function inOrder(names: ReadonlySet<string>, table: ReadonlyMap<string, unknown>): string[] {
  return [...table.keys()].filter((name) => names.has(name));
}

/** Whether data handed over for these purposes, and not sold, may still be used to track. */
function mayTrack(purposes: readonly string[], source: Source): boolean {
  const called = purposes.map((id) => calledIn('apple', 'purposes', id, source).name);
  return called.length === 0 || called.some((name) => name === undefined || advertising.has(name));
}

interface Told {
  readonly types: Map<string, Type>;
  readonly untold: Untold[];
}

/** Every type of data collected by the uses that count, in the order of a store page. */
function typesOf(source: Source, counts: (use: Use) => boolean): Told {
  const scope = { channel: 'app', product: source.product };
  const told: Told = { types: new Map(), untold: [] };
  for (const use of usesOf(source.policy, scope)) collect(use, source, counts, told);
  for (const handover of handoversOf(source.policy, scope)) handOver(handover, source, told);
  const types = new Map(
    [...appleTypes.keys()].flatMap((name) => {
      const type = told.types.get(name);
      return type ? [[name, type] as const] : [];
    }),
  );
  return { types, untold: [...told.untold, ...[...types].flatMap(leftOpen)] };
}

function collect(use: Use, source: Source, counts: (use: Use) => boolean, { types, untold }: Told): void {
  const nameOf = (table: 'data' | 'purposes', id: string): string | undefined => {
    const called = calledIn('apple', table, id, source);
    if (called.name === undefined) untold.push({ about: `${id} (${use.by})`, because: called.because });
    return called.name;
  };
  if (use.source !== undefined && elsewhere.includes(use.source)) {
    untold.push({ about: `${use.data} (${use.by})`, because: 'left out: it does not come from the app' });
    return;
  }
  if (!counts(use)) {
    untold.push({ about: use.by, because: 'left out: software of others brings a manifest of its own' });
    return;
  }
  const name = nameOf('data', use.data);
  if (name === undefined) return;
  const type = types.get(name) ?? { purposes: new Set(), tracking: false };
  types.set(name, type);
  for (const id of use.purposes) {
    const purpose = nameOf('purposes', id);
    if (purpose === undefined) continue;
    type.purposes.add(purpose);
    if (use.kind === 'technology' && advertising.has(purpose) && type.tracking === false)
      type.tracking = undefined;
  }
}

/** Sold data is used to track; data that is handed over may be. */
function handOver({ form, data, purposes, sold }: Handover, source: Source, { types }: Told): void {
  const called = calledIn('apple', 'data', data, source);
  const type = called.name === undefined ? undefined : types.get(called.name);
  if (!type || type.tracking === true) return;
  if (sold) type.tracking = true;
  else if (!noTracking.has(form) && mayTrack(purposes, source)) type.tracking = undefined;
}

/** The questions about a type that a person must answer. */
function leftOpen([name, { purposes, tracking }]: readonly [string, Type]): Untold[] {
  const { label } = appleTypes.get(name) ?? {};
  return [
    ...(tracking === undefined
      ? [
          {
            about: `${label}: used to track, or not`,
            because:
              'it serves advertising, or somebody gets it for no stated purpose, and no sale is stated',
          },
        ]
      : []),
    ...(purposes.size === 0
      ? [{ about: `${label}: purposes`, because: 'none that is stated has a name there' }]
      : []),
  ];
}
