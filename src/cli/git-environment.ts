import { devNull } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Settles what git reads from the environment, for this process and the programs it starts. A hook is run with
 * variables that name the repository of its own commit; git must find the one that each policy lies in. The index
 * stays: a commit of single files is made from one of its own. Grafts would make up history. What a clone lacks is
 * not fetched: the repository's settings would say from where, and with which program.
 */
export function settleGitEnvironment(env: Record<string, string | undefined>): void {
  if (env.GIT_WORK_TREE === undefined || env.GIT_DIR === undefined) delete env.GIT_DIR;
  else {
    env.GIT_DIR = resolve(env.GIT_DIR);
    env.GIT_WORK_TREE = resolve(env.GIT_WORK_TREE);
  }
  for (const name of misleading) delete env[name];
  env.GIT_GRAFT_FILE = join(devNull, 'none');
  env.GIT_ALLOW_PROTOCOL = 'none';
  env.GIT_NO_LAZY_FETCH = '1';
}

const misleading = [
  'GIT_PREFIX',
  'GIT_NAMESPACE',
  'GIT_REPLACE_REF_BASE',
  'GIT_SHALLOW_FILE',
  'GIT_GLOB_PATHSPECS',
  'GIT_NOGLOB_PATHSPECS',
  'GIT_ICASE_PATHSPECS',
];
