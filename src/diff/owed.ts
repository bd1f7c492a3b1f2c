/**
 * What can be owed for a change. The first five are acts towards readers, each of which does for those before it;
 * the others stand beside them.
 */
export const towardsReaders = [
  'notice',
  'prominent-notice',
  'consent',
  'express-consent',
  'separate-consent',
] as const;

export const beside = ['guardian-consent', 'objection', 'assessment', 'filing'] as const;

export const owedActs = [...towardsReaders, ...beside] as const;
export type Owed = (typeof owedActs)[number];

/** Before a release readers are told; before processing they, or a guardian, agree; after it there is a record. */
export const phases = ['before-release', 'before-processing', 'after-release'] as const;
export type Phase = (typeof phases)[number];

/** When something is owed, unless a row of the law says otherwise. */
export function phaseOf(owes: Owed): Phase {
  return owes === 'notice' || owes === 'prominent-notice' ? 'before-release' : 'before-processing';
}

const consents: ReadonlySet<string> = new Set([
  'consent',
  'express-consent',
  'separate-consent',
  'guardian-consent',
]);

/** Whether somebody has to agree. */
export function isConsent(owes: string): boolean {
  return consents.has(owes);
}

/** Whether one act towards readers does for another: who asks expressly has asked. */
export function doesFor(act: string, owed: string): boolean {
  const order: readonly string[] = towardsReaders;
  return act === owed || (order.includes(owed) && order.indexOf(act) >= order.indexOf(owed));
}

export function isTowardsReaders(owes: string): boolean {
  return (towardsReaders as readonly string[]).includes(owes);
}

/** The act towards readers that does for all of these; the empty word when there are none. */
export function strongest(owed: readonly string[]): string {
  return [...towardsReaders].reverse().find((one) => owed.includes(one)) ?? '';
}
