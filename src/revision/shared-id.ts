import { cannot } from '../base/failure.ts';

/** A policy by its id, and its folder. */
export interface Called {
  readonly id: string | undefined;
  readonly path: string;
}

/** Refuses two policies with one id: their pages would have one address, and one would be taken for the other. */
export function requireOwnIds(policies: readonly Called[]): void {
  for (const { id, path } of policies) {
    const other = firstCalled(id, policies);
    if (id !== undefined && other !== path) throw cannot('policies-share-id', { id, paths: [other, path] });
  }
}

/** The folder of the first policy with an id. */
export function firstCalled(id: string | undefined, policies: readonly Called[]): string {
  return policies.find((one) => one.id === id)?.path ?? '';
}
