/**
 * How large what policyc reads may be. Each number is far above any policy that people wrote, and low enough that the
 * largest input of each kind costs no more than seconds: `npm run bench` shows it. `docs/limits.md` is made from this
 * table.
 */
export const limits = {
  /** Bytes of one file of a policy, or of one document. */
  fileBytes: 2 * 1024 * 1024,
  /** Bytes of one file of a released version, or of a compiled policy. */
  archivedBytes: 64 * 1024 * 1024,
  /** Bytes of a file of translations to import. */
  importedBytes: 32 * 1024 * 1024,
  /** Copies that the aliases of one file stand for. */
  aliases: 100,
  /** Problems told of one policy. */
  problems: 100,
} as const;
