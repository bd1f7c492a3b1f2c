import type { ReleasePlan } from '../archive/plan.ts';
import { daysBetween } from '../base/date.ts';
import { messageOf } from '../base/diagnostic.ts';
import { escapeText } from '../base/escape.ts';
import type { GatedChange } from '../gate/cover.ts';
import type { Missing } from '../gate/due.ts';
import { longestLead } from '../gate/lead.ts';
import type { Note } from '../gate/note.ts';
import { counted } from './counted.ts';
import type { Style } from './style.ts';

interface Released {
  readonly changes: readonly GatedChange[];
  readonly used: readonly Note[];
  readonly missing: readonly Missing[];
  readonly consents?: readonly string[];
}

/** Describes a release, before (`dryRun`) or after it was stored. */
export function releaseText(
  { changes, used, missing, consents = [] }: Released,
  plan: ReleasePlan,
  dryRun: boolean,
  style: Style,
): string {
  const { policy, sequence, published, effective, previous, corrects, withdraws } = plan.manifest;
  const lead = longestLead(changes, { published, effective });
  const channels = new Set(
    changes.flatMap(({ obligations }) =>
      obligations.flatMap(({ owes, detail }) => (owes === 'prominent-notice' && detail ? [detail] : [])),
    ),
  );
  const row = (name: string, text: string): string => `  ${name.padEnd(14)}${text}`;
  const lines = [
    style.bold(`${policy} #${sequence} ${dryRun ? 'would be released' : 'is released'}`),
    row(
      'published',
      `${published}, effective ${effective}: ${lead?.given ?? counted(daysBetween(published, effective), 'day')} ahead${lead ? ` (${lead.words} promised)` : ''}`,
    ),
    row('changes', previous === null ? 'the first version: everything is new' : changesText(changes)),
    ...(corrects === undefined ? [] : [row('corrects', `#${corrects}`)]),
    ...(withdraws === undefined ? [] : [row('withdraws', withdrawsText(withdraws, plan, changes))]),
    ...(channels.size > 0
      ? [row('channels', `${[...channels].map(escapeText).join('; ')}, for a prominent notice`)]
      : []),
    ...(consents.length > 0
      ? [row('consent', `to be asked for ${consents.map(escapeText).join(', ')}`)]
      : []),
    row(
      'files',
      `${plan.files.size}, ${previous === null ? 'no version before it' : `previous head ${previous.slice(0, 12)}…`}, new head ${plan.hash}`,
    ),
    ...(used.length > 0
      ? [row('spends', `${used.map((note) => note.path).join(', ')}, kept in the archive`)]
      : []),
    ...missing.map((one) => row('overridden', escapeText(messageOf(one).reason))),
    ...(channels.size > 0 && !dryRun
      ? [
          row(
            'afterwards',
            `record the notice once it is sent: policyc archive record ${sequence} --channel CHANNEL --sent DATE --evidence TEXT --by NAME`,
          ),
        ]
      : []),
    dryRun ? 'Nothing was written.' : 'Commit the archive, and keep the head where nobody can rewrite it.',
  ];
  return `${lines.join('\n')}\n`;
}

/** Whoever takes a version back and forgets to take its words back, too, has released it again. */
function withdrawsText(
  withdraws: readonly number[],
  { manifest: { sequence, effective } }: ReleasePlan,
  changes: readonly GatedChange[],
): string {
  const last = sequence - 1;
  const isSame = withdraws.includes(last) && changes.every(({ name }) => name === 'act');
  const words = isSame ? `, and says the same: from ${effective} on readers have what #${last} says` : '';
  return `${withdraws.map((one) => `#${one}`).join(', ')}${words}`;
}

/** `1 material, 2 reviewed (1 raised to material by its note), 3 without meaning`. */
function changesText(changes: readonly GatedChange[]): string {
  if (changes.length === 0) return 'none: the policy says what it said';
  const reviewed = changes.filter((change) => change.verdict === 'review');
  const raised = reviewed.filter((change) => change.decided === 'material').length;
  const by = (verdict: GatedChange['verdict']): number =>
    changes.filter((change) => change.verdict === verdict).length;
  return [
    `${by('material')} material`,
    `${reviewed.length} reviewed${raised === 0 ? '' : ` (${raised} of them told as material)`}`,
    `${by('editorial')} without meaning`,
  ].join(', ');
}
