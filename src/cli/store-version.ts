import { join } from 'node:path';
import type { ReleasePlan } from '../archive/plan.ts';
import { applyPlan } from '../archive/store.ts';
import { messageOf } from '../base/diagnostic.ts';
import { plain } from '../base/escape.ts';
import { cannot } from '../base/failure.ts';
import type { PlannedVersion } from '../compile.ts';
import { releaseText } from '../report/release-text.ts';
import { diskInGit } from '../revision/disk-in-git.ts';
import { styleOf } from './output.ts';
import { asTyped } from './typed.ts';
import type { World } from './world.ts';

/** Stores a version that was planned, unless it is to be shown alone, and says what was done; throws when it is not there then. */
export function storeVersion(
  folder: string,
  planned: PlannedVersion,
  plan: ReleasePlan,
  dryRun: boolean,
  world: World,
): void {
  const applied = dryRun ? undefined : applyPlan(join(folder, 'archive'), plan, diskInGit);
  for (const one of applied?.recovered ?? [])
    world.remark(plain`Removed ${one.folder}, which an interrupted release had left.\n`);
  const [problem] = applied?.problems ?? [];
  if (problem && !applied?.released) throw cannot('not-to-be-released', { problem });
  const text = releaseText(planned, plan, dryRun, styleOf(world, { format: 'text' }));
  world.out(asTyped(text, world));
  if (!problem) return;
  const { reason, fix } = messageOf(problem);
  world.remark(plain`policyc: ${reason}\n  ${fix}\n  Why: policyc explain ${problem.code}\n`);
}
