import type { Scalar } from '../model/policy.ts';
import { period, unlimited, type ValueKnowledge, type Values } from './meaning.ts';
import { unlessSilent } from './say.ts';

/** How long data is kept: a period, for ever, or while an account is in use, which no calendar can order. */
export function keptPeriod(longer: string, shorter: string, otherwise: string): ValueKnowledge {
  return period(
    [longer, 'expands', keptFor],
    [shorter, 'narrows', keptFor],
    [otherwise, 'changes', keptFor],
    {
      unstated: unlimited,
      longest: 'forever',
    },
  );
}

/**
 * The same where the row may give a rule in place of a period (`criterion`): “until you delete it” and five years are
 * longer and shorter for different readers, so that the one in place of the other merely differs.
 */
export function orRuled(value: ValueKnowledge): ValueKnowledge {
  const other = value.meanings.find(({ direction }) => direction === 'changes');
  const isRule = (row: Values | undefined, stated: Scalar | undefined): boolean =>
    stated === undefined && row?.criterion === true;
  return {
    ...value,
    compare: (before, after, rows) =>
      other && (isRule(rows?.[0], before) || isRule(rows?.[1], after))
        ? other
        : value.compare(before, after, rows),
  };
}

const keptFor = unlessSilent(
  '{0}: data is kept for {after}; {was}.',
  '{0} no longer says for how long data is kept; {was}.',
  '{0}: data is kept for {after}; no period was said.',
);
