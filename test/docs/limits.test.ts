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
    'A policy repository takes files from strangers. What policyc reads is limited, so that no input keeps it busy for long or fills the',
    'memory: cost is linear in the input. Reading the largest allowed input of any kind, or comparing two of which everything differs, takes up',
    'to two seconds on a small virtual machine, and 300 MB at most (`npm run bench:limits`). Two documents or web pages, two lists of a thousand',
    'vendors, two policies of nothing but links, and one report in five formats take up to three seconds',
    '([why](decisions/0144-nothing-is-done-twice.md)).',
    'Building the pages of a policy in as many languages as it may have takes half a minute ([why](decisions/0146-languages-are-counted.md)).',
    'No policy that people wrote as clauses comes near these numbers; where yours does, say so in an issue. Of a thousand published privacy',
    'policies and cookie pages, four are longer than a document may be.',
    '',
    'A limit is held when a file is read: by `check`, by `diff` at both ends, whether a side is on disk or in git, by `note`, `release`, `build`',
    'and `locale`. What is over it is a problem with its place and the number ([over-limit](diagnostics/over-limit.md), or',
    '[file-unreadable](diagnostics/file-unreadable.md) for a file that is not read at all), never a crash.',
    'Texts are counted with what aliases stand for, and a register with each clause that names it. From nineteen in twenty of a limit on, `check`',
    'warns ([near-limit](diagnostics/near-limit.md)), and a request that brings a policy so far is stopped: the next one would have no room for a word.',
    '',
    '| At most | | in |',
    '| ---: | --- | --- |',
    ...rows,
    '',
    'A version that was released when a policy could have more rows is read as it was; what a request adds, and a compiled policy that is named',
    'to `diff`, has no more than a policy may have now ([why](decisions/0113-what-a-compiled-policy-may-hold.md)).',
    '',
    'Where the texts that changed have more than 300,000 characters, a hundred counted besides for each, nobody asks which of them touch',
    'little: every one is to be read first ([why](decisions/0141-nearer-to-two-seconds.md)).',
    '',
    'Elements of a web page that are never closed may be opened again 100,000 times, and marks may lie ten deep in one another',
    '([why](decisions/0133-pages-that-are-never-closed.md)).',
    '',
    'Pipes, devices, sockets, folders and links in place of a file are refused before they are opened.',
    '',
  ].join('\n');
}

it('every limit of the table is in the docs, with its number', () => {
  if (process.env.UPDATE === '1') writeFileSync(path, page());
  expect(readFileSync(path, 'utf8')).toBe(page());
});
