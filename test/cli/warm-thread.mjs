// Hands what the tests ask to a process that stays, and rings when something is to be said of it.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { workerData } from 'node:worker_threads';

const { port, built, flags } = workerData;
const bell = new Int32Array(workerData.bell);
// Without the room for what is young that workers have: it would be copied with each start of git.
const child = fork(join(import.meta.dirname, 'warm-process.mjs'), [built], { execArgv: flags });
let last = 0;
const say = (answer) => {
  port.postMessage(answer);
  Atomics.add(bell, 0, 1);
  Atomics.notify(bell, 0);
};
const sayEnded = () => say({ number: last, trouble: 'ended the process that it ran in' });

port.on('message', (asked) => {
  if (asked === 'end') return child.kill('SIGKILL');
  last = asked.number;
  if (child.connected) child.send(asked);
  else sayEnded();
});
child.on('message', say);
child.on('exit', sayEnded);
