import { wordsOfAge } from '../../language/furniture.ts';
import { bound, copyrightYears, lastUpdated, tails, undecided, year } from '../../language/own-dates.ts';
import { isKindOfDocument, type Range, type Token } from './tokens.ts';
import type { SignalWords } from './words.ts';

/** Tokens of sentences that only date their document: `Last updated: May 1`, not `Effective May 1, we sell …`. */
export function ownDates(tokens: readonly Token[], words: SignalWords): ReadonlySet<number> {
  const own = new Set<number>();
  for (const [start, end] of sentencesIn(tokens, words)) {
    const sentence = tokens.slice(start, end);
    const dated = datedPart(sentence, words, end - start === tokens.length);
    if (dated > 0) for (let at = start; at < start + dated; at++) own.add(at);
    else for (const at of datesAmong(sentence, words)) own.add(start + at);
  }
  return own;
}

function datesAmong(sentence: readonly Token[], words: SignalWords): readonly number[] {
  const found = lastUpdated(sentence, words.isMonth);
  const before = sentence.slice(0, found[0]);
  const isPlain = before.some(isKindOfDocument) && !before.some(({ key }) => words.nameOf(key));
  return [...copyrightYears(sentence), ...(isPlain ? found : [])];
}

export function* sentencesIn(tokens: readonly Token[], words: SignalWords): Generator<Range> {
  let start = 0;
  for (let at = 1; at <= tokens.length; at++) {
    if (at < tokens.length && !endsAt(tokens, at, words)) continue;
    yield [start, at];
    start = at;
  }
}

/** A sentence goes on after a colon, and after the full stop of `1. Mai` or `Dec. 3`. */
function endsAt(tokens: readonly Token[], at: number, { isMonth }: SignalWords): boolean {
  const [mark, next] = [tokens[at - 1], tokens[at]];
  if (mark?.key === '|' || next?.key === '|') return true;
  if (mark?.key === '.') return !isMonth(tokens[at - 2]?.key ?? '') && !isMonth(next?.key ?? '');
  return (next?.opens === true || next?.line === true) && !/^[:[]$/.test(mark?.key ?? '');
}

/** How many tokens only date the document: all, or those before `(view archived versions, or ask us)`. */
function datedPart(sentence: readonly Token[], words: SignalWords, whole: boolean): number {
  if (isDated(sentence, words, whole)) return sentence.length;
  const ago = wordsOfAge(sentence);
  if (ago > 0) return ago;
  const aside = sentence.findIndex(({ key }) => key === '(');
  return aside > 0 && isDated(sentence.slice(0, aside), words, false) ? aside : 0;
}

function isDated(sentence: readonly Token[], words: SignalWords, whole: boolean): boolean {
  let [dates, said] = [0, 0];
  const isSaid = ({ is }: Token): boolean => is !== 'mark' && is !== 'link';
  const plain = sentence.filter(isSaid).map(({ key }) => key.toLowerCase());
  if (sentence.at(-1)?.key === ':' || endsForce.test(plain.join(' ').replace(byVersion, ''))) return false;
  for (const [at, { is, key }] of sentence.entries()) {
    const [word, open] = [key.toLowerCase(), sentence[at - 1]?.key === '[' ? '[' : ''];
    if (is === 'mark' || is === 'link') continue;
    if (is === 'number') dates += year.test(key) ? 1 : 0;
    else if ((words.isMonth(word) && sentence[at - 1]?.key !== '个') || undecided.test(open + word)) dates++;
    // 日期 is a date; any other 期 is a period of time.
    else if (word === '期' && sentence[at - 1]?.key !== '日') return false;
    else if ((is === 'word' || is === 'character') && words.isDated(word) && isOfDocument(sentence, at)) {
      if (!binds.test(word)) said++;
      if (/^(?:vers(?:ion|ão|ión|ione)|wersja|版)$/.test(word)) dates++;
    } else if (!words.isNeutral(word) && !bound.test(`${word} ${sentence[at + 1]?.key}`)) return false;
  }
  const isLine = whole && /\d{4}|yyyy|tb[da]/.test(plain.join()) && !plain.some((word) => starts.test(word));
  return dates > 0 && (said > 0 || isLine);
}

/** Words that only connect a date to a document. With one that `starts`, something begins: `since May 1, 2024`. */
const binds =
  /^(?:of|as|from|before|following|this|the|our|by|on|at|st|[nr]d|th|utc|in|and|is|are|was|were|has|been|will|be|since|to|go|am|vom|ab|seit|diese[rs]?|unsere|wurde|ist|du|le|er|en|de|à|la|l|des|et|compter|el|il|por|esta|fue|da|em|op|voor|de[rnm]|und|au|depuis|desde|od|ce(?:tte|s)|présente|are|went|\w+day|pm|gmt|cet|[ep][sd]t|[년월일]|[于自起年月号日为是本])$/;
const starts =
  /^(?:in|from|before|following|as|since|by|vom|ab|seit|compter|dès|da|voor|depuis|desde|od|[于自起])$/;

/**
 * More than a date: the text goes out of force, as in `This policy will be replaced on March 1`, `archived on …`.
 * Where old versions are kept, a line may still say which version superseded one.
 */
const endsForce =
  /(?:^| )(?:superseded|replaced|(?:supersedes|replaces) this|(?:be|been|is|are|was|were) archived|archived (?:on|by|as|since|from)|(?:is|was) (?:the |our )?(?:archived|previous|prior|earlier))(?: |$)/;
const byVersion = /(?:^| )(?:was|were|been) superseded by version \d/;

/** `Terms of Service`, 用户协议: but services and cookies also have dates (`services use cookies from May 1, 2024`). */
function isOfDocument(sentence: readonly Token[], at: number): boolean {
  const { key = '' } = sentence[at] ?? {};
  if (tails[key] !== undefined) return tails[key].includes(sentence[at + 1]?.key ?? ' ');
  if (!/^(?:use|services?|cookies?|utilisation)$/.test(key)) return true;
  const beyond = (step: 1 | -1): Token | undefined => {
    let there = at + step;
    while (
      /^(?:use|services?|cookies?|privacy|and|of|the|our|this|générales|d)$/.test(sentence[there]?.key ?? '')
    )
      there += step;
    return sentence[there];
  };
  const [before, next] = [beyond(-1), beyond(1)];
  const isNamed = (token: Token | undefined): boolean => token !== undefined && isKindOfDocument(token);
  return isNamed(before) || isNamed(next) || /^[:(|]$/.test(next?.key ?? '');
}
