import { expect, it } from 'vitest';
import { hiddenIn, replaceHidden } from '../../src/base/hidden.ts';

/** By what Unicode says of it: nobody sees it, and it is no line end or tab. */
const unseen = /(?![\t\n])\p{Cc}|\p{Cs}|\p{Zl}|\p{Zp}|\p{Default_Ignorable_Code_Point}|[\uFFF9-\uFFFB]/u;
/** What scripts, emoji, shorthand and notes need, and what is not given out yet. */
const needed =
  /\p{Variation_Selector}|\p{Join_Control}|\u034F|[\u2065\uFFF0-\uFFF8\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0080}-\u{E0FFF}]/u;

/** All but the planes in which there are Chinese characters alone, or nothing. */
const characters = [0x0, 0x1_0000, 0xe_0000].flatMap((plane) =>
  Array.from({ length: 0x1_0000 }, (_, at) => String.fromCodePoint(plane + at)),
);

it.each([
  ['letters', 'a文é'],
  ['what is as unusual', '\u200D\u{1F600}'],
])('a character that nobody sees is found among %s, and no other', (_, around) => {
  const isHidden = (one: string): boolean => unseen.test(one) && !needed.test(one);
  const text = around + characters.map((one) => one + around).join('');
  const found = [...hiddenIn(text)].map(({ start, end }) => text.slice(start, end));
  expect(found).toEqual(characters.filter(isHidden));
  const left = around + characters.map((one) => (isHidden(one) ? '' : one) + around).join('');
  expect(replaceHidden(text, () => '') === left).toBe(true);
});
