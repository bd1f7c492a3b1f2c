import type { Say } from '../knowledge/say.ts';
import { isReaders } from '../language/of-readers.ts';
import type { PlainRow } from './change.ts';
import type { Names } from './names.ts';

/** Stands for a part of a coordinate while a sentence is made; no text has such characters. */
const place = /(your )?(“?)\u{F0000}(\d+)\u{F0001}(”?)/gu;

/**
 * The sentence of a change. A title used as a noun is put in quotation marks, since a clause may be called “How long”, or
 * “We never sell”; one set apart by a colon or a comma needs none.
 */
export function sentenceOf(
  say: Say,
  { relation, key }: Pick<PlainRow, 'relation' | 'key'>,
  values: Pick<Parameters<Say>[0], 'before' | 'after'>,
  names: Names,
): string {
  const parts = names.keyOf(relation, key);
  const words = say({ key: parts.map((_, at) => `\u{F0000}${at}\u{F0001}`), ...values });
  const said = words.replace(
    place,
    (whole, your = '', open: string, at: string, close: string, start: number) => {
      const named = parts[Number(at)] ?? '';
      const whose = isReaders.test(named) ? '' : your;
      // An apposition (“COPPA, the law on …,”) ends with a comma, unless other punctuation follows.
      const part = /^[.:;,]/.test(words.slice(start + whole.length)) ? named.replace(/,$/, '') : named;
      // A part without a title has the first words of its text, which are quoted already.
      if (part.includes('“') && !names.isTitle(relation, key, Number(at))) return `${whose}${part}`;
      const isApart = start === 0 && /^[:,]/.test(words.slice(start + whole.length));
      const isNoun = open === '' && !isApart && names.isTitle(relation, key, Number(at));
      return whose + (isNoun ? `“${part}”${close}` : `${open}${part}${close}`);
    },
  );
  // A name may itself end with a full stop.
  return (said.charAt(0).toUpperCase() + said.slice(1)).replace(/\.\.$/, '.');
}
