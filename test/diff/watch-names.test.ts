import { describe, expect, it } from 'vitest';
import { watchNames } from '../../src/check/promises.ts';
import { watchInWords } from '../../src/diff/watch-names.ts';
import { watchKey } from '../../src/model/watch.ts';

const inWords = (source: Parameters<typeof watchKey>[0]): string =>
  watchInWords(watchKey(source), (id) => `<${id}>`);

/** Sentences about the list of material changes are for a lawyer, who does not know what a watch looks like. */
describe('a watch in words', () => {
  it('has no code in it, whatever it watches', () => {
    const coded = [...watchNames]
      .map((name) => [name, inWords(name)] as const)
      .filter(([, said]) => /[A-Z*._=-]/.test(said));
    expect(coded).toEqual([]);
    expect(watchNames.size).toBeGreaterThan(200);
  });

  it('tells apart whatever is watched', () => {
    const said = [...watchNames].map(inWords);
    expect(said.filter((one, at) => said.indexOf(one) !== at)).toEqual([]);
  });

  it.each([
    [{ watch: 'recipient', direction: 'worse' }, 'recipients (what is not good news for readers)'],
    [{ watch: 'right', direction: 'restricts' }, 'rights (what leaves readers less)'],
    [{ watch: 'contact', direction: 'any' }, 'contacts (good news and bad)'],
    [
      { watch: 'function.data', on: 'added', data: 'location' },
      'the data of functions (what is new, as far as <location> is concerned)',
    ],
    [
      { watch: 'recipient', form: 'share' },
      'recipients (of those that receive data to decide by itself what to do with it)',
    ],
    ['*.data', 'whatever names data'],
    ['change.entry.watch', 'the watches of the list of material changes of how changes are told'],
  ] as const)('%j', (watch, said) => {
    expect(inWords(watch)).toBe(said);
  });
});
