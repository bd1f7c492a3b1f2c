import { entry, list } from './message.ts';

/** Prose held against the facts beside it. */
export const proseMessages = {
  'prose-names-other-data': entry('warning', (a: { quote: string; data: readonly string[]; id: string }) => ({
    reason: `The text says that ${a.id} uses “${a.quote}” (${a.data.join(', ')}), and its facts do not.`,
    fix: `Add it to the data of ${a.id}, or take it out of the text.`,
  })),
  'prose-names-other-purpose': entry(
    'warning',
    (a: { quote: string; purposes: readonly string[]; id: string }) => ({
      reason: `The text of ${a.id} speaks of “${a.quote}” (${list(a.purposes, 'or')}), which is not among its purposes.`,
      fix: `Add the purpose to ${a.id}, or take it out of the text.`,
    }),
  ),
  'prose-names-other-recipient': entry('warning', (a: { quote: string }) => ({
    reason: `The text says that “${a.quote}” gets data or handles it, and no recipient, technology or party is that.`,
    fix: 'Add a recipient clause, or a name or category to the one that is meant, or take it out of the text.',
  })),
  'prose-names-other-permission': entry(
    'warning',
    (a: { quote: string; permission: string; id: string }) => ({
      reason: `The text says “${a.quote}”, and ${a.id} asks for no ${a.permission} permission.`,
      fix: `Add { permission: ${a.permission}, trigger: … } to permissions: of ${a.id}, or take it out of the text.`,
    }),
  ),
  'prose-names-other-country': entry('warning', (a: { quote: string; country: string; id: string }) => ({
    reason: `The text of ${a.id} names ${a.quote} (${a.country}), which is not among its countries.`,
    fix: `Add ${a.country} to countries:, or take it out of the text.`,
  })),
  'prose-states-other-period': entry(
    'warning',
    (a: { quote: string; stated: readonly string[]; id?: string }) => ({
      reason: `The text says “${a.quote}”, and ${a.id === undefined ? 'the retention clauses state' : `${a.id} states`} ${list(a.stated, 'and')}.`,
      fix: 'Make the two agree: readers get the text, programs and comparisons the fact.',
    }),
  ),
  'prose-states-other-age': entry('error', (a: { quote: string; age: string; id: string }) => ({
    reason: `The text says “${a.quote}”, and ${a.id} states the age of ${a.age}.`,
    fix: 'Make the two agree.',
  })),
  'prose-counts-otherwise': entry('warning', (a: { quote: string; count: number }) => ({
    reason: `The text announces “${a.quote}”, and the list has ${a.count}.`,
    fix: 'Correct the number, or leave it out: readers can count.',
  })),
  'prose-claims-otherwise': entry('error', (a: { quote: string; act: string; owner: string }) => ({
    reason: `The text says “${a.quote}”, and ${a.owner} says otherwise (${a.act}).`,
    fix: 'Say what the exceptions are, or take the sentence out; a commitment clause would state it as a promise.',
  })),
  'typed-date': entry('info', (a: { quote: string }) => ({
    reason: `“${a.quote}” is typed; pages show the dates of each version, and this one is wrong after the next.`,
    fix: 'Take it out: policyc release --effective sets the date.',
  })),
};
