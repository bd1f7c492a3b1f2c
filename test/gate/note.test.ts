import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/base/canonical.ts';
import { messageOf } from '../../src/base/diagnostic.ts';
import { limits } from '../../src/base/limits.ts';
import type { GatedChange } from '../../src/gate/cover.ts';
import { missingBeforeRelease } from '../../src/gate/due.ts';
import { isSpent, type Note, readNotes } from '../../src/gate/note.ts';
import { readerChanges } from '../../src/gate/record.ts';
import { snapshotOf } from '../../src/snapshot/snapshot.ts';

const fingerprint = `v1:${'0'.repeat(32)}`;
const main = `---
covers: [${fingerprint}]
against: none
decision: notify
reason: Asked for.
by: privacy-office
---
You can now sign in with your voice.
`;
const languages = { prevailing: 'en', locales: ['en', 'zh-CN'] };
const dates = { published: '2022-05-20', effective: '2022-07-01' };

function read(files: Readonly<Record<string, string>>) {
  const encoder = new TextEncoder();
  return readNotes(snapshotOf(Object.entries(files).map(([path, text]) => [path, encoder.encode(text)])));
}

function noteFrom(files: Readonly<Record<string, string>>): Note {
  const { notes, problems } = read(files);
  const [note] = notes;
  if (!note || notes.length > 1) throw new Error(`${notes.length} notes: ${JSON.stringify(problems)}`);
  return note;
}

const change = {
  fingerprint,
  key: ['login', 'biometric.voiceprint'],
  verdict: 'material',
  decided: 'material',
  before: null,
  after: {},
  obligations: [],
  note: { path: 'changes/voice.md', decision: 'notify' },
} as unknown as GatedChange;

describe('the words of a note in several languages', () => {
  const chinese = '您现在可以用声音登录。\n';
  const files = { 'changes/voice.md': main, 'changes/voice.zh-CN.md': chinese };

  it('stand in a file for each language, and belong to the note', () => {
    const note = noteFrom(files);
    expect(note.translations).toEqual({ 'zh-CN': '您现在可以用声音登录。' });
    expect(note.files.map(({ path }) => path)).toEqual(Object.keys(files));
  });

  it('reach readers by locale, in the languages of the policy alone', () => {
    const note = noteFrom({ ...files, 'changes/voice.fr.md': 'Par la voix.\n' });
    const told = readerChanges([change], [note], languages).changes;
    expect(told.map(({ text }) => text)).toEqual([
      { en: 'You can now sign in with your voice.', 'zh-CN': '您现在可以用声音登录。' },
    ]);
  });

  it('are used up together: an edited translation opens the note again', () => {
    const spent = new Set(Object.values(files).map((text) => sha256(text)));
    expect(isSpent(noteFrom(files), spent)).toBe(true);
    expect(isSpent(noteFrom({ ...files, 'changes/voice.zh-CN.md': '别的。' }), spent)).toBe(false);
  });

  it('are owed before a release, in every language, once for each note', () => {
    const another = { ...change, key: ['login', 'biometric.face_features'] };
    const without = noteFrom({ 'changes/voice.md': main });
    const missing = missingBeforeRelease([change, another], [without], languages, dates);
    expect(missing.map((one) => ({ code: one.code, ...messageOf(one) }))).toEqual([
      {
        code: 'notice-text',
        reason: 'changes/voice.md has no words for readers in zh-CN.',
        fix: 'Write them in changes/voice.zh-CN.md.',
      },
    ]);
    expect(missingBeforeRelease([change, another], [noteFrom(files)], languages, dates)).toEqual([]);
  });

  it('are not owed for what is not material', () => {
    const editorial = { ...change, verdict: 'review', decided: 'editorial' } as GatedChange;
    const without = noteFrom({ 'changes/voice.md': main });
    expect(missingBeforeRelease([editorial], [without], languages, dates)).toEqual([]);
  });
});

describe('notes that are too much together', () => {
  const noteOf = (declares: number) =>
    main.replace(
      'against:',
      () => `declares:\n${Array.from({ length: declares }, (_, at) => `  - a${at}\n`).join('')}against:`,
    );
  const manyOf = (declares: number, count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`changes/n${at}.md`, noteOf(declares)]));
  const each = limits.yamlParts - 20;

  it('are none, and the first that is too much is told', () => {
    const count = limits.noteParts / limits.yamlParts;
    expect(read(manyOf(each - 1100, count)).problems).toEqual([]);
    const { notes, problems } = read(manyOf(each, count + 1));
    expect(notes).toEqual([]);
    expect(problems).toMatchObject([
      { code: 'over-limit', args: { most: limits.noteParts }, place: { file: `changes/n${count}.md` } },
    ]);
  });

  it('may each cover as much as YAML may hold, which no text may', () => {
    expect(limits.yamlParts).toBeGreaterThan(limits.proseMarks);
    expect(noteFrom({ 'changes/n.md': noteOf(each) }).declares).toHaveLength(each);
    const words = main + '*'.repeat(limits.proseMarks + 1);
    expect(read({ 'changes/n.md': words }).problems).toMatchObject([{ code: 'over-limit' }]);
  });
});

describe('a file that looks like a translation', () => {
  it('is reported when its note is not there', () => {
    const { notes, problems } = read({ 'changes/voice.zh-CN.md': '您现在可以用声音登录。' });
    expect(notes).toEqual([]);
    expect(problems.map(({ code, args }) => [code, args])).toEqual([
      ['note-translation-orphan', { note: 'changes/voice.md', locale: 'zh-CN' }],
    ]);
  });

  it('is reported when it brings a decision of its own', () => {
    const { notes, problems } = read({ 'changes/voice.md': main, 'changes/voice.zh-CN.md': main });
    expect(notes.map(({ translations }) => translations)).toEqual([{}]);
    expect(problems.map(({ code }) => code)).toEqual(['note-translation-front-matter']);
  });

  it('is a note when it is one: a name may have a dot in it', () => {
    expect(noteFrom({ 'changes/camera.ios.md': main }).path).toBe('changes/camera.ios.md');
  });
});
