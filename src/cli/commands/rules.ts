import { escapeJson } from '../../base/escape.ts';
import type { SetRule } from '../../gate/settings.ts';
import { rulesJson } from '../../report/rules-json.ts';
import { rulesText } from '../../report/rules-text.ts';
import { checkedWorkspaceIn, rulesSetIn } from '../../revision/workspace.ts';
import { placeOfWorkspace, startOfWorkspace } from '../../revision/workspace-place.ts';
import { type Define, reporting } from '../command.ts';
import { deliver, type OutputOptions, styleOf } from '../output.ts';
import { exit, type World } from '../world.ts';

export const define: Define = (command, world, done) => {
  reporting(command).action((options) => done(listRules(options, world)));
};

/** `policyc rules`: every rule with its severity here, and where that is set. */
function listRules(options: OutputOptions, world: World): number {
  const { file } = placeOfWorkspace(startOfWorkspace(world.cwd, undefined));
  const said: ReadonlyMap<string, SetRule> = file ? rulesSetIn(file) : new Map();
  const set = new Map([...said].filter(([, { reason }]) => reason !== undefined));
  const text =
    options.format === 'json' ? escapeJson(rulesJson(set)) : rulesText(set, styleOf(world, options));
  deliver(world, options, text);
  return file && checkedWorkspaceIn(file).problems.length > 0 ? exit.findings : exit.fine;
}
