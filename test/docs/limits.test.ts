import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Limit, limits, limitWords } from '../../src/base/limits.ts';

const path = 'docs/limits.md';

/** `UPDATE=1 npx vitest run test/docs/limits.test.ts` writes the page anew. */
function page(): string {
  const rows = (Object.keys(limits) as Limit[]).map((limit) => {
    const { counts, of } = limitWords[limit];
    return `| ${limits[limit].toLocaleString('en')} | ${counts.replace('<', '`<`')} | ${of} |`;
  });
  return [
    '# Limits',
    '',
    'How much policyc reads, for whoever meets an [over-limit](diagnostics/over-limit.md) error or runs it on files of strangers. Cost is linear in',
    'the input, so that no input keeps it busy for long or fills the memory. A policy that people wrote as clauses comes nowhere near these numbers;',
    'if yours does, open an issue. Of a thousand published privacy policies and cookie pages, four are longer than a document may be.',
    '',
    'Time and memory for the largest allowed input, on a small virtual machine (`npm run bench:limits`):',
    '',
    '| input | at most |',
    '| --- | --- |',
    '| any one input, or two of which everything differs | 2 seconds, 300 MB |',
    '| two documents or web pages, two lists of a thousand vendors, two policies of nothing but links, one report in five formats | 3 seconds ([why](decisions/0144-nothing-is-done-twice.md)) |',
    '| the pages of a policy in as many languages as it may have | half a minute ([why](decisions/0146-languages-are-counted.md)) |',
    '',
    '`check`, `diff` (both sides, on disk or in git), `note`, `release`, `build` and `locale` apply the limits when they read a file. What is over a',
    'limit is a diagnostic with its place and the number, never a crash; a file that is not read at all is [file-unreadable](diagnostics/file-unreadable.md).',
    'Texts count with their YAML aliases expanded, and a register counts once for each clause that names it. From 95% of a limit on, `check` warns',
    '([near-limit](diagnostics/near-limit.md)), and a pull request that reaches it is stopped, since the next one would have no room.',
    '',
    '| At most | | in |',
    '| ---: | --- | --- |',
    ...rows,
    '',
    '- A version that was released when a policy could have more rows is still read. What a pull request adds, and a compiled policy that is named to',
    '  `diff`, must keep the limit of today ([why](decisions/0113-what-a-compiled-policy-may-hold.md)).',
    '- If the changed texts have more than 300,000 characters together (plus a hundred for each), none is rated as low signal: all are to be read',
    '  ([why](decisions/0141-nearer-to-two-seconds.md)).',
    '- A Chinese character of a document counts twice, since each is a word to whoever compares: 200,000 of them are four hundred pages, and nobody',
    '  publishes such a policy ([why](decisions/0179-what-was-asked-again.md)).',
    '- Elements of a web page that are never closed may be reopened 100,000 times, and marks may be nested ten deep',
    '  ([why](decisions/0133-pages-that-are-never-closed.md)).',
    '- Pipes, devices, sockets, folders and links in place of a file are refused before they are opened.',
    '',
  ].join('\n');
}

it('every limit of the table is in the docs, with its number', () => {
  if (process.env.UPDATE === '1') writeFileSync(path, page());
  expect(readFileSync(path, 'utf8')).toBe(page());
});
