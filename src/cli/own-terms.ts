import { ifPossible } from '../base/failure.ts';
import { isWithin } from '../base/real-place.ts';
import { withOwnTerms } from '../model/extension.ts';
import { findWorkspace } from '../revision/workspace.ts';
import { readFolder } from '../snapshot/folder.ts';
import { type KnownEdition, newestEdition } from './edition.ts';

/** The newest edition, with the terms of the policy that a folder is in, or of all policies of its workspace. */
export async function editionIn(folder: string): Promise<KnownEdition> {
  const { edition, background } = await newestEdition();
  // Ids are also looked up to mend a workspace that cannot be read, and where there is none.
  const policies = ifPossible(() => findWorkspace(folder).policies) ?? [];
  const inside = policies.filter((one) => isWithin(folder, one.folder));
  const extended = (inside.length > 0 ? inside : policies).reduce((known, one) => {
    const { files } = readFolder(one.folder, (path) => path === 'taxonomy.yaml');
    return withOwnTerms(known, files.get('taxonomy.yaml'));
  }, edition);
  return { edition: extended, background };
}
