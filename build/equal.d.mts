export function equal(one: unknown, other: unknown): boolean;
export function twice(list: readonly unknown[]): { readonly i: number; readonly j: number } | undefined;
