import { placeOf } from '../base/place.ts';
import type { Row } from '../model/policy.ts';
import type { KeySpot } from './spots.ts';
import type { PolicyView } from './view.ts';

/** `#2, effective 2022-07-01`; undefined before the first release. */
export function releaseTitle({ released }: PolicyView): string | undefined {
  return released && `#${released.manifest.sequence}, effective ${released.manifest.effective}`;
}

/**
 * What the newest released version has for a field: its value, or that it states none. Undefined if nothing was
 * released, or if the files do not compile, since then the field cannot be matched with a fact.
 */
export function archiveSaid(view: PolicyView, path: string, { value }: KeySpot): string | undefined {
  const source = view.snapshot.files.get(path);
  const title = releaseTitle(view);
  const policy = view.policy();
  if (!source || !value || !title || !policy || !view.released) return undefined;
  const at = placeOf(source, ...value);
  const found = stated(
    policy,
    (place) => place.file === path && place.line === at.line && place.column === at.column,
  );
  if (!found) return undefined;
  const { row, name } = found;
  const last = rowIn(view, row)?.values[name];
  if (last === undefined) return `In ${title}: not stated.`;
  if (last === row.values[name]) return `In ${title}: the same.`;
  return name === 'text' ? `In ${title}:\n\n${quoted(String(last))}` : `In ${title}: \`${String(last)}\`.`;
}

interface Stated {
  readonly row: Row;
  readonly name: string;
}

function stated(
  { facts, prose }: Pick<NonNullable<ReturnType<PolicyView['policy']>>, 'facts' | 'prose'>,
  isHere: (place: Row['place']) => boolean,
): Stated | undefined {
  for (const row of prose) if (isHere(row.place)) return { row, name: 'text' };
  for (const row of facts) {
    const name = Object.entries(row.places ?? {}).find(([, place]) => isHere(place))?.[0];
    if (name !== undefined) return { row, name };
  }
  return undefined;
}

/** The released row with the same coordinate, found by the id that its clause had then. */
function rowIn({ released, policy }: PolicyView, { relation, key }: Row): Row | undefined {
  const former = (policy()?.structure ?? []).flatMap((row) =>
    row.relation === 'lineage' && row.key[0] === key[0] ? [row.key[1] ?? ''] : [],
  );
  const rows = [...(released?.policy.facts ?? []), ...(released?.policy.prose ?? [])];
  for (const id of [key[0] ?? '', ...former]) {
    const wanted = [id, ...key.slice(1)].join('\t');
    const found = rows.find((row) => row.relation === relation && row.key.join('\t') === wanted);
    if (found) return found;
  }
  return undefined;
}

function quoted(text: string): string {
  const lines = text.trimEnd().split('\n');
  const shown = lines.slice(0, mostLines);
  return [...shown, ...(lines.length > mostLines ? ['…'] : [])].map((line) => `> ${line}`).join('\n');
}

const mostLines = 12;
