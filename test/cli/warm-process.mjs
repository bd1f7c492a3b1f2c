// The built program in a process that stays: each message is a command line, answered when it has ended. A process of its
// own, since git is started from here, and to start a program takes longer the more memory the one that starts it holds.
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { realpathSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { startFromShell } from './start-from-shell.mjs';

startFromShell('git');
const { main, processWorld } = await import(process.argv[2]);
let before = Promise.resolve();
let server;

process.on('message', async ({ number, line }) => process.send({ number, outcome: await answer(line) }));

/** One at a time, since all of them have one environment. */
function answer(line) {
  before = before.then(() => (line === 'listen' ? listen() : line.program ? run(line) : call(line)));
  return before;
}

function run({ program, cwd, env, args }) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  return { exit: status, out: stdout ?? '', err: error ? String(error) : stderr };
}

async function call({ cwd, env, args }) {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.chdir(cwd);
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
  return { exit: await main(args, world), ...said };
}

/** The port on which shells ask, as test/cli/warm-shell.ts has them do. */
async function listen() {
  // Whoever started this process ends it.
  server ??= createServer(hear).listen(0, '127.0.0.1').unref();
  if (!server.listening) await once(server, 'listening');
  return { exit: 0, out: String(server.address().port), err: '' };
}

function hear(socket) {
  let text = '';
  socket.setEncoding('utf8').on('data', async (more) => {
    text += more;
    const line = lineIn(text);
    if (!line) return;
    const { exit, out, err } = await answer(line);
    writeFileSync(`${line.said}.out`, out);
    writeFileSync(`${line.said}.err`, err);
    socket.end(`${exit}\n`);
  });
}

/** Where to write what is said, a folder, how many arguments, the arguments, the environment, and nothing. */
function lineIn(text) {
  const [said, cwd, count, ...rest] = text.split('\0');
  const args = rest.splice(0, Number(count));
  const end = rest.indexOf('');
  // What stands behind the last end is not complete.
  if (end === -1 || end === rest.length - 1) return undefined;
  const pairs = rest.slice(0, end).map((pair) => [pair.split('=', 1)[0], pair.slice(pair.indexOf('=') + 1)]);
  return { said, cwd: realpathSync(cwd), args, env: Object.fromEntries(pairs) };
}
