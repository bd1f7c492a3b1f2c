/** The characters of Windows-1252 at 0x80 to 0x9f. */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const follows = `[${upper}\u0080-\u00bf]`;

/** UTF-8 that was once read as Windows-1252: `â€™` for an apostrophe, `Ã¼` for `ü`. */
const misread = new RegExp(`[\u00c2-\u00df]${follows}|[\u00e0-\u00ef]${follows}{2}`, 'g');

/** Restores the characters of a text that was read in another encoding than it was written in. */
export function readAsWritten(text: string): string {
  return text
    .replace(misread, (found) => {
      const written = new TextDecoder().decode(Uint8Array.from(found, byteOf));
      return written.includes('\ufffd') ? found : written;
    })
    .replace(/[\u0080-\u009f]/g, (one) => upper[one.charCodeAt(0) - 0x80] ?? one)
    .replace(/(?<=\p{L})\ufffd{1,3}(?=[st](?!\p{L}))|(?<=\b(?:i|you|we|they|it))\ufffd(?=\p{L})/giu, "'")
    .replace(/(?<![\p{L}\ufffd])\ufffd{1,9}/gu, ' ')
    .replace(/(?<=\p{L})["?](?=s[\s.,;)])/gu, "'")
    .replace(/(?<=[\s(])\?(?=\p{Lu})([^?.!"\n]{1,60})\?(?=[\s.,;)])/gu, '"$1"');
}

/** Whether two words are the same but for letters that an encoding lost: `Gen\ufffdve` is `Genève`. */
export function isLost(...written: readonly [string, string]): boolean {
  if (!written.join('').includes(lost)) return false;
  // A letter is lost as two bytes, and what followed a word was perhaps a mark.
  const [one = '', other = ''] = written.map((word) => word.replace(/\ufffd+/g, () => lost));
  if ([one, other].some((word) => word === `${one}${lost}` || word === `${other}${lost}`)) return true;
  if (one.length !== other.length) return false;
  return [...one].every((letter, at) => letter === other[at] || letter === lost || other[at] === lost);
}

const lost = '\ufffd';

function byteOf(character: string): number {
  const at = upper.indexOf(character);
  return at < 0 ? character.charCodeAt(0) : 0x80 + at;
}
