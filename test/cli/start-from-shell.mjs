// To start a program, Node copies the tables of all the memory that it holds, and then each page that it writes to. A
// shell that stays has next to none. Why, and what it gains: docs/decisions/0134-git-is-started-from-a-shell.md.
import { mkdtempSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const childProcess = createRequire(import.meta.url)('node:child_process');
// As Node has them: imports would be what is put in their place.
const { execFileSync, spawn, spawnSync } = childProcess;

export { spawnSync as startedByNode };

/** What a shell answers of a program that it cannot start. */
const notStarted = 127;

/**
 * From here on, who asks Node to run the program and waits for it has it run from a shell. Where it cannot be started,
 * Node is asked as ever, so that why is said as ever.
 */
export function startFromShell(program) {
  if (process.platform === 'win32' || childProcess.spawnSync !== spawnSync) return;
  let run;
  const ended = (file, args, options = {}) => {
    if (file !== program) return undefined;
    run ??= startShell(mkdtempSync(join(tmpdir(), 'policyc-shell-')));
    const done = run([file, ...args], options);
    return done.status === notStarted ? undefined : done;
  };
  childProcess.spawnSync = (...line) => ended(...line) ?? spawnSync(...line);
  childProcess.execFileSync = (...line) => {
    const done = ended(...line);
    if (!done) return execFileSync(...line);
    if (done.status === 0) return done.stdout;
    throw Object.assign(new Error(`${line[0]} ended with ${done.status}`), done);
  };
  syncBuiltinESMExports();
}

/** A shell that, each time that it is told to, runs the lines in a file and says how they ended. */
function startShell(folder) {
  const at = (name) => join(folder, name);
  const lines = `exec 3<go 4>ended; while read -r word <&3; do . ${quoted(at('lines'))}; echo "$?" >&4; done`;
  execFileSync('mkfifo', [at('go'), at('ended')]);
  const go = openSync(at('go'), 'r+');
  // It ends with this process, when nobody has the other end of `go` any more.
  spawn('/bin/sh', ['-c', lines], { cwd: folder, env: {}, stdio: 'ignore' }).unref();
  const ended = openSync(at('ended'), 'r');
  const said = Buffer.alloc(16);
  return (words, { cwd = process.cwd(), env = process.env, input = '', encoding = 'buffer' }) => {
    writeFileSync(at('in'), input);
    writeFileSync(at('lines'), linesFor(words, cwd, env, at));
    writeSync(go, 'go\n');
    const length = readSync(ended, said);
    if (length === 0) throw new Error('The shell that programs are started from has ended.');
    const read = (name) =>
      encoding === 'buffer' ? readFileSync(at(name)) : readFileSync(at(name), encoding);
    return { status: Number(said.toString('utf8', 0, length)), stdout: read('out'), stderr: read('err') };
  };
}

function linesFor(words, cwd, env, at) {
  const variables = Object.entries(env).filter(([, value]) => value !== undefined);
  // A shell sets what it could call so without another program that does, which would take as long to start as git.
  const named = variables.every(([name]) => /^[A-Za-z_]\w*$/.test(name));
  const set = variables.map(([name, value]) =>
    named ? `${name}=${quoted(value)}` : quoted(`${name}=${value}`),
  );
  const line = [...(named ? [] : ['env', '-i']), ...set, ...words.map(quoted)].join(' ');
  const streams = `<${quoted(at('in'))} >${quoted(at('out'))} 2>${quoted(at('err'))} 3<&- 4>&-`;
  // The shell has no variables but those that `cd` makes.
  return `if cd ${quoted(cwd)}; then unset PWD OLDPWD; ${line} ${streams}; else (exit ${notStarted}); fi\n`;
}

const quoted = (text) => `'${String(text).replaceAll("'", "'\\''")}'`;
