import { failure, list, type Nearest, nearestOf } from './message.ts';
import { because, type Stranger, strangerInWords, type Why, why } from './messages-why.ts';

/** Why a command that was asked for cannot be done as it was asked. Each with arguments that show its words. */
export const commandFailures = {
  // What was typed
  'dry-run-without-fix': failure('usage', {}, () => ({
    reason: '--dry-run shows what --fix would change, and nothing is to be fixed.',
    fix: 'Add --fix, or leave --dry-run out.',
  })),
  'code-too-large': failure('usage', { folder: 'src', most: 200_000 }, (a) => ({
    reason: `${a.folder} has more than ${a.most} files.`,
    fix: 'Name the folder of one product.',
  })),
  'code-no-folder': failure('usage', { path: 'package.json' }, (a) => ({
    reason: `${a.path} is not a folder.`,
    fix: 'Name the folder that holds the code of the product.',
  })),
  'code-says-nothing': failure('usage', { path: 'docs', broken: ['visit.har'] }, (a) => ({
    reason: `nothing in ${a.path} says what the product does${a.broken.length === 0 ? '' : `; ${a.broken.slice(0, 3).join(', ')} should be JSON and is none`}.`,
    fix: 'Name a folder that holds AndroidManifest.xml, Info.plist, *.xcprivacy, package.json, build.gradle, Podfile or *.har.',
  })),
  'code-without-policy': failure('invalid-policy', { path: 'policies/shop' }, (a) => ({
    reason: `${a.path} has errors, so that there is nothing to compare the code with.`,
    fix: `Fix what policyc check ${a.path} reports.`,
  })),
  'export-form-unknown': failure('usage', { format: 'dpv', form: 'csv', forms: ['json'] }, (a) => ({
    reason: `${a.format} cannot be written as ${a.form}.`,
    fix: `Choose ${list(a.forms)} with --as.`,
  })),
  'export-without-answer': failure('invalid-policy', { both: false }, (a) => ({
    reason: a.both
      ? 'one commitment heeds Global Privacy Control, another does not.'
      : 'the policy does not say whether Global Privacy Control is heeded, so that there is nothing to declare.',
    fix: a.both
      ? 'Say with applies: which site each is about, and export one with --product.'
      : 'Write a commitment with act: heed-gpc and promise: always or never.',
  })),
  'edition-without-profiles': failure('usage', { edition: '2026-11', newest: '2026-12' }, (a) => ({
    reason: `edition ${a.edition} has no legal profiles that can be evaluated.`,
    fix: `See what a newer one says: --edition ${a.newest}. To stay with it, write it in policy.yaml.`,
  })),
  'date-unreal': failure('usage', { option: '--effective', date: '2026-02-30' }, (a) => ({
    reason: `${a.option} ${a.date} is not a date that exists.`,
    fix: /^\d{4}-\d\d-\d\d$/.test(a.date) ? 'Choose a day that the calendar has.' : 'Write it as YYYY-MM-DD.',
  })),
  'epoch-unreadable': failure('usage', { epoch: 'today' }, (a) => ({
    reason: `SOURCE_DATE_EPOCH=${a.epoch} is not a number of seconds before the last day of 9999.`,
    fix: 'Unset it, or set it to seconds since 1970.',
  })),
  'config-missing': failure('no-workspace', { path: 'legal/policy.yml', file: 'policyc.yaml' }, (a) => ({
    reason: `--config ${a.path} is no ${a.file}.`,
    fix: `Name the ${a.file} of the workspace, or its folder with --cwd.`,
  })),
  'policy-not-chosen': failure<{ command: 'release' | undefined }>('usage', { command: 'release' }, (a) => ({
    reason: 'this workspace has several policies.',
    fix:
      a.command === 'release'
        ? 'Release one at a time with --policy PATH.'
        : 'Choose one with --policy PATH.',
  })),
  'output-irregular': failure<{ output: string; what: Stranger }>(
    'usage',
    { output: 'report', what: 'folder' },
    (a) => ({
      reason: `${a.output} is ${strangerInWords(a.what)}: a result is written to a plain file of its own.`,
      fix: 'Name another file, or leave --output out: the result then goes to standard output.',
    }),
  ),
  'place-kept': failure<{ path: string; folder: string; by: 'git' | 'release' }>(
    'usage',
    { path: '.git/config', folder: '.git', by: 'git' },
    (a) => ({
      reason: `${a.path} lies in ${a.folder}, where only ${a.by === 'git' ? 'git' : 'policyc release'} writes: nothing was written.`,
      fix: 'Name a place outside of it.',
    }),
  ),
  'formats-in-one-place': failure<{ formats: readonly string[]; file?: string }>(
    'usage',
    { formats: ['text', 'json'] },
    (a) => ({
      reason: `only one report can go to one place, and ${a.formats.join(' and ')} were asked for${a.file === undefined ? '' : ` in ${a.file}`}.`,
      fix: `Give ${a.file === undefined ? 'the others a file' : 'one of them another file'}: --format ${a.formats[1]}=FILE`,
    }),
  ),
  'format-needs-file': failure('usage', { option: '--output', format: 'docx' }, (a) => ({
    reason: `${a.format} is no text, and standard output is for text.`,
    fix: `Give it a file: ${a.option} FILE.${a.format}`,
  })),
  'output-unused': failure('usage', { output: 'report.txt' }, (a) => ({
    reason: `--output ${a.output} has no report to hold: every --format names a file of its own.`,
    fix: 'Leave --output out, or one =FILE.',
  })),
  'fail-on-unknown': failure('usage', { value: 'typos', known: ['undecided', 'never'] }, (a) => ({
    reason: `--fail-on ${a.value} is not known.`,
    fix: `Choose ${a.known.join(', ')}.`,
  })),
  'locale-without-docx': failure('usage', {}, () => ({
    reason: '--locale chooses the language of a docx only: other reports compare all languages.',
    fix: 'Leave it out, or add --format docx=FILE.',
  })),
  'target-with-base': failure('usage', {}, () => ({
    reason: '--target takes no BASE: the base is the archive where the request parted.',
    fix: 'Leave BASE and HEAD out.',
  })),
  'code-unknown': failure<{ code: string; meant?: string | undefined } & Nearest>(
    'usage',
    { code: 'wrong-typ', nearest: 'wrong-type' },
    (a) => ({
      reason: `${a.code} is not a diagnostic, a kind of change or an id.`,
      fix: nearestOf(
        a,
        'Give a code as printed by check, release or archive verify, a kind of change as printed by diff, an id of the taxonomy, or a list: data, purposes, permissions, rights, measures, watches (policyc help explain has them all).',
      ),
    }),
  ),
  'nothing-found': failure('usage', { words: 'weather' }, (a) => ({
    reason: `nothing in the taxonomy is named like “${a.words}”.`,
    fix: 'Try other words, or read all ids: policyc explain data, policyc explain purposes. A policy can have terms of its own: docs/authoring.md.',
  })),
  'signal-with-choice': failure('usage', {}, () => ({
    reason: '--signal chooses the changes itself, and so do --for, --declare and --act.',
    fix: 'Leave all but one of them out.',
  })),
  'override-without-name': failure('usage', {}, () => ({
    reason: '--override needs a reason, and --by.',
    fix: 'Say why, and who takes responsibility: --override REASON --by NAME.',
  })),

  'message-unframed': failure('usage', { why: 'a header without Content-Length' }, (a) => ({
    reason: `what was sent to the language server is no message: ${a.why}.`,
    fix: 'policyc lsp is started by an editor, which says of each message how long it is (Content-Length).',
  })),
  'option-unsaid': failure<{ option: string; of: 'name' | 'words' }>(
    'usage',
    { option: '--read-by', of: 'name' },
    (a) => ({
      reason:
        a.of === 'name'
          ? `${a.option} is not a name: a name has at least two visible letters.`
          : `${a.option} has no visible words.`,
      fix: 'Give it, or leave the option out: the note then asks for it.',
    }),
  ),

  // Records of notices
  'notice-not-sent': failure<{ sent: string; version?: number; published?: string }>(
    'usage',
    { sent: '2099-01-01' },
    (a) =>
      a.published === undefined
        ? { reason: `--sent ${a.sent} has not come yet.`, fix: 'Record it once it is sent.' }
        : {
            reason: `--sent ${a.sent} is before #${a.version} was published, on ${a.published}: nobody could read of it.`,
            fix: 'Write the day on which the notice of this version was sent.',
          },
  ),
  'record-empty': failure<{ option: string; of: 'name' | 'words' }>(
    'usage',
    { option: '--by', of: 'name' },
    (a) => ({
      reason:
        a.of === 'name'
          ? `${a.option} is not a name: a name has at least two letters.`
          : `${a.option} has nothing to record.`,
      fix: 'Write it on one line.',
    }),
  ),
  'record-unwritten': failure<{ why: Why }>(
    'archive-broken',
    { why: why('system', { says: 'ENOSPC' }) },
    (a) => ({
      reason: `the record could not be written: ${because(a.why)}.`,
      fix: 'Nothing else changed.',
    }),
  ),
  'page-missing': failure('no-such-file', { code: 'wrong-type' }, (a) => ({
    reason: `the page of ${a.code} is missing from this installation.`,
    fix: 'Install policyc again.',
  })),
};
