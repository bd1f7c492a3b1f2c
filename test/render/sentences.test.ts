import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptWith } from '../../src/base/on-demand.ts';
import type { Policy } from '../../src/model/policy.ts';
import { standaloneHtml, standaloneMarkdown } from '../../src/render/standalone.ts';
import { languages } from '../../src/words/languages.ts';
import { anyPolicy } from '../properties/policies.ts';
import { readSample, sampleNames } from './sample.ts';

/** Every text of a policy as two paragraphs, in a language that nothing else on the page is in. */
function withTexts(policy: Policy, locale: string): Policy {
  const prose = policy.prose.map((row, at) => ({
    ...row,
    values: { text: row.key.includes('title') ? `Qtitle ${at}` : `Qone ${at} ends.\n\nQtwo ${at} ends.` },
  }));
  return { ...policy, prevailing: locale, locales: [locale], prose: prose.map((row) => retold(row, locale)) };
}

const retold = (row: Policy['prose'][number], locale: string): Policy['prose'][number] => ({
  ...row,
  key: [...row.key.slice(0, -1), locale],
});

const inline = /<\/?(?:a|b|strong|em|u|span|ins|del|code)\b[^>]*>/g;

/** The lines of a page as somebody reads them: what stands in one block is one line. */
const linesOfHtml = (page: string): string[] =>
  page
    .replace(/<(style|head)[\s\S]*?<\/\1>/g, '')
    // The label of a cell is a line of its own where it is shown.
    .replace(/<span class="label"[^>]*>[^<]*<\/span>/g, '\n$&\n')
    .replace(inline, '')
    .replace(/<[^>]+>/g, '\n')
    .split('\n');

const linesOfMarkdown = (page: string): string[] =>
  page
    .replace(/\*\*|<a id[^>]*><\/a>/g, '')
    .replace(/\]\([^)]*\)/g, ']')
    .split(/\n| \| /);

/** A text of the policy that begins or ends within a word, or beside a sentence that no space keeps apart. */
const runsTogether = (line: string): boolean =>
  /ends\.[\p{L}\p{N}]/u.test(line) || /[\p{L}\p{N}.!?](?:Qone|Qtwo|Qtitle)/u.test(line);

const policies: (readonly [string, Policy])[] = [
  ...sampleNames.map((name) => [name, readSample(name).policy] as const),
  ...fc.sample(anyPolicy, { seed: 12, numRuns: 12 }).map((policy, at) => [`any ${at}`, policy] as const),
];

describe.each(languages.map(({ tag }) => tag))('on a page in %s', (tag) => {
  const shownAs = keptWith((policy: Policy) => {
    const shown = withTexts(policy, tag);
    return { shown, html: linesOfHtml(standaloneHtml(shown, tag, { sequence: 1 })) };
  });

  it.each(policies)('no text runs into what stands beside it: %s', (_, policy) => {
    const { shown, html } = shownAs(policy);
    const lines = [...html, ...linesOfMarkdown(standaloneMarkdown(shown, tag, { sequence: 1 }))];
    expect(lines.filter((line) => /Qone|Qtitle/.test(line)).length).toBeGreaterThan(0);
    expect(lines.filter(runsTogether)).toEqual([]);
  });

  it.each(policies)('no sentence of ours runs into the next: %s', (_, policy) => {
    const lines = shownAs(policy).html;
    expect(lines.filter((line) => /\p{Ll}[.!?]\p{Lu}\p{Ll}/u.test(line))).toEqual([]);
  });
});
