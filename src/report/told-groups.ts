import type { ComparisonReport, FoundChange, Group } from './report.ts';
import { spotFrom } from './spot.ts';

/** What a group of each level is, before its heading; what the target had before is told by the heading alone. */
export const levelNames: Readonly<Record<Group['level'], string | undefined>> = {
  material: 'Material',
  review: 'Review',
  backlog: undefined,
  settled: undefined,
};

/** A group with its changes. */
export interface ToldGroup {
  readonly group: Group;
  readonly changes: readonly FoundChange[];
  /** Whether the group above stands under the same heading, so that only the subheading is new. */
  readonly continues: boolean;
}

/** The groups of a comparison with what each of them tells, in order. */
export function groupsTold({ groups, changes }: ComparisonReport): readonly ToldGroup[] {
  return groups.map((group, at) => {
    const before = groups[at - 1];
    return {
      group,
      changes: changes.filter((change) => change.group === group.id),
      continues: before?.level === group.level && before.heading === group.heading,
    };
  });
}

/** What a group is, and its heading. */
export function headingOf({ level, heading }: Group): string {
  const name = levelNames[level];
  return name === undefined ? heading : `${name}: ${heading}`;
}

/** The same with the subheading, for formats that tell each group by itself. */
export function wholeHeading(group: Group): string {
  return `${headingOf(group)}${group.subheading === undefined ? '' : ` (${group.subheading})`}`;
}

/** Changes that read alike where a line is enough for each: they are told once. */
export interface AlikeChanges {
  readonly change: FoundChange;
  /** Where each of them is; the file is not said again where it is that of the one before. */
  readonly places: readonly string[];
}

/** Changes that a line is enough for; those that read alike are told once, with every place. */
export function alikeChanges(changes: readonly FoundChange[], from: string): readonly AlikeChanges[] {
  const alike = new Map<string, AlikeChanges & { readonly file?: string }>();
  for (const change of changes) {
    const { sign, headline, signal, status, unsaid } = change.told;
    const words = [sign, headline, signal, status, ...unsaid].join('\n');
    const { places, file } = alike.get(words) ?? { places: [] };
    const place = change.head ?? change.base;
    const spot = place ? spotFrom(from, place) : change.key.join(' › ');
    const again = place !== null && place.file === file ? `${place.line}:${place.column}` : spot;
    alike.set(words, { change, places: [...places, again], ...(place ? { file: place.file } : {}) });
  }
  return [...alike.values()];
}
