import type { GatedChange } from '../gate/cover.ts';
import type { Direction } from '../knowledge/meaning.ts';
import { counted } from './counted.ts';
import type { Group } from './report.ts';

/** The groups in which changes are reported, worst first, and the group of each change. */
export interface Grouped {
  readonly groups: readonly Group[];
  readonly groupOf: ReadonlyMap<GatedChange, string>;
}

/** Groups material changes by their entry, changes to review by what they mean for readers, and the target's own last. */
export function groupChanges(changes: readonly GatedChange[]): Grouped {
  const own = changes.filter((change) => change.inherited === undefined);
  const reviews = own.filter((change) => change.verdict === 'review');
  const theirs = changes.filter((change) => change.inherited && change.verdict !== 'editorial');
  const parts = [
    ...materialParts(own.filter((change) => change.verdict === 'material')),
    ...reviewParts(reviews),
    ...targetParts(theirs),
  ];
  const groupOf = new Map(
    changes.map((change) => [change, change.table === 'structure' ? 'structure' : 'editorial']),
  );
  for (const { group, members } of parts) for (const one of members) groupOf.set(one, group.id);
  return { groups: parts.map(({ group }) => group), groupOf };
}

interface Part {
  readonly group: Group;
  readonly members: readonly GatedChange[];
}

function materialParts(changes: readonly GatedChange[]): Part[] {
  const parts = new Map<string, { group: Group; members: GatedChange[] }>();
  for (const change of changes) {
    const [id, heading] = materialHeading(change);
    const found = parts.get(id);
    if (found) found.members.push(change);
    else parts.set(id, { group: { id, level: 'material', heading, detail: 'full' }, members: [change] });
  }
  return [...parts.values()];
}

/** What makes a change material: an entry of the list, what readers lose where there is none, or a law whatever it says. */
function materialHeading({ entries: [entry], reason }: GatedChange): readonly [id: string, heading: string] {
  if (entry) {
    const rests = entry.rests === undefined ? '' : `; ${entry.rests}`;
    return [
      `material:${entry.clause}/${entry.id}`,
      `${entry.words}   (entry ${entry.id}, clause ${entry.clause}${rests})`,
    ];
  }
  return reason.startsWith('no list ')
    ? ['material:unlisted', 'though no list of material changes was promised']
    : ['material', 'though the policy itself calls no such change material'];
}

interface ReviewGroup {
  readonly id: string;
  readonly words: string;
  readonly detail: Group['detail'];
  readonly takes: (change: GatedChange) => boolean;
}

/** What changes to review mean for readers; a change is in the first group that accepts it. */
const reviewGroups: readonly ReviewGroup[] = [
  {
    id: 'review:more',
    words: 'More is done with data, or readers can do less',
    detail: 'full',
    takes: goes('expands', 'restricts'),
  },
  {
    id: 'review:less',
    words: 'Less is done with data, or readers can do more',
    detail: 'full',
    takes: goes('narrows', 'eases'),
  },
  { id: 'review:facts', words: 'Other facts', detail: 'full', takes: goes('changes') },
  {
    id: 'review:texts',
    words: 'Texts to read first',
    detail: 'full',
    takes: ({ signal }) => signal !== 'low',
  },
  // One line each, so that many typos do not bury the rest.
  { id: 'review:low', words: 'Texts of low signal', detail: 'line', takes: () => true },
];

function goes(...directions: readonly Direction[]): (change: GatedChange) => boolean {
  return ({ table, direction }) => table === 'facts' && directions.includes(direction);
}

function reviewParts(reviews: readonly GatedChange[]): Part[] {
  const heading = `${reviewHeading(reviews)}: a person must say what ${reviews.length === 1 ? 'this means' : 'these mean'}`;
  return reviewGroups.flatMap(({ id, words, detail }) => {
    const members = reviews.filter((change) => reviewGroups.find(({ takes }) => takes(change))?.id === id);
    if (members.length === 0) return [];
    const alone = members.length === reviews.length;
    const group: Group = { id, level: 'review', heading, ...(alone ? {} : { subheading: words }), detail };
    return [{ group, members }];
  });
}

/** `2 facts, 3 texts, 1 of high signal`. */
function reviewHeading(reviews: readonly GatedChange[]): string {
  const texts = reviews.filter((change) => change.table === 'prose').length;
  const high = reviews.filter((change) => change.signal === 'high').length;
  const signal =
    high === 0 ? 'low signal' : high === reviews.length ? 'high signal' : `${high} of high signal`;
  return [
    ...(texts < reviews.length ? [counted(reviews.length - texts, 'fact')] : []),
    ...(texts > 0 ? [counted(texts, 'text')] : []),
    ...(texts > 0 || high > 0 ? [signal] : []),
  ].join(', ');
}

function targetParts(changes: readonly GatedChange[]): Part[] {
  const open = changes.filter(({ inherited }) => inherited === 'undecided');
  const settled = changes.filter(({ inherited }) => inherited === 'decided');
  const part = (level: 'backlog' | 'settled', words: string, members: readonly GatedChange[]): Part[] =>
    members.length === 0
      ? []
      : [
          {
            group: {
              id: level,
              level,
              heading: `${words}: ${counted(members.length, 'change')}`,
              detail: 'words',
            },
            members,
          },
        ];
  return [
    ...part('backlog', 'Backlog of the target, not decided by this pull request', open),
    ...part('settled', 'Decided on the target already', settled),
  ];
}
