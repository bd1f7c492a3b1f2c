import type { Policy } from '../model/policy.ts';
import type { ReaderChanges } from '../model/reader-changes.ts';

/** `manifest.json` of a released version. Dates are calendar dates at the policy's UTC offset. */
export interface Manifest {
  readonly format: typeof manifestFormat;
  readonly policy: string;
  /** 1, 2, 3 …; the folder is the same number with four digits. */
  readonly sequence: number;
  readonly published: string;
  readonly effective: string;
  readonly corrects?: number;
  readonly withdraws?: readonly number[];
  /** It was published before it came into this archive: a person vouches for its dates. */
  readonly adopted?: true;
  /** SHA-256 of the previous version's manifest.json; null for the first version. */
  readonly previous: string | null;
  readonly edition: string;
  readonly tool: string;
  /** The change notes that this release used up, by path in the policy folder, with their SHA-256. */
  readonly notes: Readonly<Record<string, string>>;
  /** SHA-256 of every other file of the version but SHA256SUMS, by path. */
  readonly files: Readonly<Record<string, string>>;
}

export const manifestFormat = 'policyc/manifest@1';

/** A version read back from the archive. */
export interface Release {
  readonly manifest: Manifest;
  /** SHA-256 of manifest.json: the archive head when this is the last version. */
  readonly hash: string;
  readonly policy: Policy;
  readonly changes: ReaderChanges;
}
