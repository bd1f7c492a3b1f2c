import { describe, expect, it } from 'vitest';
import { editionIds, editionOf } from '../../src/model/edition.ts';
import { loadEditionBackground } from '../../src/model/edition-background.ts';
import type { Fields } from '../../src/model/fields.ts';
import { kinds, partyFields } from '../../src/model/kinds.ts';
import { listNames, lists, listText, vocabularyOf } from '../../src/report/vocabulary.ts';

const edition = editionOf(editionIds.at(-1) ?? '');
const background = edition && (await loadEditionBackground(edition.id));
if (!edition || !background) throw new Error('no edition is shipped');
const words = vocabularyOf(edition, background);

/** Every choice of three values or more that a field of any kind leaves: what may be written there. */
function choicesIn(fields: Fields): readonly (readonly string[])[] {
  return Object.values(fields).flatMap((field) => {
    const choice = 'form' in field ? (field.form?.schema.enum as readonly string[] | undefined) : undefined;
    const inner = 'fields' in field && field.fields ? choicesIn(field.fields as Fields) : [];
    return [...(choice && choice.length > 2 ? [choice] : []), ...inner];
  });
}

describe('lists of ids', () => {
  it.each(listNames)('%s lists each id once, with a label in every language', (name) => {
    const mine = words.filter(({ list }) => list === name);
    expect(mine.length).toBeGreaterThan(3);
    expect(new Set(mine.map(({ id }) => id)).size).toBe(mine.length);
    for (const { labels } of mine) expect(labels.filter((label) => label.trim() !== '')).toHaveLength(2);
    const text = listText(name, words);
    for (const { id, labels } of mine) for (const part of [id, ...labels]) expect(text).toContain(part);
    expect(text).toContain(lists[name].field);
  });

  it('have every choice that a field leaves, or it is told beside the field', () => {
    const listed = new Set(listNames.map((name) => idsOf(name)));
    const choices = Object.values({ ...kinds, party: partyFields }).flatMap((fields) => choicesIn(fields));
    expect(choices.length).toBeGreaterThan(8);
    const unlisted = choices.map((choice) => [...choice].sort().join(' ')).filter((one) => !listed.has(one));
    expect([...new Set(unlisted)].sort()).toEqual([
      'always never none',
      'cost-based excessive-only none',
      'express-consent notice prominent-notice',
      'incorporated prevails referenced',
      'reading secondary verified',
    ]);
  });
});

function idsOf(name: string): string {
  return words
    .flatMap(({ list, id }) => (list === name ? [id] : []))
    .sort()
    .join(' ');
}
