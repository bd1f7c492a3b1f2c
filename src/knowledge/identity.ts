import { type Half, meaning, type ValueKnowledge, type Values } from './meaning.ts';

/** Whether another value of it is somebody else, in a row that states these. */
export function isIdentity({ identity }: ValueKnowledge, stated: () => Values): boolean {
  return identity === true || (identity !== undefined && stated()[identity.unless] === undefined);
}

/** Whether no watch on the entity means it, in a row that states these: only one that names it. */
export function isAside({ aside, identity }: ValueKnowledge, stated: () => Values): boolean {
  return aside === true || (typeof identity === 'object' && stated()[identity.unless] !== undefined);
}

/** A value that says who somebody is: see `identity`. */
export function identity(value: ValueKnowledge): ValueKnowledge {
  return { ...value, identity: true };
}

/** What somebody is called: who they are only where the row does not say that better, by the value `unless`. */
export function calledName(unless: string, renamed: Half, replaced: Half): ValueKnowledge {
  const [another, same] = [meaning(replaced), meaning(renamed)];
  return {
    // Each mirrors itself, so that the first stands there twice.
    meanings: [another, another, same],
    compare: (_before, _after, rows) => (rows?.some((row) => row[unless] !== undefined) ? same : another),
    identity: { unless },
  };
}
