import { beforeEach, describe, expect, it } from 'vitest';
import { limits } from '../../src/base/limits.ts';
import type { FailOn } from '../../src/gate/decide.ts';
import type { Judgement } from '../../src/index.ts';
import { codesOf, edited, headOf, judged, released, sample, without } from './states.ts';

/** What change notes can and cannot do to a request. What git adds to that is in `test/cli/request-notes.test.ts`. */

const base = released(sample('shop'));
const head = headOf(base);
const about = 'chapters/about.yaml';
const pathOf = (name: string): string => `changes/${name}.md`;

let main = base;
let at = base;
beforeEach(() => {
  main = base;
  at = base;
});

const judge = (): Judgement => judged(at, main);

/** Whether the request is stopped, and the problems that are told. */
const ending = (): [stopped: boolean, codes: string[]] => {
  const found = judge();
  return [found.fails(), codesOf(found)];
};
const edit = (path: string, from: string, to: string): void => {
  at = edited(at, path, from, to);
};
const remove = (path: string): void => {
  at = without(at, path);
};
const write = (name: string, covers: readonly string[], lines: string, against = head): void => {
  const front = `covers: [${covers.join(', ')}]\nagainst: ${against}\nreason: Because.\nby: counsel\n${lines}`;
  at = { ...at, [pathOf(name)]: `---\n${front}\n---\nWords.\n` };
};
/** The main branch goes where the request is, and the request begins anew. */
const merge = (): void => {
  main = at;
};

const slower = (): string => {
  edit(about, 'P15D', 'P20D');
  return judge().changes.find(({ kind }) => kind === 'right-answer-slower')?.fingerprint ?? '';
};
const reworded = (): string => {
  edit(about, 'method: Write to us.', 'method: Write to us about it.');
  return judge().changes.find(({ verdict }) => verdict === 'review')?.fingerprint ?? '';
};

describe('a note that does not fit', () => {
  it('covers nothing with a fingerprint from elsewhere, and fails', () => {
    write('slower', [slower()], 'decision: notify');
    expect(judge().fails()).toBe(false);
    edit(about, 'P20D', 'P25D');
    expect(ending()).toEqual([true, ['error note-unused']]);
    expect(judge().changes.filter((one) => one.note)).toEqual([]);
  });

  it('with thousands of things wrong is told by the first of them, and hides no other', () => {
    const old = [slower()];
    for (let nth = 0; nth < 12; nth++) {
      const many = Array.from(
        { length: 250 },
        (_, at) => `v1:${(nth * 1000 + at).toString(16).padStart(32, '0')}`,
      );
      write(`a${nth}`, many, 'decision: notify');
    }
    write('z', old, 'decision: notify', 'f'.repeat(64));
    const [isStopped, codes] = ending();
    expect(isStopped).toBe(true);
    expect(codes).toHaveLength(limits.problems + 1);
    expect([...new Set(codes)].sort()).toEqual([
      'error more-problems',
      'error note-stale',
      'error note-unused',
    ]);
  });

  it('is stale when it was written against a head that never was', () => {
    write('slower', [slower()], 'decision: notify', 'ab'.repeat(32));
    expect(ending()).toEqual([true, ['error note-stale']]);
  });

  it('names a change once', () => {
    const fingerprint = slower();
    write('slower', [fingerprint, fingerprint], 'decision: notify');
    expect(ending()).toEqual([true, ['error duplicate-entry']]);
  });

  it('cannot call a material change editorial, nor raise a change to an entry that is not on the list', () => {
    write('slower', [slower()], 'decision: editorial');
    expect(codesOf(judge())).toEqual(['error note-lowers-material']);
    at = base;
    write('words', [reworded()], 'decision: raised\nentry: nonsense');
    expect(ending()).toEqual([true, ['error unknown-reference']]);
  });
});

describe('two notes on one change', () => {
  it.each([
    ['other', 'decision: consent'],
    ['same', 'decision: notify'],
  ])('with the %s decision are both out of force', (_, decision) => {
    const fingerprint = slower();
    write('one', [fingerprint], 'decision: notify');
    write('two', [fingerprint], decision);
    expect(ending()).toEqual([true, ['error note-conflict', 'error note-conflict']]);
    expect(judge().changes.filter((one) => one.note)).toEqual([]);
  });

  it('are none when one of them was spent, or written against another version', () => {
    const fingerprint = slower();
    write('one', [fingerprint], 'decision: notify');
    write('two', [fingerprint], 'decision: consent', 'ab'.repeat(32));
    expect(codesOf(judge())).toEqual(['error note-stale']);
  });

  it('may not declare the same entry', () => {
    write('one', [], 'decision: notify\ndeclares: [rights]');
    write('two', [], 'decision: notify\ndeclares: [rights]');
    expect(ending()).toEqual([true, ['error note-conflict', 'error note-conflict']]);
  });
});

describe('a removal', () => {
  const removed = (): string => {
    const [right = ''] = / {2}- id: access\n(?: {4}.*\n)+/.exec(sample('shop')[about] ?? '') ?? [];
    edit(about, right, '');
    return judge().changes.find(({ kind }) => kind === 'right-removed')?.fingerprint ?? '';
  };

  it('needs what happens in practice', () => {
    const fingerprint = removed();
    write('gone', [fingerprint], 'decision: notify');
    expect(codesOf(judge())).toContain('error note-without-practice');
    write('gone', [fingerprint], 'decision: notify\npractice: continues');
    expect(ending()).toEqual([true, ['error note-practice-continues']]);
  });

  it('of words alone needs it too', () => {
    const main = 'chapters/main.yaml';
    const [text = ''] = /\n {4}text: We need.*/.exec(sample('shop')[main] ?? '') ?? [];
    edit(main, text, '');
    const gone = judge().changes.filter(({ verdict }) => verdict !== 'editorial');
    const fingerprints = gone.map(({ fingerprint }) => fingerprint);
    write('words', fingerprints, 'decision: editorial');
    expect(codesOf(judge())).toEqual(['error note-without-practice']);
    write('words', fingerprints, 'decision: editorial\npractice: moved');
    expect(ending()).toEqual([false, []]);
  });

  it.each(['ceased', 'moved', 'never-occurred'])('is decided when it %s', (practice) => {
    write('gone', [removed()], `decision: notify\npractice: ${practice}`);
    expect(ending()).toEqual([false, []]);
  });
});

describe('the decisions of the target', () => {
  it('are settled while they stand, and the request’s own when it deletes or changes the note', () => {
    write('slower', [slower()], 'decision: consent');
    merge();
    expect(judge().changes.map(({ inherited }) => inherited)).toEqual(['decided']);

    remove(pathOf('slower'));
    const deleted = judge();
    const open = deleted.changes.map(({ inherited, note }) => [inherited, note]);
    expect([deleted.fails(), open]).toEqual([true, [[undefined, undefined]]]);

    at = main;
    edit(pathOf('slower'), 'decision: consent', 'decision: notify');
    const changed = judge();
    expect([changed.fails(), codesOf(changed)]).toEqual([true, ['error note-revised']]);
    expect(changed.changes.map(({ note, inherited }) => [note?.decision, inherited])).toEqual([
      ['notify', undefined],
    ]);
  });

  it('may be taken by a request, for what had none', () => {
    edit(about, 'P15D', 'P20D');
    merge();
    const [change] = judge().changes;
    write('slower', [change?.fingerprint ?? ''], 'decision: notify');
    const found = judge();
    expect([found.fails(), found.changes[0]?.note?.decision]).toEqual([false, 'notify']);
  });

  it('are seen when they are taken back: a declaration deleted, a raised change lowered', () => {
    write('declared', [], 'decision: notify\ndeclares: [rights]');
    const fingerprint = reworded();
    write('words', [fingerprint], 'decision: raised\nentry: rights');
    merge();
    expect(codesOf(judge())).toEqual([]);
    remove(pathOf('declared'));
    write('words', [fingerprint], 'decision: editorial');
    const codes = ['error note-withdrawn', 'error note-revised', 'error note-withdrawn'];
    expect(ending()).toEqual([true, codes]);
  });

  it('that are faulty there do not stop requests that leave them alone', () => {
    write('stray', [`v1:${'0'.repeat(32)}`], 'decision: notify');
    merge();
    expect(ending()).toEqual([false, ['warning note-unused']]);
    write('stray', [`v1:${'1'.repeat(32)}`], 'decision: notify');
    expect(ending()).toEqual([true, ['error note-unused']]);
  });
});

describe('what stops a request', () => {
  const every: readonly FailOn[] = ['uncovered', 'material', 'review', 'any', 'none'];
  const stopped = (): FailOn[] => {
    const found = judge();
    return every.filter((choice) => found.fails(choice));
  };

  it('is what the request changes', () => {
    expect(stopped()).toEqual([]);
    const fingerprint = slower();
    expect(stopped()).toEqual(['uncovered', 'material', 'review', 'any']);
    write('slower', [fingerprint], 'decision: notify');
    expect(stopped()).toEqual(['material', 'review', 'any']);
  });

  it('is a text to review, as material once it is raised, and no longer once it is editorial', () => {
    const fingerprint = reworded();
    expect(stopped()).toEqual(['uncovered', 'review', 'any']);
    write('words', [fingerprint], 'decision: raised\nentry: rights');
    expect(stopped()).toEqual(['material', 'review', 'any']);
    write('words', [fingerprint], 'decision: editorial');
    expect(stopped()).toEqual(['review', 'any']);
  });

  it('is neither backlog nor what means nothing, unless anything counts', () => {
    edit(about, 'P15D', 'P20D');
    merge();
    expect(stopped()).toEqual([]);
    edit(about, 'method: Write to us.', 'method: Write  to us.');
    expect(stopped()).toEqual(['any']);
  });

  it('is a note that has a problem, unless nothing counts', () => {
    write('stray', [`v1:${'0'.repeat(32)}`], 'decision: notify');
    expect(stopped()).toEqual(['uncovered', 'material', 'review', 'any']);
  });
});
