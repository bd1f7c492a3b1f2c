import { compareDurations, parseDuration } from '../base/duration.ts';
import type { Meaning } from '../knowledge/meaning.ts';
import { freeWords } from '../model/kinds.ts';
import type { Scalar } from '../model/policy.ts';
import { normalText } from '../syntax/normal.ts';

/** The kind of a name that differs only in how its characters are drawn. */
export const respelled = 'name-respelled';
/** The kind of a period of the same length in other units. */
export const samePeriod = 'period-respelled';
/** The kind of a company's name that differs only in style. */
export const restyled = 'name-restyled';

const meanings: Readonly<Record<'drawn' | 'period' | 'styled', Meaning>> = {
  drawn: {
    kind: respelled,
    direction: 'changes',
    say: ({ before, after }) => `${after} is written differently (${before}) and says the same.`,
  },
  period: {
    kind: samePeriod,
    direction: 'changes',
    say: ({ key, before, after }) => `${key[0]}: ${before} is now called ${after}, which is as long.`,
  },
  styled: {
    kind: restyled,
    direction: 'changes',
    say: ({ before, after }) => `${before} is now written ${after}.`,
  },
};

/**
 * The meaning of a value that is written differently and says the same; undefined if it does not. `days` is how the days
 * of a period are counted: a week is seven days, but no certain number of working days.
 */
export function respelling(
  value: string,
  before: Scalar | undefined,
  after: Scalar | undefined,
  days?: Scalar,
): Meaning | undefined {
  if (typeof before !== 'string' || typeof after !== 'string') return undefined;
  if (parseDuration(before) && compareDurations(before, after) === 0)
    return days === 'working' || daysOf(before) !== daysOf(after) ? undefined : meanings.period;
  if (!freeWords.has(value)) return undefined;
  // A contact address may be an e-mail address or a URL, in which a dash is never just drawn differently.
  const isDrawn = !/[@/]/.test(before + after) && normalText(before).trim() === normalText(after).trim();
  if (isDrawn) return meanings.drawn;
  const isCompany = /\.(?:name|provider)$/.test(value);
  return isCompany && companyName(before) === companyName(after) ? meanings.styled : undefined;
}

/** A period of days ends with its last day, and one of hours does not: P3D may last longer than PT72H. */
function daysOf(period: string): number | undefined {
  return parseDuration(period.replace(/T.*/, ''))?.seconds || undefined;
}

const styles: Readonly<Record<string, string>> = {
  limited: 'ltd',
  company: 'co',
  incorporated: 'inc',
  corporation: 'corp',
  proprietary: 'pty',
  '&': 'and',
};

/** A space beside Han characters, which is optional. */
const besideHan = /(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu;

/** Letters with a stop after each: `S.A.S.`, `G.m.b.H.` */
const initials = /(?<![\p{L}\p{N}.])(?:\p{L}\.){2,}/gu;

/** A company's name without the parts that are written in different ways. */
function companyName(name: string): string {
  const lower = name.normalize('NFKC').toLowerCase();
  const closed = lower.replace(initials, (letters) => `${letters.replaceAll('.', '')} `);
  const plain = closed.replace(/[.,]/g, ' ').replaceAll('&', ' & ');
  const words = plain.trim().split(/\s+/).join(' ').replace(besideHan, '').split(' ');
  return words.map((word) => (Object.hasOwn(styles, word) ? styles[word] : word)).join(' ');
}
