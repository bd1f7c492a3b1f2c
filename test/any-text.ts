import fc from 'fast-check';

/** Halves of characters: they stand in the middle of all numbers of characters, and in no text by themselves. */
const halves = { from: 0xd800, count: 0x800 };

/** What fast-check draws as `unit: 'binary'`, without its table of all characters: seconds, and 80 MB for all tests to come. */
const anyCharacter = fc
  .nat({ max: 0x10ffff - halves.count })
  .map((number) => String.fromCodePoint(number < halves.from ? number : number + halves.count), numberOf);

function numberOf(character: unknown): number {
  const [first, more] = String(character);
  const point = first?.codePointAt(0);
  if (point === undefined || more !== undefined) throw new RangeError('no character');
  return point < halves.from ? point : point - halves.count;
}

/** Any text of whole characters. */
export const anyText = fc.string({ unit: anyCharacter });
