import { CannotWork } from '../base/failure.ts';
import { isWithin } from '../base/real-place.ts';
import { withOwnTerms } from '../model/extension.ts';
import { findWorkspace, type PolicyFolder } from '../revision/workspace.ts';
import { readFolder } from '../snapshot/folder.ts';
import { type KnownEdition, newestEdition } from './edition.ts';

/** The newest edition, with the terms of the policy that a folder is in, or of all policies of its workspace. */
export async function editionIn(folder: string): Promise<KnownEdition> {
  const { edition, background } = await newestEdition();
  const policies = policiesAround(folder);
  const inside = policies.filter((one) => isWithin(folder, one.folder));
  const extended = (inside.length > 0 ? inside : policies).reduce((known, one) => {
    const { files } = readFolder(one.folder, (path) => path === 'taxonomy.yaml');
    return withOwnTerms(known, files.get('taxonomy.yaml'));
  }, edition);
  return { edition: extended, background };
}

/** None where there is no workspace, or it cannot be read: ids are also looked up to mend it. */
function policiesAround(folder: string): readonly PolicyFolder[] {
  try {
    return findWorkspace(folder).policies;
  } catch (error) {
    if (error instanceof CannotWork) return [];
    throw error;
  }
}
