import { hasErrors } from '../base/diagnostic.ts';
import type { Gated, GatedChange } from './cover.ts';

/** When a comparison fails (`--fail-on`): for changes that no note covers, from a verdict on, for any change, or never. */
export const failOnChoices = ['uncovered', 'material', 'review', 'any', 'none'] as const;
export type FailOn = (typeof failOnChoices)[number];

/** Material and review changes that no finished note covers. */
export function uncovered(changes: readonly GatedChange[]): GatedChange[] {
  return changes.filter(
    (change) => change.verdict !== 'editorial' && change.note === undefined && change.inherited === undefined,
  );
}

/** Whether changes like these stop the line. */
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

/** Whether a comparison is a finding: by a change that stops the line, or by what is wrong with notes and archive. */
export function fails({ changes, problems }: Pick<Gated, 'changes' | 'problems'>, failOn: FailOn): boolean {
  return stops(changes, failOn) || (failOn !== 'none' && hasErrors(problems));
}
