// Hands what the tests ask to a process that stays, and wakes them when it has answered.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { workerData } from 'node:worker_threads';

const { port, built } = workerData;
const done = new Int32Array(workerData.done);
const child = fork(join(import.meta.dirname, 'warm-process.mjs'), [built]);
const wake = () => {
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
};

port.on('message', (line) => {
  if (line === 'end') child.kill('SIGKILL');
  // One that has ended cannot be asked: whoever waits was woken when it did.
  else if (child.connected) child.send(line);
  else wake();
});
child.on('message', (outcome) => {
  port.postMessage(outcome);
  wake();
});
// Whoever waits finds no answer, and says so.
child.on('exit', wake);
