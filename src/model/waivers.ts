import type { Place } from '../base/place.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { parseYaml, type YamlFile, type YamlPath } from '../syntax/yaml.ts';
import type { PolicySource } from './load.ts';
import { spellOutClause } from './short-forms.ts';

/** What a clause waives: a rule whose findings in it somebody has looked at, and why they are fine. */
export interface Waiver {
  /** The clause; `policy` for what the policy says of itself. */
  readonly owner: string;
  readonly rule: string;
  readonly reason: string;
  /** The last day on which it holds; for ever without one. */
  readonly until?: string;
  readonly place: Place;
  /** What it covers: the clause, its register and its translations. */
  readonly covers: readonly Place[];
}

type Written = Pick<Waiver, 'rule' | 'reason' | 'until'>;

/**
 * What the clauses of a policy waive. It is no part of the policy: readers are not told, and no released `policy.json`
 * holds it.
 */
export function waiversOf(source: PolicySource): readonly Waiver[] {
  const { head, headFile, chapters, locales, registers } = source;
  const own = waiversAt(headFile, [], 'policy', head, wordsOfChapters(source));
  const ofClauses = chapters.flatMap(({ file, clauses }) =>
    clauses.flatMap((clause, index) =>
      clause.waive === undefined
        ? []
        : waiversAt(file, ['clauses', index], clause.id, clause, [
            ...locales.flatMap((locale) =>
              Object.hasOwn(locale.texts, clause.id) ? [locale.file.placeAt(['texts', clause.id])] : [],
            ),
            ...[registers.get(String(clause.register))?.placeAt([]) ?? []].flat(),
          ]),
    ),
  );
  return [...own, ...ofClauses];
}

function waiversAt(
  file: YamlFile,
  path: YamlPath,
  owner: string,
  content: object,
  besides: readonly Place[],
): Waiver[] {
  const written = (content as { readonly waive?: readonly Written[] }).waive ?? [];
  return written.map(({ rule, reason, until }, index) => ({
    owner,
    rule,
    reason,
    ...(until === undefined ? {} : { until }),
    place: file.placeAt([...path, 'waive', index, 'rule']),
    covers: [file.placeAt(path), ...besides],
  }));
}

/** What chapters say before their clauses, which no clause can answer for. */
function wordsOfChapters({ chapters, locales }: PolicySource): Place[] {
  return chapters.flatMap(({ file, id, content }) => [
    ...['title', 'text', 'summary'].flatMap((name) =>
      content[name] === undefined ? [] : [file.placeAt([name])],
    ),
    ...locales.flatMap((locale) =>
      Object.hasOwn(locale.texts, id) ? [locale.file.placeAt(['texts', id])] : [],
    ),
  ]);
}

/** In place of a day: nobody looks any more, because somebody has said yes. */
export const answeredYes = 'yes';

/**
 * What is waived in the files of a policy, as far as they can be read: the clause and the rule, and until when. A legal
 * requirement that is said not to be asked is waived as well, and so is one of which somebody says that it is met.
 */
export function waivedIn(snapshot: Snapshot): ReadonlyMap<string, string> {
  const waived = new Map<string, string>();
  for (const [path, source] of snapshot.files) {
    const named = path === 'policy.yaml' || /^chapters\/[^/]+\.yaml$/.test(path);
    if (!named || !/waive|answers/.test(source.text)) continue;
    const { value } = parseYaml(source, path) as { value?: { clauses?: unknown; answers?: unknown } };
    for (const one of Array.isArray(value?.answers) ? value.answers : [])
      if (one?.answer === 'not-applicable' || one?.answer === 'yes')
        waived.set(`policy ${String(one.requirement)}`, one.answer === 'yes' ? answeredYes : '');
    const clauses = Array.isArray(value?.clauses) ? value.clauses : [];
    for (const owner of [path === 'policy.yaml' ? { ...value, id: 'policy' } : {}, ...clauses]) {
      if (typeof owner !== 'object' || owner === null) continue;
      const { id, waive } = spellOutClause(owner);
      for (const one of Array.isArray(waive) ? waive : [])
        waived.set(`${String(id)} ${String(one?.rule)}`, String(one?.until ?? ''));
    }
  }
  return waived;
}
