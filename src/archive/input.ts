import type { Json } from '../base/canonical.ts';
import type { Policy } from '../model/policy.ts';
import type { ReaderChanges } from '../model/reader-changes.ts';
import type { ArchiveState } from './read.ts';
import type { Release } from './release.ts';

/** What a new version says, when, and what it does to others. */
export interface VersionToCome {
  readonly policy: Policy;
  readonly published: string;
  readonly effective: string;
  readonly corrects?: number;
  readonly withdraws?: readonly number[];
  /** Published before, with the dates it had then. */
  readonly adopted?: boolean;
  /** A note declares something that no fact of the policy shows, so that the policy may say what it said before. */
  readonly declares?: boolean;
}

/** Everything that the next version is made of. Neither the clock nor the file system has a part in it. */
export interface ReleaseInput extends VersionToCome {
  readonly archive: ArchiveState;
  /** The archive's last version; undefined for the first release. */
  readonly head: Release | undefined;
  /** Name and version of the program, for the manifest alone. */
  readonly tool: string;
  /** Texts by path; each path begins with `public/`. */
  readonly rendered: ReadonlyMap<string, string>;
  readonly changes: ReaderChanges;
  readonly decisions: Json;
  /** Every input that affects meaning or gate, spent notes included, by workspace path. */
  readonly sources: ReadonlyMap<string, string>;
  /** The spent change notes by path in the policy folder; the manifest holds their hashes. */
  readonly notes: ReadonlyMap<string, string>;
}
