import type { Diagnostic } from '../base/diagnostic.ts';
import { cannot } from '../base/failure.ts';
import { nearest } from '../base/nearest.ts';
import { sourceFile } from '../base/place.ts';
import { holdAgainst, type ProfileCoverage } from '../check/law/hold.ts';
import type { RuleSettings } from '../check/rules.ts';
import type { Compiled } from '../model/compiled.ts';
import { editionIds } from '../model/edition.ts';
import { editionsWithProfiles, loadProfiles, type Profile } from '../model/requirements.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { parseYaml } from '../syntax/yaml.ts';

/** How a policy stands to each legal profile that was asked about. */
export interface LawFound {
  readonly coverage: readonly ProfileCoverage[];
  readonly problems: readonly Diagnostic[];
}

/** Compares a compiled policy with profiles by name; `declared` are those that the policy names. */
export async function holdByNames(
  { policy, answers = [] }: Pick<Compiled, 'policy' | 'answers'>,
  names: readonly string[],
  settings: RuleSettings,
): Promise<LawFound> {
  if (!policy) return { coverage: [], problems: [] };
  const known = await loadProfiles(policy.edition);
  const [newest = ''] = editionsWithProfiles.slice(-1);
  if (known.length === 0) throw cannot('edition-without-profiles', { edition: policy.edition, newest });
  const declared = new Set(
    policy.facts.flatMap(({ relation, key }) => (relation === 'policy.profile' ? [key[1] ?? ''] : [])),
  );
  const ids = known.map(({ id }) => id);
  const chosen = new Set<Profile>();
  for (const name of names) {
    const meant = known.filter(({ id }) => (name === 'declared' ? declared.has(id) : id === name));
    if (meant.length === 0 && name !== 'declared')
      throw cannot('profile-unknown', { profile: name, known: ids, nearest: nearest(name, ids) });
    for (const profile of meant) chosen.add(profile);
  }
  return holdAgainst(policy, [...chosen], answers, settings);
}

/** The files of a policy as if written in another edition. Ids of editions have equal lengths, so places stay. */
export function inEdition(snapshot: Snapshot, edition: string): Snapshot {
  const head = snapshot.files.get('policy.yaml');
  if (!head) return snapshot;
  const file = parseYaml(head, 'policy');
  const written = (file.value as { readonly edition?: unknown } | undefined)?.edition;
  if (typeof written !== 'string' || written.length !== edition.length) return snapshot;
  const text = head.text.replace(
    /^(edition:\s*["']?)[0-9]{4}-[0-9]{2}/m,
    (_, key: string) => `${key}${edition}`,
  );
  return {
    ...snapshot,
    files: new Map([...snapshot.files, ['policy.yaml', sourceFile('policy.yaml', text)]]),
  };
}

/** The edition that an option names; `next` is the newest one shipped. */
export function editionMeant(option: string): string {
  const newest = editionIds.at(-1) ?? '';
  if (option === 'next') return newest;
  if (!editionIds.includes(option)) throw cannot('edition-unknown', { edition: option, known: editionIds });
  return option;
}
