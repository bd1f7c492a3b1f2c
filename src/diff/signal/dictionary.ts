import { onDemand } from '../../base/on-demand.ts';
import { words } from './tables/english.words.js';

const english = onDemand(() => {
  const found = new Set<string>();
  let word = '';
  for (const [, shared = '', rest = ''] of words.matchAll(/([0-Z])([a-z]*)/g)) {
    word = word.slice(0, shared.charCodeAt(0) - '0'.charCodeAt(0)) + rest;
    found.add(word);
  }
  return found;
});

/** Whether an English word of five letters or more, in lower case, is known; names and jargon may be missing. */
export function isEnglish(word: string): boolean {
  return english().has(word);
}
