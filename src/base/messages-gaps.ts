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
  'separate-consent-shared': entry('warning', (a: { unit: string; one: string; other: string }) => ({
    reason: `${a.unit} is said to be asked for by itself, and covers ${a.one} and ${a.other}, which serve different purposes.`,
    fix: 'Give each a consent of its own, or take separate: true out.',
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
  'technology-unlisted': entry('warning', (a: { quote: string; type: string }) => ({
    reason: `The text says “${a.quote}”, and no technology clause is of type ${a.type}.`,
    fix: `Add a clause of kind technology with type: ${a.type}, or take the sentence out.`,
  })),
  'prose-names-other-channel': entry('warning', (a: { quote: string; channel: string }) => ({
    reason: `The text says that changes are told by “${a.quote}”, and ${a.channel} is not among prominent:.`,
    fix: `Add ${a.channel} to prominent:, or take it out of the text.`,
  })),
  'tier-left-open': entry('warning', (a: { quote: string }) => ({
    reason: `“${a.quote}”: readers cannot tell here what they may refuse.`,
    fix: 'State tier: on each function, with applies: where it differs, and take the sentence out.',
  })),
  'notice-by-checking': entry('warning', (a: { quote: string }) => ({
    reason: `“${a.quote}” leaves it to readers to find changes, and nothing says how they are told.`,
    fix: 'Add prominent: with the channels of notices, or promises:.',
  })),
  'source-unnamed': entry('warning', (a: { id: string; data: string }) => ({
    reason: `${a.id} gets ${a.data} from somebody else, and nothing says from whom.`,
    fix: `Add from: to ${a.data}, with who gives it or which kind of company.`,
  })),
};
