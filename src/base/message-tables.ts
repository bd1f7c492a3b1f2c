import { messages } from './messages.ts';
import { archiveMessages } from './messages-archive.ts';
import { failures } from './messages-failure.ts';
import { missingMessages } from './messages-release.ts';

/** Every code that has words, each in one table only. */
export const messageTables = {
  diagnostics: messages,
  archive: archiveMessages,
  missing: missingMessages,
  failures,
};
