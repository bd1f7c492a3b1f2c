/** A path from the top of a document: keys of maps and indexes of sequences. */
export type YamlPath = readonly (string | number)[];

/** Where a part of a YAML file stands, and what is below it: plain data, which says all that is asked about a file that was read. */
export interface YamlPart {
  /** Offsets into the file: the start, the end of the value, and the end of the white space after it. */
  readonly at: YamlRange;
  /** Of a scalar: how it was written, and the comment behind it on its line. */
  readonly type?: string;
  readonly comment?: string;
  /** Of a map: its keys, in their order. */
  readonly keys?: readonly YamlEntry[];
  /** Of a sequence. */
  readonly items?: readonly (YamlPart | null)[];
  /** Of an alias: what it stands for. */
  readonly target?: YamlPart;
}

export type YamlRange = readonly [number, number, number];

export type YamlEntry = readonly [name: string, key: YamlPart, value: YamlPart | null];

/** What a path leads to: the last part of it that there is, with its key; and the part itself, if it is there. */
export interface YamlFound {
  readonly value: YamlPart | null;
  readonly key: YamlPart | null;
  readonly exact: YamlPart | null;
}

/** Finds parts by path. The keys of a large map are indexed when they are first needed. */
export function finderIn(root: YamlPart | null): (path: YamlPath) => YamlFound {
  const tables = new Map<YamlPart, ReadonlyMap<string, YamlEntry>>();
  const entryIn = (map: YamlPart, keys: readonly YamlEntry[], name: string): YamlEntry | undefined => {
    if (keys.length <= fewKeys) return keys.find(([key]) => key === name);
    const table = tables.get(map) ?? new Map(keys.map((entry) => [entry[0], entry]));
    tables.set(map, table);
    return table.get(name);
  };
  return (path) => {
    let found: Omit<YamlFound, 'exact'> = { key: null, value: root };
    for (const step of path) {
      const here = found.value?.target ?? found.value;
      const entry = here?.keys && entryIn(here, here.keys, String(step));
      const item = typeof step === 'number' ? here?.items?.[step] : undefined;
      if (entry) found = { key: entry[1], value: entry[2] ?? entry[1] };
      else if (item) found = { key: null, value: item };
      else return { ...found, exact: null };
    }
    return { ...found, exact: found.value };
  };
}

const fewKeys = 32;
