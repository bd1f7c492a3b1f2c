import { joining, units } from '../../language/number-words.ts';
import { isKindOfDocument, isName, type Token } from './tokens.ts';
import { isMonth, type SignalWords } from './words.ts';

/** Finds numbers of parts: `1.2 Scope` over a section, `(3)` before a paragraph, `section 4` in a sentence. */
export function renumbered(tokens: readonly Token[], words: SignalWords): ReadonlySet<number> {
  const [found, seen] = [new Set<number>(), new Set<string>()];
  tokens.forEach((token, at) => {
    if (!isPartNumber(token) || words.parts.isSwapped(token.key)) return;
    const refers = isReference(tokens, at, words) && !words.parts.isKept(token.key);
    const isRead = refers || isEnumerated(tokens, at, seen);
    if (isInFront(tokens, at, words) || (isRead && !isOfLaw(tokens, at, words))) found.add(at);
  });
  return found;
}

/** Numbers of somebody else's text, perhaps a legal basis: `Art. 6 (1) (a) GDPR`, `§ 26 BDSG`, `网络安全法第3条`. */
function isOfLaw(tokens: readonly Token[], at: number, words: SignalWords): boolean {
  const joins = (there: number): boolean => {
    const token = tokens[there];
    if (token?.key === '.') return tokens[there - 1]?.is === 'word' && joins(there - 1);
    return token !== undefined && (isPartNumber(token) || words.isPart(token.key) || joining.test(token.key));
  };
  let [start, end] = [at - 1, at + 1];
  while (at - start <= longestCitation && joins(start)) start--;
  while (end - at <= longestCitation && joins(end)) end++;
  const [before, last, next] = [tokens[start], tokens[end - 1], tokens[end]];
  const isLaw =
    (before !== undefined && /^(?:\p{Lu}{3,}|[法例典定范])$/u.test(before.text)) ||
    tokens.slice(start + 1, end).some(({ key }) => /^(?:abs|lit)$/.test(key));
  const isNamed = next !== undefined && isName(next) && !isKindOfDocument(next);
  const isAct = /^(?:acts?|laws?|code|regulations?|directives?|statutes?|constitution)$/.test(
    next?.key ?? '',
  );
  return isLaw || isAct || (isNamed && !/^(?:and|or|und|et|y|[(,.])$/.test(last?.key ?? ''));
}

/** How many tokens are searched on each side of a number, to keep the cost linear if there are thousands. */
const longestCitation = 24;

function isPartNumber({ is, key }: Token): boolean {
  if (is === 'character') return numerals.test(key);
  return is === 'number'
    ? /^\d{1,2}(?:\.\d{1,2})*$/.test(key)
    : is === 'word' && /^[a-h가나다라마바사아자차카타파하]$|^[ivx]{1,4}$/i.test(key);
}

const numerals = /^[一二三四五六七八九十]$/;
const order = 'a b c d e f g h i ii iii iv v vi vii viii ix x xi xii'.split(' ');

/** A number before the first word, with punctuation after it or in a heading, that does not count anything. */
function isInFront(tokens: readonly Token[], at: number, words: SignalWords): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  const before = tokens[at - 1];
  if (token?.is === 'character') return false;
  const first =
    at === 0 ||
    (at === 2 && before?.is === 'mark' && isInFront(tokens, 0, words)) ||
    (at === 1 && (before?.key === '(' || words.isPart(before?.key ?? ''))) ||
    (token?.heading === true && before?.heading === false);
  if (!first) return false;
  const closed = next?.is === 'mark' && /^[.)]$/.test(next.key);
  if (!closed && !(token?.heading === true && token.is === 'number' && words.parts.isOneOfMany(token.key)))
    return false;
  const said = tokens[at + (closed ? 2 : 1)];
  // `13 or older` is not the title of a part, which begins with a capital.
  if (!closed && /^\p{Ll}/u.test(said?.text ?? '')) return false;
  const counted = closed ? [said] : tokens.slice(at + 1, at + 4);
  const isTwice = said && isPartNumber(said) && /^[.):]$/.test(tokens[at + (closed ? 3 : 2)]?.key ?? '');
  return (
    said !== undefined &&
    (said.is !== 'number' || isTwice === true) &&
    !counted.some((one) => words.nameOf(one?.key ?? '') === 'quantifier' || units.test(one?.text ?? '')) &&
    !isMonth(said.key)
  );
}

/** `第3条` is a part because of the character after the number. */
function isReference(tokens: readonly Token[], at: number, words: SignalWords): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (tokens[at]?.is !== 'number' || !before || !words.isPart(before.key)) return false;
  if (before.key.startsWith('arti') && !words.parts.isOwn(tokens[at].key)) return false;
  return before.is === 'character' ? /^[条章节款项部]$/.test(next?.key ?? '') : next?.key !== '(';
}

/** `(i)` and `(b)` in order, once each: in `as in (b)` it refers to a part. Also `2、` at the start of a sentence. */
function isEnumerated(tokens: readonly Token[], at: number, seen: Set<string>): boolean {
  const [whose, before, token, next] = [tokens[at - 2], tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token?.is === 'word') {
    const isPart = whose?.is === 'number' || /^(?:\)|points?|letter)$/.test(whose?.key ?? '');
    if (before?.key !== '(' || next?.key !== ')' || isPart || seen.has(token.key)) return false;
    seen.add(token.key);
    return /^[ai]$/.test(token.key) || seen.has(order[order.indexOf(token.key) - 1] ?? '');
  }
  if (token?.is === 'character') return isNumbered(tokens, at);
  return token?.opens === true && next?.text === '、';
}

/** `十一、` at the start of a sentence. */
function isNumbered(tokens: readonly Token[], at: number): boolean {
  let [start, end] = [at, at + 1];
  while (tokens[start]?.opens === false && numerals.test(tokens[start - 1]?.key ?? '')) start--;
  while (numerals.test(tokens[end]?.key ?? '')) end++;
  return tokens[start]?.opens === true && tokens[end]?.text === '、';
}
