/**
 * The library, `import … from 'policyc'`. Two sorts of functions:
 *
 * - those of `src/library` take files as plain values, and give an `Answer` (a value, or why there is none) or a value that
 *   says itself what is wrong: `compile`, `compareDocuments`, `judgeRequest`, `renderHtml`, `verify`. Begin with them;
 * - the stages of the pipeline in `src/compile.ts`, for whoever builds a pipeline of their own.
 *
 * Nothing is thrown for what fits the types, and neither a process nor a clock is asked. See docs/library.md.
 */
export type { Release } from './archive/release.ts';
export { type Diagnostic, messageOf } from './base/diagnostic.ts';
export type { Message, Severity } from './base/messages.ts';
export type { Place } from './base/place.ts';
export type { RuleSettings as Rules } from './check/rules.ts';
export {
  type Compiled,
  checkSnapshot,
  compareWithNotes,
  type NotesInForce,
  type PlannedVersion,
  planSite,
  planVersion,
  type VersionInput,
} from './compile.ts';
export type { Change } from './diff/change.ts';
export { type Comparison, comparePolicies } from './diff/compare.ts';
export type { Entry, JudgedChange, Verdict } from './diff/judge.ts';
export type { Obligation } from './diff/obligations.ts';
export type { Gated, GatedChange } from './gate/cover.ts';
export type { FailOn } from './gate/decide.ts';
export type { Note } from './gate/note.ts';
export type { Answer, Refusal } from './library/answer.ts';
export {
  type ArchiveFault,
  readVersion,
  type Verified,
  type VerifyOptions,
  verify,
} from './library/archive.ts';
export { compareDocuments, type WrittenDocument } from './library/compare.ts';
export { type CompileOptions, compile } from './library/compile.ts';
export type { Files } from './library/files.ts';
export { type Judgement, type JudgeOptions, judgeRequest, type PolicyState } from './library/judge.ts';
export { type HtmlOptions, type RenderOptions, renderHtml, renderMarkdown } from './library/render.ts';
export type { Policy, Row, Scalar, Vocabulary } from './model/policy.ts';
export type { SiteInput } from './publish/site-input.ts';
export { readFolder } from './snapshot/folder.ts';
export { type Snapshot, snapshotOf } from './snapshot/snapshot.ts';
