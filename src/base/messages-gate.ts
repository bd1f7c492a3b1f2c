import { type Apart, apartWords } from './apart-words.ts';
import { type Entry, entry, list, type Message, type Problem, type Words } from './message.ts';

/** Why what lies on the disk is not what others get of a file, and what to do. */
const lookedAway = {
  marked: {
    reason:
      'git was told not to look at this file (skip-worktree, or assume-unchanged): what lies here need not be what others get.',
    fix: 'Let git see it: git update-index --no-skip-worktree --no-assume-unchanged FILE.',
  },
  ignored: {
    reason:
      'git was told to ignore this file, so others never get it: what is judged here would not be what is merged.',
    fix: 'Give it to git (git add --force FILE), or take it away.',
  },
  removed: {
    reason:
      'git has this file no more, and it still lies here: what is judged here would not be what is merged.',
    fix: 'Give it to git again (git add FILE), or take it away here, too.',
  },
};

/** What can be wrong with change notes, and with a request's own archive. */
export const gateMessages = {
  // A request's own archive
  'archive-not-trusted': entry('error', (a: Distrusted, words) => {
    if ('because' in a) return words(a.because);
    if ('untracked' in a)
      return {
        reason: `${a.untracked} is on disk but not in git, so it is not part of this pull request.`,
        fix: 'Put it back: git add --force archive, in the policy folder.',
      };
    return {
      reason: `${a.where} belongs to the policy ${a.belongsTo}, and this one is ${a.id}.`,
      fix: 'An archive stays with its policy: give the policy its id back.',
    };
  }),
  'archive-not-derived': entry('error', (a: { version: number } & Underived, words) => ({
    reason: `Version #${a.version} does not follow from the source recorded in it: ${underived(a, words)}`,
    fix: 'Take the version out of the pull request and make it with policyc release.',
  })),
  'archive-not-decided': entry('error', (a: { version: number; count: number }) => ({
    reason: `Version #${a.version} was released with ${a.count === 1 ? 'a change' : `${a.count} changes`} that no finished note covers.`,
    fix: 'Take the version out of the pull request, write the notes, and release it again.',
  })),
  'archive-misdated': entry(
    'error',
    (a: {
      version: number;
      published: string;
      date: string;
      tolerance: number;
      adopted?: boolean;
      early?: boolean;
    }) => ({
      reason: `Version #${a.version} says that it was published on ${a.published}, and this pull request is of ${a.date}: ${a.adopted ? 'nobody can have had it before' : a.early ? 'what it takes back is gone at once' : 'readers would not have the time that it promises them'}.`,
      fix: a.adopted
        ? 'Take it out, and take it over again with the day on which it was published.'
        : a.early
          ? 'Take it out, and release it again on the day on which this is merged.'
          : `Take it out and release it again: the two may be ${a.tolerance} days apart (archive.tolerance). What was published elsewhere is taken over with --adopted.`,
    }),
  ),
  'archive-overridden': entry(
    'warning',
    (a: { version: number; by: string; why: string; missed: Problem }, words) => ({
      reason: `Version #${a.version} was released by override (${a.by}: ${a.why}), although ${words(a.missed).reason}`,
      fix: 'Whoever reviews this pull request must agree to that.',
    }),
  ),
  'next-request-blocked': entry(
    'error',
    (a: { because: Problem } | { nearer: string; workspace: string }, words) => {
      const { reason, fix } = 'because' in a ? words(a.because) : nearerWorkspace(a);
      return { reason: `Once this is merged, the next pull request may not be judged: ${reason}`, fix };
    },
  ),
  'git-converts': entry('error', (a: { attribute: string }) => ({
    reason: `${
      a.attribute === 'merge=union'
        ? 'git joins what two requests make of the same lines of this file into a text that nobody wrote'
        : 'git keeps other bytes of this file than those on the disk'
    }: the attribute ${a.attribute} applies to it.`,
    fix: 'Take the attribute off it in .gitattributes: what is judged here must be what the next pull request is compared with.',
  })),
  'git-looks-away': entry('error', (a: { how?: 'ignored' | 'removed' }) => lookedAway[a.how ?? 'marked']),
  'notice-recorded': entry(
    'info',
    (a: { version: number; channel: string; sent: string; by: string; evidence: string }) => ({
      reason: `This pull request says that the notice of #${a.version} was sent by ${a.channel} on ${a.sent}. ${a.by} says so, and shows: ${a.evidence}.`,
      fix: 'Check it: once recorded, nothing reminds anybody that this notice is owed.',
    }),
  ),
  'policy-dropped': entry('error', (a: { policy: string; last: number; where: string }) => ({
    reason: `${a.policy} has a released version #${a.last} ${a.where}, and this pull request has no policy with that id.`,
    fix: 'Put it back into the list of policyc.yaml, under its id and with its archive: readers were promised it.',
  })),
  'clause-in-other-policy': entry(
    'info',
    (a: { clauses: readonly string[]; to: string; differs: boolean }) => {
      const [it, says] = a.clauses.length === 1 ? ['It', 'says'] : ['They', 'say'];
      return {
        reason: `${list(a.clauses, 'and')} left this policy for ${a.to}. ${it} ${says} ${a.differs ? 'something else there: told here as changes of what readers of this policy were told' : 'the same there'}.`,
        fix: a.differs
          ? 'Decide about it here: policyc note writes the note. Or let the clause say what it said.'
          : 'Tell readers of both where it is now, in the note on what is gone here.',
      };
    },
  ),

  // Change notes
  'note-unfinished': entry('warning', (a: { missing: readonly string[] }) => ({
    reason: `This change note still lacks ${list(a.missing, 'and')}.`,
    fix: 'Fill it in: until then it covers nothing.',
  })),
  'note-unused': entry('error', (a: { fingerprint: string }) => ({
    reason: `This note covers ${a.fingerprint}, and no change has that fingerprint: the change was edited or taken back.`,
    fix: 'Delete the line, or write the note anew with policyc note.',
  })),
  'note-stale': entry('error', (a: { against: string; head: string }) => ({
    reason: `This note was written against the archive head ${a.against}; the head is now ${a.head}.`,
    fix: 'Read it again and run policyc note --rebase.',
  })),
  'note-lowers-material': entry('error', (a: { fingerprint: string }) => ({
    reason: `A note cannot call ${a.fingerprint} editorial: the policy’s own list makes it material.`,
    fix: 'Write decision: notify or decision: consent.',
  })),
  'note-below-owed': entry('error', (a: { fingerprint: string; decision: string; owed: string }) => ({
    reason: `This note decides ${a.decision} for ${a.fingerprint}, and ${a.owed} is owed.`,
    fix: 'Decide what is owed; or write override: { reason: …, by: … }, who answers for less, and why: it is recorded.',
  })),
  'note-other-readers': entry('error', (a: { fingerprint: string; readers: string }) => ({
    reason: `This note does not decide about ${a.fingerprint} for ${a.readers}, whom it affects as well.`,
    fix: 'Read the change again, and write for whom the note decides: policyc note --for writes the line.',
  })),
  'note-without-practice': entry('error', (a: { fingerprint: string }) => ({
    reason: `${a.fingerprint} removes a statement; nothing says what happens in practice.`,
    fix: 'Add practice: ceased, moved or never-occurred; continues says that the statement must stay.',
  })),
  'note-without-reader': entry('error', (a: { fingerprint: string; locale: string }) => ({
    reason: `${a.fingerprint} is what readers see in ${a.locale} for the first time, and nobody is named who read it.`,
    fix: 'Have it read beside the original by somebody who knows both languages, and add readBy: WHO.',
  })),
  'note-translation-differs': entry(
    'warning',
    (a: { locale: string; prevailing: string; apart: readonly Omit<Apart, 'text'>[]; readBy: string }) => ({
      reason: `What this note tells readers in ${a.locale} is not what it tells them in ${a.prevailing}. ${a.apart.map((one) => apartWords({ text: 'Words', ...one })).join(' ')}`,
      fix:
        a.readBy === ''
          ? 'Mend it; or have both read by somebody who knows both languages, and add readBy: WHO. Until then the note covers nothing.'
          : `It says that ${a.readBy} read both: whoever reviews this pull request must agree to that.`,
    }),
  ),
  'note-practice-continues': entry('error', (a: { fingerprint: string }) => ({
    reason: `${a.fingerprint} removes a statement about something that you still do, so readers would no longer be told of it.`,
    fix: 'Put the statement back; or end the practice, and write practice: ceased.',
  })),
  'note-withdrawn': entry('error', (a: { what: string; undone?: true }) =>
    a.undone
      ? {
          reason: `This pull request takes back a change that this note decided, and that was not released: ${a.what}`,
          fix: 'Put the change and its note back. Or keep the note with covers: [] and revises: { reason: …, by: … }, who answers for taking it back, and why.',
        }
      : {
          reason: `This pull request takes back what this note made material: ${a.what}`,
          fix: 'Restore the note. Only those who took the decision can take it back, on the target branch.',
        },
  ),
  'note-revised': entry('error', (a: { note: string; what: readonly string[] }) => ({
    reason: `This is not what ${a.note} decided on the target branch: ${a.what.join('; ')}.`,
    fix: 'Restore that note; or write revises: { reason: …, by: … } in this one, who answers for another decision, and why: it is recorded.',
  })),
  'note-conflict': entry('error', (a: { what: string; declared?: true; other: string }) => ({
    reason: `Two notes decide about ${a.declared ? 'the declared ' : ''}${a.what}: this one and ${a.other}. Neither is in force.`,
    fix: 'Keep it in one of them.',
  })),
  'note-translation-orphan': entry('error', (a: { note: string; locale: string }) => ({
    reason: `These are the words of a change note in ${a.locale}, and there is no ${a.note}.`,
    fix: `Name the file after its note, or write ${a.note} first (policyc note).`,
  })),
  'note-translation-front-matter': entry('error', (a: { note: string }) => ({
    reason: `This translation of ${a.note} begins with a front matter of its own, and a decision is taken once.`,
    fix: 'Delete both lines of --- and what stands between them; leave the words for readers.',
  })),
} satisfies Record<string, Entry<never>>;

function nearerWorkspace(a: { nearer: string; workspace: string }): Message {
  return {
    reason: `${a.nearer} stands nearer to it than the ${a.workspace} of its workspace, and whoever names a path there is given that one.`,
    fix: `Take ${a.nearer} out of the pull request, or move the policies that it lists into it for good.`,
  };
}

/** Why a version is not what its own source gives: what is wrong with that, what a release refuses, or which file differs. */
export type Underived =
  | { readonly invalid: Problem }
  | { readonly refused: Problem }
  | { readonly why: keyof typeof underivable }
  | { readonly file: string; readonly tool: string; readonly maker: string };

const underivable = {
  'nothing-compiled': 'nothing can be compiled from it.',
  'other-policy': 'its policy.json says something else.',
  'not-planned': 'policyc release refuses it: it cannot be planned.',
} as const;

function underived(a: Underived, words: Words): string {
  if ('why' in a) return underivable[a.why];
  if ('invalid' in a) return words(a.invalid).reason;
  if ('refused' in a) return `policyc release refuses it: ${words(a.refused).reason}`;
  const other = a.maker === a.tool ? '' : ` It was made by ${a.maker}: judge the pull request with that one.`;
  return `its ${a.file} is not what ${a.tool} writes.${other}`;
}

/** What is wrong with an archive as its verification tells it; or whose it is, or what git does not have of it. */
type Distrusted =
  | { readonly because: Problem }
  | { readonly where: string; readonly belongsTo: string; readonly id: string }
  | { readonly untracked: string };
