import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { editionIds, editionOf } from '../../src/model/edition.ts';
import { runWarm } from './warm.ts';

const regimes = editionOf(editionIds.at(-1) ?? '')?.regimes ?? [];

it('explain profiles lists what a policy can be written with, and apart from it what it cannot', () => {
  const { exit, out } = runWarm({ cwd: tmpdir(), env: {}, args: ['explain', 'profiles'] });
  expect(exit).toBe(0);
  const [written = '', others = ''] = out.split(/^Others .*$/m);
  const idsIn = (text: string): string[] => [...text.matchAll(/^ {2}(\S+)/gm)].map(([, id = '']) => id);
  expect(regimes.length).toBeGreaterThan(5);
  expect(idsIn(written)).toEqual(regimes);
  expect(idsIn(others)).toContain('house-rules');
  expect(idsIn(others).filter((id) => regimes.includes(id))).toEqual([]);
  expect(written).toMatch(/^ {2}eu-gdpr +GDPR/m);
});

it('explain and find know the terms of the policy they run in, or of all policies of the workspace', () => {
  const answerTo = (folder: string, ...args: string[]) =>
    runWarm({ cwd: join(import.meta.dirname, '../..', folder), env: {}, args });
  expect(answerTo('policies/marketplace', 'explain', 'delivery.locker_code').out).toContain(
    'A category of data (of your own: taxonomy.yaml)',
  );
  expect(answerTo('policies/marketplace/chapters', 'explain', 'delivery.locker_cod').err).toContain(
    'Did you mean delivery.locker_code?',
  );
  expect(answerTo('.', 'find', 'parcel locker').out).toContain('trade.locker_delivery');
  expect(answerTo('policies/charity', 'find', 'parcel', 'locker').exit).toBe(2);
  expect(answerTo('docs', 'explain', 'contact.email').out).toContain('A category of data (edition ');
});

it('an id of any list is explained by where it is written, in each list that has it', () => {
  const { exit, out } = runWarm({ cwd: tmpdir(), env: {}, args: ['explain', 'consent'] });
  expect(exit).toBe(0);
  expect(out).toContain('written in  basis: of a purpose\ncalled      your consent · ');
  expect(out).toContain('written in  mechanism: of a recipient abroad');
});

it('what reports print and what fields are called is explained, not only ids', () => {
  const explained = (word: string): string =>
    runWarm({ cwd: tmpdir(), env: {}, args: ['explain', word] }).out;
  for (const word of ['notify', 'raised', 'kinds', 'rules', 'changes', 'material', 'restricts'])
    expect(explained(word), word).toMatch(new RegExp(`^# ${word}\n\n\\S`));
  expect(explained('role')).toContain('# parties: 6, written in role: of a party');
  // An id, a field and a decision may be called alike: all are told.
  expect(explained('form')).toMatch(/written in {2}method:[\s\S]*# forms: /);
  expect(explained('consent')).toMatch(/decision in a note[\s\S]*basis: of a purpose/);
});
