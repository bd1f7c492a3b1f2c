import table from './sdks.json' with { type: 'json' };

/** Software of others, by what it is called where code names it; what it usually gets says where to look. */
export interface Sdk {
  readonly id: string;
  readonly name: string;
  /** Whoever makes it, as people call them. */
  readonly provider: string;
  /** The legal name of the maker, where it is known. */
  readonly company?: string;
  readonly npm?: readonly string[];
  readonly gradle?: readonly string[];
  readonly pods?: readonly string[];
  /** Of Swift packages: the last part of their address, in small letters. */
  readonly spm?: readonly string[];
  readonly pub?: readonly string[];
  readonly cookies?: readonly string[];
  readonly data: readonly string[];
  readonly purposes: readonly string[];
}

/** All that is known of, in one table for whoever asks: registers, drift and rules. */
export const sdks: readonly Sdk[] = table.sdks;

/** Whether a name is one of a list, in which a star stands for anything. */
export function isNamed(name: string, patterns: readonly string[] = []): boolean {
  return patterns.some((pattern) => {
    const [start = '', ...rest] = pattern.split('*');
    if (rest.length === 0) return name === pattern;
    const end = rest.at(-1) ?? '';
    return name.length >= start.length + end.length && name.startsWith(start) && name.endsWith(end);
  });
}
