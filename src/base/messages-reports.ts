/** Words that reports print and that are no ids: what each means, and where more of it is said. */
export const wordsOfReports: Readonly<Record<string, string>> = {
  material:
    'A verdict: readers must be told, or asked. The list of the policy says so, or a legal profile (docs/floors.md); without a list, that readers lose by it.',
  review: 'A verdict: a person must say in a change note what it means for readers.',
  editorial: 'A verdict, and a decision in a note: it changes no meaning, and readers are not told.',
  expands: 'A direction: more is done with data, or with more of it, or less is promised.',
  narrows: 'A direction, the opposite of expands: less is done with data, or more is promised.',
  restricts: 'A direction: readers can do less, or are told less.',
  eases: 'A direction, the opposite of restricts: readers can do more, or are told more.',
  changes:
    'A direction: neither better nor worse for readers by itself. policyc diff lists the changes of a policy, docs/changes.md the kinds of them.',
  notify: 'A decision in a note: readers are told (docs/gate.md).',
  consent: 'A decision in a note: readers are asked before it holds for them (docs/gate.md).',
  raised:
    'A decision in a note: a change to review is material, as the entry of the policy’s own list that the note names (docs/gate.md).',
  signal:
    'How likely it is that a changed text means something else: high, such as another number or a “not”, is to be read first.',
  owed: 'What the policy itself or a law asks for before or after a release because of a change (docs/floors.md).',
  kinds:
    'Kinds of change are listed in docs/changes.md, kinds of clause in docs/fields.md; give explain one kind of change.',
  rules: 'policyc rules lists the rules of check, with their severity here; give explain one of them.',
};
