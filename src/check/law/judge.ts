import { type Audience, audienceFrom, mayMeet } from '../../model/audience.ts';
import { fieldPathOf } from '../../model/field-paths.ts';
import { isController, ownerOf, type Row } from '../../model/policy.ts';
import type { FactRelation } from '../../model/relations.ts';
import type { Demand, Profile, RowTest } from '../../model/requirements.ts';
import type { Facts } from '../rule.ts';
import { passes, testInWords } from './row-test.ts';

/**
 * How a policy stands to a demand. `absent`: nothing it speaks of is there. `ask`: a person has to say. `kept`: policyc
 * sees to it elsewhere.
 */
export type Standing = 'met' | 'unmet' | 'absent' | 'ask' | 'kept';

export interface Judged {
  readonly standing: Standing;
  /** The clauses that meet it. */
  readonly by: readonly string[];
  readonly lacks: readonly Lack[];
  /** What a person has to say, or where it is kept. */
  readonly words: readonly string[];
}

/** What is missing, and where; without a row, anywhere. */
export interface Lack {
  readonly row?: Row;
  /** What of the clause it is missing from: members by id. */
  readonly members: readonly string[];
  readonly of: readonly string[];
}

/** What a law asks about beside rows. */
export interface Protected {
  readonly facts: Facts;
  readonly profile: Profile;
}

export function judge(demand: Demand, law: Protected): Judged {
  if ('all' in demand) return together(demand.all.map((one) => judge(one, law)));
  if ('any' in demand) return best(demand.any.map((one) => judge(one, law)));
  if ('ask' in demand) return { standing: 'ask', by: [], lacks: [], words: [demand.ask] };
  if ('kept' in demand) return { standing: 'kept', by: [], lacks: [], words: [demand.how] };
  if ('rights' in demand) return rights(demand.rights, law);
  if ('some' in demand) {
    const found = rowsOf(demand.some, demand.where, law);
    if (found.length > 0) return met(found);
    return unmet([{ members: [], of: [somebody(demand.some, demand.where)] }]);
  }
  const chosen = rowsOf(demand.each, demand.where, law);
  if (chosen.length === 0) return { standing: 'absent', by: [], lacks: [], words: [] };
  const lacks = chosen.flatMap((row): Lack[] => {
    const of = demand.has
      .filter((test) => !passes(law.facts, row, test))
      .map((test) => fieldWords(demand.each, test));
    const members = row.key.length > 1 ? [row.key.at(-1) ?? ''] : [];
    return of.length === 0 ? [] : [{ row, members, of }];
  });
  return lacks.length === 0 ? met(chosen) : unmet(byClause(lacks));
}

/** The rows that a law speaks of: those that pass, of clauses for anybody whom it protects. */
function rowsOf(relation: FactRelation, where: RowTest | undefined, law: Protected): readonly Row[] {
  return statedBy(relation, law.facts).filter(
    (row) => isProtected(row, law) && (!where || passes(law.facts, row, where)),
  );
}

/** A clause of several rights is each of them to the law. */
function statedBy(relation: FactRelation, facts: Facts): readonly Row[] {
  const rows = facts.all(relation);
  if (relation !== 'right') return rows;
  return rows.flatMap((row) => [
    row,
    ...facts
      .of('right.also', row.key[0] ?? '')
      .map(({ key }): Row => ({ ...row, values: { ...row.values, right: key[1] ?? '' } })),
  ]);
}

function isProtected(row: Row, { facts, profile }: Protected): boolean {
  const { territory, established, never = [] } = profile;
  const readers = audienceFrom(facts.of('applies', row.key[0] ?? ''));
  const isNever = readers.every((box) => box.group?.in?.every((name) => never.includes(name)) === true);
  if (never.length > 0 && isNever) return false;
  if (!territory) return true;
  const there: Audience = [{ region: { in: territory } }];
  if (mayMeet(readers, there)) return true;
  return established === true && isEstablished(facts, there, readers);
}

function isEstablished(facts: Facts, there: Audience, readers: Audience): boolean {
  return facts
    .all('party')
    .some(
      (party) =>
        isController(party) &&
        party.values.country !== undefined &&
        mayMeet(audienceFrom(facts.of('applies', ownerOf(party))), readers) &&
        mayMeet(there, [{ region: { in: [String(party.values.country)] } }]),
    );
}

function rights(wanted: readonly (string | readonly string[])[], law: Protected): Judged {
  const rows = rowsOf('right', undefined, law);
  const meeting = wanted.map((one) =>
    rows.filter(({ values }) => [one].flat().includes(String(values.right))),
  );
  const missing = wanted.flatMap((one, at) =>
    meeting[at]?.length === 0 ? [`a clause of kind right with right: ${[one].flat().join(' or ')}`] : [],
  );
  return missing.length === 0 ? met(meeting.flat()) : unmet([{ members: [], of: missing }]);
}

function met(rows: readonly Row[]): Judged {
  return { standing: 'met', by: [...new Set(rows.map(ownerOf))], lacks: [], words: [] };
}

function unmet(lacks: readonly Lack[]): Judged {
  return { standing: 'unmet', by: [], lacks, words: [] };
}

/** All of several: unmet where any is, else for a person where any is, else met where any is. */
function together(parts: readonly Judged[]): Judged {
  const order: readonly Standing[] = ['unmet', 'ask', 'met', 'kept', 'absent'];
  const standing = order.find((one) => parts.some((part) => part.standing === one)) ?? 'absent';
  return join(standing, parts);
}

function best(parts: readonly Judged[]): Judged {
  const order: readonly Standing[] = ['met', 'kept', 'ask', 'absent', 'unmet'];
  const standing = order.find((one) => parts.some((part) => part.standing === one)) ?? 'absent';
  const counted = parts.filter((part) => part.standing === standing);
  if (standing !== 'unmet') return join(standing, counted);
  const of = counted.flatMap(({ lacks }) => lacks.map((lack) => lack.of.join(', ')));
  const row = counted.flatMap(({ lacks }) => lacks).find((lack) => lack.row)?.row;
  return unmet([{ ...(row ? { row } : {}), members: [], of: [[...new Set(of)].join(' or ')] }]);
}

function join(standing: Standing, parts: readonly Judged[]): Judged {
  return {
    standing,
    by: [...new Set(parts.flatMap(({ by }) => by))],
    lacks: byClause(parts.flatMap(({ lacks }) => lacks)),
    words: parts.flatMap((part) => (part.standing === standing ? part.words : [])),
  };
}

/** What the members of one clause lack alike, told once; so is what no clause states. */
function byClause(lacks: readonly Lack[]): readonly Lack[] {
  const joined = new Map<string, Lack>();
  for (const lack of lacks) {
    const name = JSON.stringify(lack.row ? [lack.row.key[0], lack.of] : []);
    const known = joined.get(name);
    const of = lack.row ? lack.of : [...(known?.of ?? []), ...lack.of];
    joined.set(name, known ? { ...known, of, members: [...known.members, ...lack.members] } : lack);
  }
  return [...joined.values()];
}

function fieldWords(relation: FactRelation, test: RowTest): string {
  const list = relation.includes('.') ? fieldPathOf(relation) : undefined;
  const words = testInWords(relation, test);
  return list === undefined || words.startsWith(list) || words.includes(' ')
    ? words
    : `${words} (in ${list})`;
}

function somebody(relation: FactRelation, where: RowTest = {}): string {
  const [kind = relation] = relation.split('.');
  const words = [...(relation === kind ? [] : [fieldPathOf(relation) ?? relation])];
  const tests = Object.keys(where).length === 0 ? [] : [testInWords(relation, where)];
  const name = kind === 'party' || kind === 'policy' ? kind : `clause of kind ${kind}`;
  const with_ = [...words, ...tests].join(' ');
  return `a ${name}${with_ === '' ? '' : ` with ${with_}`}`;
}
