import { sha256 } from '../base/canonical.ts';
import type { Memory } from '../base/memory.ts';
import type { SourceFile } from '../base/place.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { type YamlContent, type YamlFile, yamlFile } from '../syntax/yaml.ts';

/** What was found in the files of a policy when they were read last: of one that is the same, nothing is read again. */
export interface KeptFiles {
  readonly find: (shape: string, source: SourceFile) => YamlFile | undefined;
  /** Adds a file in which no problem was found. */
  readonly add: (shape: string, file: YamlFile) => void;
  /** Keeps the files of now, and no others, if any was added. */
  readonly keep: () => void;
}

type Contents = Readonly<Record<string, YamlContent>>;

/**
 * The files of a policy in a memory, by a digest of all that reading one depends on. They are kept together, under the text
 * of `policy.yaml`: a policy has many small files, of which few change between two runs.
 */
export function keptFiles({ files }: Snapshot, memory: Memory): KeptFiles {
  const key = sha256(JSON.stringify(['files', files.get('policy.yaml')?.text]));
  const known = (memory.recall(key) ?? {}) as Contents;
  const now: Record<string, YamlContent> = {};
  let isNew = false;
  return {
    find(shape, source) {
      const name = nameOf(shape, source);
      const content = Object.hasOwn(known, name) ? known[name] : undefined;
      return content && { ...yamlFile(source, content), content };
    },
    add(shape, { source, content }) {
      if (!content) return;
      const name = nameOf(shape, source);
      now[name] = content;
      isNew ||= !Object.hasOwn(known, name);
    },
    keep() {
      if (isNew) memory.keep(key, now);
    },
  };
}

function nameOf(shape: string, { path, text }: SourceFile): string {
  return sha256(JSON.stringify([shape, path, text]));
}
