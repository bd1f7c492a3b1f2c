import type { ClauseKind } from '../model/kinds.ts';
import type { ClauseTeller } from './clauses/clause.ts';
import { tellDefinition, tellDocument, tellScope } from './clauses/definitions.ts';
import { tellFunction } from './clauses/function.ts';
import { tellChange, tellCommitment, tellSecurity } from './clauses/promises.ts';
import { tellRecipient } from './clauses/recipient.ts';
import { tellRetention } from './clauses/retention.ts';
import { tellContact, tellMinors, tellRight } from './clauses/rights.ts';
import { tellTechnology } from './clauses/technology.ts';

/** For each kind of clause, what we tell readers in our words after the clause's own text. */
export const tellers: Readonly<Record<ClauseKind, ClauseTeller>> = {
  function: tellFunction,
  recipient: tellRecipient,
  technology: tellTechnology,
  retention: tellRetention,
  security: tellSecurity,
  right: tellRight,
  minors: tellMinors,
  contact: tellContact,
  scope: tellScope,
  definition: tellDefinition,
  document: tellDocument,
  commitment: tellCommitment,
  change: tellChange,
  statement: () => [],
};
