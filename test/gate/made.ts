import { stringify } from 'yaml';
import type { JudgedChange } from '../../src/diff/judge.ts';
import { type Note, readNotes } from '../../src/gate/note.ts';
import { everybody } from '../../src/model/audience.ts';
import { snapshotOf } from '../../src/snapshot/snapshot.ts';

/** The archive head that notes are written against. */
export const archiveHead = 'a'.repeat(64);

/** A fingerprint of one repeated digit. */
export const print = (digit: string): string => `v1:${digit.repeat(32)}`;

/** A new category of data, material; with what a test says otherwise. */
export function change(more: Partial<JudgedChange> = {}): JudgedChange {
  const row = { relation: 'function.data', key: ['login', 'location'], values: {} } as const;
  return {
    kind: 'data-added',
    table: 'facts',
    relation: row.relation,
    key: row.key,
    before: null,
    after: { row, carries: [] },
    direction: 'expands',
    affects: { words: 'everybody', readers: everybody },
    words: 'Signing in now also uses your location.',
    base: null,
    head: null,
    fingerprint: print('1'),
    verdict: 'material',
    entries: [],
    obligations: [],
    reason: '',
    ...more,
  };
}

/** A finished note that covers the change above; with what a test says otherwise, or leaves out as undefined. */
export function note(front: object = {}, body = 'We now use your location.', slug = 'note'): Note {
  const whole = {
    covers: [print('1')],
    against: archiveHead,
    decision: 'notify',
    reason: 'Asked for.',
    by: 'privacy-office',
    ...front,
  };
  const stated = Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined));
  const text = `---\n${stringify(stated)}---\n${body}\n`;
  const { notes, problems } = readNotes(snapshotOf([[`changes/${slug}.md`, new TextEncoder().encode(text)]]));
  const [only] = notes;
  if (!only) throw new Error(JSON.stringify(problems));
  return only;
}
