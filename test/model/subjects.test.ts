import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import chapterSchema from '../../schemas/chapter.schema.json' with { type: 'json' };
import type { Each, Fields } from '../../src/model/fields.ts';
import type { Form } from '../../src/model/forms.ts';
import { type ClauseKind, clauseKinds, kinds, periodFields } from '../../src/model/kinds.ts';
import { relationsAbout, subjects } from '../../src/model/relations.ts';

/**
 * What a relation's rows are about is stated by hand where the last part of their key does not say it, and so is which of
 * a kind's fields is its period: both are held here against what may be written in the kinds.
 */

const all: Readonly<Record<string, Fields>> = kinds;

/** Every list of some fields, and those within them. */
function listsIn(fields: Fields): readonly Each[] {
  return Object.values(fields).flatMap((field) => {
    const list = field.is === 'register' ? field.list : field;
    return list.is === 'each' ? [list, ...listsIn(list.fields ?? {})] : [];
  });
}

/** What a kind states that it is: which right a clause gives. */
function formOfItself(kind: string): Form | undefined {
  const field = all[kind]?.[kind];
  return field?.is === 'value' ? field.form : undefined;
}

describe.each(subjects.filter((subject) => Object.hasOwn(kinds, subject)))('what names a %s', (subject) => {
  it('is about it: the clause itself, lists of its ids, and lists of what it may be', () => {
    const itself = formOfItself(subject);
    const lists = Object.values(all)
      .flatMap(listsIn)
      .filter(({ kind, form }) => kind === subject || (itself !== undefined && form === itself))
      .map(({ relation }) => relation);
    expect(relationsAbout(subject)).toEqual(expect.arrayContaining([subject, ...lists]));
  });
});

it('a kind that states periods says which of them :period tells', () => {
  for (const [kind, fields] of Object.entries(all)) {
    const periods = Object.entries(fields)
      .filter(
        ([, field]) => field.is === 'value' && String(field.form.schema.pattern).includes('P(?=[0-9T])'),
      )
      .map(([name]) => name);
    if (periods.length > 0) expect(periods, kind).toContain(periodFields[kind as ClauseKind]);
  }
});

describe('a key that no kind has', () => {
  const validate = new Ajv2020({ strict: false, allErrors: true }).compile(chapterSchema);

  it.each(clauseKinds)('is found in a clause of the kind %s', (kind) => {
    const misspelt = 'never-a-key';
    validate({ title: 'One', clauses: [{ id: 'one', kind, title: 'One', [misspelt]: 'x' }] });
    const unknown = (validate.errors ?? []).map(
      ({ instancePath, params }) => `${instancePath} ${params.additionalProperty}`,
    );
    expect(unknown).toContain(`/clauses/0 ${misspelt}`);
  });
});
