import { base } from './style/base.ts';
import { changes } from './style/changes.ts';
import { page } from './style/page.ts';
import { parts } from './style/parts.ts';
import { print } from './style/print.ts';
import { tables } from './style/tables.ts';

/**
 * The theme, inline in every page so that a page loads nothing; the page's security policy holds its hash. An
 * author's words are set in serif, what is generated from facts in sans. All rules are in one layer, so that the
 * rules of an embedding site win. A brand only sets the properties at the beginning.
 */
export const style = `@layer policyc{\n${[base, page, parts, tables, changes, print].join('\n')}\n}`;
