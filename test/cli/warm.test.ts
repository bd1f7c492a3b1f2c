import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { startedByNode } from './start-from-shell.mjs';
import { runWarm } from './warm.ts';

it('gives every line its own answer, however fast they come', () => {
  const port = runWarm('listen').out;
  const env = { PATH: process.env.PATH };
  for (let at = 0; at < 100; at += 1) {
    const said = runWarm({ cwd: import.meta.dirname, env, program: 'true', args: [] });
    expect([at, runWarm('listen').out, said.out]).toEqual([at, port, '']);
  }
});

it('says so when a line has ended the process, or its time, and answers the next', () => {
  const env = { PATH: process.env.PATH };
  const line = { cwd: import.meta.dirname, env, args: [] };
  expect(() => runWarm({ ...line, program: 'sh', args: ['-c', 'kill -9 $PPID'] })).toThrow(
    'ended the process',
  );
  expect(runWarm({ ...line, program: 'true' }).exit).toBe(0);
  expect(() => runWarm({ ...line, program: 'sleep', args: ['20'], limit: 200 })).toThrow('did not end');
  expect(runWarm({ ...line, program: 'echo', args: ['next'] }).out).toBe('next\n');
});

it('starts git from a shell with the words, the folder and the environment that Node would start it with', () => {
  const env = { PATH: process.env.PATH, HOME: '/', ODD: "two\nlines, 'quoted' $HOME `id` \\" };
  const lines: [cwd: string, env: NodeJS.ProcessEnv, args: string[]][] = [
    [import.meta.dirname, env, ['rev-parse', '--show-prefix']],
    [import.meta.dirname, env, ['rev-parse', 'no such\n"revision" \'of\' $HOME', '*', '']],
    [
      import.meta.dirname,
      env,
      ['-c', 'alias.say=!printf "%s|" "$ODD" "$@"; echo "$UNSET" >&2; exit 3', 'say', "it's"],
    ],
    [import.meta.dirname, env, ['-c', 'alias.say=!env | grep -v ^_= | sort', 'say']],
    [import.meta.dirname, { ...env, 'no.name': "'" }, ['-c', 'alias.say=!env | grep -v ^_= | sort', 'say']],
    [import.meta.dirname, { PATH: '/nowhere' }, ['--version']],
    ['/nowhere', env, ['--version']],
  ];
  for (const [cwd, seen, args] of lines) {
    const options = { cwd, env: seen, encoding: 'utf8' } as const;
    const { status, stdout, stderr, error } = startedByNode('git', args, options);
    const known = { exit: status, out: stdout ?? '', err: error ? String(error) : stderr };
    expect(runWarm({ program: 'git', cwd, env: seen, args })).toEqual(known);
    // From here, too.
    const here = spawnSync('git', args, options);
    expect([here.status, here.stdout, here.stderr]).toEqual([status, stdout, stderr]);
  }
});
