/** What a copy of a policy says of itself. Dates are calendar dates, `YYYY-MM-DD`, at the policy's UTC offset. */
export interface Stamp {
  readonly sequence?: number;
  readonly effective?: string;
  readonly published?: string;
  readonly status?: StampStatus;
  /** When a newer version takes or took its place, or when it was withdrawn. */
  readonly until?: string;
  /** It was published before its archive began, and its dates were taken over. */
  readonly adopted?: true;
  readonly corrects?: number;
}

export type StampStatus = 'in-force' | 'scheduled' | 'superseded' | 'withdrawn' | 'draft';
