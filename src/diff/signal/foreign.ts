import { englishFunction } from './tables/en.ts';
import type { Token } from './tokens.ts';

/** What holds sentences together in languages without tables, as far as English does not have the word. */
const foreign: ReadonlySet<string> = new Set(
  (
    'der das und nicht mit für von wir sie ist oder ihre ihr werden kein keine auf ' +
    'le les des une et ou pas ne vous nous dans que est sur votre vos avec pour par la ' +
    'el los las una y para que con su sus del por usted ' +
    'il gli non che di della per sono ' +
    'não uma com os você dos em ' +
    'het een niet van voor wij met zijn'
  ).split(' '),
);

/** A text in a language without tables, quoted in a document in one that has them: its words cannot be weighed. */
export function isForeign(tokens: readonly Token[]): boolean {
  const words = tokens.flatMap(({ is, key }) => (is === 'word' ? [key.toLowerCase()] : []));
  const found = words.filter((word) => foreign.has(word));
  return new Set(found).size >= 2 && found.length > words.filter((word) => englishFunction.has(word)).length;
}
