import { entry } from './message.ts';

/** What a release may lack. An override with a reason and a name may stand in for each. */
export const missingMessages = {
  undecided: entry('error', (a: { changes: readonly string[]; act: string | undefined }) => ({
    reason: `${a.changes.length === 1 ? 'one change has' : `${a.changes.length} changes have`} no finished change note: ${a.changes.join(' ')}`,
    // What a release does beside saying something is in no comparison of texts: a note names it.
    fix:
      a.act === undefined
        ? 'policyc diff lists them, policyc note writes the notes.'
        : `policyc note --act '${a.act}' --reason … --by … --text … writes the note; policyc diff lists all others.`,
  })),
  'lead-time': entry(
    'error',
    (a: {
      promised: string;
      published: string;
      effective: string;
      given: string;
      counted: string;
      /** The first day that would do; none when the version takes another back. */
      earliest: string | undefined;
    }) => ({
      reason: `readers were promised ${a.promised} between publication and effect of a material change; ${a.published} to ${a.effective} is ${a.given} (${a.counted}).`,
      fix:
        a.earliest === undefined
          ? 'Take nothing back, and release what readers shall have as a version of its own.'
          : `Choose --effective ${a.earliest} or later.`,
    }),
  ),
  'notice-channel': entry('error', (a: { rests: readonly string[] }) => ({
    reason: `a prominent notice is owed (${a.rests.join('; ')}), and the policy names no channel for it.`,
    fix: 'Name where readers will see it, in a clause of kind change: prominent: [announcement, e-mail].',
  })),
  'notice-text': entry('error', (a: { note: string; locale: string; translation: string | undefined }) => ({
    reason: `${a.note} has no words for readers in ${a.locale}.`,
    fix:
      a.translation === undefined
        ? 'Write them below the second --- of the note.'
        : `Write them in ${a.translation}.`,
  })),
  'prevailing-behind': entry(
    'error',
    (a: { locale: string; count: number; examples: readonly string[] }) => ({
      reason: `the text in ${a.locale} prevails for some readers, and ${a.count === 1 ? 'one text' : `${a.count} texts`} of it ${a.count === 1 ? 'is' : 'are'} missing or translated from earlier words: ${a.examples.join(', ')}${a.count > a.examples.length ? ' …' : ''}.`,
      fix: `Bring the translation up to date (policyc locale status ${a.locale} lists it), and say that it is: policyc locale accept ${a.locale} OWNER.`,
    }),
  ),
};

export type MissingCode = keyof typeof missingMessages;
export type MissingArguments<C extends MissingCode> = Parameters<(typeof missingMessages)[C]['say']>[0];
