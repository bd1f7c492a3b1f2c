/** Splits a text into words, numbers, addresses, signs and marks, each with its kind. */
export function* piecesOf(text: string): Generator<readonly [is: Piece, said: string]> {
  for (const found of text.matchAll(pattern)) {
    // Named groups would make an object for each word.
    const is = names[found.findIndex((part, at) => at > 0 && part !== undefined) - 1];
    if (is !== undefined) yield [is, found[0]];
  }
}

export type Piece = keyof typeof kinds;

/** A letter of a script without spaces, where a run of letters is no word: `することができます` and `することができません` would be similar words. */
const unspaced =
  /\p{Script=Han}|(?=[\p{L}\p{M}])[\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]/u;

/** What an address may hold that is written among words: `https://a.example/xで…` ends before words that no space sets off. */
const addressed = `(?:(?!${unspaced.source})[^\\s<>()[\\]"“”，。；、「」《》【】])`;

/** What each kind of piece looks like; where several match, the first one counts. */
const kinds = {
  field: /\{\{[^{}]*\}\}|\{%[^{}]*%\}/u,
  site: new RegExp(
    `https?:\\/\\/${addressed}+|(?<![\\w.+-])(?:[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+|(?:[a-z0-9-]+\\.)+[a-z]{2,12}(?:\\/${addressed}*)?(?!(?!${unspaced.source})[\\p{L}\\d]))`,
    'u',
  ),
  number: /(?:(?<=[\s(~$€£])\.)?\d+(?:[.,:/–-]\d+)*(?:\(\w+\))*(?:\s{0,3}[%％])?/u,
  character: unspaced,
  word: new RegExp(
    `(?:(?!${unspaced.source})[\\p{L}\\p{M}\ufffd])+(?:['’](?:(?!${unspaced.source})\\p{L})+)?`,
    'u',
  ),
  strike: /~~/u,
  sign: /\[[ xX]\](?= )|(?<=[|:]\s{0,2})[\p{So}■-◿*]+(?=\s*(?:\||$))|(?<!\*[\p{L}\d]{1,20})(?<=[\p{L}\d])\*{1,3}(?![\p{L}\d*])|[%％‰°+=\p{Sc}≤≥≠±√×✓-✘❌✅☐-☒⬜👍👎🚫⛔❎←→↔⇐⇒⇔†‡\p{Nl}\p{No}]|\p{RI}{2}|\{(?:\/|--|>>)|\/\}|[<>~≈](?=\s*\d)|[\u202a-\u202e\u2066-\u2069]/u,
  mark: /[.,;:!?()&|©§，。、；：！？（）]/u,
};
const names = Object.keys(kinds) as (keyof typeof kinds)[];
const pattern = new RegExp(
  Object.values(kinds)
    .map(({ source }) => `(${source})`)
    .join('|'),
  'gu',
);
