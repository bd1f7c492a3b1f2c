import { compareDurations, mostDays } from '../../base/duration.ts';
import { ancestry } from '../../model/edition.ts';
import { fieldPathOf } from '../../model/field-paths.ts';
import type { Row, Scalar } from '../../model/policy.ts';
import { type FactRelation, isFactRelation, partsOfKey } from '../../model/relations.ts';
import type { RowTest, ValueTest } from '../../model/requirements.ts';
import type { Facts } from '../rule.ts';
import { questions } from './questions.ts';

/** Whether a row passes a test. */
export function passes(facts: Facts, row: Row, test: RowTest): boolean {
  return Object.entries(test).every(([name, expected]) => holds(facts, row, name, expected));
}

function holds(facts: Facts, row: Row, name: string, expected: RowTest[string]): boolean {
  if (name === 'not') return !passes(facts, row, expected as RowTest);
  if (name === 'any') return (expected as readonly RowTest[]).some((one) => passes(facts, row, one));
  const question = questions[name];
  if (question && Object.hasOwn(questions, name))
    return question.answer({
      facts,
      row,
      argument: expected,
      accepts: (value) => valueHolds(facts, row, { value }, expected as ValueTest),
      passes: (other) => passes(facts, other, typeof expected === 'object' ? (expected as RowTest) : {}),
    });
  if (isLinked(name))
    return facts.rows.below(name, ...row.key).some((one) => passes(facts, one, expected as RowTest));
  const part = partNamed(row, name);
  if (part !== undefined) return isOneOf(facts, name, part, [expected].flat() as readonly string[]);
  return valueHolds(facts, row, { value: row.values[name], days: row.values.days }, expected as ValueTest);
}

/** Whether it is a relation that hangs on an entity; an entity’s name may be that of a value, such as `contact`. */
function isLinked(name: string): name is FactRelation {
  return name.includes('.') && isFactRelation(name);
}

/** A part of the key by what it names; of two that name the same, the last. */
function partNamed({ relation, key }: Row, name: string): string | undefined {
  const parts: readonly string[] = partsOfKey(relation);
  const at = parts.lastIndexOf(name);
  return at > 0 ? key[at] : undefined;
}

function isOneOf({ policy }: Facts, name: string, part: string, accepted: readonly string[]): boolean {
  const terms =
    name === 'data' ? policy.vocabulary.data : name === 'purpose' ? policy.vocabulary.purposes : {};
  const chain = ancestry({ get: (id) => terms[id] }, part);
  // Categories and purposes are named by group as well: `biometric` is all of `biometric.*`.
  return accepted.some((one) => chain.includes(one) || chain.some((id) => id.startsWith(`${one}.`)));
}

/** A value, and which days it counts if it is a period. */
interface Stated {
  readonly value: Scalar | undefined;
  readonly days?: Scalar | undefined;
}

function valueHolds(facts: Facts, row: Row, stated: Stated, test: ValueTest): boolean {
  const { value } = stated;
  if (typeof test !== 'object') return value === test || (value === undefined && test === false);
  if (Array.isArray(test)) return test.includes(value);
  if ('stated' in test) return (value !== undefined && value !== false) === test.stated;
  if ('atMost' in test) {
    const [most, limit] = [calendarDays(stated), calendarDays({ value: test.atMost, days: test.days })];
    return most !== undefined && limit !== undefined && most <= limit;
  }
  if ('atLeast' in test) return (compareDurations(String(value), test.atLeast) ?? -1) >= 0;
  if (!('leads' in test) || value === undefined) return false;
  const entity = facts.rows.of(String(value)).find(({ relation }) => !relation.includes('.'));
  return entity !== undefined && entity !== row && passes(facts, entity, test.leads);
}

/** The most calendar days that a duration can last; of working days, five make a week. */
function calendarDays({ value, days }: Stated): number | undefined {
  const most = typeof value === 'string' ? mostDays(value) : undefined;
  return most !== undefined && days === 'working' ? Math.ceil((most * 7) / 5) : most;
}

/** What a test asks for, as its author would write it: `refusal`, `collects.method`, `answerWithin of at most P15D`. */
export function testInWords(relation: string, test: RowTest): string {
  return Object.entries(test)
    .map(([name, expected]) => wordsOfPart(relation, name, expected))
    .join(' and ');
}

function wordsOfPart(relation: string, name: string, expected: RowTest[string]): string {
  if (name === 'any')
    return (expected as readonly RowTest[]).map((one) => testInWords(relation, one)).join(' or ');
  if (name === 'not') return `no ${testInWords(relation, expected as RowTest)}`;
  const question = questions[name];
  if (question && Object.hasOwn(questions, name)) {
    const inner = name === 'consent' ? testInWords('consent', expected as RowTest) : '';
    if (name === 'watches') return `a watch of ${[expected].flat().join(' or ')}`;
    return inner === '' ? question.words : `${question.words} with ${inner.replaceAll('consent.', '')}`;
  }
  if (isLinked(name)) {
    const field = fieldPathOf(name) ?? name;
    const parts = Object.entries(expected as RowTest).map(([inner, one]) => wordsOfPart(name, inner, one));
    return parts.length === 0 ? field : `${field} with ${parts.join(' and ').replaceAll(`${field}.`, '')}`;
  }
  return wordsOfValue(fieldPathOf(relation, name) ?? name, expected as ValueTest);
}

function wordsOfValue(field: string, expected: ValueTest): string {
  if (typeof expected !== 'object') return expected === true ? field : `${field}: ${expected}`;
  if (Array.isArray(expected)) return `${field}: ${expected.join(' or ')}`;
  if ('atMost' in expected)
    return `${field} of at most ${expected.atMost}${'days' in expected ? ' in working days' : ''}`;
  if ('atLeast' in expected) return `${field} of at least ${expected.atLeast}`;
  if ('leads' in expected)
    return `${field} that leads to one with ${testInWords('document', expected.leads)}`;
  return field;
}
