import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { PolicyFolder } from '../revision/workspace-place.ts';

const line = /^# yaml-language-server: \$schema=(?=[./]*node_modules\/policyc\/)/m;

/**
 * The text of a new file with the line for editors that leads to the installed schemas: beside policyc.yaml, or above it
 * as in a monorepo. If policyc is not installed yet, it is assumed to be beside.
 */
export function withSchemaHome(text: string, workspace: string): string {
  return text.replace(line, (start) => start + '../'.repeat(levelsUp(resolve(workspace))));
}

/** The folder of the workspace that a policy is in. */
export function workspaceAround({ folder, path }: PolicyFolder): string {
  const parts = path.split('/').filter((part) => part !== '.');
  return resolve(folder, ...parts.map(() => '..'));
}

function levelsUp(workspace: string): number {
  let levels = 0;
  for (let folder = workspace; ; folder = dirname(folder), levels++) {
    if (existsSync(join(folder, 'node_modules/policyc/schemas'))) return levels;
    if (folder === dirname(folder)) return 0;
  }
}
