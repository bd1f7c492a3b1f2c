import type { SetRule } from '../../gate/settings.ts';
import { rulesText } from '../../report/rules-text.ts';
import { checkedWorkspaceIn, rulesSetIn } from '../../revision/workspace.ts';
import { placeOfWorkspace, startOfWorkspace } from '../../revision/workspace-place.ts';
import type { Define } from '../command.ts';
import { styleOf } from '../output.ts';
import { exit, type World } from '../world.ts';

export const define: Define = (command, world, done) => {
  command.action(() => done(listRules(world)));
};

/** `policyc rules`: every rule, how grave its findings are here, and where that comes from. */
function listRules(world: World): number {
  const { file } = placeOfWorkspace(startOfWorkspace(world.cwd, undefined));
  const set: ReadonlyMap<string, SetRule> = file ? rulesSetIn(file) : new Map();
  world.out(rulesText(set, styleOf(world, { format: 'text' })));
  return file && checkedWorkspaceIn(file).problems.length > 0 ? exit.findings : exit.fine;
}
