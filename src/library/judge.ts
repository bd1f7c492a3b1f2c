import { isDate } from '../base/date.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { cannot } from '../base/failure.ts';
import type { RuleSettings } from '../check/rules.ts';
import type { Verdict } from '../diff/judge.ts';
import type { GatedChange } from '../gate/cover.ts';
import { type FailOn, fails } from '../gate/decide.ts';
import { isNotePath } from '../gate/note-path.ts';
import { noSettings, type Settings } from '../gate/settings.ts';
import { settingsFor } from '../gate/settings-changes.ts';
import { compareRequest } from '../judgement/request.ts';
import { isPolicyPath } from '../model/paths.ts';
import type { PolicyFiles } from '../revision/policy-files.ts';
import { compileSide } from '../revision/revision.ts';
import type { Target } from '../revision/target.ts';
import { type Answer, attempt } from './answer.ts';
import { archiveFrom, type Files, snapshotFrom } from './files.ts';

/** A policy folder at one moment: its sources, its change notes and its archive. */
export interface PolicyState {
  /** By path in the policy folder: `policy.yaml`, `changes/…`, `archive/0001/…` and so on. */
  readonly files: Files;
  /** `rules:` of the workspace around it. */
  readonly rules?: RuleSettings;
}

/** What judging a request depends on besides the two states. */
export interface JudgeOptions {
  /** What the target is called in sentences, such as `main`. */
  readonly target?: string;
  /**
   * The day of the request, `YYYY-MM-DD`: versions that it adds must be published around it. Left out, no date is held
   * against another, and every promise counts that readers have had since the newest version of the target.
   */
  readonly date?: string;
  /** The name and version of the program that released versions are made again with; `policyc 0.1.0`. */
  readonly tool?: string;
}

function settingsOf(state: PolicyState | undefined): Settings {
  // What has no UTF-8 form is the code of no rule, and has no hash.
  const rules = Object.entries(state?.rules ?? {}).filter(([code]) => code.isWellFormed());
  return { ...noSettings, rules: Object.fromEntries(rules) };
}

/** What a request changes, and what stands against it. */
export interface Judgement {
  /** The worst verdict among the changes; `review` at least when anything of the request cannot be trusted. */
  readonly verdict: Verdict | 'none';
  /** Worst first. `decided` is what a note made of a change; `inherited` marks what the target brought along. */
  readonly changes: readonly GatedChange[];
  /** Of the notes, the archive, and the versions that the request adds. */
  readonly problems: readonly Diagnostic[];
  /** Whether `policyc diff --target` would end with a finding. */
  fails(failOn?: FailOn): boolean;
}

/**
 * Judges a request as `policyc diff --target` does: what it changes against the newest version that its target had
 * released where the two parted. Nothing in the request is trusted as the base, and released versions must be there
 * byte for byte. `target` is the policy folder there; undefined for a policy that it does not have.
 *
 * Refused when either side has errors, or when the target's archive is broken.
 */
export function judgeRequest(
  request: PolicyState,
  target: PolicyState | undefined,
  options: JudgeOptions = {},
): Answer<Judgement> {
  return attempt(() => {
    const { date } = options;
    if (date !== undefined && !isDate(date)) throw cannot('date-unreal', { option: 'date', date });
    const { policy: source, ...own } = policyFilesFrom(request.files);
    const compiled = compileSide(source, { of: 'request' });
    const head = { label: 'request', title: 'this pull request', ...compiled };
    const requested = { head, ...own, settings: settingsFor(settingsOf(request), source), unlike: [] };
    const origin = target && { id: compiled.policy.id, path: '', files: policyFilesFrom(target.files) };
    const compared = compareRequest(
      requested,
      origin,
      targetOf(target, options),
      options.tool ?? 'policyc',
      date === undefined ? undefined : { today: date },
    );
    const { changes, problems } = compared?.gated ?? { changes: [], problems: [] };
    return {
      verdict: compared?.comparison.verdict ?? 'none',
      changes,
      problems,
      fails: (failOn = 'uncovered') => fails({ changes, problems }, failOn),
    };
  });
}

function policyFilesFrom(files: Files): PolicyFiles {
  return {
    policy: snapshotFrom(files, isPolicyPath),
    notes: snapshotFrom(files, isNotePath),
    // What is handed in is what everybody has.
    archive: { ...archiveFrom(files, 'archive/'), isShared: () => true },
  };
}

function targetOf(target: PolicyState | undefined, { target: ref = 'its target' }: JudgeOptions): Target {
  return {
    ref,
    place: `where this pull request branched off ${ref}`,
    settings: settingsOf(target),
    policies: [],
    beyondWorkspace: () => undefined,
    once: () => undefined,
    had: () => false,
  };
}
