import { join } from 'node:path';
import { main } from '../../src/cli/main.ts';
import type { World } from '../../src/cli/world.ts';

/** A world without a terminal or settings, on a day in November 2026, in which a command of this process works. */
export function worldIn(cwd: string, more: Partial<World> = {}): World {
  return {
    cwd,
    env: {},
    out: () => {},
    remark: () => {},
    terminal: { out: false, remark: false },
    now: () => Date.UTC(2026, 10, 1),
    packageRoot: join(import.meta.dirname, '../..'),
    version: '0.0.0',
    ...more,
  };
}

/** Runs a command in this process: its exit code, what it printed and what it remarked, and both as they came. */
export async function runHere(cwd: string, args: readonly string[], more: Partial<World> = {}) {
  let [out, note, said] = ['', '', ''];
  const code = await main(
    args,
    worldIn(cwd, {
      out: (text) => {
        out += text;
        said += text;
      },
      remark: (text) => {
        note += text;
        said += text;
      },
      ...more,
    }),
  );
  return { code, out, note, said };
}
