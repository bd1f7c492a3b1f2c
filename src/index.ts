/** The library: values in, values out. `policyc` itself is built on these. */
export { type Diagnostic, messageOf } from './base/diagnostic.ts';
export type { Message, Severity } from './base/messages.ts';
export type { Place } from './base/place.ts';
export {
  type Compiled,
  checkSnapshot,
  compareWithNotes,
  type NotesInForce,
  planSite,
  planVersion,
} from './compile.ts';
export type { Change } from './diff/change.ts';
export { type Comparison, comparePolicies } from './diff/compare.ts';
export type { Entry, JudgedChange, Verdict } from './diff/judge.ts';
export type { Obligation } from './diff/obligations.ts';
export type { Policy, Row, Scalar, Vocabulary } from './model/policy.ts';
export { readFolder } from './snapshot/folder.ts';
export { type Snapshot, snapshotOf } from './snapshot/snapshot.ts';
