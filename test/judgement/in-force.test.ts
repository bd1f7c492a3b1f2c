import fc from 'fast-check';
import { expect, it } from 'vitest';
import { filesOf } from '../../src/archive/files.ts';
import { parsePolicy } from '../../src/archive/frozen.ts';
import { frozenJson, sumsOf, versionFolder } from '../../src/archive/layout.ts';
import { readArchive } from '../../src/archive/read.ts';
import { type Json, sha256 } from '../../src/base/canonical.ts';
import { addDays } from '../../src/base/date.ts';
import { eachOnDemand, keptWith } from '../../src/base/on-demand.ts';
import { planVersion } from '../../src/compile.ts';
import { comparePolicies } from '../../src/diff/compare.ts';
import { readNotes } from '../../src/gate/note.ts';
import { draftNote } from '../../src/gate/write.ts';
import { compile, judgeRequest } from '../../src/index.ts';
import type { Policy } from '../../src/model/policy.ts';
import { releaseOf } from '../../src/revision/archive.ts';
import { snapshotOf } from '../../src/snapshot/snapshot.ts';
import { type Contents, edited, released, sample, type Texts } from './states.ts';

/**
 * Whatever a request does to versions, dates, withdrawals and corrections: where readers get another text by it on any
 * day to come, it does not pass unless somebody decided, nor before the time that they were promised, unless somebody answers for that. What readers have
 * is worked out here from the files alone, one day after another, as the documentation says it.
 */

const today = '2022-06-10';
const days = Array.from({ length: 130 }, (_, day) => addDays(today, day));
/** The days that a date of publication may be off by. */
const tolerance = 3;

/** What a version says, as far as versions differ here. */
interface Said {
  readonly answer: string;
  readonly wording: string;
  /** Whether the list of material changes has the entry that watches the answer, and the time that it promises. */
  readonly listed: boolean;
  readonly lead: string;
  readonly languages: string;
}

/** A version that somebody tries to release, as it is written down. */
interface Attempt {
  /** What it says otherwise than the version before. */
  readonly turns: readonly (keyof Said)[];
  readonly dates: { readonly published: number; readonly effective: number };
  readonly withdraws: readonly number[];
  readonly corrects: number | undefined;
  readonly adopted: boolean;
  readonly noted: 'all' | 'words' | 'nothing';
  /** Somebody answers for what is missing. */
  readonly hurried: boolean;
}

/** What is done by hand to a version that is there, hashes and all. */
interface Meddling {
  readonly back: number;
  readonly how: 'effective' | 'published' | 'withdraws' | 'kept' | 'gone' | 'text';
  readonly day: number;
}

const source = sample('shop');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** A version is read once for each of the days on which it is looked at. */
const decoded = keptWith((bytes: Uint8Array): string => new TextDecoder().decode(bytes));
const textOf = (content: string | Uint8Array = ''): string =>
  typeof content === 'string' ? content : decoded(content);

const archived = (files: Contents): Map<string, Uint8Array> =>
  new Map(
    Object.entries(files).flatMap(([path, content]) =>
      path.startsWith('archive/') ? [[path.slice(8), utf8(textOf(content))] as const] : [],
    ),
  );

/** The policy as it is written, without its archive. */
const written = (files: Contents): Texts =>
  Object.fromEntries(
    Object.entries(files).flatMap(([path, content]) =>
      path.startsWith('archive/') ? [] : [[path, textOf(content)] as const],
    ),
  );

/** The files with a version more; as they were when there can be none. */
function attempted(files: Contents, attempt: Attempt, said: Said, day: string): Contents {
  const { noted, adopted, hurried } = attempt;
  const { answer, wording, listed, lead, languages } = said;
  const about = 'chapters/about.yaml';
  const asked = {
    ...written(files),
    [about]: source[about] ?? '',
    'policy.yaml': source['policy.yaml'] ?? '',
  };
  const texts = [
    ['P15D', answer],
    ['Write to us.', `Write to us${wording}.`],
    ['leadTime: P30D', `leadTime: ${lead}`],
    ...(listed ? [] : [['      - id: rights\n        words: Your rights.\n        watches: [right]\n', '']]),
  ];
  const sources = written(
    texts.reduce<Contents>(
      (all, [from = '', to = '']) => edited(all, about, from, to),
      edited(asked, 'policy.yaml', '[en]', languages),
    ),
  );
  const { policy } = compile(sources);
  const store = filesOf(archived(files));
  const archive = readArchive(store);
  const last = archive.versions.at(-1);
  if (!policy || !last || archive.problems.length > 0) return files;
  const head = releaseOf(store, last);
  const input = {
    archive,
    head,
    policy,
    published: addDays(day, attempt.dates.published),
    effective: addDays(day, attempt.dates.effective),
    ...(attempt.corrects === undefined ? {} : { corrects: Math.max(1, last.sequence - attempt.corrects) }),
    ...(attempt.withdraws.length === 0
      ? {}
      : { withdraws: [...new Set(attempt.withdraws.map((back) => Math.max(1, last.sequence - back)))] }),
    ...(adopted ? { adopted } : {}),
    tool: 'policyc 0.0.0',
    sources: new Map(Object.entries(sources)),
    inForce: { notes: [], head: head.hash, spent: new Set<string>() },
    besides: [],
    policyOf: (sequence: number) => {
      const version = archive.versions.find((one) => one.sequence === sequence);
      if (!version) throw new RangeError(`no version ${sequence}`);
      return releaseOf(store, version).policy;
    },
    horizon: 'P5Y',
    override: undefined,
  };
  const { changes } = planVersion(input);
  const acts = changes.flatMap(({ key }) => (key[0] === 'archive' ? [key[1] ?? ''] : []));
  const covered = changes.filter(({ key, verdict }) => key[0] !== 'archive' && verdict !== 'editorial');
  const note = draftNote(covered, head.hash, {
    name: `note-${last.sequence}`,
    practice: 'ceased',
    decision: 'notify',
    acts: noted === 'all' ? acts : [],
    reason: 'Because.',
    by: 'counsel',
    readBy: 'counsel',
    body: 'Words.',
  });
  const isNoted = noted !== 'nothing' && (covered.length > 0 || (noted === 'all' && acts.length > 0));
  const noteFiles = isNoted
    ? [[note.path, note.text] as const, [note.path.replace(/md$/, 'de.md'), 'Words.\n'] as const].slice(
        0,
        policy.locales.length,
      )
    : [];
  const { notes } = readNotes(snapshotOf(noteFiles.map(([path, text]) => [path, utf8(text)])));
  const inForce = { ...input.inForce, notes };
  const all = {
    ...input,
    inForce,
    sources: new Map([...input.sources, ...noteFiles]),
  };
  const plan =
    planVersion(all).plan ??
    (hurried ? planVersion({ ...all, override: { reason: 'Hurry.', by: 'me' } }).plan : undefined);
  if (!plan) return files;
  const folder = versionFolder(last.sequence + 1);
  return {
    ...files,
    ...sources,
    ...Object.fromEntries([...plan.files].map(([path, bytes]) => [`archive/${folder}/${path}`, bytes])),
  };
}

interface Manifest {
  readonly sequence: number;
  readonly published: string;
  readonly effective: string;
  readonly previous: string | null;
  readonly withdraws?: readonly number[];
  readonly files: Readonly<Record<string, string>>;
}

const saidIn = keptWith((files: Contents): readonly Manifest[] =>
  Object.keys(files)
    .filter((path) => /^archive\/\d+\/manifest\.json$/.test(path))
    .map((path) => JSON.parse(textOf(files[path])) as Manifest)
    .sort((a, b) => a.sequence - b.sequence),
);

/** Writes versions anew from one on, so that every hash is true again. */
function sealed(files: Contents, changed: Manifest): Contents {
  const done: Record<string, string | Uint8Array> = { ...files };
  let previous = changed.previous;
  for (const one of saidIn(files).filter(({ sequence }) => sequence >= changed.sequence)) {
    const said = one.sequence === changed.sequence ? changed : { ...one, previous };
    const folder = `archive/${versionFolder(one.sequence)}`;
    const text = frozenJson(said as unknown as Json);
    done[`${folder}/manifest.json`] = text;
    done[`${folder}/SHA256SUMS`] = sumsOf({ ...said.files, 'manifest.json': sha256(text) });
    previous = sha256(text);
  }
  return done;
}

function meddled(files: Contents, { back, how, day }: Meddling): Contents {
  const all = saidIn(files);
  const one = all.at(-1 - (back % all.length));
  if (!one) return files;
  const folder = `archive/${versionFolder(one.sequence)}/`;
  if (how === 'gone')
    return Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith(folder)));
  if (how === 'text') {
    const path = `${folder}public/policy.json`;
    const text = textOf(files[path]).replace('"Write to us', '"Never write to us');
    const hashes = { ...one.files, 'public/policy.json': sha256(text) };
    return sealed({ ...files, [path]: text }, { ...one, files: hashes });
  }
  if (how === 'kept') return sealed(files, { ...one, withdraws: [] });
  if (how === 'withdraws') return sealed(files, { ...one, withdraws: [Math.max(1, one.sequence - 1)] });
  return sealed(files, { ...one, [how]: addDays(today, day) });
}

/** What the policy said in a version, and which version that was; nothing when there is none on that day. */
function readersHave(
  files: Contents,
  day: string,
): { readonly sequence?: number; readonly text: string; readonly json?: string } {
  const all = saidIn(files);
  const withdrawn = all.flatMap(({ withdraws = [] }) => withdraws);
  const inForce = all.filter(({ sequence, effective }) => effective <= day && !withdrawn.includes(sequence));
  const newest = inForce.at(-1)?.sequence;
  if (newest === undefined) return { text: '' };
  const policy = textOf(files[`archive/${versionFolder(newest)}/public/policy.json`]);
  return { sequence: newest, text: saidBy(policy), json: policy };
}

const saidBy = eachOnDemand((policy: string): string => {
  const { facts, prose } = JSON.parse(policy) as Record<
    'facts' | 'prose',
    { key: unknown; values: unknown }[]
  >;
  return JSON.stringify([facts, prose].map((rows) => rows.map(({ key, values }) => [key, values])));
});

const rank = ['none', 'editorial', 'review', 'material'];
const policyIn = eachOnDemand((json: string) => {
  const parsed = parsePolicy(utf8(json));
  if (!('value' in parsed)) throw new Error('no policy');
  return parsed.value;
});
const comparedWith = keptWith((one: Policy) => keptWith((other: Policy) => comparePolicies(one, other)));
const between = (one: string, other: string) => comparedWith(policyIn(one))(policyIn(other));

/** The answer time that readers are promised, which is material in this policy, and the days that they are told of it before. */
const answerIn = (text: string): string => /"answerWithin":"(P\d+D)"/.exec(text)?.[1] ?? 'none';
const leadIn = (text: string): number => Number(/"leadTime":"P(\d+)D"/.exec(text)?.[1] ?? 0);

const day = (least: number, most: number) => fc.integer({ min: least, max: most });
const dated = (published: fc.Arbitrary<number>, effective: fc.Arbitrary<number>) =>
  fc.record({ published, effective });
/** As they should be, sooner than promised, with the time that is promised on paper alone, or any. */
const dates = fc.oneof(
  { weight: 4, arbitrary: dated(day(-3, 3), fc.constantFrom(33, 33, 40, 63)) },
  { weight: 3, arbitrary: dated(day(-3, 3), fc.constantFrom(3, 13, 25)) },
  {
    weight: 3,
    arbitrary: dated(day(30, 34), day(0, 26)).map(({ published, effective }) => ({
      published: effective - published,
      effective,
    })),
  },
  { weight: 1, arbitrary: dated(day(-40, 40), day(-40, 120)) },
);
const attempts: fc.Arbitrary<Attempt> = fc.record({
  dates,
  turns: fc.oneof(
    fc.uniqueArray(fc.constantFrom<keyof Said>('answer', 'listed', 'lead'), { minLength: 1, maxLength: 1 }),
    fc.uniqueArray(fc.constantFrom<keyof Said>('answer', 'wording', 'listed', 'lead', 'languages'), {
      maxLength: 3,
    }),
  ),
  withdraws: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(day(0, 2), { minLength: 1, maxLength: 2 }) },
  ),
  corrects: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: day(0, 2) }),
  adopted: fc.oneof(
    { weight: 9, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
  hurried: fc.constantFrom(true, false, false),
  noted: fc.constantFrom('all', 'all', 'all', 'words', 'nothing'),
});
const meddlings: fc.Arbitrary<Meddling> = fc.record({
  back: day(0, 3),
  how: fc.constantFrom('effective', 'published', 'withdraws', 'kept', 'gone', 'text'),
  day: day(-40, 90),
});
interface Request {
  readonly before: readonly Attempt[];
  readonly within: readonly Attempt[];
  readonly meddling: Meddling | undefined;
}
const requests: fc.Arbitrary<Request> = fc.record({
  before: fc.array(attempts, { maxLength: 2 }),
  within: fc.array(attempts, { minLength: 1, maxLength: 2 }),
  meddling: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: meddlings }),
});

/** Nothing but versions that are decided and in time, each of which says a little else: what they promise differs. */
const calm = fc.tuple(attempts, fc.constantFrom(25, 33, 33, 33, 45)).map(
  ([{ turns }, effective]): Attempt => ({
    turns,
    dates: { published: 0, effective },
    withdraws: [],
    corrects: undefined,
    adopted: false,
    hurried: false,
    noted: 'all',
  }),
);
const calmRequests = fc.record({
  before: fc.array(calm, { maxLength: 1 }),
  within: fc.array(calm, { minLength: 1, maxLength: 2 }),
  meddling: fc.constant(undefined),
});

const first = released(source, { published: '2022-01-01', effective: '2022-02-01' });
const began = '2022-05-20';
const choices = {
  answer: ['P15D', 'P20D', 'P40D'],
  wording: ['', ' please'],
  listed: [true, false],
  lead: ['P30D', 'P1D', 'P60D'],
  languages: ['[en]', '[en, de]'],
} as const;
const saidFirst: Said = { answer: 'P15D', wording: '', listed: true, lead: 'P30D', languages: '[en]' };
const turned = (all: readonly unknown[], one: unknown): unknown => all[(all.indexOf(one) + 1) % all.length];

function holdsFor(sort: fc.Arbitrary<Request>, runs: number): void {
  const seen = { passes: 0, passesWithAnother: 0, stopped: 0 };
  fc.assert(
    fc.property(sort, ({ before, within, meddling }) => {
      let said = saidFirst;
      const after = (files: Contents, attempt: Attempt, date: string): Contents => {
        for (const one of attempt.turns) said = { ...said, [one]: turned(choices[one], said[one]) };
        return attempted(files, attempt, said, date);
      };
      const target = before.reduce((files, one) => after(files, one, began), first);
      const added = within.reduce((files, one) => after(files, one, today), target);
      const request = meddling ? meddled(added, meddling) : added;
      const answer = judgeRequest({ files: request }, { files: target }, { date: today });
      const passes = answer.ok && !answer.value.fails();
      if (!passes) {
        seen.stopped++;
        return;
      }
      seen.passes++;
      const codes = answer.value.problems.map(({ code }) => code);
      const known = saidIn(target).length;
      const notes = saidIn(request)
        .slice(known)
        .flatMap(({ sequence }) =>
          Object.entries(request).flatMap(([path, content]) =>
            path.startsWith(`archive/${versionFolder(sequence)}/internal/source/changes/`)
              ? [textOf(content)]
              : [],
          ),
        );
      // What was released is there, byte for byte.
      const there = archived(request);
      for (const [path, content] of archived(target))
        expect(there.has(path) && Buffer.from(content).equals(there.get(path) ?? content), path).toBe(true);
      for (const [at, date] of days.entries()) {
        const [was, is] = [readersHave(target, date), readersHave(request, date)];
        if (was.text === is.text) continue;
        const had = readersHave(request, addDays(date, -1));
        for (const { json } of [was, had]) {
          if (json === undefined || is.json === undefined) continue;
          const { verdict, changes } = between(json, is.json);
          if (json === was.json)
            expect(rank.indexOf(answer.value.verdict), date).toBeGreaterThanOrEqual(rank.indexOf(verdict));
          const less = answer.value.changes
            .filter((one) => one.verdict !== 'material')
            .map(({ fingerprint }) => fingerprint);
          const missed = changes.filter(
            (one) => one.verdict === 'material' && less.includes(one.fingerprint),
          );
          expect(missed, date).toEqual([]);
        }
        seen.passesWithAnother += at === days.length - 1 ? 1 : 0;
        expect(notes.length, `${date}: #${was.sequence} became #${is.sequence}`).toBeGreaterThan(0);
        if ((is.sequence ?? 0) <= known)
          expect(notes.join('\n'), `${date}: #${is.sequence} again`).toContain('withdraws #');
        // Sooner than promised is what somebody answers for by name, and reviewers are told.
        const isSudden = answerIn(had.text) !== answerIn(is.text);
        if (
          at > 0 &&
          at < leadIn(readersHave(target, today).text) - tolerance &&
          isSudden &&
          was.text !== '' &&
          answerIn(was.text) !== answerIn(is.text)
        )
          expect(codes, `another answer from ${date} on`).toContain('archive-overridden');
      }
    }),
    { numRuns: Number(process.env.LAW_RUNS ?? runs) },
  );
  expect(Math.min(seen.passes, seen.passesWithAnother, sort === requests ? seen.stopped : 1)).toBeGreaterThan(
    0,
  );
}

it('what readers will have on any day to come never changes by a request that nobody decided, nor sooner than promised', () =>
  holdsFor(requests, 30));

it('what versions promise that readers have governs every change until others take effect', () =>
  holdsFor(calmRequests, 30));

it('a request that is judged on no day is held to every promise that readers had since the newest version', () => {
  const cut: Attempt = {
    turns: [],
    dates: { published: 0, effective: 33 },
    withdraws: [],
    corrects: undefined,
    adopted: false,
    hurried: false,
    noted: 'all',
  };
  const target = attempted(first, cut, { ...saidFirst, listed: false }, today);
  expect(saidIn(target)).toHaveLength(2);
  const request = edited(target, 'chapters/about.yaml', 'P15D', 'P40D');
  const verdictOn = (date?: string) => {
    const answer = judgeRequest({ files: request }, { files: target }, date === undefined ? {} : { date });
    return answer.ok && answer.value.verdict;
  };
  expect(['2022-06-10', '2022-07-14', undefined].map(verdictOn)).toEqual(['material', 'review', 'material']);
});
