import type { Heading, Root, RootContent } from 'mdast';
import { wordsWithin } from './manuscript.ts';

/** Names of such documents in several languages, as at the end of `Paper Lamp Privacy Policy`. */
const kinds = [
  '(?:privacy|cookies?|data (?:protection|processing)|legal|user|service|licen[cs]e|acceptable use) (?:and cookies? )?(?:policy|notice|statement|agreement|terms|addendum)',
  'terms (?:of|and|&) (?:use|service|sale|conditions)',
  'conditions of (?:use|sale|service)',
  'datenschutz(?:erklärung|hinweise?|information(?:en)?|richtlinie)',
  '(?:nutzungs|geschäfts)bedingungen',
  '(?:politique|charte|déclaration|avis|notice) [^.]{0,40}(?:confidentialité|vie privée|données|cookies)',
  "conditions (?:générales|d[’']utilisation)",
  '(?:política|aviso|declaración) [^.]{0,40}(?:privacidad|datos|cookies)',
  '(?:términos|condiciones) (?:y condiciones|generales|de uso)',
  'プライバシー(?:ポリシー|通知)|個人情報保護方針|利用規約',
  '隐私(?:政策|权政策|声明|通知|保护指引)|用户协议|服务(?:协议|条款)|使用条款',
  '隱私權?(?:政策|聲明)|使用者條款|服務條款',
];
const kind = new RegExp(kinds.join('|'), 'iu');
const longest = 90;

/** Words that show a section about such a document: `Changes to this Privacy Policy`. */
const about =
  /\b(?:this|these|our|your|changes?|updates?|contact|about|dieser?|unsere[rn]?|änderung\p{L}*|cette|ces|nos|notre|modification\p{L}*|est[ae]s?|nuestr\p{L}+|cambios?)\b|变更|更新|修改|変更|改定|變更/iu;

/** Whether words can be the title of a document: short, not a sentence, and with the name of a kind of document. */
function nameADocument(words: string): boolean {
  return words.length <= longest && !/[.。;；:：,]$/u.test(words) && kind.test(words) && !about.test(words);
}

/**
 * The title among headings: the first one, if all others are of lower levels; or if nothing precedes it, and it alone
 * at its level or above has the name of a document.
 */
export function titleAmong(
  headings: readonly Heading[],
  isFirst: (heading: Heading) => boolean,
): Heading | undefined {
  const [first, ...others] = headings;
  if (!first) return undefined;
  if (others.length === 0 && first.depth === 1) return first;
  if (others.length > 0 && others.every(({ depth }) => depth > first.depth)) return first;
  if (!isFirst(first)) return undefined;
  const called = headings.filter((one) => one.depth <= first.depth && nameADocument(wordsWithin(one)));
  return called.length === 1 && called[0] === first ? first : undefined;
}

/**
 * Drops a heading that repeats the title, since otherwise every part would be numbered one level deeper. It must be
 * below the title with everything else below it, or at the same level with no other heading that names a document.
 */
export function withTitleOnce(root: Root): { readonly root: Root; readonly again?: Heading } {
  const [first, again, ...others] = root.children.filter((node) => node.type === 'heading');
  if (!first || !again || plainLetters(first) === '' || plainLetters(first) !== plainLetters(again))
    return { root };
  const isOver = again.depth > first.depth && others.every(({ depth }) => depth > again.depth);
  const isBeside =
    again.depth === first.depth &&
    nameADocument(wordsWithin(first)) &&
    !others.some((one) => nameADocument(wordsWithin(one)));
  if (!isOver && !isBeside) return { root };
  return { root: { ...root, children: root.children.filter((node) => node !== again) }, again };
}

function plainLetters(heading: Heading): string {
  return (
    wordsWithin(heading)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');
}

/** Turns the first line into a heading if it names a document and no heading does. */
export function withTitle(root: Root): Root {
  const [first, ...rest] = root.children;
  if (first?.type !== 'paragraph' || !nameADocument(wordsWithin(first))) return root;
  if (rest.some((node) => node.type === 'heading' && nameADocument(wordsWithin(node)))) return root;
  const heading: RootContent = {
    type: 'heading',
    depth: 1,
    children: first.children,
    position: first.position,
  };
  return { ...root, children: [heading, ...rest] };
}
