import { isObject } from '../base/json.ts';
import type { SourceFile } from '../base/place.ts';
import type { YamlFile, YamlPath } from '../syntax/yaml.ts';
import type { ClauseKind } from './kinds.ts';

/** A clause as it is written, or what an author has of it so far. */
type Written = Readonly<Record<string, unknown>>;

/**
 * The fields that tell what kind a clause is of, so that `kind` may be left out: each belongs to that kind alone. A
 * clause that has none of them is prose.
 */
export const tellingFields: { readonly [Kind in ClauseKind]?: readonly string[] } = {
  function: ['collects'],
  recipient: ['category', 'form', 'receives'],
  technology: ['type'],
  retention: ['period', 'criterion'],
  security: ['measures'],
  right: ['right'],
  contact: ['address'],
  commitment: ['never', 'always', 'none', 'promise'],
  change: ['prominent', 'leadTime', 'material'],
};

/** The promises that are written in one line with what they are about: `never: sell`, for `promise` and `act`. */
export const promises = ['never', 'always', 'none'] as const;

/** The kinds whose clauses have the id of what they state where they are given none. */
const namedByFacts: readonly string[] = ['right', 'commitment'] satisfies ClauseKind[];

/** The kind of a clause: as it is written, or as its fields tell it. */
export function kindOf(clause: Written): string {
  if (clause.kind !== undefined) return String(clause.kind);
  const told = Object.entries(tellingFields).find(([, fields]) => fields.some((name) => name in clause));
  return told?.[0] ?? 'statement';
}

/** The field that gives a clause its id, and the id; nothing where it is given one, or needs one. */
export function namedBy(clause: Written): { readonly field: string; readonly id: string } | undefined {
  const kind = kindOf(clause);
  if (clause.id !== undefined || !namedByFacts.includes(kind)) return undefined;
  if (kind === 'right') return { field: 'right', id: String(clause.right) };
  const { promise, act } = actOf(clause);
  return { field: promises.find((name) => name in clause) ?? 'act', id: `${promise}-${act}` };
}

function actOf(clause: Written): Written {
  const promise = promises.find((name) => name in clause);
  return promise === undefined
    ? { promise: clause.promise, act: clause.act }
    : { promise, act: clause[promise] };
}

/** A clause without short forms. */
export function spellOutClause(clause: Written): Written {
  const kind = kindOf(clause);
  const { id = namedBy(clause)?.id } = clause;
  const { never, always, none, ...rest } = clause;
  return kind === 'commitment' ? { ...rest, kind, id, ...actOf(clause) } : { ...clause, kind, id };
}

/** A chapter as it would read without short forms; each part of it stands where what says it is written. */
export function spellOut(file: YamlFile): YamlFile {
  const content = file.value as Written;
  const clauses = (Array.isArray(content.clauses) ? content.clauses : []).map((one) =>
    isObject(one) ? one : {},
  );
  const written = (path: YamlPath): YamlPath => {
    const [first, index, field, ...rest] = path;
    if (first === 'chapter' && content.chapter === undefined) return ['title'];
    const clause = first === 'clauses' ? clauses[Number(index)] : undefined;
    if (clause === undefined || field === undefined || String(field) in clause) return path;
    const instead =
      field === 'id'
        ? namedBy(clause)?.field
        : promises.find((name) => name in clause && field in actOf(clause));
    return instead === undefined ? path : ['clauses', Number(index), instead, ...rest];
  };
  return {
    ...file,
    value: { chapter: chapterNameOf(file.source), ...content, clauses: clauses.map(spellOutClause) },
    placeAt: (path) => file.placeAt(written(path)),
    keyPlaceAt: (path) => file.keyPlaceAt(written(path)),
    scalarAt: (path) => file.scalarAt(written(path)),
  };
}

/** What the file of a chapter is called, without its folder and ending: the chapter's id, where it says no other. */
export function chapterNameOf({ path }: SourceFile): string {
  return path.replace(/^chapters\//, '').replace(/\.yaml$/, '');
}
