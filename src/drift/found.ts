import type { Place } from '../base/place.ts';

/** Something that a repository says of the product: where, and in the words of its own file. */
export interface Found {
  readonly is: 'permission' | 'package' | 'data' | 'cookie';
  /** As it is written: `android.permission.CAMERA`, `@sentry/browser`, `_ga`. */
  readonly name: string;
  /** Where packages come from, or the platform of a permission. */
  readonly from: 'android' | 'ios' | 'npm' | 'gradle' | 'pods' | 'spm' | 'pub' | 'har';
  readonly place: Place;
}

/** What a file of a repository says; undefined for one that says nothing that a policy could. */
export interface Reader {
  readonly reads: RegExp;
  readonly from: Found['from'];
  /** It is JSON: broken, it says nothing. */
  readonly json?: true;
  readonly found: (
    text: string,
  ) => readonly { readonly is: Found['is']; readonly name: string; readonly at: number }[];
}
