import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderFiles, nodeDisk } from '../../src/archive/disk.ts';
import { walkFiles } from '../../src/archive/files.ts';
import { attributesFile, isLeftover, manifestFile, versionFolder } from '../../src/archive/layout.ts';
import type { ReleasePlan } from '../../src/archive/plan.ts';
import { applyPlan } from '../../src/archive/store.ts';
import { verifyArchive } from '../../src/archive/verify.ts';
import { type Archive, archiveOf, inputFor, planned, withPlan, writeArchive } from './archives.ts';
import { faulty, type Operation, planText } from './faults.ts';

const dates = { published: '2022-06-01', effective: '2022-07-01' };
let scratch: string;
let program: string;

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'policyc-crash-'));
  // As CommonJS, of which a process starts sooner than of a module.
  program = join(scratch, 'doomed.cjs');
  await build({
    entryPoints: [fileURLToPath(new URL('./doomed.ts', import.meta.url))],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'silent',
  });
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Paths and bytes, one character each: texts are compared in a fraction of the time of arrays. */
type Versions = ReadonlyMap<string, string>;

const shown = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** The files of the versions on disk; the attributes say the same before and after the first version. */
function versionsOnDisk(folder: string): Versions {
  const files = folderFiles(folder);
  const paths = walkFiles(files, '').filter(
    ({ path }) => path !== attributesFile && !isLeftover(path.split('/')[0] ?? ''),
  );
  return new Map(paths.map(({ path }) => [path, shown(files.read(path) ?? new Uint8Array())]));
}

const versionsOf = (archive: Archive): Versions =>
  new Map(
    [...archive]
      .filter(([path]) => path !== attributesFile)
      .map(([path, bytes]) => [path, shown(bytes)] as const),
  );

function writePlan(name: string, plan: ReleasePlan): string {
  const path = join(scratch, name);
  writeFileSync(path, planText(plan));
  return path;
}

describe('a release that is killed', () => {
  const one = archiveOf('2021-10-24');
  const stale = '.staging-0002-stale/public/policy.en.md';
  const cases: readonly [string, Archive, Archive, ReleasePlan][] = [
    ['the first', new Map(), new Map(), planned(inputFor(new Map(), 'Statement 1.'))],
    ['the second', one, one, planned(inputFor(one, 'Statement 2.', dates))],
    [
      'one that cleans up after another',
      one,
      new Map(one).set(stale, new Uint8Array([1])),
      planned(inputFor(one, 'Statement 2.', dates)),
    ],
  ];

  it.each(cases)(
    'at any operation, %s, leaves exactly the old or the new',
    async (name, before, start, plan) => {
      const planFile = writePlan(`${name}.json`, plan);
      const after = versionsOf(withPlan(before, plan));
      const seen = { old: 0, new: 0 };

      const killAt = async (at: number, when: string): Promise<void> => {
        const folder = mkdtempSync(join(scratch, 'run-'));
        const archive = join(folder, 'archive');
        if (start.size > 0) writeArchive(archive, start);
        expect(await signalOf([archive, planFile, String(at), when])).toBe('SIGKILL');

        const found = versionsOnDisk(archive);
        const isNew = found.has(`${versionFolder(plan.manifest.sequence)}/${manifestFile}`);
        expect(found).toEqual(isNew ? after : versionsOf(before));
        seen[isNew ? 'new' : 'old'] += 1;
        const report = verifyArchive(folderFiles(archive));
        expect(report.problems).toEqual([]);

        const next = applyPlan(archive, plan);
        expect(next.recovered.map((leftover) => leftover.folder).sort()).toEqual(report.leftovers);
        expect(next.problems.map(({ code }) => code)).toEqual(isNew ? ['store-version-exists'] : []);
        expect(versionsOnDisk(archive)).toEqual(after);
        expect(verifyArchive(folderFiles(archive))).toMatchObject({ problems: [], leftovers: [] });
        rmSync(folder, { recursive: true });
      };

      const moments = operationsOf(start, plan).flatMap((operation, index) => [
        { at: index + 1, when: 'before' },
        ...(operation === 'createFile' || operation === 'remove' ? [{ at: index + 1, when: 'during' }] : []),
      ]);
      while (moments.length > 0) {
        await Promise.all(moments.splice(0, 4).map(({ at, when }) => killAt(at, when)));
      }
      expect(seen.old).toBeGreaterThan(20);
      // Between the rename and the last sync.
      expect(seen.new).toBe(1);
    },
    120_000,
  );

  /** What a release does to the disk, in order. */
  function operationsOf(start: Archive, plan: ReleasePlan): Operation[] {
    const operations: Operation[] = [];
    const archive = join(mkdtempSync(join(scratch, 'count-')), 'archive');
    if (start.size > 0) writeArchive(archive, start);
    const counting = faulty(nodeDisk, (_, operation) => {
      operations.push(operation);
      return undefined;
    });
    expect(applyPlan(archive, plan, counting).released).toBe(true);
    return operations;
  }

  function signalOf(args: readonly string[]): Promise<string | null> {
    return new Promise((resolve) => {
      spawn(process.execPath, [program, ...args], { stdio: 'ignore' }).on('exit', (_, signal) =>
        resolve(signal),
      );
    });
  }
});

describe('releases started at once', () => {
  it('of one number: one wins, and the archive is whole', async () => {
    const one = archiveOf('2021-10-24');
    const plans = ['One.', 'Two.', 'Three.', 'Four.'].map((text) => planned(inputFor(one, text, dates)));
    const files = plans.map((plan, index) => writePlan(`rival-${index}.json`, plan));
    for (let round = 0; round < 8; round++) {
      const folder = mkdtempSync(join(scratch, 'race-'));
      const archive = join(folder, 'archive');
      mkdirSync(archive);
      writeArchive(archive, one);
      const gate = join(folder, 'gate');
      const runs = files.map((file) =>
        promisify(execFile)(process.execPath, [program, archive, file, '0', 'before', gate]),
      );
      setTimeout(() => writeFileSync(gate, ''), 150);
      const results = (await Promise.all(runs)).map(
        ({ stdout }) => JSON.parse(stdout) as { released: boolean; codes: string[] },
      );
      const winners = results.flatMap(({ released }, index) => (released ? [index] : []));
      expect(winners).toHaveLength(1);
      const winner = plans[winners[0] ?? 0];
      expect(winner && versionsOnDisk(archive)).toEqual(winner && versionsOf(withPlan(one, winner)));
      for (const { released, codes } of results) {
        expect(released || ['store-version-exists', 'store-taken-over'].includes(codes[0] ?? '')).toBe(true);
      }
      expect(verifyArchive(folderFiles(archive))).toMatchObject({ problems: [], leftovers: [] });
      expect(existsSync(join(archive, '0003'))).toBe(false);
      rmSync(folder, { recursive: true });
    }
  });
});
