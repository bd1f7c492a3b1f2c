import { describe, expect, it } from 'vitest';
import { editionIds, editionOf } from '../../src/model/edition.ts';
import { loadEditionBackground } from '../../src/model/edition-background.ts';
import { termIds, termText } from '../../src/report/term-text.ts';

describe.each(editionIds)('edition %s, explained', async (id) => {
  const edition = editionOf(id);
  const background = await loadEditionBackground(id);
  if (!edition || !background) throw new Error(`edition ${id} is not shipped whole`);
  const explain = (term: string): string => termText(term, edition, background) ?? '';

  it('has a page for every id, with its labels and nothing left blank', () => {
    const ids = termIds(edition);
    expect(ids.length).toBeGreaterThan(150);
    for (const term of ids) {
      const page = explain(term);
      const labels = [edition.data, edition.purposes, edition.permissions].flatMap((terms) =>
        Object.values(terms.get(term)?.label ?? {}),
      );
      for (const label of labels) expect(page).toContain(label);
      expect(page).not.toMatch(/undefined|\[object|^ {2}\S+$/m);
    }
  });

  it('tells the stated basis of every sensitivity, and how sure it is', () => {
    for (const [profile, bases] of Object.entries(background.basis))
      for (const [term, { basis, status }] of Object.entries(bases))
        expect(explain(term), `${term} under ${profile}`).toContain(`${basis} [${status}]`);
  });

  it('tells every mapping with its grade, and whose vocabularies they are', () => {
    const mappings = { ...background.mappings.data, ...background.mappings.purposes };
    for (const [term, { dpv, fides }] of Object.entries(mappings)) {
      const page = explain(term);
      if (dpv) expect(page).toContain(`${dpv.match.padEnd(9)}${dpv.iri}`);
      if (fides) expect(page).toContain(`${fides.match.padEnd(9)}${fides.key}`);
      expect(page).toContain('Ethyca, CC BY 4.0');
    }
  });

  it('shows parents and children', () => {
    expect(explain('biometric.face_features')).toMatch(/A kind of +biometric\.face › biometric$/m);
    expect(explain('biometric')).toMatch(/Its kinds .*biometric\.voiceprint/);
  });

  it('knows an id that is data and a permission at once, and none that is nothing', () => {
    expect(explain('location')).toMatch(
      /A category of data[\s\S]*A device permission[\s\S]*ACCESS_FINE_LOCATION/,
    );
    expect(termText('toString', edition, background)).toBeUndefined();
  });
});
