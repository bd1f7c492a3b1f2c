import { hasErrors } from '../base/diagnostic.ts';
import type { Gated, GatedChange } from './cover.ts';

export const failOnChoices = ['uncovered', 'material', 'review', 'any', 'none'] as const;
/** When a comparison fails (`--fail-on`): for changes without a note, from a verdict on, for any change, or never. */
export type FailOn = (typeof failOnChoices)[number];

/** Material and review changes that no finished note covers. */
export function uncovered(changes: readonly GatedChange[]): GatedChange[] {
  return changes.filter(
    (change) => change.verdict !== 'editorial' && change.note === undefined && change.inherited === undefined,
  );
}

/** Whether any of these changes fails the comparison. */
export function stops(all: readonly GatedChange[], failOn: FailOn): boolean {
  const changes = all.filter((change) => change.inherited === undefined);
  switch (failOn) {
    case 'uncovered':
      return uncovered(changes).length > 0;
    case 'material':
      return changes.some((change) => change.decided === 'material');
    case 'review':
      return changes.some((change) => change.verdict !== 'editorial');
    case 'any':
      return changes.length > 0;
    case 'none':
      return false;
  }
}

/** Whether a comparison ends with exit code 1: for its changes, or for errors in notes and archive. */
export function fails({ changes, problems }: Pick<Gated, 'changes' | 'problems'>, failOn: FailOn): boolean {
  return stops(changes, failOn) || (failOn !== 'none' && hasErrors(problems));
}
