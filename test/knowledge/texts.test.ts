import { describe, expect, it } from 'vitest';
import { factOfText } from '../../src/knowledge/texts.ts';
import type { Field, Fields } from '../../src/model/fields.ts';
import { kinds } from '../../src/model/kinds.ts';
import type { FactRelation } from '../../src/model/relations.ts';

/** Texts that only explain what facts say: to change one changes no fact by itself. */
const explaining: ReadonlySet<string> = new Set(['title', 'summary', 'text', 'note']);

/** Every text of a kind, by its path through ids. */
function textsIn(fields: Fields, path: readonly string[] = []): (readonly string[])[] {
  return Object.entries(fields).flatMap(([name, field]: [string, Field]) => {
    const here = [...path, name];
    if (field.is === 'text') return [here];
    if (field.is === 'each') return textsIn(field.fields ?? {}, [...here, 'an-id']);
    return 'fields' in field && field.fields ? textsIn(field.fields, here) : [];
  });
}

describe('a text of a clause', () => {
  it('is the value of a fact, and of the one that it belongs to, unless it only explains', () => {
    const found = Object.entries(kinds as Readonly<Record<string, Fields>>).flatMap(([kind, fields]) =>
      textsIn(fields).map((path) => ({ kind, path, fact: factOfText(kind as FactRelation, 'an-id', path) })),
    );
    const unseen = found.filter(({ path, fact }) => !fact && !explaining.has(path.at(-1) ?? ''));
    expect(unseen).toEqual([]);
    expect(found.length).toBeGreaterThan(60);
  });

  it('is the whole of it where nothing but words says what is promised or meant', () => {
    const named = (kind: FactRelation, ...path: string[]) => factOfText(kind, 'an-id', path)?.name;
    expect(named('commitment', 'words')).toBe('commitment');
    expect(named('commitment', 'text')).toBe('commitment');
    expect(named('definition', 'text')).toBe('definition');
    expect(named('function', 'text')).toBeUndefined();
  });
});
