import { durationInEnglish } from '../base/duration-words.ts';
import type { Side } from '../diff/change.ts';
import { plainText } from '../diff/names.ts';
import type { GatedChange } from '../gate/cover.ts';
import type { Scalar } from '../model/policy.ts';
import { excerpts } from './excerpt.ts';
import { counted } from './style.ts';

/** What each side of a change states. */
export function sideLines(change: GatedChange): string[] {
  if (change.table === 'prose' && change.before && change.after) {
    const [before, after] = excerpts(textOf(change.before), textOf(change.after));
    return [`    before: “${before}”`, `    after:  “${after}”`];
  }
  return [...sideLine('before', change.before), ...sideLine('after', change.after)];
}

function sideLine(name: 'before' | 'after', side: Side | null): string[] {
  if (side === null) return [];
  const label = name === 'before' ? 'before:' : 'after: ';
  if (!('row' in side)) return [`    ${label} ${valueText(side.value)}`];
  const { row, carries } = side;
  if (row.relation === 'prose') return [`    ${label} “${clip(plainText(String(row.values.text)))}”`];
  const values = Object.entries(row.values)
    .sort()
    .flatMap(([key, value]) =>
      value === false ? [] : [value === true ? key : `${key} ${valueText(value)}`],
    );
  const facts = carries.filter((one) => one.relation !== 'prose' && one.relation !== 'clause');
  const carried =
    facts.length > 0
      ? [
          `with ${counted(facts.length, 'fact')}: ${clip(
            facts
              .map((one) => one.key.slice(1).join(' › '))
              .filter((text) => text !== '')
              .join(', '),
          )}`,
        ]
      : [];
  const stated = [...values, ...carried].join(', ');
  return stated === '' ? [] : [`    ${label} ${stated}`];
}

/** A value of a fact as a reader would say it. */
function valueText(value: Scalar | null): string {
  if (value === null) return 'not stated';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return durationInEnglish(String(value));
}

export function textOf(side: Side): string {
  return 'row' in side ? String(side.row.values.text ?? '') : String(side.value ?? '');
}

function clip(text: string): string {
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}
