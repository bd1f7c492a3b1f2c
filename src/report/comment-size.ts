/** Sites accept comments of 64 kB; the rest is for what they add. */
const mostBytes = 58_000;

/** A part of a comment. */
export interface Block {
  readonly full: string;
  /** A shorter form, if the whole does not fit. */
  readonly brief?: string;
  readonly heading?: boolean;
}

/** As many of the first blocks as fit into a comment after its start, and how many findings do not. */
export function fitting(
  blocks: readonly Block[],
  start: readonly string[],
): { readonly kept: readonly string[]; readonly left: number } {
  let bytes = bytesIn(start.join('\n\n'));
  const kept: string[] = [];
  for (const [at, { full, brief = full }] of blocks.entries()) {
    const text = bytes + bytesIn(full) < mostBytes ? full : brief;
    bytes += bytesIn(text) + 2;
    if (bytes >= mostBytes) return { kept, left: blocks.slice(at).filter(({ heading }) => !heading).length };
    kept.push(text);
  }
  return { kept, left: 0 };
}

function bytesIn(text: string): number {
  return new TextEncoder().encode(text).length;
}
