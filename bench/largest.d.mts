import type { Limit } from '../src/base/limits.ts';

type Files = Readonly<Record<string, (salt: number) => unknown>>;

export const reach: Readonly<Record<Limit, readonly string[]>>;
export function chapter(...clauses: readonly string[]): string;
export function largest(limits: Readonly<Record<Limit, number>>): {
  readonly chapters: Readonly<Record<string, string>>;
  readonly documents: Files;
  readonly policies: Files;
  readonly lists: Files;
  readonly archives: Files;
  readonly others: readonly (readonly [name: string, ...unknown[]])[];
};
