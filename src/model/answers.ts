import type { Place } from '../base/place.ts';
import type { PolicySource } from './load.ts';

/** What somebody has said about a requirement of a legal profile that no fact can show, or that is not asked here. */
export interface Answer {
  /** The profile and the requirement: `cn-pipl/P-52`. */
  readonly requirement: string;
  readonly answer: 'yes' | 'no' | 'not-applicable';
  /** Who said so, and on which day. */
  readonly by: string;
  readonly on: string;
  readonly note?: string;
  readonly place: Place;
  /** Where the day stands. */
  readonly onPlace: Place;
}

/** The answers of a policy. They are no part of it: readers are not told, and no released `policy.json` holds them. */
export function answersOf({ head, headFile }: PolicySource): readonly Answer[] {
  const written = (head as { readonly answers?: readonly Omit<Answer, 'place' | 'onPlace'>[] }).answers ?? [];
  return written.map((one, index) => ({
    ...one,
    place: headFile.placeAt(['answers', index, 'requirement']),
    onPlace: headFile.placeAt(['answers', index, 'on']),
  }));
}
