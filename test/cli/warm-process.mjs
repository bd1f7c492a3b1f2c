// The built program in a process that stays: each message is a command line, answered when it has ended. A process of its
// own, since git is started from here, and to start a program takes longer the more memory the one that starts it holds.
import { spawnSync } from 'node:child_process';

const { main, processWorld } = await import(process.argv[2]);

process.on('message', async (line) => process.send(line.program ? run(line) : await call(line)));

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
