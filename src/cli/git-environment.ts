import { existsSync, statSync } from 'node:fs';
import { devNull } from 'node:os';
import { join, resolve } from 'node:path';
import { cannot } from '../base/failure.ts';
import { repositoryAround } from '../base/real-place.ts';

/**
 * Settles what git reads from the environment, for this process and the programs it starts: only a few of its
 * variables stay. A hook runs with variables that name the repository of its own commit, but git must find the one
 * that each policy lies in. The index stays, since a commit of single files is made from an index of its own. A
 * repository apart from its working tree may be named where there is no other. Grafts would change history. What a
 * clone lacks is not fetched: the repository's settings would decide from where, and with which program.
 */
export function settleGitEnvironment(env: Record<string, string | undefined>, cwd: string): void {
  const { GIT_DIR: files, GIT_WORK_TREE: tree } = env;
  for (const name of Object.keys(env)) if (/^GIT_/i.test(name) && !kept.test(name)) delete env[name];
  if (files !== undefined && tree !== undefined && repositoryAround(cwd) === undefined) {
    env.GIT_DIR = resolve(cwd, files);
    env.GIT_WORK_TREE = resolve(cwd, tree);
  }
  env.GIT_GRAFT_FILE = join(devNull, 'none');
  env.GIT_ALLOW_PROTOCOL = 'none';
  env.GIT_NO_LAZY_FETCH = '1';
  env.GIT_ATTR_NOSYSTEM = '1';
}

/** Where git is installed, the settings it reads (which owners of repositories are trusted), and the index. */
const kept = /^GIT_(?:EXEC_PATH|INDEX_FILE|CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+))$/;

/** Refuses pipes where the environment names files for git: it would wait for what comes out of them. */
export function refuseNamedPipes(env: Readonly<Record<string, string | undefined>>, cwd: string): void {
  for (const name of ['GIT_INDEX_FILE', 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM']) {
    const path = resolve(cwd, env[name] ?? '');
    if (existsSync(path) && statSync(path).isFIFO())
      throw cannot('git-attributes-irregular', { path: name, what: 'pipe' });
  }
}
