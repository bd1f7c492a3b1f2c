/** Makes the sentence of a change. `key` has the names of the parts of its key, `before` and `after` the two values in words. */
export type Say = (words: {
  readonly key: readonly string[];
  readonly before: string;
  readonly after: string;
}) => string;

/**
 * The words of a meaning as the tables write them: a sentence, in which `{0}` stands for the first part of the key,
 * `{last}` for its last, `{before}` and `{after}` for the two values and `{was}` for what it was; or what makes it.
 */
export type Words = Say | string;

/** What makes the sentence. Values may hold braces of their own, so that each place is filled in once. */
export function sayingOf(words: Words): Say {
  if (typeof words !== 'string') return words;
  return ({ key, before, after }) => {
    const was = before === 'not stated' ? 'nothing was said of it' : `it was ${before}`;
    const said: Readonly<Record<string, string>> = { before, after, was, last: String(key.at(-1)) };
    return words.replace(/\{(\w+)\}/g, (_, name: string) => said[name] ?? String(key[Number(name)]));
  };
}

/** “Orders: the tier is now basic; it was additional.” */
export function became(what: string): Say {
  return unlessSilent(`{0}: ${what} is now {after}; {was}.`, `{0} no longer says ${what}; it was {before}.`);
}

/** Words for a value that may be stated on one side alone: `silent` where it is stated no more, `first` where it was not. */
export function unlessSilent(said: string, silent: string, first: string = said): Say {
  const [both, gone, come] = [said, silent, first].map(sayingOf) as [Say, Say, Say];
  return (values) => {
    if (values.after === 'not stated') return gone(values);
    return values.before === 'not stated' ? come(values) : both(values);
  };
}
