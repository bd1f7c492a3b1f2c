/**
 * A text with its numbers in the digits 0 to 9, whatever script they were in: `٣٠` and `३०` become `30`. A superscript or a
 * fraction is set apart from the number before it, so that `30²` does not become `302`.
 */
export function withPlainDigits(text: string): string {
  return text
    .replace(raised, ' $&')
    .replace(digit, (one) => String(digitOf(one)))
    .replace(mark, (one) => marks[one] ?? one);
}

const raised = /(?<=\p{Nd})[²³¹⁰-⁹¼-¾⅐-⅞]/gu;
const digit = /(?!\d)\p{Nd}/gu;

/** Every script has its ten digits in a row. */
function digitOf(one: string): number {
  const code = one.codePointAt(0) ?? 0;
  let smaller = 0;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(code - smaller - 1))) smaller++;
  return smaller % 10;
}

/** Arabic signs within and after numbers. */
const marks: Readonly<Record<string, string>> = { '٪': '%', '٫': '.', '٬': ',' };
const mark = /[٪٫٬]/g;

/** `1,000` and `1000` are one number; `1.5` and `15` are two. */
export function plainNumber(number: string): string {
  const plain = number
    .replace(/\s{0,3}[%％]$/, '%')
    .replaceAll('–', '-')
    .replace(/^\./, '0.');
  // A telephone number may be set with points or hyphens.
  if (/^\d{2,5}(?:[.-]\d{2,5}){2,5}$/.test(plain) && plain.length > 10) return plain.replaceAll('.', '-');
  return /^\d{1,3}(?:,\d{3})+%?$/.test(plain) ? plain.replaceAll(',', '') : plain;
}
