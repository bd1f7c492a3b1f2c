/** What is around the text of a page: our own page, one of the site's, or nothing, for the site to put it somewhere. */
export type Shell = 'own' | 'fragment' | { readonly template: string };
