import type { SourceFile } from '../base/place.ts';

/** A scalar as it was written: the part of the YAML library's node that we need. */
export interface WrittenScalar {
  readonly value: unknown;
  /** `PLAIN`, `QUOTE_SINGLE`, `QUOTE_DOUBLE`, `BLOCK_LITERAL` or `BLOCK_FOLDED`. */
  readonly type?: string | undefined;
  /** Offsets into the file: the start, the end of the value, and the end of the white space after it. */
  readonly range?: readonly [number, number, number] | null | undefined;
  /** A comment after it on the same line. */
  readonly comment?: string | null | undefined;
}

/**
 * Maps offsets in a scalar's value to offsets in the file, so that a problem inside a block of text is shown at its
 * own line and column. Walks value and source side by side, and skips source characters that the value lacks (indents,
 * folded line ends, quotes, escapes).
 */
export function scalarOffsets(source: SourceFile, scalar: WrittenScalar): (valueOffset: number) => number {
  const value = String(scalar.value);
  const [start, end] = scalar.range ?? [0, 0];
  const text = source.text;
  const offsets = new Array<number>(value.length + 1);
  const isBlock = scalar.type === 'BLOCK_LITERAL' || scalar.type === 'BLOCK_FOLDED';
  const isDouble = scalar.type === 'QUOTE_DOUBLE';
  const skip = isDouble ? skipToEscaped : skipTo;
  let at = isBlock ? text.indexOf('\n', start) + 1 : start + (scalar.type?.startsWith('QUOTE') ? 1 : 0);
  for (let index = 0; index < value.length; index++) {
    at = skip(text, at, end, value[index]);
    offsets[index] = Math.min(at, end);
    const length = isDouble ? lengthAt(text, at) : 1;
    // One escape can stand for two UTF-16 units.
    if (length === escapes.U && (value.codePointAt(index) ?? 0) > 0xffff) offsets[++index] = at;
    at += length;
  }
  offsets[value.length] = Math.min(at, end);
  return (valueOffset) => offsets[Math.min(valueOffset, value.length)] ?? start;
}

/** A line end in the source stands for a space or a line end in the value; indentation stands for nothing. */
function skipTo(text: string, from: number, end: number, wanted: string | undefined): number {
  for (let at = from; at < end; at++) {
    if (text[at] === wanted || (wanted === ' ' && text[at] === '\n')) return at;
    if (!/[\s'\\]/.test(text[at] ?? '')) return at;
  }
  return end;
}

function skipToEscaped(text: string, from: number, end: number, wanted: string | undefined): number {
  for (let at = from; at < end; at++) {
    if (text[at] === '\\' && text[at + 1] !== '\n') return at;
    if (text[at] === wanted || (wanted === ' ' && text[at] === '\n')) return at;
    if (!/[\s\\]/.test(text[at] ?? '')) return at;
  }
  return end;
}

/** How many signs stand for one: an escape has several. */
function lengthAt(text: string, at: number): number {
  if (text[at] !== '\\') return 1;
  const kind = text[at + 1] ?? '';
  return kind === 'x' || kind === 'u' || kind === 'U' ? escapes[kind] : 2;
}

const escapes = { x: 4, u: 6, U: 10 } as const;
