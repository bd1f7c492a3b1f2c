import { parentPort, workerData } from 'node:worker_threads';
import { CannotWork, type Failure } from '../base/failure.ts';
import { type PlannedPolicy, planPolicy } from '../publish/planned.ts';
import type { SiteFrame } from '../publish/site-input.ts';
import { policyReader, type SiteOptions } from './site-input.ts';
import type { World } from './world.ts';

/** What a thread gets when it starts. */
export interface Task {
  readonly options: SiteOptions;
  readonly frame: SiteFrame;
  readonly world: Pick<World, 'cwd' | 'env' | 'packageRoot' | 'version' | 'build'>;
}

/** The result of one policy, by its place in their order. */
export type Outcome = { readonly at: number } & (
  | { readonly planned: PlannedPolicy }
  | { readonly failure: Failure }
);

// Remarks are left to the thread that started this one.
const { options, frame, world } = workerData as Task;
const { folders, read } = policyReader(options, {
  ...world,
  out: () => {},
  remark: () => {},
  terminal: { out: false, remark: false },
  now: () => Date.now(),
});

parentPort?.on('message', (at: number) => parentPort?.postMessage(outcomeOf(at)));

function outcomeOf(at: number): Outcome {
  try {
    const folder = folders[at];
    if (folder === undefined) throw new Error(`There is no policy ${at} any more.`);
    return { at, planned: planPolicy(read(folder), frame) };
  } catch (error) {
    if (error instanceof CannotWork) return { at, failure: error.failure };
    throw error;
  }
}
