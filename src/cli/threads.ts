import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { CannotWork } from '../base/failure.ts';
import { joinSite } from '../publish/planned.ts';
import type { SiteInput } from '../publish/site-input.ts';
import type { SiteOptions } from './site-input.ts';
import type { Outcome, Task } from './site-worker.ts';
import type { World } from './world.ts';

/**
 * Plans a site as `planSite` does, on several threads. Results are joined in the order of the policies, and of several
 * failures the first in that order is reported. `tell` hears how many policies are done.
 */
export async function planOnThreads(
  threads: number,
  { policies, ...frame }: SiteInput,
  options: SiteOptions,
  { cwd, env, packageRoot, version, build }: World,
  tell: (done: number, of: number) => void,
): Promise<ReadonlyMap<string, string>> {
  const [first] = policies;
  const site = joinSite(frame, first);
  const task: Task = { options, frame, world: { cwd, env: { ...env }, packageRoot, version, build } };
  const workers = Array.from(
    { length: threads },
    () => new Worker(join(packageRoot, 'dist/site-worker.js'), { workerData: task }),
  );
  const waiting = new Map<number, Outcome>();
  let [given, done, joined] = [0, 0, 0];
  const work = async (worker: Worker): Promise<void> => {
    while (given < policies.length) {
      worker.postMessage(given++);
      const [outcome] = (await once(worker, 'message')) as [Outcome];
      tell(done++, policies.length);
      waiting.set(outcome.at, outcome);
      for (let next = waiting.get(joined); next; next = waiting.get(joined)) {
        if ('failure' in next) throw new CannotWork(next.failure);
        waiting.delete(joined++);
        site.add(next.planned);
      }
    }
  };
  try {
    await Promise.all(workers.map(work));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return site.files();
}
