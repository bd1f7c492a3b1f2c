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
  /** Where that day stands. */
  readonly untilPlace?: Place;
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
    ...(until === undefined ? {} : { until, untilPlace: file.placeAt([...path, 'waive', index, 'until']) }),
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
 * What is waived in the files of a policy, as far as they can be read: the clause and the rule, until when and why. A legal
 * requirement that is said not to be asked is waived as well, and so is one of which somebody says that it is met.
 */
export function waivedIn(snapshot: Snapshot): { readonly [Of in 'waived' | 'reasons']: Map<string, string> } {
  const [waived, reasons] = [new Map<string, string>(), new Map<string, string>()];
  for (const [path, source] of snapshot.files) {
    const named = path === 'policy.yaml' || /^chapters\/[^/]+\.yaml$/.test(path);
    if (!named || !/waive|answers/.test(source.text)) continue;
    const value = parseYaml(source, path).value as Unchecked;
    const head = path === 'policy.yaml' ? { ...value, id: 'policy' } : undefined;
    const owners = [...(head ? [head] : []), ...entriesOf(value?.clauses)];
    for (const [what, until, reason] of [...answered(value?.answers), ...owners.flatMap(waivedBy)]) {
      waived.set(what, until);
      if (reason !== undefined) reasons.set(what, reason);
    }
  }
  return { waived, reasons };
}

/** The answers of a policy that end a search, as far as they can be read: the requirement, and the answer with who gave it. */
export function answeredIn({ files }: Snapshot): ReadonlyMap<string, string> {
  const source = files.get('policy.yaml');
  if (!source?.text.includes('answers')) return new Map();
  const { answers } = (parseYaml(source, 'policy.yaml').value as Unchecked) ?? {};
  return new Map(
    entriesOf(answers).flatMap(({ requirement, answer, by }): [string, string][] =>
      answer === 'no' ? [] : [[String(requirement), `${String(answer)}, by ${String(by)}`]],
    ),
  );
}

/** What is waived, until when, and why. */
type Waived = readonly [what: string, until: string, reason?: string];

function answered(answers: unknown): readonly Waived[] {
  return entriesOf(answers).flatMap(({ requirement, answer }): Waived[] => {
    const what = `policy ${String(requirement)}`;
    if (answer === 'yes') return [[what, answeredYes]];
    return answer === 'not-applicable' ? [[what, '']] : [];
  });
}

function waivedBy(owner: NonNullable<Unchecked>): readonly Waived[] {
  const { id, waive } = spellOutClause(owner);
  return entriesOf(waive).map(({ rule, until, reason }) => [
    `${String(id)} ${String(rule)}`,
    String(until ?? ''),
    String(reason).replace(/\s+/g, ' ').trim(),
  ]);
}

/** A map in a file that nobody has checked yet: anything may stand anywhere. */
type Unchecked = Readonly<Record<string, unknown>> | undefined;

/** What is a map in what may be a list. */
function entriesOf(value: unknown): readonly NonNullable<Unchecked>[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : [];
}
