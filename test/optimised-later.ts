/**
 * Flags of V8 with which it optimises code later, as the program itself has it do (bin/policyc.js): most code of a test ends
 * before that pays. Only of the versions whose flag this is. Measured in docs/decisions/0153-what-tests-do-twice.md.
 */
export const optimisedLater = process.versions.v8.startsWith('11.') ? ['--interrupt-budget=500000'] : [];
