/** Put in by build/build.mjs. */
declare const POLICYC_BUILD: string | undefined;

/** Differs between any two builds that could work something out differently; undefined when the sources run unbuilt. */
export const buildId = typeof POLICYC_BUILD === 'string' ? POLICYC_BUILD : undefined;
