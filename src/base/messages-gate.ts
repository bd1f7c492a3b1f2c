import { type Entry, entry, list } from './message.ts';

/** What can be wrong with change notes, and with a request's own archive. */
export const gateMessages = {
  // A request's own archive
  'archive-not-trusted': entry('error', (a: Distrusted) => {
    if ('detail' in a) return { reason: a.detail, fix: a.remedy };
    if ('untracked' in a)
      return {
        reason: `${a.untracked} is on disk and not in git, so whoever gets this request does not get it.`,
        fix: 'Put it back: git add --force archive, in the policy folder.',
      };
    return {
      reason: `${a.where} belongs to the policy ${a.belongsTo}, and this one is ${a.id}.`,
      fix: 'An archive stays with its policy: give the policy its id back.',
    };
  }),
  'archive-not-derived': entry('error', (a: { version: number; what: string }) => ({
    reason: `Version #${a.version} does not follow from the source recorded in it: ${a.what}`,
    fix: 'Take the version out of the request and make it with policyc release.',
  })),
  'archive-not-decided': entry('error', (a: { version: number; count: number }) => ({
    reason: `Version #${a.version} was released with ${a.count === 1 ? 'a change' : `${a.count} changes`} that no finished note covers.`,
    fix: 'Take the version out of the request, write the notes, and release it again.',
  })),
  'archive-misdated': entry(
    'error',
    (a: { version: number; published: string; date: string; tolerance: number }) => ({
      reason: `Version #${a.version} says that it was published on ${a.published}, and this request is of ${a.date}: readers would not have the time that it promises them.`,
      fix: `Take it out and release it again: the two may be ${a.tolerance} days apart (archive.tolerance). What was published elsewhere is taken over with --adopted.`,
    }),
  ),
  'archive-overridden': entry(
    'warning',
    (a: { version: number; by: string; why: string; missed: string }) => ({
      reason: `Version #${a.version} was released by override (${a.by}: ${a.why}), although ${a.missed}`,
      fix: 'Whoever reviews this request must agree to that.',
    }),
  ),
  'next-request-blocked': entry(
    'error',
    (a: { detail: string; remedy: string } | { nearer: string; workspace: string }) => {
      const { detail, remedy } = 'detail' in a ? a : nearerWorkspace(a);
      return { reason: `Once this is merged, the next request may not be judged: ${detail}`, fix: remedy };
    },
  ),
  'git-converts': entry('error', (a: { attribute: string }) => ({
    reason: `git keeps other bytes of this file than those on the disk: the attribute ${a.attribute} applies to it.`,
    fix: 'Take the attribute off it in .gitattributes: what is read here must be what the next request is compared with.',
  })),
  'git-looks-away': entry('error', (_: object) => ({
    reason:
      'git was told not to look at this file (skip-worktree, or assume-unchanged): what lies here need not be what others get.',
    fix: 'Let git see it: git update-index --no-skip-worktree --no-assume-unchanged FILE.',
  })),
  'policy-dropped': entry('error', (a: { policy: string; last: number; where: string }) => ({
    reason: `${a.policy} has a released version #${a.last} ${a.where}, and this request has no policy of that id.`,
    fix: 'Put it back into the list of policyc.yaml, under its id and with its archive: readers were promised it.',
  })),

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
  'note-practice-continues': entry('error', (a: { fingerprint: string }) => ({
    reason: `${a.fingerprint} removes a statement about something that you still do, so readers would no longer be told of it.`,
    fix: 'Put the statement back; or end the practice, and write practice: ceased.',
  })),
  'note-withdrawn': entry('error', (a: { what: string }) => ({
    reason: `This request takes back what this note made material: ${a.what}`,
    fix: 'Restore the note. Only those who took the decision can take it back, where the request is to go.',
  })),
  'note-revised': entry('error', (a: { note: string; what: readonly string[] }) => ({
    reason: `This is not what ${a.note} decided where this request is to go: ${a.what.join('; ')}.`,
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

function nearerWorkspace(a: { nearer: string; workspace: string }): { detail: string; remedy: string } {
  return {
    detail: `${a.nearer} stands nearer to it than the ${a.workspace} of its workspace, and whoever names a path there is given that one.`,
    remedy: `Take ${a.nearer} out of the request, or move the policies that it lists into it for good.`,
  };
}

/** What is wrong with an archive in the words of its verification; or whose it is, or what git does not have of it. */
type Distrusted =
  | { readonly detail: string; readonly remedy: string }
  | { readonly where: string; readonly belongsTo: string; readonly id: string }
  | { readonly untracked: string };
