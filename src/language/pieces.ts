/** Splits a text into words, numbers, addresses, signs and marks, each with its kind. */
export function* piecesOf(text: string): Generator<readonly [is: Piece, said: string]> {
  for (const found of text.matchAll(pattern)) {
    // Named groups would make an object for each word.
    const is = names[found.findIndex((part, at) => at > 0 && part !== undefined) - 1];
    if (is === undefined) continue;
    const said = is === 'site' ? found[0].replace(ending, '') : found[0];
    yield [is, said];
    for (const mark of found[0].slice(said.length)) yield ['mark', mark];
  }
}

/** Marks behind an address are those of its sentence. */
const ending = /(?<![.,;:!?])[.,;:!?]+$/;

export type Piece = keyof typeof kinds;

/** A letter of a script without spaces, where a run of letters is no word: `することができます` and `することができません` would be similar words. */
const unspaced =
  '[\\p{Script=Han}[[\\p{L}\\p{M}]&&[\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}\\p{scx=Tibt}]]]';

/** What an address may hold that is written among words: `https://a.example/xで…` ends before words that no space sets off. */
const addressed = `[[^\\s<>\\(\\)\\[\\]"“”，。；、「」《》【】]--${unspaced}]`;

/** What strikes out or encloses the letter before it. */
const overlay = '[\\u0334-\\u0338\\u20d0-\\u20f0]';

/**
 * What each kind of piece looks like; where several match, the first one counts. Sets are subtracted, since to look ahead
 * at each letter takes twice as long to compile, which is most of what a short text costs.
 */
const kinds = {
  field: /\{\{[^\{\}]*\}\}|\{%[^\{\}]*%\}|-{1,9}8<-{1,9}\s{1,9}"[^"\n]*"|!include\s{1,9}[^\s]{1,99}/v,
  site: new RegExp(
    `https?:\\/\\/${addressed}+|(?<![\\w.+\\-])(?:[\\w.+\\-]+@[\\w\\-]+(?:\\.[\\w\\-]+)+|(?:[a-z0-9\\-]+\\.)+[a-z]{2,12}(?:\\/${addressed}*)?(?![[\\p{L}\\d]--${unspaced}]))`,
    'v',
  ),
  number: /(?:(?<=[\s\(~$€£])\.)?\d+(?:[.,:\/–\-]\d+)*(?:\(\w+\))*(?:\s{0,3}[%％])?/v,
  character: new RegExp(unspaced, 'v'),
  word: new RegExp(`[[\\p{L}\\p{M}\ufffd]--${unspaced}--${overlay}]+(?:['’][\\p{L}--${unspaced}]+)?`, 'v'),
  strike: /~~|(?<![\p{L}\d~])~(?=\p{L}[^~\n]{0,99}~(?![~\d]))|(?<=[\p{Lu}\p{Ll}][.!]?)~(?![\p{L}\d~])/v,
  sign: /\[[ xX]\](?= )|(?<=[\|:]\s{0,2})[\p{So}■-◿*•]+(?=\s*(?:\||$))|(?<![\s\S])(?:\*{1,3}|[※٭⁎⁑❋★☆])(?=[.,;:!?\)]|$)|(?=[*※٭⁎⁑❋★☆])(?<!\*[^\s*]{1,40})(?<=[\p{L}\p{M}\p{N}.。\)）\]”"’'»」%!?！？।])(?:\*{1,3}|[※٭⁎⁑❋★☆])(?![\p{L}\p{M}\d*])|(?<=[\p{L}\p{M}\p{N}.。\)”’])(?:\[[a-z]{1,2}\]|\([ivx]{1,4}\))|[%％‰°+=\p{Sc}≤≥≠±√×✓-✘❌✅☐-☒⬜👍👎🚫⛔❎←→↔⇐⇒⇔†‡\p{Nl}\p{No}]|\p{RI}{2}|(?<=[\p{L}\(] ?)-(?=\d[\d.,]{0,9}\s?[%％°\p{Sc}])|\{(?:\/|--|>>|#)|\/\}|[<>~≈〜](?=\s*\d)|(?<=[\p{Lo}\d])[~〜]|[\p{Sm}--\p{ASCII}]|′|(?<=[\p{L}:：]\s?)[○◯●◉◎⚪⚫🔘](?=\s?\p{L})|[▲▼⬆⬇🔓🔞🟢🔴🟡]|(?<=(?<!\p{L})\p{Lu})[\-–](?=\p{Lu}(?!\p{L}))|[\u0334-\u0338\u20d0-\u20f0]|[\u202a-\u202e\u2066-\u2069]/v,
  mark: /[.,;:!?\(\)\&\|©§，。、；：！？（）،؛؟।۔—–\[\]]/v,
};
const names = Object.keys(kinds) as (keyof typeof kinds)[];
const pattern = new RegExp(
  Object.values(kinds)
    .map(({ source }) => `(${source})`)
    .join('|'),
  'gv',
);

/** Marks that are words: `&`. */
export const signs: Readonly<Record<string, string>> = { '&': 'and', '©': 'copyright', '§': 'section' };

/** Marks in the form that all scripts share. */
export const marks = new Map(
  [...'，、。；：！？（）،؛؟।۔—–'].map((mark, at) => [mark, ',,.;:!?(),;?..,,'.charAt(at)]),
);

/** Abbreviations set with points: `e.g.`, `U.S.` */
export const initials = /\b(?:[Ee]\. ?g|[Ii]\. ?e|U\. ?S(?:\. ?A)?|U\. ?K|E\. ?U)(?=\.)/g;
