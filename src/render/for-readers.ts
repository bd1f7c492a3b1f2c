import { append } from '../base/group.ts';
import { regionAround } from '../model/regions.ts';
import { audienceWords } from './clauses/clause.ts';
import type { View } from './view.ts';

/** Sections for some readers only: who these readers are, in words, and the ids of the sections. */
export interface ForReaders {
  readonly who: string;
  readonly ids: readonly string[];
}

/** What tells readers apart; on which channel they come, the same readers choose. */
export const kindsOfReaders = ['region', 'product', 'group'] as const;

/**
 * The sections for each region, product and group that the policy distinguishes, whatever else limits them; the
 * audience with most sections first. A region's sections also count for every region inside it. Audiences with the
 * same sections share an entry.
 */
export function forReaders(view: View): ForReaders[] {
  return kindsOfReaders.flatMap((kind) => {
    const named = new Map<string, string[]>();
    for (const id of view.places.keys())
      for (const name of view.rows.ids('applies', id, kind)) append(named, name, id);
    const alike = new Map<string, { readonly names: string[]; readonly ids: readonly string[] }>();
    for (const name of named.keys()) {
      const all = (kind === 'region' ? regionsAround(name) : [name]).flatMap((one) => named.get(one) ?? []);
      const ids = [...new Set(all)].sort((a, b) => (view.places.get(a) ?? 0) - (view.places.get(b) ?? 0));
      const known = alike.get(ids.join());
      if (known) known.names.push(name);
      else alike.set(ids.join(), { names: [name], ids });
    }
    return [...alike.values()]
      .sort((a, b) => b.ids.length - a.ids.length)
      .map(({ names, ids }) => ({
        who: audienceWords(view, ids[0] ?? '', { [kind]: names }),
        ids: [...new Set(ids.map((id) => withName(view, id)))],
      }));
  });
}

function regionsAround(name: string): string[] {
  const around = regionAround(name);
  return around === undefined ? [name] : [name, ...regionsAround(around)];
}

/** The id whose name readers know: the clause's own, or its chapter's if the clause has no title. */
function withName({ numbers, rows }: View, id: string): string {
  if (numbers.has(id) || rows.value('recipient', [id], 'name') !== '') return id;
  return rows.chapters.find(({ clauses }) => clauses.some((clause) => clause.id === id))?.id ?? id;
}
