import { append } from '../base/group.ts';
import type { OverlayEntry } from './entry.ts';
import { isUntouched, type Unit } from './exchange.ts';
import { type TextState, textName } from './texts.ts';

/** The effect of a translator's file on a policy. */
export interface Merge {
  /** The translations to write, by path of a locale file in the policy folder, in reading order. */
  readonly files: ReadonlyMap<string, readonly OverlayEntry[]>;
  /** Units skipped because the policy has a newer translation: the text changed and was translated again meanwhile. */
  readonly kept: readonly string[];
  /** Units whose names match no text of the policy. */
  readonly unknown: readonly string[];
}

/** Decides which translations to write where. Empty and unchanged units have no effect. */
export function mergeUnits(states: readonly TextState[], units: readonly Unit[], locale: string): Merge {
  const byName = new Map(units.map((unit) => [textName(unit), unit]));
  const known = new Set(states.map(textName));
  const files = new Map<string, OverlayEntry[]>();
  const kept: string[] = [];
  for (const text of states) {
    const unit = byName.get(textName(text));
    if (!unit) continue;
    const entry = entryFor(unit, text);
    if (entry === 'kept') kept.push(textName(text));
    else if (entry) {
      const path = text.translation?.file ?? `locales/${locale}/${text.chapter}.yaml`;
      append(files, path, entry);
    }
  }
  return { files, kept, unknown: [...byName.keys()].filter((name) => !known.has(name)) };
}

function entryFor(unit: Unit, { translation, mark }: TextState): OverlayEntry | 'kept' | undefined {
  const target = unit.target.trimEnd();
  if (target.trim() === '' || isUntouched(unit)) return undefined;
  const same = translation?.text.trimEnd() === target;
  if (same && (unit.state === 'initial' || translation?.of === unit.mark)) return undefined;
  if (translation?.of === mark && unit.mark !== mark) return 'kept';
  const { owner, field } = unit;
  return { owner, field, of: unit.mark, ...(same ? {} : { text: target }) };
}
