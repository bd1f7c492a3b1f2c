import type { Facet } from '../knowledge/facet.ts';
import { type Filter, watchFromKey } from '../model/watch.ts';
import { unhyphenated, valueName } from './value-names.ts';

/** What a watch covers, in words: `recipients (what is not good news for readers)`. */
export function watchInWords(key: string, dataName: (id: string) => string): string {
  const { watch, ...values } = watchFromKey(key);
  const narrowing: Readonly<Record<Filter, (value: string) => string>> = {
    on: (value) => comings[value] ?? value,
    direction: (value) => directions[value] ?? value,
    data: (value) => `as far as ${dataName(value)} is concerned`,
    form: (value) => `of those that receive data ${valueName('recipient.form', value) ?? value}`,
  };
  const narrowed = Object.entries(narrowing).flatMap(([name, words]) => {
    const value = values[name as Filter];
    return value === undefined ? [] : [words(value)];
  });
  const named = starred[watch] ?? pathInWords(watch.split('.'));
  return narrowed.length === 0 ? named : `${named} (${narrowed.join(', ')})`;
}

/** What a change does, in words: `how long data is kept (what does more with data)`. */
export function factInWords({ name, on, direction }: Facet): string {
  const way = on === 'changed' ? directions[direction] : comings[on];
  const named = inShort[name] ?? pathInWords(name.split('.'));
  return way === undefined ? named : `${named} (${way})`;
}

const inShort: Words = {
  'retention.period': 'how long data is kept',
  'function.keeps': 'how long the data of a function is kept',
  'retention.country': 'where data is kept',
};

/** `function.data.method`: the method of the data of functions. */
function pathInWords([first = '', ...rest]: readonly string[]): string {
  const start = relationWords[first] ?? unhyphenated(first);
  return rest.reduce((of, part) => `the ${partWords[part] ?? unhyphenated(spaced(part))} of ${of}`, start);
}

function spaced(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

type Words = Readonly<Record<string, string>>;

const directions: Words = {
  worse: 'what is not good news for readers',
  expands: 'what does more with data',
  narrows: 'what does less with data',
  restricts: 'what leaves readers less',
  eases: 'what readers gain',
  any: 'good news and bad',
};

const comings: Words = { added: 'what is new', removed: 'what is gone', changed: 'what is stated otherwise' };

const starred: Words = {
  '*.data': 'whatever names data',
  '*.purpose': 'whatever names a purpose',
  '*.country': 'whatever names a country',
  '*.recipient': 'whatever names who receives data',
  '*.right': 'whatever names a right',
  '*.party': 'whatever names a company',
};

/** What clauses of a kind are called together. */
const relationWords: Words = {
  policy: 'the policy as a whole',
  party: 'those who are responsible',
  function: 'functions',
  consent: 'consents',
  recipient: 'recipients',
  technology: 'technologies',
  retention: 'how long data is kept',
  security: 'security',
  right: 'rights',
  minors: 'the rules for children',
  contact: 'contacts',
  scope: 'what the policy covers',
  definition: 'definitions',
  document: 'documents that the policy names',
  commitment: 'promises never or always to do something',
  change: 'how changes are told',
  statement: 'statements',
  applies: 'whom clauses are for',
  sensitivity: 'what counts as sensitive',
  term: 'the words for data and purposes',
};

const partWords: Words = {
  optOut: 'way to switch off',
  personalised: 'personal results',
  answerWithin: 'time to answer',
  atLeast: 'least time',
  automated: 'decisions without a person',
  basis: 'legal ground',
  breachNotice: 'notice of a leak',
  guardianConsent: 'consent of a guardian',
  leadTime: 'time ahead',
  policyUrl: 'privacy policy',
  withdrawal: 'way to take back',
  public: 'publication',
  listed: 'lists',
  also: 'other names',
  entry: 'list of material changes',
  watch: 'watches',
  requires: 'conditions',
  separate: 'policies that come first',
};
