/** Sites take comments of 64 kB; what is left over is for what they add. */
const mostBytes = 58_000;

/** A part of a comment. */
export interface Block {
  readonly full: string;
  /** The same without its details, for when they do not fit. */
  readonly brief?: string;
  /** It only introduces what follows. */
  readonly heading?: boolean;
}

/** As many blocks from the beginning as fit into a comment behind its start, and how many findings do not. */
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
