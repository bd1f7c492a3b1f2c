import { describe, expect, it } from 'vitest';
import { type Contents, codesOf, edited, headOf, judged, released, sample } from './states.ts';

/** What is had in two requests, the first of which somebody decided about. */

const about = 'chapters/about.yaml';
const of = (files: Contents, region: string): Contents =>
  edited(files, about, 'right: access\n', `right: access\n    applies: { regions: [${region}] }\n`);
const base = released(of(sample('shop'), 'CN') as Record<string, string>);
const moved = edited(base, about, '[CN]', '[SG]');
const slower = (files: Contents): Contents => edited(files, about, 'P15D', 'P90D');

/** With a note on all that a request changes, as somebody writes it who leaves out for whom it is. */
function decided(files: Contents, more = '', from = base): Contents {
  const prints = judged(files, from).changes.flatMap(({ verdict, fingerprint }) =>
    verdict === 'editorial' ? [] : [fingerprint],
  );
  const lines = [
    `covers: [${prints.join(', ')}]`,
    `against: ${headOf(from)}`,
    'decision: consent',
    'practice: ceased',
    'reason: Because.',
    `by: counsel${more}`,
  ];
  return { ...files, 'changes/note.md': `---\n${lines.join('\n')}\n---\nWords.\n` };
}
const own = (found: ReturnType<typeof judged>): string[] =>
  found.changes.filter(({ inherited }) => inherited === undefined).map(({ kind }) => kind);

describe('a clause that goes to other readers altogether', () => {
  it('is decided about with what it states: what it states otherwise later is for none of them a change', () => {
    const target = decided(moved);
    expect(judged(target, base).fails()).toBe(false);
    expect([own(judged(target, target)), judged(target, target).fails()]).toEqual([[], false]);
    const found = judged(slower(target), target);
    expect(own(found)).toContain('audience-moved');
    expect([codesOf(found), found.fails()]).toEqual([['error note-revised'], true]);
    expect(JSON.stringify(found.problems[0]?.args)).toContain('answer within 90 days');
    const answered = decided(slower(moved), '\nrevises: { reason: We need it., by: the board }');
    const after = judged(answered, target);
    expect([codesOf(after), after.fails()]).toEqual([['warning note-revised'], false]);
  });

  it('is to be decided about where nobody had yet, by whoever changes what it states', () => {
    expect(judged(moved, moved).fails()).toBe(false);
    expect(judged(slower(moved), moved).fails()).toBe(true);
  });
});

it('a consent whose functions go to other readers is decided about with them', () => {
  const main = 'chapters/main.yaml';
  const asking = (kind: string, region: string): Contents =>
    edited(
      sample('shop'),
      main,
      '    tier: additional\n',
      `    tier: additional\n    applies: { regions: [${region}] }\n    consent: { unit: face, kind: ${kind} }\n`,
    );
  const was = released(asking('explicit', 'CN') as Record<string, string>);
  const now = (kind: string): Contents => ({ ...was, [main]: asking(kind, 'SG')[main] ?? '' });
  const target = decided(now('explicit'), '', was);
  expect([own(judged(target, target)), judged(target, target).fails()]).toEqual([[], false]);
  const found = judged({ ...now('implied'), 'changes/note.md': target['changes/note.md'] ?? '' }, target);
  expect(own(found)).toContain('audience-moved');
  expect([codesOf(found), found.fails()]).toEqual([['error note-revised'], true]);
});

describe('a change that comes to affect others', () => {
  it('is one of the request that does so, though a note on it decides for everybody', () => {
    const added = (applies: string): Contents =>
      edited(
        base,
        about,
        '  - id: support\n',
        `  - { id: copy, kind: right, right: copy${applies} }\n  - id: support\n`,
      );
    const target = decided(added(', applies: { groups: [staff] }'));
    const found = judged({ ...added(''), 'changes/note.md': target['changes/note.md'] ?? '' }, target);
    expect(own(found)).toEqual(['right-added']);
  });
});

describe('a term of the policy’s own', () => {
  const taxonomy = (label: string, parent: string): string =>
    `format: policyc/taxonomy@1\ndata:\n  - { id: shop.code, label: { en: ${label} }, parent: ${parent} }\n`;
  const using = edited(base, 'chapters/main.yaml', '[contact.email, ', '[contact.email, shop.code, ');
  const target = decided({ ...using, 'taxonomy.yaml': taxonomy('a code for the locker', 'contact') });

  it.each([
    ['other words', taxonomy('your fingerprint', 'contact'), 'your fingerprint'],
    ['another parent', taxonomy('a code for the locker', 'biometric'), 'biometric'],
  ])('that comes with its use is decided about as it was then: %s', (_, text, told) => {
    expect(judged(target, base).fails()).toBe(false);
    const found = judged({ ...target, 'taxonomy.yaml': text }, target);
    expect([codesOf(found), found.fails()]).toEqual([['error note-revised'], true]);
    expect(JSON.stringify(found.problems)).toContain(told);
    expect(own(found)).toContain('data-added');
  });

  it('may be corrected in the same request as its use is decided about anew, and beside others', () => {
    const mended = { ...target, 'taxonomy.yaml': taxonomy('a code of the locker', 'contact') };
    const answered = edited(
      mended,
      'changes/note.md',
      'by: counsel',
      'by: counsel\nrevises: { reason: A slip., by: counsel }',
    );
    expect([codesOf(judged(answered, target)), judged(answered, target).fails()]).toEqual([
      ['warning note-revised'],
      false,
    ]);
    const beside = edited(target, about, 'Write to us.', 'Write to us now.');
    expect(own(judged(beside, target))).toEqual(['text-changed']);
  });
});

it('words for pages in a language that came are decided about as they were then', () => {
  const speaking = (words: string): Contents => ({
    ...edited(base, 'policy.yaml', 'locales: [en]', 'locales: [en, fr]'),
    'words/fr.yaml': `words: { summary: ${words} }\n`,
  });
  const target = speaking('En bref');
  expect(judged(speaking('Rien'), target).fails()).toBe(true);
});
