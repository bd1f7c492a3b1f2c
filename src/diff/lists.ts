export const lists = ['recipient.listed', 'technology.listed'] as const;
export type List = (typeof lists)[number];

/** The register that a relation's rows are entries of, or belong to an entry of. */
export function listOf(relation: string): List | undefined {
  return lists.find((list) => relation === list || relation.startsWith(`${list}.`));
}
