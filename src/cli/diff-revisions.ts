import { plain } from '../base/escape.ts';
import { namesIn } from '../diff/names.ts';
import type { Compared } from '../judgement/compared.ts';
import type { Policy } from '../model/policy.ts';
import type { ComparedPolicy } from '../report/compared-policy.ts';
import { type PolicyFolder, type Workspace, workspaceFile } from '../revision/workspace-place.ts';
import { called, fileIn, shown, textOnDisk } from './paths.ts';
import type { World } from './world.ts';

export function tellUnreleased({ folder }: PolicyFolder, world: World): void {
  world.remark(plain`${called(folder, world)}: nothing has been released yet, so everything is new.\n`);
}

/** Whether a clause states any fact; looked up in one table, made when it is first asked. */
function statingFacts({ facts }: Policy): ComparedPolicy['statesFacts'] {
  let stating: ReadonlySet<string | undefined> | undefined;
  return (owner) => {
    stating ??= new Set(facts.flatMap(({ relation, key }) => (relation === 'statement' ? [] : [key[0]])));
    return stating.has(owner);
  };
}

/** A comparison of two revisions of a policy, with its paths as they are shown. */
export function reportOf(
  { base, head, comparison, gated, recorded, documents, inForce = [], unannounced = [] }: Compared,
  policy: PolicyFolder,
  workspace: Workspace,
  world: World,
): ComparedPolicy {
  const path = shown(policy.folder, world);
  const side = ({ label, title, folder }: Compared['base']): ComparedPolicy['base'] => ({
    label,
    title,
    ...(folder === undefined ? {} : { fileIn: (file) => fileIn(shown(folder, world), file) }),
  });
  return {
    policy: head.policy.id,
    path,
    base: side(base),
    head: side(head),
    verdict: comparison.verdict,
    changes: gated.changes,
    names: namesIn(head.policy, base.policy ?? head.policy),
    renamed: comparison.renamed,
    regrouped: comparison.regrouped,
    hints: comparison.hints,
    locales: head.policy.locales,
    statesFacts: statingFacts(head.policy),
    compared: comparison.compared,
    problems: gated.problems,
    ...(recorded ? { recorded, unannounced } : {}),
    ...(documents ? { documents: true } : {}),
    inForce,
    fileIn: (file) => fileIn(file === workspaceFile ? shown(workspace.root, world) : path, file),
    textOf: (file) => textOnDisk(policy.folder, file),
    texts: { before: base.policy && { policy: base.policy }, after: head, published: head.published },
  };
}
