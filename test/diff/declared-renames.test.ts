import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../src/diff/compare.ts';
import type { Policy } from '../../src/model/policy.ts';
import { policyFrom, smallHead } from '../policy.ts';

/** Who receives data may have another name, and an entry of a register another id: only a declaration says so. */
const law = smallHead.replace('2026-11', '2026-12');
const list = `  - { id: told, kind: change, title: Told, material: [{ id: given, words: Given., watches: [{ watch: recipient, direction: worse }] }] }`;

function policyWith(clause: string, entries = '', head = law): Policy {
  return policyFrom({
    'policy.yaml': head,
    'chapters/main.yaml': `chapter: main\ntitle: Main\nclauses:\n${list}\n  - ${clause}\n`,
    'registers/list.yaml': `entries:\n  - { id: other, name: Other }\n${entries}`,
  });
}

const recipient = (name: string): Policy =>
  policyWith(
    `{ id: r, kind: recipient, form: share, title: R, basis: consent, receives: [contact.email], name: ${name} }`,
  );
const entry = (words: string): Policy =>
  policyWith(
    '{ id: r, kind: recipient, form: entrust, title: R, register: registers/list.yaml }',
    `  - { ${words} }\n`,
  );

function found(base: Policy, head: Policy): readonly string[] {
  return comparePolicies(base, head)
    .changes.filter(({ table }) => table === 'facts')
    .map(({ kind, verdict, obligations }) => {
      const asked = obligations.some(({ owes }) => owes.endsWith('consent'));
      return `${kind}, ${verdict}${asked ? ', asks' : ''}`;
    });
}

describe('a company that has another name', () => {
  it('is another company until the policy says that it is the same', () => {
    expect(found(recipient('One'), recipient('Two'))).toEqual(['recipient-replaced, material, asks']);
    expect(found(recipient('One'), recipient('Two, formerName: One'))).toEqual([
      'recipient-renamed, material',
    ]);
  });

  it('shows what hangs on the declaration, and no other change does', () => {
    const hangs = (head: string) =>
      comparePolicies(recipient('One'), recipient(head)).changes.flatMap(({ ifAnother = [] }) =>
        ifAnother.map(({ owes, rests }) => `${owes} ${rests.split(':')[0]}`),
      );
    expect(hangs('Two, formerName: One')).toContain('separate-consent PIPL art. 23');
    expect(hangs('Two')).toEqual([]);
  });

  it('is another one where what it was called is somebody else’s name, or a name of long ago', () => {
    expect(found(recipient('One'), recipient('Two, formerName: Three'))).toEqual([
      'recipient-replaced, material, asks',
    ]);
    expect(found(recipient('Two, formerName: One'), recipient('Three, formerName: One'))).toEqual([
      'recipient-replaced, material, asks',
    ]);
  });

  it('is the same when it takes its former name again', () => {
    expect(found(recipient('Two, formerName: One'), recipient('One'))).toEqual([
      'recipient-renamed, material',
    ]);
  });

  it('is the same on a register, be it the name or the provider that says who it is', () => {
    expect(found(entry('id: a, name: One'), entry('id: a, name: Two, formerName: One'))).toEqual([
      'recipient-listed-renamed, material',
    ]);
    const provided = entry('id: a, name: A, provider: Two, formerName: One');
    expect(found(entry('id: a, name: A, provider: One'), provided)).toEqual([
      'recipient-listed-provider-renamed, material',
    ]);
  });

  it('is the same in another style, on a register as well', () => {
    expect(found(entry('id: a, name: Paper Ltd.'), entry('id: a, name: Paper Limited'))).toEqual([
      'name-restyled, review',
    ]);
  });
});

describe('an entry of a register that has another id', () => {
  const was = entry('id: mail, name: Mail, countries: [CN], data: [contact.email]');

  it('is one that is gone and one that is new until `formerly` says that it is the same', () => {
    const is = entry('id: post, name: Mail, countries: [CN], data: [contact.email]');
    expect(found(was, is)).toEqual(['recipient-listed, material', 'recipient-delisted, review']);
  });

  it('differs in what it says and in nothing else', () => {
    const same = 'id: post, formerly: [mail], name: Mail, data: [contact.email]';
    const { changes } = comparePolicies(was, entry(`${same}, countries: [CN]`));
    expect(changes.filter(({ table }) => table !== 'structure')).toEqual([]);
    expect(found(was, entry(`${same}, countries: [CN, SG]`))).toEqual([
      'recipient-listed-country-added, material, asks',
    ]);
  });

  it('is no rename where the former one is still there', () => {
    const both = entry('id: mail, name: Mail }\n  - { id: post, formerly: [mail], name: Mail');
    const kinds = found(entry('id: mail, name: Mail'), both);
    expect(kinds).toEqual(['recipient-listed, material']);
  });
});

it('a policy that has another id is told of, for its addresses go by it', () => {
  const clause = '{ id: r, kind: statement, title: R, text: R. }';
  const other = policyWith(clause, '', law.replace('id: small', 'id: other'));
  expect(found(policyWith(clause), other)).toEqual(['policy-id-changed, review']);
});
