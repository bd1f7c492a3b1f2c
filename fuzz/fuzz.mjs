// `npm run fuzz [-- --minutes 2 --seed N --kind chapter]`: files that nobody would write, given to every command that
// reads them. What must hold: an exit code of 0, 1 or 2, an answer within a minute and 500 MB, and no file half written.
// A case that costs more of the processor than it should is told, and is wrong only with `--strict`: what a second holds
// differs from machine to machine. Each case follows from its number: `--seed N --cases 1` runs one again.
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '2' },
    seed: { type: 'string', default: String(randomInt(1e9)) },
    kind: { type: 'string', default: '' },
    cases: { type: 'string', default: 'Infinity' },
    strict: { type: 'boolean', default: false },
  },
});
const end = Date.now() + Number(options.minutes) * 60_000;
const most = Number(options.cases);
/** Cases one process runs before a fresh one takes over, so that memory is that of few. */
const together = 200;
/** Milliseconds without a word, on a machine that may be busy with other things. */
const patience = 60_000;

console.log(`Seed ${options.seed}, ${options.minutes} minutes.`);
let seed = Number(options.seed);
let tried = 0;
const wrongs = [];
const slow = [];

while (Date.now() < end && tried < most) {
  const count = Math.min(together, most - tried);
  const ran = await runChild(seed, count);
  tried += ran;
  seed += ran;
}
for (const { seed: at, kind, args, wrong } of [...wrongs, ...slow])
  console.log(
    `\n${kind}, policyc ${args}\n  ${wrong}\n  Again: npm run fuzz -- --seed ${at} --cases 1${options.kind === '' ? '' : ` --kind ${options.kind}`}`,
  );
console.log(
  `${tried} cases tried from seed ${options.seed} on, ${wrongs.length} wrong, ${slow.length} slow.`,
);
process.exitCode = wrongs.length > 0 || (options.strict && slow.length > 0) ? 1 : 0;

/** Runs cases in a process of their own until it ends, hangs, dies or time is over; how many it began. */
function runChild(from, count) {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [
        '--max-old-space-size=500',
        join(import.meta.dirname, 'child.mjs'),
        String(from),
        String(count),
        options.kind,
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let [begun, rest, last, told, late] = [0, '', undefined, '', undefined];
    const wait = () => {
      clearTimeout(late);
      late = setTimeout(() => stop(`no answer for ${patience / 1000} s`), patience);
    };
    const stop = (wrong) => {
      if (last && wrong) wrongs.push({ ...last, wrong });
      last = undefined;
      child.kill('SIGKILL');
    };
    wait();
    child.stderr.on('data', (text) => {
      told += text;
    });
    child.stdout.on('data', (text) => {
      wait();
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line.startsWith('try ')) {
          begun++;
          last = JSON.parse(line.slice(4));
        } else if (line.startsWith('wrong ')) wrongs.push(JSON.parse(line.slice(6)));
        else if (line.startsWith('slow ')) slow.push(JSON.parse(line.slice(5)));
      }
      if (Date.now() > end) stop();
    });
    child.on('close', (code) => {
      clearTimeout(late);
      if (code !== 0 && last)
        wrongs.push({ ...last, wrong: `the process died (${code}): ${told.slice(0, 800)}` });
      // Time may be over before a process has begun, and a machine may be too busy to begin one.
      if (begun === 0 && told !== '') throw new Error(told);
      resolve(begun);
    });
  });
}
