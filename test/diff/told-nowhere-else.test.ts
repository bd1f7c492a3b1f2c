import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../src/diff/compare.ts';
import { policyFrom, smallHead } from '../policy.ts';

const list =
  '  - { id: told, kind: change, title: Told, material: [{ id: use, words: What we do with data., watches: [{ watch: function, direction: worse }] }] }\n';
const order = (more = '', purposes = 'trade.order'): string =>
  `  - { id: order, kind: function, tier: basic, title: Orders, purposes: [${purposes}], collects: [contact.email${more}], refusal: None. }\n`;
const host = (receives = 'contact.email', purposes = 'trade.order', form = 'entrust'): string =>
  `  - { id: host, kind: recipient, title: Host, category: processor, form: ${form}, receives: [${receives}], purposes: [${purposes}] }\n`;
const helpers =
  '  - { id: helpers, kind: recipient, title: Helpers, category: processor, form: entrust, register: registers/helpers.yaml }\n';

function compared(before: string, after: string, more = ['', '']) {
  const [base, head] = [before, after].map((clauses, at) =>
    policyFrom({
      'policy.yaml': smallHead
        .replace('2026-11', '2026-12')
        .replace('[cn-pipl]', '[eu-gdpr, us-ca-ccpa, us-ftc-material-change, cn-pipl]'),
      'chapters/main.yaml': `chapter: main\ntitle: Main\nclauses:\n${list}${clauses}`,
      ...(clauses.includes(helpers) && {
        'registers/helpers.yaml': `entries: [{ id: mail, name: Mail, provider: Mail Ltd${more[at]} }]\n`,
      }),
    }),
  );
  if (!base || !head) throw new Error('two policies');
  const { changes } = comparePolicies(base, head);
  const entries = changes.flatMap((one) => one.entries.map(({ id }) => id));
  const owed = changes.flatMap(({ obligations }) => obligations.map(({ rests }) => rests));
  const lawsOf = (words: RegExp) => owed.some((rests) => words.test(rests));
  return { entries, data: lawsOf(/1798\.100\(a\): a new category/), purpose: lawsOf(/a wider use of data/) };
}

const [newData, newPurpose] = [
  { entries: ['use'], data: true, purpose: false },
  { entries: ['use'], data: false, purpose: true },
];
const nothing = { entries: [], data: false, purpose: false };

describe('what stands with those who work for us alone, and was told nowhere', () => {
  it('is data that is collected anew, for the list and for laws', () => {
    expect(compared(order() + host(), order() + host('contact.email, biometric.face'))).toEqual(newData);
    const entry = ', data: [contact.email]';
    const more = [entry, entry.replace(']', ', biometric.face]')];
    expect(compared(order() + helpers, order() + helpers, more)).toEqual(newData);
  });

  it('is a purpose that data is used for anew', () => {
    const wider = host('contact.email', 'trade.order, improve.models');
    expect(compared(order() + host(), order() + wider)).toEqual(newPurpose);
    const entry = ', data: [contact.email], purposes: [trade.order]';
    const more = [entry, entry.replace('.order]', '.order, improve.models]')];
    expect(compared(order() + helpers, order() + helpers, more)).toEqual(newPurpose);
    const lab = host('contact.email', 'improve.models').replaceAll('ost', 'all');
    expect(compared(order(), order() + lab)).toEqual(newPurpose);
  });

  it('is neither where another clause tells of it, before or now, or of what is above or below it', () => {
    const both = host('contact.email, contact.mobile_phone, location', 'trade.order, support.dispute');
    const told = order(', contact, location.precise', 'trade.order, support.dispute');
    expect(compared(told + host(), told + both)).toEqual(nothing);
    const now = compared(order() + host(), order(', device.model') + host('contact.email, device.model'));
    // What the function says is judged there, once.
    expect(now).toEqual(newData);
  });

  it('is no purpose of ours where a recipient decides by itself, nor told by its having had it', () => {
    const bank = (form: string, purposes: string) => host('contact.email', purposes, form);
    const shared = compared(
      order() + bank('share', 'trade.order'),
      order() + bank('share', 'trade.order, improve.models'),
    );
    expect(shared.entries).toEqual([]);
    const partner = bank('share', 'improve.models').replaceAll('ost', 'all');
    const wider = host('contact.email', 'trade.order, improve.models');
    expect(compared(order() + partner + host(), order() + partner + wider)).toEqual(newPurpose);
  });
});
