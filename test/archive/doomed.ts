import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeDisk } from '../../src/archive/disk.ts';
import { applyPlan } from '../../src/archive/store.ts';
import { type Failing, faulty, type Operation, planFrom } from './faults.ts';

/**
 * A release in a process of its own, killed at its n-th file system operation: before it, or half way through.
 * Arguments: archive folder, file with the plan, n (0 for never), `before` or `during`, and optionally a file to
 * wait for.
 */
const [folder = '', planFile = '', at = '0', when = 'before', gate = ''] = process.argv.slice(2);
const plan = planFrom(readFileSync(planFile, 'utf8'));

const disk = faulty(nodeDisk, (count, operation, target, bytes): Failing => {
  if (count !== Number(at)) return undefined;
  if (when === 'during') doHalf(operation, target, bytes);
  process.kill(process.pid, 'SIGKILL');
  return undefined;
});

while (gate !== '' && !existsSync(gate)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
const { released, recovered, problems } = applyPlan(folder, plan, disk);
process.stdout.write(JSON.stringify({ released, recovered, codes: problems.map(({ code }) => code) }));

function doHalf(operation: Operation, target: string, bytes: Uint8Array): void {
  if (operation === 'createFile') writeFileSync(target, bytes.subarray(0, bytes.length / 2));
  if (operation === 'remove') rmSync(join(target, readdirSync(target)[0] ?? ''), { recursive: true });
}
