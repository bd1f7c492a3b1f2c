import { describe, expect, it } from 'vitest';
import { formatPlace } from '../../src/base/place.ts';
import { clauseKinds, kinds } from '../../src/model/kinds.ts';
import { kindOf, spellOutClause, tellingFields } from '../../src/model/short-forms.ts';
import { policyFrom, smallHead } from '../policy.ts';
import { ofFields } from '../properties/operators.ts';

type Clause = Readonly<Record<string, unknown>>;

/** Every clause that an edit of the language begins with or leads to. */
const clauses = ofFields.flatMap(({ before, after }) => [before ?? [], after ?? []].flat()) as Clause[];

/** A clause without what its short forms say. */
function shortened({ kind, ...rest }: Clause): Clause {
  const left = kindOf(rest) === kind ? rest : { kind, ...rest };
  if (kind !== 'commitment') return left;
  const { promise, act, ...others } = left as Clause;
  return { ...others, [String(promise)]: act };
}

describe('short forms', () => {
  it('are told by fields that one kind alone has', () => {
    const owners = (field: string) => clauseKinds.filter((kind) => Object.hasOwn(kinds[kind], field));
    for (const [kind, fields] of Object.entries(tellingFields))
      for (const field of fields.filter((name) => !['never', 'always', 'none'].includes(name)))
        expect([field, owners(field)]).toEqual([field, [kind]]);
  });

  it('say what the long form says, of every clause that the language allows', () => {
    const short = clauses.map(shortened);
    expect(short.filter((clause) => !('kind' in clause)).length).toBeGreaterThan(clauses.length / 4);
    expect(short.map(spellOutClause)).toEqual(clauses);
  });

  it('of a right or a promise without an id go by what they state, where that is written', () => {
    const policy = policyFrom({
      'policy.yaml': smallHead,
      'chapters/main.yaml':
        'title: Main\nclauses:\n  - { right: access, title: See it }\n  - { never: sell }\n',
    });
    const placed = policy.structure
      .filter(({ relation }) => relation === 'clause' || relation === 'chapter')
      .map(({ key, place }) => `${key[0]} ${formatPlace(place)}`);
    expect(placed).toEqual([
      'main chapters/main.yaml:1:8',
      'access chapters/main.yaml:3:14',
      'never-sell chapters/main.yaml:4:14',
    ]);
    const promise = policy.facts.find(({ relation }) => relation === 'commitment');
    expect(promise?.values).toEqual({ promise: 'never', act: 'sell' });
    expect(promise?.places?.act && formatPlace(promise.places.act)).toBe('chapters/main.yaml:4:14');
  });
});
