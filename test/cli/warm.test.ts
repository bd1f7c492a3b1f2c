import { expect, it } from 'vitest';
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
