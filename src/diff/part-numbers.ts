import { onDemand } from '../base/on-demand.ts';

/** The numbers in front of the parts of two documents: `2` in `## 2. Hats`, `b` in `(b) hats`. */
export interface PartNumbers {
  /** Whether a heading has this number, and says the same under it, in both: no reference to it follows a renumbering. */
  readonly isKept: (number: string) => boolean;
  /** Whether the part of this number has the number of the part that now has it, so that references mean the other. */
  readonly isSwapped: (number: string) => boolean;
  /** Whether a part of one of them has this number: otherwise `Article 49` is perhaps that of a law. */
  readonly isOwn: (number: string) => boolean;
  /** Whether headings beside it have the number before or behind it, or it says `1.2` itself: `## 13 Anni` counts something. */
  readonly isOneOfMany: (number: string) => boolean;
}

export function partNumbersIn(before: readonly string[], after: readonly string[]): PartNumbers {
  const [one, other] = [numbered(before), numbered(after)];
  const numbers = new Map([...other].map(([number, said]) => [said, number]));
  const own = new Set([...before, ...after].map((text) => opening.exec(text)?.[1]));
  const headed = onDemand(() => [before, after].map((texts) => numbersOfHeadings(texts.join('\n'))));
  return {
    isOneOfMany: (number) => {
      const beside = [Number(number) - 1, Number(number) + 1].map(String);
      const having = headed().filter((numbers) => numbers.has(number));
      const isOne = having.every((numbers) => beside.some((other) => numbers.has(other)));
      return number.includes('.') || (having.length > 0 && isOne);
    },
    isOwn: (number) => own.has(number.split('.')[0]),
    isKept: (number) => one.get(number)?.startsWith('#') === true && one.get(number) === other.get(number),
    isSwapped: (number) => {
      const [now, then] = [numbers.get(one.get(number) ?? ''), other.get(number)];
      return now !== undefined && now !== number && then !== undefined && one.get(now) === then;
    },
  };
}

/** What stands behind each number that one part alone has. */
function numbered(texts: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const text of texts) {
    const [, level = '', number = '', said = ''] = front.exec(text) ?? [];
    if (found.has(number)) twice.add(number);
    if (said !== '') found.set(number, `${level} ${said}`);
  }
  for (const number of twice) found.delete(number);
  return found;
}

/** `**Article 8 – Hats**`: a part may be called by its number in any dress, but `Article 8 says …` is a sentence. */
const opening =
  /^[^\p{L}\p{N}]*(?:arti\p{L}{2,5}\s{1,9})?(\d{1,3})(?:\.\d{1,3})*(?:\s{0,9}[.)、:：–—*-]|\s*$|(?<=^#.{0,30}) )/iu;

function numbersOfHeadings(text: string): ReadonlySet<string | undefined> {
  return new Set([...text.matchAll(/^#{1,6} {1,3}\**(\d{1,3})(?!\d)/gm)].map(([, number]) => number));
}

const front =
  /^(#{0,6}) {0,3}(?:第|\(|\p{L}{4,12} (?=[\dIVX]))?(\d{1,2}(?:\.\d{1,2})*|[a-h](?=\))|[IVXivx]{1,4}(?=[.)])|[一二三四五六七八九十]{1,3})(?:[.)、:]|[条章节条]|(?<=^#.{0,16}) ) {0,3}(.+)/u;
