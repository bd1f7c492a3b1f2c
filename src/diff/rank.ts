import type { Side } from './change.ts';
import { type JudgedChange, verdicts } from './judge.ts';
import type { SignalWords } from './signal/words.ts';
import { signalOf } from './signal.ts';

/** Gives every text that a person must review its signal; all other changes are returned as they are. */
export function signalProse(change: JudgedChange, wordsFor: (locale: string) => SignalWords): JudgedChange {
  if (change.table !== 'prose' || change.verdict !== 'review') return change;
  const [before, after] = [textOf(change.before), textOf(change.after)];
  if (change.key[1] === 'front-matter' && isSetting(before) && isSetting(after))
    return { ...change, signal: 'low', signals: ['front-matter'] };
  return { ...change, ...signalOf(before, after, wordsFor(change.key.at(-1) ?? '')) };
}

/** A number, a date, a switch, a name: what a site is told about a document, not what its readers are told. */
function isSetting(text: string | null): boolean {
  return text === null || (/^[\w.+:/-]*$/.test(text) && !text.includes('://'));
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
