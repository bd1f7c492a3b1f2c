import type { Watch } from '../model/watch.ts';

/**
 * Changes that are material whatever the policy's own list says: promises to readers about the list itself, and
 * what the law of a profile in force asks. Each cites what it rests on, in our own words.
 */
export interface Floor {
  /** A legal profile; absent: always. A floor sees just what its watch names, nothing below it. */
  readonly profile?: string;
  readonly watch: Watch;
  readonly owes: 'notice' | 'prominent-notice' | 'express-consent';
  readonly rests: string;
}

export const floors: readonly Floor[] = [
  {
    watch: { watch: 'change.entry', on: 'removed' },
    owes: 'prominent-notice',
    rests: 'readers were promised the old list',
  },
  {
    watch: { watch: 'change.entry.watch', on: 'removed' },
    owes: 'prominent-notice',
    rests: 'readers were promised the old list',
  },
  {
    watch: { watch: 'change.promise', on: 'removed' },
    owes: 'prominent-notice',
    rests: 'a promise about changes is cut',
  },
  {
    watch: { watch: 'change.promise.owes', direction: 'restricts' },
    owes: 'prominent-notice',
    rests: 'a promise about changes is cut',
  },
  {
    watch: { watch: 'change.promise.watch', on: 'removed' },
    owes: 'prominent-notice',
    rests: 'a promise about changes is cut',
  },
  {
    watch: { watch: 'function.purpose.basis', direction: 'restricts' },
    owes: 'prominent-notice',
    rests: 'processing no longer rests on consent',
  },
  {
    profile: 'cn-pipl',
    watch: { watch: 'function.purpose', on: 'added' },
    owes: 'express-consent',
    rests: 'PIPL art. 14(2): a new purpose needs new consent',
  },
  {
    profile: 'cn-pipl',
    watch: { watch: 'function.data', on: 'added' },
    owes: 'express-consent',
    rests: 'PIPL art. 14(2): a new type of data needs new consent',
  },
  {
    profile: 'cn-pipl',
    watch: { watch: 'function.data.purpose', on: 'added' },
    owes: 'express-consent',
    rests: 'PIPL art. 14(2): a new purpose needs new consent',
  },
  {
    profile: 'cn-pipl',
    watch: { watch: 'function.data.method' },
    owes: 'express-consent',
    rests: 'PIPL art. 14(2): a new method needs new consent',
  },
  {
    profile: 'cn-pipl',
    watch: { watch: 'recipient', on: 'added' },
    owes: 'express-consent',
    rests: 'PIPL art. 23: a new recipient needs separate consent when consent is the ground',
  },
  {
    profile: 'cn-pipl',
    watch: { watch: 'recipient.data', on: 'added' },
    owes: 'express-consent',
    rests: 'PIPL art. 23: sharing more data needs separate consent when consent is the ground',
  },
  {
    profile: 'cn-pipl',
    watch: { watch: 'recipient.country', on: 'added' },
    owes: 'express-consent',
    rests: 'PIPL art. 39: sending data abroad needs separate consent when consent is the ground',
  },
  {
    profile: 'cn-pipl',
    watch: { watch: 'consent', on: 'removed' },
    owes: 'express-consent',
    rests: 'PIPL art. 14 and 29: consent is weakened',
  },
  {
    profile: 'cn-pipl',
    watch: { watch: 'consent.kind', direction: 'expands' },
    owes: 'express-consent',
    rests: 'PIPL art. 14 and 29: consent is weakened',
  },
  {
    profile: 'cn-pipl',
    watch: { watch: 'consent.separate', direction: 'expands' },
    owes: 'express-consent',
    rests: 'PIPL art. 14 and 29: consent is weakened',
  },
  {
    profile: 'cn-pipl',
    watch: { watch: 'party.name' },
    owes: 'notice',
    rests: 'PIPL art. 17(2) and 22: who is responsible changes',
  },
  {
    profile: 'cn-gbt35273-2020',
    watch: { watch: 'function.tier', direction: 'expands' },
    owes: 'express-consent',
    rests: 'GB/T 35273-2020 C.2: moving a function between tiers asks for telling and consenting again',
  },
  {
    profile: 'eu-gdpr',
    watch: { watch: 'function.purpose', on: 'added' },
    owes: 'prominent-notice',
    rests: 'GDPR art. 13(3): tell before processing for another purpose',
  },
  {
    profile: 'eu-gdpr',
    watch: { watch: 'recipient', on: 'added' },
    owes: 'prominent-notice',
    rests: 'WP260 para. 30: enlarged recipients are told well in advance',
  },
  {
    profile: 'eu-gdpr',
    watch: { watch: 'recipient.country', on: 'added' },
    owes: 'prominent-notice',
    rests: 'WP260 para. 30: transfers abroad are told well in advance',
  },
  {
    profile: 'us-ca-ccpa',
    watch: { watch: 'function.data', on: 'added' },
    owes: 'notice',
    rests: 'Cal. Civ. Code 1798.100(a): a new category needs a new notice at collection',
  },
  {
    profile: 'us-ca-ccpa',
    watch: { watch: 'function.purpose', on: 'added' },
    owes: 'notice',
    rests: 'Cal. Civ. Code 1798.100(a): a new purpose needs a new notice at collection',
  },
];
