import { describe, expect, it } from 'vitest';
import { rebaseNote } from '../../src/gate/rebase.ts';
import { archiveHead, note, print } from './made.ts';

const next = 'b'.repeat(64);
const two = note({ covers: [print('1'), print('2')] }, `Words.\n\nagainst: ${archiveHead}\n${print('2')}`);

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

  it('leaves a list alone that still covers something', () => {
    const { text } = rebaseNote(two, next, new Set([print('1'), print('2')]));
    expect(text).toContain(`covers:\n  - ${print('1')}\n  - ${print('2')}\nagainst: ${next}\n`);
  });
});
