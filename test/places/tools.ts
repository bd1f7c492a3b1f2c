import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { machine } from './monorepo.ts';

/** The programs of others that hold a package or its files to something; those of sites are pinned in `examples`. */
export const tools = {
  publint: '0.3.25',
  '@arethetypeswrong/cli': '0.18.5',
  // The last one that runs on the oldest Node.js that policyc runs on.
  'yaml-language-server': '1.24.0',
  // The Nu Html Checker; it wants Java.
  'vnu-jar': '26.9.27',
  pnpm: '10.34.8',
  '@yarnpkg/cli-dist': '4.18.1',
} as const;

export interface Place {
  readonly folder: string;
  /** Runs a command there. */
  readonly run: (
    command: string,
    ...args: readonly string[]
  ) => { readonly status: number | null; readonly said: string };
  /** Runs one that must work, and gives what it printed. */
  readonly must: (command: string, ...args: readonly string[]) => string;
  readonly away: () => void;
}

/** An empty folder with a machine around it. */
export function emptyPlace(): Place {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'policyc-place-')));
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const env = machine(folder);
  const start = (command: string, args: readonly string[]) =>
    spawnSync(command, args, { cwd: folder, env, encoding: 'utf8' });
  return {
    folder,
    run: (command, ...args) => {
      const { status, stdout, stderr } = start(command, args);
      return { status, said: stdout + stderr };
    },
    must: (command, ...args) => {
      const { status, stdout, stderr } = start(command, args);
      if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${status}\n${stdout}${stderr}`);
      return stdout;
    },
    away: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Installs some of the tools, and whatever else. */
export function installTools(
  { must }: Place,
  names: readonly (keyof typeof tools)[],
  ...more: readonly string[]
): void {
  must(
    'npm',
    'install',
    '--no-audit',
    '--no-fund',
    ...names.map((name) => `${name}@${tools[name]}`),
    ...more,
  );
}
