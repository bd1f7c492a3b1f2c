import { describe, expect, it } from 'vitest';
import { fittingForms, formsByExposure, formsOf, likelyForm } from '../../src/model/kinds/recipient.ts';

/**
 * The forms that a recipient cannot have, by what it is, and why. Whatever is not excluded here is asked of a law and a
 * list of material changes where the policy says no form: too few of them would be too little that is owed.
 */
const excluded: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  processor: {
    'advise share succeed transfer disclose provide':
      'it works on behalf of the company and decides nothing itself',
  },
  affiliate: {
    advise: 'an adviser is a profession',
    disclose: 'a company is not the public',
    provide: 'nothing that a law demands goes to a sister company',
  },
  partner: {
    advise: 'an adviser is a profession',
    succeed: 'a partner that takes the company over is its acquirer',
    disclose: 'a company is not the public',
    provide: 'the law demands nothing for a partner',
  },
  seller: {
    advise: 'an adviser is a profession',
    succeed: 'a seller that takes the company over is its acquirer',
    disclose: 'a seller is not the public',
    provide: 'the law demands nothing for a seller',
  },
  adviser: {
    'share succeed transfer disclose provide': 'it gets data to give advice, which counts as sharing it',
  },
  acquirer: {
    entrust: 'it takes over and works for nobody',
    advise: 'it takes over',
    disclose: 'a company is not the public',
    provide: 'the law demands no acquisition',
  },
  authority: {
    entrust: 'an authority works for no company',
    advise: 'an authority is nobody’s adviser',
    succeed: 'an authority takes no company over',
    disclose: 'an authority is not the public',
  },
  court: {
    entrust: 'a court works for no company',
    advise: 'a court is nobody’s adviser',
    succeed: 'a court takes no company over',
    disclose: 'what a court publishes is the court’s',
  },
  public: { 'entrust advise share succeed transfer provide': 'what everybody has is disclosed' },
  other: { disclose: 'whoever it is, it is somebody and not the public' },
};

const allForms = [...formsByExposure, 'provide'];

describe('what a recipient is, and how it may get data', () => {
  it.each(Object.keys(fittingForms))('%s: every form that is not excluded for a reason', (category) => {
    const out = Object.keys(excluded[category] ?? {}).flatMap((forms) => forms.split(' '));
    const fitting = allForms.filter((form) => !out.includes(form));
    expect([...(fittingForms[category] ?? [])].sort()).toEqual(fitting.sort());
    expect(formsOf({ category })).toEqual(expect.arrayContaining(fitting));
    expect(fitting).toContain(likelyForm({ category }));
  });

  it('counts as every form where neither is stated', () => {
    expect([...formsOf({})].sort()).toEqual([...allForms].sort());
  });
});
