/** `policyc/consent`: all that product code needs, below 3 kB and without any dependency. */
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
