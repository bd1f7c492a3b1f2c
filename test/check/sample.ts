import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, messageOf } from '../../src/base/diagnostic.ts';
import { codeFrame } from '../../src/base/frame.ts';
import { roles } from '../../src/base/messages.ts';
import { eachOnDemand, keptWith } from '../../src/base/on-demand.ts';
import { formatPlace, sourceFile } from '../../src/base/place.ts';
import { checkSnapshot } from '../../src/check/check-snapshot.ts';
import { readFolder } from '../../src/snapshot/folder.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';

/** The policy without a fault that the samples depart from. */
const small = join(import.meta.dirname, '../samples/small');
export const samplesFolder = join(import.meta.dirname, '../samples/check');

export const sampleNames: readonly string[] = readdirSync(samplesFolder).sort();

/**
 * The files of a sample: what its `policy/` holds, laid over the small policy, so that a sample shows nothing but
 * its mistake. A sample with a `whole/` instead stands by itself.
 */
export const readSample = eachOnDemand((name: string): Snapshot => {
  const folder = join(samplesFolder, name);
  return readdirSync(folder).includes('whole')
    ? readFolder(join(folder, 'whole'), () => true)
    : overSmall(readFolder(join(folder, 'policy'), () => true));
});

/** What there is to say of a policy, found once for all who ask. */
export const problemsOf = keptWith((snapshot: Snapshot) => checkSnapshot(snapshot).problems);

/** The small policy with some of its files replaced and others added. */
export function overSmall({ files, problems }: Snapshot): Snapshot {
  const base = readFolder(small, () => true);
  for (const { place } of problems) (base.files as Map<string, unknown>).delete(place.file);
  return { files: new Map([...base.files, ...files]), problems };
}

/** What policyc says of a policy, as the expected files keep it. */
export function report(snapshot: Snapshot): string {
  const problems = problemsOf(snapshot);
  if (problems.length === 0) return 'no diagnostics\n';
  return problems.map((problem) => describe(problem, snapshot)).join('\n');
}

function describe(problem: Diagnostic, snapshot: Snapshot): string {
  const { reason, fix } = messageOf(problem);
  const text = snapshot.files.get(problem.place.file)?.text;
  const lines = [
    `${formatPlace(problem.place)} ${problem.severity} ${problem.code}`,
    `  ${reason}`,
    `  ${fix}`,
    ...problem.related.map(({ place, role }) => `  see ${formatPlace(place)}: ${roles[role]}`),
    ...(text === undefined ? [] : codeFrame(sourceFile(problem.place.file, text), problem.place)),
  ];
  return `${lines.join('\n')}\n`;
}
