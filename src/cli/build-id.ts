/** Put in by build/build.mjs. */
declare const POLICYC_BUILD: string | undefined;

/** Another one for every program that could work anything out differently; undefined when sources run as they are. */
export const buildId = typeof POLICYC_BUILD === 'string' ? POLICYC_BUILD : undefined;
