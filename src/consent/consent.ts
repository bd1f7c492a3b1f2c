/** `policyc/consent`: what product code needs, below 3 kB and without anything else of ours or of others. */
export {
  type Action,
  type Ask,
  type ConsentFile,
  type ConsentUnit,
  type ConsentVersion,
  type Controller,
  type Decision,
  decide,
  type Readers,
  type User,
  type UserAnswer,
} from './decide.ts';
export { type ConsentReceipt, type ReceiptFor, receipt } from './receipt.ts';
