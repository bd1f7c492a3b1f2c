import { describe, expect, it } from 'vitest';
import { type Note, readNotes } from '../../src/gate/note.ts';
import { rebaseNote } from '../../src/gate/rebase.ts';
import { snapshotOf } from '../../src/snapshot/snapshot.ts';
import { archiveHead, note, print } from './made.ts';

const next = 'b'.repeat(64);
const two = note({ covers: [print('1'), print('2')] }, `Words.\n\nagainst: ${archiveHead}\n${print('2')}`);

/** A note whose front matter is written by hand. */
function written(front: string, body = 'Words.'): Note {
  const text = `---\n${front}\nagainst: ${archiveHead}\ndecision: notify\nreason: Asked for.\nby: counsel\n---\n${body}\n`;
  const { notes } = readNotes(snapshotOf([['changes/note.md', new TextEncoder().encode(text)]]));
  const [only] = notes;
  if (!only) throw new Error(text);
  return only;
}

describe('binding a note to another archive head', () => {
  it('keeps what still stands, and everything else in the file', () => {
    const { path, text, kept, dropped } = rebaseNote(two, next, new Set([print('1')]));
    expect({ path, kept, dropped }).toEqual({
      path: 'changes/note.md',
      kept: [print('1')],
      dropped: [print('2')],
    });
    const before = two.files[0]?.text ?? '';
    const [front = '', ...body] = before.slice(4).split('---\n');
    const changed = front.replace(`  - ${print('2')}\n`, '').replace(archiveHead, next);
    expect(text).toBe(`---\n${changed}---\n${body.join('---\n')}`);
  });

  it('says so when nothing is left to cover', () => {
    const { text, kept } = rebaseNote(two, next, new Set());
    expect(kept).toEqual([]);
    expect(text).toMatch(new RegExp(`^---\\ncovers: \\[\\]\\nagainst: ${next}\\n`));
  });

  it.each([
    [
      'in one line',
      `covers: [${print('1')}, ${print('2')}] # both`,
      `covers: [${print('1')}] # both`,
      `covers: [] # both`,
    ],
    [
      'with a line for each',
      `covers:\n  - ${print('1')} # one\n  - ${print('2')}`,
      `covers:\n  - ${print('1')} # one`,
      'covers: []',
    ],
  ])('drops what no longer stands from a list %s', (_, before, one, none) => {
    const front = (...left: readonly string[]): string =>
      rebaseNote(written(before), next, new Set(left)).text.split('\nagainst')[0] ?? '';
    expect(front(print('1'), print('2'))).toBe(`---\n${before}`);
    expect(front(print('1'))).toBe(`---\n${one}`);
    expect(front()).toBe(`---\n${none}`);
  });

  it('changes no line of the words for readers, and no other line of the decision', () => {
    const body = `against: nobody\ncovers:\n\nagainst: ${archiveHead}`;
    const front = `covers:\n  - ${print('1')}\npractice: ceased`;
    const { text } = rebaseNote(written(front, body), next, new Set());
    expect(text).toBe(
      `---\ncovers: []\npractice: ceased\nagainst: ${next}\ndecision: notify\nreason: Asked for.\nby: counsel\n---\n${body}\n`,
    );
    const told = written(`covers:\n  - ${print('1')}\nentry: x-against`);
    expect(rebaseNote(told, next, new Set([print('1')])).text).toContain('\nentry: x-against\n');
  });

  it('leaves a list alone that still covers something', () => {
    const { text } = rebaseNote(two, next, new Set([print('1'), print('2')]));
    expect(text).toContain(`covers:\n  - ${print('1')}\n  - ${print('2')}\nagainst: ${next}\n`);
  });
});
