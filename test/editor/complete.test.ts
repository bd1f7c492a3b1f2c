import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { placeOf, sourceFile } from '../../src/base/place.ts';
import { checkSnapshot } from '../../src/check/check-snapshot.ts';
import type { Edit } from '../../src/editor/edits.ts';
import { fixesOf } from '../../src/editor/quick-fixes.ts';
import { viewOf } from '../../src/editor/view.ts';
import { originalTables } from '../../src/model/build.ts';
import { loadPolicy } from '../../src/model/load.ts';
import { isPolicyFolderPath } from '../../src/revision/policy-paths.ts';
import { readFolder } from '../../src/snapshot/folder.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';
import { problemsOf, readSample, sampleNames } from '../check/sample.ts';

const policies = join(import.meta.dirname, '../../policies');
const worked = readdirSync(policies).map(
  (name) => [name, readFolder(join(policies, name), isPolicyFolderPath)] as const,
);

// What the compiler reads as naming something, an editor must know; the two walk the same tables of fields.
describe('an editor knows every id that the compiler reads', () => {
  it.each(worked)('in %s', (_, snapshot) => {
    const { source } = loadPolicy(snapshot);
    if (!source) throw new Error('no policy');
    const { mentions } = originalTables(source);
    const { ids } = viewOf(snapshot, undefined);
    const known = new Set(
      ids.map(({ file, id, range }) => `${file} ${lineOf(snapshot, file, range[0])} ${id}`),
    );
    const missed = mentions.filter(({ id, place }) => !known.has(`${place.file} ${place.line} ${id}`));
    expect(mentions.length).toBeGreaterThan(20);
    expect(missed.map(({ id, place }) => `${id} in ${place.file}:${place.line}`)).toEqual([]);
  });

  it.each(worked)('and each stands where it is said to stand, in %s', (_, snapshot) => {
    const wrong = viewOf(snapshot, undefined).ids.filter(
      ({ file, id, range }) => snapshot.files.get(file)?.text.slice(...range) !== id,
    );
    expect(wrong).toEqual([]);
  });
});

function lineOf({ files }: Snapshot, file: string, offset: number): number {
  const source = files.get(file);
  return source ? placeOf(source, offset).line : 0;
}

const found = sampleNames.flatMap((name) => {
  const snapshot = readSample(name);
  const problems = problemsOf(snapshot);
  const view = viewOf(snapshot, undefined);
  return problems.flatMap((problem) =>
    fixesOf(view, problem).map((fix) => ({ name: `${name}: ${fix.title}`, snapshot, problem, fix })),
  );
});

/** Applies edits, which must not overlap, to the files. */
function edited(snapshot: Snapshot, edits: readonly Edit[]): Snapshot {
  const files = new Map(snapshot.files);
  for (const { file, range, text } of [...edits].sort((a, b) => b.range[0] - a.range[0])) {
    const source = files.get(file);
    if (source)
      files.set(file, sourceFile(file, source.text.slice(0, range[0]) + text + source.text.slice(range[1])));
  }
  return { ...snapshot, files };
}

const countOf = (problems: readonly Diagnostic[], { code }: Diagnostic): number =>
  problems.filter((one) => one.code === code && !one.waived).length;

describe('a quick fix does away with the problem that it is offered for', () => {
  it('is offered for many of the samples', () => {
    expect(new Set(found.map(({ problem }) => problem.code)).size).toBeGreaterThan(30);
  });

  it.each(found)('$name', ({ snapshot, problem, fix }) => {
    // A waiver has its reason still to be written.
    const edits = fix.edits.map((edit) => ({
      ...edit,
      text: edit.text.replace('reason: ""', 'reason: Looked at.'),
    }));
    const before = problemsOf(snapshot);
    const after = checkSnapshot(edited(snapshot, edits)).problems;
    expect(countOf(after, problem)).toBeLessThan(countOf(before, problem));
    expect(after.filter(({ code }) => code.startsWith('yaml-'))).toEqual(
      before.filter(({ code }) => code.startsWith('yaml-')),
    );
  });
});
