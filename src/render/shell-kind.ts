/**
 * What surrounds the text of a page: our own page, a template of the site, or nothing (a fragment for the site to
 * place).
 */
export type Shell = 'own' | 'fragment' | { readonly template: string };
