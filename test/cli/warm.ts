import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { optimisedLater } from '../optimised-later.ts';

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
  /** How often it has rung: each time that something was said on the port. */
  readonly bell: Int32Array;
  asked: number;
}

/** What is said of a line: its outcome, or why there is none. */
interface Answer {
  readonly number: number;
  readonly outcome?: Outcome;
  readonly trouble?: string;
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
  thread.asked += 1;
  thread.port.postMessage({ number: thread.asked, line });
  const { outcome, trouble } = answerOf(thread, Date.now() + limit);
  if (outcome) return outcome;
  thread.port.postMessage('end');
  thread = undefined;
  throw new Error(`policyc ${args.join(' ')} ${trouble}.`);
}

/** Waits for what is said of the last line. To be woken says nothing by itself, and what was said of another is no answer. */
function answerOf({ port, bell, asked }: Thread, until: number): Answer {
  for (;;) {
    const rung = Atomics.load(bell, 0);
    const said = receiveMessageOnPort(port) as { readonly message: Answer } | undefined;
    if (said?.message.number === asked) return said.message;
    if (said) continue;
    if (Date.now() >= until) return { number: asked, trouble: 'did not end' };
    Atomics.wait(bell, 0, rung, until - Date.now());
  }
}

function startThread(): Thread {
  const { port1, port2 } = new MessageChannel();
  const bell = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(join(import.meta.dirname, 'warm-thread.mjs'), {
    workerData: { built, flags: optimisedLater, bell: bell.buffer, port: port2 },
    transferList: [port2],
  });
  worker.unref();
  port1.unref();
  return { port: port1, bell, asked: 0 };
}
