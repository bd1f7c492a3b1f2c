import { ahead, answering, atLeast, atMost, keeping, spokenOf } from './phrases/periods.ts';
import { languageOf, type Part } from './readable.ts';

/** Whether a period is one for which something is kept. */
export function isHowLongKept({ readable: { words, locale }, start, end }: Part): boolean {
  const says = keeping[languageOf(locale)];
  const [before, after] = [words.slice(Math.max(0, start - 60), start), words.slice(end, end + 60)];
  return says !== undefined && (says.before.test(before) || says.after?.test(after) === true);
}

/** Whether a period is one within which we answer whoever writes. */
export function isTimeToAnswer({ readable: { words, locale }, start, end }: Part): boolean {
  const around = `${words.slice(Math.max(0, start - 80), start)}#${words.slice(end, end + 20)}`;
  return answering[languageOf(locale)]?.test(around) === true;
}

/** Whether a period is one that passes between the news of a change and the change. */
export function isTimeAhead({ readable: { words, locale }, start, end }: Part, sentence: string): boolean {
  const says = ahead[languageOf(locale)];
  const around = `${words.slice(Math.max(0, start - 30), start)}#${words.slice(end, end + 30)}`;
  return says?.around.test(around) === true && says.change.test(sentence);
}

export function saysAtLeast({ readable: { words, locale }, start }: Part): boolean {
  return atLeast[languageOf(locale)]?.test(words.slice(Math.max(0, start - 24), start)) === true;
}

export function saysAtMost({ readable: { words, locale }, start, end }: Part): boolean {
  return atMost[languageOf(locale)]?.test(words.slice(Math.max(0, start - 30), end + 12)) === true;
}

/** Data as such, which the retention clauses speak of; a text on one thing may have a period of its own. */
export function ofAllData(sentence: string, locale: string): boolean {
  return languageOf(locale) === 'zh'
    ? /(?:所有|全部|一切)(?:的)?(?:个人)?(?:信息|数据)?|您的(?:个人)?(?:信息|数据)/.test(sentence)
    : /\b(?:everything|all (?:of )?(?:your|personal|the)? ?(?:personal )?(?:data|information)|your (?:personal )?(?:data|information))\b/i.test(
        sentence,
      );
}

/** Whether a sentence speaks of what the periods of a relation are for. */
export function speaksOf(relation: string, sentence: string, locale: string): boolean {
  return spokenOf[relation]?.[languageOf(locale)]?.test(sentence) === true;
}
