import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import schema from '../../schemas/diff-report.schema.json' with { type: 'json' };
import { makeRepository, neverReleased, type Repository, release, twoPolicies } from './repository.ts';

/** What change notes can and cannot do to a request: the built program in real repositories. */

interface Report {
  readonly policies: readonly {
    readonly changes: readonly {
      readonly kind: string;
      readonly fingerprint: string;
      readonly verdict: string;
      readonly decided: string;
      readonly state: string;
      readonly note?: { readonly path: string; readonly decision: string };
      readonly obligations: readonly { readonly owes: string; readonly detail?: string }[];
    }[];
    readonly problems: readonly {
      readonly code: string;
      readonly severity: string;
      readonly reason: string;
    }[];
  }[];
}

const validate = new Ajv2020({ allErrors: true, strictRequired: false, allowUnionTypes: true }).compile(
  schema,
);

let template: Repository;
let at: Repository;
let head = '';

const shop = 'policies/shop';
const about = `${shop}/chapters/about.yaml`;
const note = (name: string): string => `${shop}/changes/${name}.md`;

beforeAll(() => {
  template = twoPolicies();
  template.write('policyc.yaml', 'format: policyc/workspace@1\npolicies: [policies/shop]\n');
  template.git('checkout', '-q', 'main');
  template.commit('One policy');
  template.git('checkout', '-q', '-B', 'request');
  head =
    (
      JSON.parse(template.policyc('archive', 'list', '--format', 'json').out) as {
        policies: { head: string }[];
      }
    ).policies[0]?.head ?? '';
});
afterAll(() => template.away());
beforeEach(() => {
  at = makeRepository(template);
});
afterEach(() => at.away());

/** The report on the request, and how it ends. */
const judge = (...more: string[]): { exit: number | null } & Report['policies'][number] => {
  const { exit, out, err } = at.policyc('diff', '--target', 'main', '--format', 'json', ...more);
  if (exit !== 2) expect(validate(JSON.parse(out)) || validate.errors).toBe(true);
  const [policy] = exit === 2 ? [] : (JSON.parse(out) as Report).policies;
  if (!policy) throw new Error(err);
  return { exit, ...policy };
};

const codesOf = (found: Report['policies'][number]): string[] =>
  found.problems.map(({ code, severity }) => `${severity} ${code}`);

/** How the request ends, and the problems that are told. */
const ending = (): [exit: number | null, codes: string[]] => {
  const found = judge();
  return [found.exit, codesOf(found)];
};

const write = (name: string, covers: readonly string[], lines: string, against = head): void =>
  at.write(
    note(name),
    `---\ncovers: [${covers.join(', ')}]\nagainst: ${against}\nreason: Because.\nby: counsel\n${lines}\n---\nWords.\n`,
  );

/** The main branch goes where the request is, and the request begins anew. */
const merge = (message: string): void => {
  at.commit(message);
  at.git('branch', '-f', 'main');
};

const slower = (): string => {
  at.edit(about, 'P15D', 'P20D');
  return judge().changes.find(({ kind }) => kind === 'right-answer-slower')?.fingerprint ?? '';
};
const reworded = (): string => {
  at.edit(about, 'method: Write to us.', 'method: Write to us about it.');
  return judge().changes.find(({ verdict }) => verdict === 'review')?.fingerprint ?? '';
};

describe('a note that does not fit', () => {
  it('covers nothing with a fingerprint from elsewhere, and fails', () => {
    const fingerprint = slower();
    write('slower', [fingerprint], 'decision: notify');
    expect(judge().exit).toBe(0);
    at.edit(about, 'P20D', 'P25D');
    const found = judge();
    expect([found.exit, codesOf(found)]).toEqual([1, ['error note-unused']]);
    expect(found.changes.filter((one) => one.note)).toEqual([]);
  });

  it('is stale when it was written against a head that never was', () => {
    write('slower', [slower()], 'decision: notify', 'ab'.repeat(32));
    expect(ending()).toEqual([1, ['error note-stale']]);
  });

  it('names a change once', () => {
    const fingerprint = slower();
    write('slower', [fingerprint, fingerprint], 'decision: notify');
    expect(ending()).toEqual([1, ['error duplicate-entry']]);
  });

  it('cannot call a material change editorial, nor raise a change to an entry that is not on the list', () => {
    write('slower', [slower()], 'decision: editorial');
    expect(codesOf(judge())).toEqual(['error note-lowers-material']);
    at.remove(`${shop}/changes`);
    at.git('checkout', '-q', '--', shop);
    write('words', [reworded()], 'decision: raised\nentry: nonsense');
    expect(ending()).toEqual([1, ['error unknown-reference']]);
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
    const found = judge();
    expect([found.exit, codesOf(found)]).toEqual([1, ['error note-conflict', 'error note-conflict']]);
    expect(found.changes.filter((one) => one.note)).toEqual([]);
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
    expect(ending()).toEqual([1, ['error note-conflict', 'error note-conflict']]);
  });
});

describe('a removal', () => {
  beforeEach(() => {
    at.edit(about, / {2}- id: access\n(?: {4}.*\n)+/, '');
  });
  const removed = (): string =>
    judge().changes.find(({ kind }) => kind === 'right-removed')?.fingerprint ?? '';

  it('needs what happens in practice, and cannot be released while it continues', () => {
    const fingerprint = removed();
    write('gone', [fingerprint], 'decision: notify');
    expect(codesOf(judge())).toContain('error note-without-practice');
    write('gone', [fingerprint], 'decision: notify\npractice: continues');
    expect(ending()).toEqual([1, ['error note-practice-continues']]);
    const refused = at.policyc('release', '--published', '2022-06-01', '--effective', '2022-08-01');
    expect([refused.exit, refused.err]).toEqual([1, expect.stringContaining('note-practice-continues')]);
  });

  it('of words alone needs it too', () => {
    at.git('checkout', '-q', '--', shop);
    at.edit(`${shop}/chapters/main.yaml`, /\n {4}text: We need.*/, '');
    const gone = judge().changes.filter(({ verdict }) => verdict !== 'editorial');
    write(
      'words',
      gone.map(({ fingerprint }) => fingerprint),
      'decision: editorial',
    );
    expect(codesOf(judge())).toEqual(['error note-without-practice']);
    write(
      'words',
      gone.map(({ fingerprint }) => fingerprint),
      'decision: editorial\npractice: moved',
    );
    expect(ending()).toEqual([0, []]);
  });

  it.each(['ceased', 'moved', 'never-occurred'])('is decided when it %s', (practice) => {
    write('gone', [removed()], `decision: notify\npractice: ${practice}`);
    expect(ending()).toEqual([0, []]);
  });
});

describe('a raised change', () => {
  it('owes what the entry owes, and a release holds it to that', () => {
    write('words', [reworded()], 'decision: raised\nentry: rights');
    const [raised] = judge().changes;
    expect([raised?.verdict, raised?.decided]).toEqual(['review', 'material']);
    const owed = raised?.obligations.map(({ owes, detail }) => [owes, detail]) ?? [];
    expect(owed.filter(([owes]) => owes !== 'notice')).toEqual([
      ['prominent-notice', 'announcement'],
      ['lead-time', 'P30D'],
      ['notice-record', undefined],
    ]);
    const early = at.policyc('release', '--published', '2022-06-20', '--effective', '2022-07-02');
    expect([early.exit, early.err]).toEqual([1, expect.stringContaining('readers were promised 30 days')]);
    release(at, shop, '2022-08-01');
  });
});

describe('the decisions of the target', () => {
  it('are settled while they stand, and the request’s own when it deletes or changes the note', () => {
    write('slower', [slower()], 'decision: consent');
    merge('Slower, with consent');
    expect(judge().changes.map(({ state }) => state)).toEqual(['settled']);

    at.remove(note('slower'));
    const deleted = judge();
    expect([deleted.exit, deleted.changes.map(({ state }) => state)]).toEqual([1, ['open']]);

    at.git('checkout', '-q', '--', shop);
    at.edit(note('slower'), 'decision: consent', 'decision: notify');
    const changed = judge();
    expect([changed.exit, codesOf(changed)]).toEqual([1, ['error note-revised']]);
    expect([changed.changes[0]?.note?.decision, changed.changes[0]?.state]).toEqual(['notify', 'noted']);
  });

  it('may be taken by a request, for what had none', () => {
    at.edit(about, 'P15D', 'P20D');
    merge('Slower');
    const [change] = judge().changes;
    write('slower', [change?.fingerprint ?? ''], 'decision: notify');
    const found = judge();
    expect([found.exit, found.changes[0]?.note?.decision]).toEqual([0, 'notify']);
  });

  it('are seen when they are taken back: a declaration deleted, a raised change lowered', () => {
    write('declared', [], 'decision: notify\ndeclares: [rights]');
    const fingerprint = reworded();
    write('words', [fingerprint], 'decision: raised\nentry: rights');
    merge('Declared and raised');
    expect(codesOf(judge())).toEqual([]);
    at.remove(note('declared'));
    write('words', [fingerprint], 'decision: editorial');
    const codes = ['error note-withdrawn', 'error note-revised', 'error note-withdrawn'];
    expect(ending()).toEqual([1, codes]);
  });

  it('that are faulty there do not stop requests that leave them alone', () => {
    write('stray', [`v1:${'0'.repeat(32)}`], 'decision: notify');
    merge('A stray note');
    expect(ending()).toEqual([0, ['warning note-unused']]);
    write('stray', [`v1:${'1'.repeat(32)}`], 'decision: notify');
    expect(ending()).toEqual([1, ['error note-unused']]);
  });
});

describe('a spent note', () => {
  beforeEach(() => {
    write('slower', [slower()], 'decision: notify\ndeclares: [service]');
    const text = at.read(note('slower'));
    release(at, shop, '2022-08-01');
    expect(existsSync(join(at.root, note('slower')))).toBe(false);
    // As an earlier release, or another branch, may leave it.
    at.write(note('slower'), text);
    merge('Release 2');
  });

  it('leaves at the release, and is passed over where it lies all the same', () => {
    expect(ending()).toEqual([0, []]);
    at.remove(note('slower'));
    expect(ending()).toEqual([0, []]);
  });

  it('declares nothing again', () => {
    expect(judge().changes).toEqual([]);
  });

  it('is a note like any other once it is edited', () => {
    at.edit(note('slower'), 'Words.', 'Other words.');
    expect(ending()).toEqual([1, ['error note-stale']]);
  });
});

describe('before the first release', () => {
  it('a note covers nothing, in a request, on its target and at the release', () => {
    neverReleased(at, shop);
    expect(at.policyc('diff').exit).toBe(0);
    write('early', [`v1:${'0'.repeat(32)}`], 'decision: notify', 'none');
    expect(ending()).toEqual([1, ['error note-unused']]);
    expect(at.policyc('diff').exit).toBe(1);
    const refused = at.policyc('release', '--published', '2022-06-01', '--effective', '2022-07-01');
    expect([refused.exit, refused.err]).toEqual([1, expect.stringContaining('note-unused')]);
    expect(at.policyc('note').err).toContain('nothing has been released yet');
  });
});

describe('note --rebase', () => {
  it('keeps what stands beside a fingerprint that is gone, on one line or several', () => {
    at.edit(about, 'P15D', 'P20D');
    at.edit(about, 'period: P1Y', 'period: P2Y');
    const both = judge().changes.filter(({ verdict }) => verdict === 'material');
    const [first, second] = both.map(({ fingerprint }) => fingerprint);
    write('both', [first ?? '', second ?? ''], 'decision: notify', 'ab'.repeat(32));
    at.edit(about, 'period: P2Y', 'period: P1Y');
    const done = at.policyc('note', '--rebase');
    expect([done.exit, done.out]).toEqual([
      0,
      expect.stringContaining('1 change carried over, 1 fingerprint dropped'),
    ]);
    expect(ending()).toEqual([0, []]);
  });
});

describe('note --signal low', () => {
  const title = (from: string, to: string): void => at.edit(about, `title: ${from}`, `title: ${to}`);

  it('writes one note for the texts that touch little, and leaves the rest alone', () => {
    title('To see your data', 'To see your datas');
    title('When this policy changes', 'When this policy change');
    at.edit(about, 'method: Write to us.', 'method: Do not write to us.');
    const done = at.policyc('note', '--signal', 'low', '--reason', 'Wording.', '--by', 'counsel');
    expect([done.exit, done.out.split('\n')[0]]).toEqual([0, note('low-signal')]);
    expect(at.read(note('low-signal'))).toMatch(/decision: editorial\nreason: "Wording\."/);
    const found = judge();
    const open = found.changes.filter((one) => one.verdict === 'review' && !one.note);
    expect([found.exit, open.length, codesOf(found)]).toEqual([1, 1, []]);
    const again = at.policyc('note', '--signal', 'low');
    expect([again.exit, again.out]).toEqual([0, 'No text of low signal is without a note.\n']);
  });

  it('covers no fact, and takes no changes by name', () => {
    at.edit(about, 'P15D', 'P20D');
    expect(at.policyc('note', '--signal', 'low').out).toBe('No text of low signal is without a note.\n');
    expect(at.policyc('note', '--signal', 'low', '--for', `v1:${'0'.repeat(32)}`).exit).toBe(2);
    expect(at.policyc('note', '--signal', 'high').exit).toBe(2);
  });
});

describe('--fail-on', () => {
  const codes = (...choices: string[]): (number | null)[] =>
    choices.map((choice) => at.policyc('diff', '--target', 'main', '--fail-on', choice).exit);
  const every = ['uncovered', 'material', 'review', 'any', 'none'];

  it('ends by what the request changes', () => {
    expect(codes(...every)).toEqual([0, 0, 0, 0, 0]);
    const fingerprint = slower();
    expect(codes(...every)).toEqual([1, 1, 1, 1, 0]);
    write('slower', [fingerprint], 'decision: notify');
    expect(codes(...every)).toEqual([0, 1, 1, 1, 0]);
  });

  it('counts a text to review as material once it is raised, and no longer once it is editorial', () => {
    const fingerprint = reworded();
    expect(codes(...every)).toEqual([1, 0, 1, 1, 0]);
    write('words', [fingerprint], 'decision: raised\nentry: rights');
    expect(codes(...every)).toEqual([0, 1, 1, 1, 0]);
    write('words', [fingerprint], 'decision: editorial');
    expect(codes(...every)).toEqual([0, 0, 1, 1, 0]);
  });

  it('passes over backlog and what means nothing, unless anything counts', () => {
    at.edit(about, 'P15D', 'P20D');
    merge('Slower');
    expect(codes(...every)).toEqual([0, 0, 0, 0, 0]);
    at.edit(about, 'method: Write to us.', 'method: Write  to us.');
    expect(codes(...every)).toEqual([0, 0, 0, 1, 0]);
  });

  it('ends with a finding for a note that has a problem, unless nothing counts', () => {
    write('stray', [`v1:${'0'.repeat(32)}`], 'decision: notify');
    expect(codes(...every)).toEqual([1, 1, 1, 1, 0]);
  });
});
