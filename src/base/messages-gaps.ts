import { entry } from './message.ts';

/** What readers are pointed at and cannot reach, what is bundled, and layers that say different things. */
export const gapMessages = {
  'document-without-address': entry('warning', (a: { id: string }) => ({
    reason: `Readers are told of the document ${a.id} and not where to read it.`,
    fix: `Add url: to ${a.id}.`,
  })),
  'recipient-unnamed': entry('warning', (a: { id: string }) => ({
    reason: `Nothing says who ${a.id} is: no name, no category, no register.`,
    fix: 'Add name:, or category: for a kind of recipient, or a register: that lists them.',
  })),
  'archive-without-address': entry('warning', (a: { quote: string }) => ({
    reason: `The text promises “${a.quote}”, and nothing says where.`,
    fix: 'Add archive: with the address.',
  })),
  'purposes-bundled': entry('warning', (a: { id: string; purpose: string; other: string }) => ({
    reason: `${a.id} serves ${a.purpose} and ${a.other} at once: readers cannot have the one without the other.`,
    fix: 'Make two functions of it, each with its own data, consent and way out.',
  })),
  'anonymity-claimed': entry('warning', (a: { quote: string; data: string }) => ({
    reason: `The text says “${a.quote}”, and ${a.data} is collected, which tells one reader from all others.`,
    fix: 'Say what is not collected there, or take the claim out.',
  })),
  'anonymise-or-deidentify': entry('warning', (a: { quote: string }) => ({
    reason: `“${a.quote}” names two things as one: what is only de-identified is still personal data.`,
    fix: 'Say which of the two is done.',
  })),
  'layers-differ': entry('warning', (a: { quote: string; other: string }) => ({
    reason: `The summary says “${a.quote}”, and the full text of the same clause “${a.other}”.`,
    fix: 'Make the two layers agree.',
  })),
  'answer-time-vague': entry('info', (a: { quote: string; period: string }) => ({
    reason: `The text says “${a.quote}”, and the fact ${a.period}.`,
    fix: 'Say the time in the text as well, or leave it to the fact, which is shown.',
  })),
};
