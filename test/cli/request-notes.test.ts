import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import schema from '../../schemas/diff-report.schema.json' with { type: 'json' };
import { makeRepository, neverReleased, type Repository, release, twoPolicies } from './repository.ts';

/** What change notes do to requests and releases in real repositories; `test/judgement/notes.test.ts` has all of the first. */

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

describe('a removal', () => {
  it('cannot be released while what it spoke of continues', () => {
    at.edit(about, / {2}- id: access\n(?: {4}.*\n)+/, '');
    const gone = judge().changes.find(({ kind }) => kind === 'right-removed')?.fingerprint ?? '';
    write('gone', [gone], 'decision: notify\npractice: continues');
    expect(ending()).toEqual([1, ['error note-practice-continues']]);
    const refused = at.policyc('release', '--published', '2022-06-01', '--effective', '2022-08-01');
    expect([refused.exit, refused.err]).toEqual([1, expect.stringContaining('note-practice-continues')]);
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

describe('a decision of the target', () => {
  it('is settled while it stands, and the request’s own when it changes the note', () => {
    write('slower', [slower()], 'decision: consent');
    merge('Slower, with consent');
    expect(judge().changes.map(({ state }) => state)).toEqual(['settled']);
    at.edit(note('slower'), 'decision: consent', 'decision: notify');
    const changed = judge();
    expect([changed.exit, codesOf(changed)]).toEqual([1, ['error note-revised']]);
    expect([changed.changes[0]?.note?.decision, changed.changes[0]?.state]).toEqual(['notify', 'noted']);
  });
});

describe('a spent note', () => {
  it('leaves at the release, is passed over where it lies all the same, and is one like any other once it is edited', () => {
    write('slower', [slower()], 'decision: notify\ndeclares: [service]');
    const text = at.read(note('slower'));
    release(at, shop, '2022-08-01');
    expect(existsSync(join(at.root, note('slower')))).toBe(false);
    // As an earlier release, or another branch, may leave it.
    at.write(note('slower'), text);
    merge('Release 2');
    const found = judge();
    expect([found.exit, codesOf(found), found.changes]).toEqual([0, [], []]);
    at.edit(note('slower'), 'Words.', 'Other words.');
    expect(ending()).toEqual([1, ['error note-stale']]);
    at.remove(note('slower'));
    expect(ending()).toEqual([0, []]);
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

describe('note', () => {
  it.each([
    ['--reason', '\u200b'],
    ['--by', '\u200b\u2060'],
    ['--by', 'x'],
    ['--read-by', '\u200b'],
    ['--read-by', 'x'],
    ['--text', '[words]: /a'],
  ])('writes none with %s %j, which says nothing to anybody', (option, words) => {
    at.edit(about, 'P15D', 'P20D');
    const done = at.policyc('note', option, words);
    expect([done.exit, done.out]).toEqual([2, '']);
    expect(done.err).toContain(`${option} `);
    expect(existsSync(join(at.root, shop, 'changes'))).toBe(false);
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
  it('ends by what the request changes', () => {
    write('slower', [slower()], 'decision: notify');
    const codes = ['uncovered', 'material', 'review', 'any', 'none'].map(
      (choice) => at.policyc('diff', '--target', 'main', '--fail-on', choice).exit,
    );
    expect(codes).toEqual([0, 1, 1, 1, 0]);
  });
});
