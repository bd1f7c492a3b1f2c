import type { ConfigData } from 'html-validate';

/** What every page is held to: the standard, accessibility, and a style of writing that the writer library sets. */
export const pageRules: ConfigData = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    // Long titles are the author's business.
    'long-title': 'off',
    // A clause's id may begin with a digit, as HTML allows.
    'valid-id': ['error', { relaxed: true }],
    'no-inline-style': 'error',
    'require-csp-nonce': 'off',
    // The policy's own words may hold addresses and numbers that are not to be called.
    'tel-non-breaking': 'off',
  },
};
