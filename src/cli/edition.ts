import { type Edition, editionIds, editionOf } from '../model/edition.ts';
import { type EditionBackground, loadEditionBackground } from '../model/edition-background.ts';

export interface KnownEdition {
  readonly edition: Edition;
  readonly background: EditionBackground;
}

/** The newest edition, with all that is known of its terms. */
export async function newestEdition(): Promise<KnownEdition> {
  const edition = editionOf(editionIds.at(-1) ?? '');
  const background = edition && (await loadEditionBackground(edition.id));
  if (!edition || !background) throw new Error('the package has no whole edition');
  return { edition, background };
}
