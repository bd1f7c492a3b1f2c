import { base } from './style/base.ts';
import { changes } from './style/changes.ts';
import { page } from './style/page.ts';
import { parts } from './style/parts.ts';
import { print } from './style/print.ts';
import { tables } from './style/tables.ts';

/**
 * The theme: inline in every page, so that a page loads nothing. Its hash stands in the page's security policy. What
 * an author wrote is set in serif, what is generated from facts in sans. It stands in one layer, so that the rules of
 * a site that embeds a page win; a brand sets the properties at its beginning and nothing else.
 */
export const style = `@layer policyc{\n${[base, page, parts, tables, changes, print].join('\n')}\n}`;
