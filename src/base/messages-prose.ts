import { entry, list } from './message.ts';

/** How an act is stated as a fact. */
const factOf: Readonly<Record<string, string>> = {
  sell: 'Add sale: true to the recipient clause of who buys, or take it out of the text.',
  profile: 'Add personalised: { off: … } to the function that does it, or take it out of the text.',
  'decide-automatically':
    'Add automated: { logic: …, effect: …, review: … } to the function that does it, or take it out of the text.',
};

/** Prose held against the facts beside it. */
export const proseMessages = {
  'prose-names-other-data': entry('warning', (a: { quote: string; data: readonly string[]; id?: string }) =>
    a.id === undefined
      ? {
          reason: `The text says that you collect or use “${a.quote}” (${a.data.join(', ')}), and no clause does.`,
          fix: 'Add it to collects: of the function that it is for, or take it out of the text.',
        }
      : {
          reason: `The text says that ${a.id} uses “${a.quote}” (${a.data.join(', ')}), and its facts do not.`,
          fix: `Add it to the data of ${a.id}, or take it out of the text.`,
        },
  ),
  'prose-names-other-purpose': entry(
    'warning',
    (a: { quote: string; purposes: readonly string[]; id?: string }) =>
      a.id === undefined
        ? {
            reason: `The text says that data is used for “${a.quote}” (${list(a.purposes, 'or')}), which is a purpose of no clause.`,
            fix: 'Add a function with this purpose, or take it out of the text.',
          }
        : {
            reason: `The text of ${a.id} speaks of “${a.quote}” (${list(a.purposes, 'or')}), which is not among its purposes.`,
            fix: `Add the purpose to ${a.id}, or take it out of the text.`,
          },
  ),
  'prose-names-other-recipient': entry('warning', (a: { quote: string }) => ({
    reason: `The text says that “${a.quote}” gets data or handles it, and no recipient, technology or party is that.`,
    fix: 'Add a recipient clause, or a name or category to the one that is meant, or take it out of the text.',
  })),
  'prose-names-other-permission': entry(
    'warning',
    (a: { quote: string; permission: string; id?: string }) => ({
      reason: `The text says “${a.quote}”, and ${a.id ?? 'no function'} asks for ${a.id === undefined ? 'the' : 'no'} ${a.permission} permission.`,
      fix: `Add { permission: ${a.permission}, trigger: … } to permissions: of ${a.id ?? 'the function that is meant'}, or take it out of the text.`,
    }),
  ),
  'prose-names-other-country': entry('warning', (a: { quote: string; country: string; id?: string }) =>
    a.id === undefined
      ? {
          reason: `The text says that data is kept in or goes to ${a.quote} (${a.country}), which is among the countries of no clause.`,
          fix: `Add ${a.country} to countries: of the recipient or the retention that is meant, or take it out of the text.`,
        }
      : {
          reason: `The text of ${a.id} names ${a.quote} (${a.country}), which is not among its countries.`,
          fix: `Add ${a.country} to countries:, or take it out of the text.`,
        },
  ),
  'prose-breaks-promise': entry(
    'error',
    (a: { quote: string; act: string; owner: string; said?: string }) => ({
      reason: `The text says “${a.quote}”, and ${a.said === undefined ? `${a.owner} promises otherwise` : `that of ${a.owner} says “${a.said}”`} (${a.act}).`,
      fix: 'Readers can believe one of the two only: take out the sentence that is not so, or say in the other what it does not cover.',
    }),
  ),
  'prose-names-other-act': entry('warning', (a: { quote: string; act: string }) => ({
    reason: `The text says “${a.quote}”, and no clause states that it happens (${a.act}).`,
    fix: factOf[a.act] ?? 'State it as a fact, or take it out of the text.',
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
  'prose-names-other-age': entry('warning', (a: { quote: string; ages: readonly string[] }) => ({
    reason: `The text says “${a.quote}” of children, and the clauses state the age of ${list(a.ages, 'and')}.`,
    fix: 'Make the two agree, or say in the text what else this age is for.',
  })),
  'prose-names-other-basis': entry(
    'warning',
    (a: { quote: string; basis: string; id: string; stated: readonly string[] }) => ({
      reason: `The text says “${a.quote}” (${a.basis}), and ${a.id} rests on ${list(a.stated, 'and')}.`,
      fix: `Correct basis: of ${a.id}, or the text: readers may object to one basis and withdraw from another.`,
    }),
  ),
  'prose-names-other-fee': entry('warning', (a: { quote: string; id: string; fee: string }) => ({
    reason: `The text says “${a.quote}”, and fee: of ${a.id} is ${a.fee}.`,
    fix: `Correct the text, or fee: (none, excessive-only, cost-based), which pages print beside it.`,
  })),
  'prose-denies-right': entry('warning', (a: { id: string; right: string }) => ({
    reason: `The text says that there is none of what ${a.id} gives (${a.right}).`,
    fix: 'Say in which cases it is refused (grounds:, limits:), or remove the clause.',
  })),
  'prose-names-other-address': entry('warning', (a: { quote: string; nearest: string; id?: string }) => ({
    reason: `The text gives the address ${a.quote}, which no contact or party has; the nearest is ${a.nearest}.`,
    fix: `${a.id === undefined ? 'Correct it' : `Write :contact[${a.id}] for that one`}, or add a clause of kind contact with this address.`,
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
