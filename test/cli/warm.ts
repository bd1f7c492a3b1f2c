import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';

export interface Outcome {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

/** A command line of `policyc`, or of the program named, with all of the environment that it and git see. */
export interface CommandLine {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly args: readonly string[];
  readonly program?: string;
  /** Milliseconds after which whoever waits is killed, and the test fails. */
  readonly limit?: number;
}

interface Thread {
  readonly port: MessagePort;
  readonly done: Int32Array;
}

const built = pathToFileURL(join(import.meta.dirname, '../../dist/cli.js')).href;
const longest = 120_000;
let thread: Thread | undefined;

/**
 * Runs the built program without starting a process: it is loaded once, in one that stays warm. What only a process of its
 * own has (its streams, its signals, how it starts and ends) is tested with one. Other programs are started from there too.
 */
export function runWarm(line: CommandLine | 'listen'): Outcome {
  const { args, limit } = line === 'listen' ? { args: [line], limit: longest } : { limit: longest, ...line };
  thread ??= startThread();
  const { port, done } = thread;
  Atomics.store(done, 0, 0);
  port.postMessage(line);
  if (Atomics.wait(done, 0, 0, limit) === 'timed-out') {
    port.postMessage('end');
    thread = undefined;
    throw new Error(`policyc ${args.join(' ')} did not end.`);
  }
  const answer = receiveMessageOnPort(port) as { readonly message: Outcome } | undefined;
  if (!answer) throw new Error(`policyc ${args.join(' ')} ended the process that it ran in.`);
  return answer.message;
}

function startThread(): Thread {
  const { port1, port2 } = new MessageChannel();
  const done = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(join(import.meta.dirname, 'warm-thread.mjs'), {
    workerData: { built, done: done.buffer, port: port2 },
    transferList: [port2],
  });
  worker.unref();
  port1.unref();
  return { port: port1, done };
}
