// The built program in a thread that stays: each message is a command line, answered when it has ended.
import { workerData } from 'node:worker_threads';

const { port, built } = workerData;
const done = new Int32Array(workerData.done);
const { main, processWorld } = await import(built);

port.on('message', async ({ cwd, env, args }) => {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  // A process listens to its streams once; here the world of the last command still does.
  for (const stream of [process.stdout, process.stderr]) stream.removeAllListeners('error');
  const said = { out: '', err: '' };
  const world = {
    ...processWorld(),
    cwd,
    ask: undefined,
    terminal: { out: false, remark: false },
    out: (text) => {
      said.out += text;
    },
    remark: (text) => {
      said.err += text;
    },
  };
  port.postMessage({ exit: await main(args, world), ...said });
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
});
