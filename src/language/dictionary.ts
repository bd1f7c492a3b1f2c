import { eachOnDemand } from '../base/on-demand.ts';
import { words } from './english.words.js';

/** The words that begin with two letters: to unpack all would take a tenth of a small comparison. */
const beginning = eachOnDemand((begins: string): ReadonlySet<string> => {
  const at = words.indexOf(`\n${begins}`) + 1;
  const line = at === 0 ? '' : words.slice(at + begins.length, words.indexOf('\n', at));
  const found = new Set<string>();
  let word = begins;
  for (const [, shared = '', rest = ''] of line.matchAll(/([0-Z])([a-z]*)/g)) {
    word = word.slice(0, shared.charCodeAt(0) - '0'.charCodeAt(0)) + rest;
    found.add(word);
  }
  return found;
});

/** Whether an English word of five letters or more, in lower case, is known; names and jargon may be missing. */
export const isEnglish = (word: string): boolean => beginning(word.slice(0, 2)).has(word);
