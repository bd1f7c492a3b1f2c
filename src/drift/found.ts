import type { Place } from '../base/place.ts';

/** Something that a file in the product's repository names, and where. */
export interface Found {
  readonly is: 'permission' | 'package' | 'data' | 'cookie';
  /** As written: `android.permission.CAMERA`, `@sentry/browser`, `_ga`. */
  readonly name: string;
  /** The package manager, or the platform of a permission. */
  readonly from: 'android' | 'ios' | 'npm' | 'gradle' | 'pods' | 'spm' | 'pub' | 'har';
  readonly place: Place;
}

/** Finds what a kind of file names; undefined for a file without anything that concerns a policy. */
export interface Reader {
  readonly reads: RegExp;
  readonly from: Found['from'];
  /** The file is JSON: if it cannot be parsed, nothing is found. */
  readonly json?: true;
  readonly found: (
    text: string,
  ) => readonly { readonly is: Found['is']; readonly name: string; readonly at: number }[];
}
