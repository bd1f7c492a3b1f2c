import { common } from './any-clause.ts';

/** Prose without facts. */
export const statementFields = common;
