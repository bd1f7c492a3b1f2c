/**
 * What a copy of a policy says about its version. Dates are calendar dates, `YYYY-MM-DD`, at the policy's UTC offset.
 */
export interface Stamp {
  readonly sequence?: number;
  readonly effective?: string;
  readonly published?: string;
  readonly status?: StampStatus;
  /** When a newer version takes its place, or when it was withdrawn. */
  readonly until?: string;
  /** Published before its archive began; its dates were taken over. */
  readonly adopted?: true;
  readonly corrects?: number;
}

export type StampStatus = 'in-force' | 'scheduled' | 'superseded' | 'withdrawn' | 'draft';
