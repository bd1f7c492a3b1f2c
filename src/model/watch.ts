import { relationsAbout, subjects } from './relations.ts';

/**
 * A watch: which changes an entry of the material list, or a promise, speaks of. It names a relation, a relation's
 * value, or everything below a relation: `function` covers `function.tier` and `function.data` alike. `*.data` names
 * every relation whose rows name a data category.
 */
export type Watch = { readonly watch: string } & { readonly [name in Filter]?: string };

/** What narrows a watch, in the order in which a coordinate has them. */
export const filters = ['direction', 'data', 'form', 'on'] as const;
export type Filter = (typeof filters)[number];

/** A watch as it may be written: a name alone, or with what narrows it. */
export type WatchSource = string | Watch;

/** A watch as one part of a coordinate: `recipient(form=share)`. */
export function watchKey(source: WatchSource): string {
  if (typeof source === 'string') return source;
  const written = filters.flatMap((name) => (source[name] === undefined ? [] : [`${name}=${source[name]}`]));
  return written.length === 0 ? source.watch : `${source.watch}(${written.join(',')})`;
}

/** The watch that a coordinate's part stands for. */
export function watchFromKey(key: string): Watch {
  const match = /^([^(]+)(?:\((.*)\))?$/.exec(key);
  const written = (match?.[2] ?? '').split(',').filter((part) => part !== '');
  const pairs = written.map((part) => part.split('=') as [string, string]);
  return { watch: match?.[1] ?? key, ...Object.fromEntries(pairs) };
}

/** Watches by what a row names, with the relations that each stands for. */
const stars: ReadonlyMap<string, readonly string[]> = new Map(
  subjects.map((subject) => [`*.${subject}`, relationsAbout(subject)]),
);

/** The watches that stand for every relation about a subject: `*.data`. */
export const starredWatches: readonly string[] = [...stars.keys()];

/** What is the same fact elsewhere: how long data is kept may stand with the function that it belongs to. */
const elsewhere: Readonly<Record<string, readonly string[]>> = {
  retention: ['function.keeps'],
  'retention.period': ['function.keeps'],
};

/**
 * The same of a list: what is said of a company or a component may stand in a register, and what data is for, with the data.
 * Laws name what they mean.
 */
const inLists: Readonly<Record<string, readonly string[]>> = {
  'function.purpose': ['function.data.purpose'],
  'recipient.purpose': ['recipient.data.purpose', 'recipient.listed.purpose'],
  'recipient.form': ['recipient.listed.role'],
  'recipient.name': ['recipient.listed.provider', 'recipient.listed.name'],
  ...ofRegister('recipient', ['keeps', 'data', 'country', 'formerName']),
  ...ofRegister('technology', ['lifetime', 'data', 'purpose', 'provider', 'formerName']),
};

function ofRegister(entity: string, names: readonly string[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(names.map((name) => [`${entity}.${name}`, [`${entity}.listed.${name}`]]));
}

/** A watch of a list, and the same of facts that stand elsewhere. */
export function watchesOfList(watch: Watch): readonly Watch[] {
  return [watch, ...(inLists[watch.watch] ?? []).map((name) => ({ ...watch, watch: name }))];
}

/** The facts that a watch stands for: what it names, all relations about a subject for `*.data`, and where the same fact may stand elsewhere. */
export function watchedFacts(watch: string): readonly string[] {
  return stars.get(watch) ?? [watch, ...(elsewhere[watch] ?? [])];
}
