import { hasErrors, sortDiagnostics } from '../base/diagnostic.ts';
import { checkSnapshot } from '../check/check-snapshot.ts';
import type { RuleSettings } from '../check/rules.ts';
import { readNotes } from '../gate/note.ts';
import { isNotePath } from '../gate/note-path.ts';
import type { Compiled } from '../model/compiled.ts';
import { isPolicyPath } from '../model/paths.ts';
import { type Files, snapshotFrom } from './files.ts';

/** What compiling depends on besides the files. */
export interface CompileOptions {
  /** Severities by the code of a rule, as `rules:` of a `policyc.yaml` sets them. */
  readonly rules?: RuleSettings;
}

/**
 * Compiles the files of a policy folder, as `policyc check` does: `policy.yaml`, `taxonomy.yaml`, and what is in
 * `chapters/`, `locales/`, `registers/`, `words/` and `changes/`; others are passed over. There is a policy when no problem is
 * an error. Problems carry a code, arguments and a place; `messageOf` puts them into words.
 */
export function compile(files: Files, options: CompileOptions = {}): Compiled {
  const { policy, problems } = checkSnapshot(snapshotFrom(files, isPolicyPath), options.rules);
  const all = sortDiagnostics([...problems, ...readNotes(snapshotFrom(files, isNotePath)).problems]);
  return { policy: hasErrors(all) ? undefined : policy, problems: all };
}
