import type { Side } from './change.ts';
import { type JudgedChange, verdicts } from './judge.ts';
import type { SignalWords } from './signal/words.ts';
import { signalOf } from './signal.ts';

/** Gives every text that a person must review its signal; all other changes are returned as they are. */
export function signalProse(change: JudgedChange, wordsFor: (locale: string) => SignalWords): JudgedChange {
  if (change.table !== 'prose' || change.verdict !== 'review') return change;
  const [before, after] = [textOf(change.before), textOf(change.after)];
  const words = wordsFor(change.key.at(-1) ?? '');
  // A clause's text belongs to a fact that users may act on; in a plain document most links lead to more words.
  if (change.key[1] !== 'front-matter')
    return { ...change, ...signalOf(before, after, words, change.key[0] !== 'document') };
  const name = change.key[2] ?? '';
  if (sorting.test(name) || (isSetting(before) && isSetting(after)))
    return { ...change, signal: 'low', signals: ['front-matter'] };
  const isTitle = /title|name|slug/i.test(name);
  const asShown = (text: string | null): string | null => (isTitle && text !== null ? `# ${text}` : text);
  return { ...change, ...signalOf(asShown(before), asShown(after), words) };
}

/** Under which of its shelves a site puts a document, and from where else it leads there. */
const sorting = /^(?:categor(?:y|ies)|topics?|tags?|keywords|redirect_from|versions|aliases)$/i;

/** Numbers, dates, switches, paths, names: what a site is told about a document, not what its readers are told. */
function isSetting(text: string | null): boolean {
  if (text === null) return true;
  const values = text.replace(/[[\]{}'"]/g, '').split(/[,\n]/);
  return values.every((value) => /^\s*(?:- )?[\w.+:/-]*\s*$/.test(value) && !value.includes('://'));
}

/** The worst verdict first, and within it what has a low signal last. */
export function worstFirst(a: JudgedChange, b: JudgedChange): number {
  return (
    verdicts.indexOf(b.verdict) - verdicts.indexOf(a.verdict) ||
    Number(a.signal === 'low') - Number(b.signal === 'low')
  );
}

function textOf(side: Side | null): string | null {
  if (side === null) return null;
  return String(('row' in side ? side.row.values.text : side.value) ?? '');
}
