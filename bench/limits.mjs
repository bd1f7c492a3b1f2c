// `npm run bench:limits`: what the largest allowed input of each kind costs, in processor time and in memory above that
// of `policyc --version`. The aim is two seconds and 300 MB each. Inputs are made to the numbers of src/base/limits.ts.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { outputFiles } = await build({
  entryPoints: [join(root, 'src/base/limits.ts')],
  format: 'esm',
  write: false,
});
const { limits } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
const folder = mkdtempSync(join(tmpdir(), 'policyc-limits-'));
const usage = `data:text/javascript,${encodeURIComponent(
  "process.on('exit',()=>{const u=process.resourceUsage();process.stderr.write('\\nUSED '+JSON.stringify([u.userCPUTime+u.systemCPUTime,u.maxRSS]))})",
)}`;

/** Seconds of the processor and megabytes of one run, and how it ended. */
function measure(...args) {
  const { status, stderr, signal } = spawnSync(
    process.execPath,
    ['--import', usage, join(root, 'bin/policyc.js'), ...args],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  const [micros, kilobytes] = JSON.parse(/USED (.*)$/.exec(stderr)?.[1] ?? '[0,0]');
  return { exit: status ?? signal, seconds: micros / 1e6, megabytes: kilobytes / 1024 };
}

const clause = (id, text) => `  - id: ${id}\n    kind: statement\n    title: T\n    text: ${text}\n`;
const chapter = (...clauses) => `chapter: main\ntitle: Main\nclauses:\n${clauses.join('')}`;
const times = (count, make) => Array.from({ length: count }, (_, index) => make(index));

/** A chapter, by what it has the most of. */
const chapters = {
  'keys of one map: 49,900': times(49_900, (at) => `k${at}: 1\n`).join(''),
  'values of one list: 49,900': `chapter: main\ntitle: Main\nclauses: [${'a,'.repeat(49_900)}]\n`,
  'nested lists: 50': chapter(clause('deep', JSON.stringify(`${'> '.repeat(49)}x`))),
  'one paragraph: 1,000 marks': chapter(clause('marks', JSON.stringify('*a_ '.repeat(500)))),
  'all texts: 28,000 marks': chapter(
    ...times(56, (at) => clause(`m${at}`, JSON.stringify('*a_ '.repeat(245)))),
  ),
  'one line: 2 MB, over the limit': chapter(clause('long', JSON.stringify('word '.repeat(400_000)))),
  'one word: 2 MB, over the limit': chapter(clause('long', JSON.stringify('a.'.repeat(1_000_000)))),
};
/** Words that differ from one line, and from one document, to the next. */
const said = (salt, at) =>
  `word${(at * 7 + salt) % 97} we${(at * 13 + salt) % 89} keep${(at + salt) % 83} it`;
const lines = (count, make) => times(count, make).join('\n');
const { documentLines, documentCharacters, textMarks, tableRows } = limits;
/** Two documents that have hardly a line in common, by what they have the most of. */
const documents = {
  paragraphs: (salt) => lines(documentLines / 2 - 5, (at) => `${said(salt, at)}.\n`),
  'one line': (salt) => `word${salt} `.repeat(documentCharacters / 6 - 1),
  'one line of Han': (salt) => `我们${salt}收集。`.repeat(documentCharacters / 8),
  'emphasis and words': (salt) => lines(textMarks / 20, () => `${'*a_ '.repeat(8)}${salt}\n`),
  'brackets that close nothing': (salt) => lines(textMarks / 1000, () => `${'['.repeat(990)}${salt}\n`),
  links: (salt) => lines(documentLines / 2 - 5, (at) => `[a](http://a.example/${salt}${at})\n`),
  definitions: (salt) => lines(documentLines / 2 - 5, (at) => `[a${at}]: http://a.example/${salt}\n`),
  items: (salt) => lines(documentLines - 5, (at) => `- ${said(salt, at)}`),
  headings: (salt) => lines(documentLines - 5, (at) => `# ${said(salt, at)}`),
  rows: (salt) => `|a|b|\n|-|-|\n${lines(tableRows - 5, (at) => `|${said(salt, at)}|${at * salt}|`)}`,
  'cells of one row': (salt) =>
    `${'|a'.repeat(textMarks / 3 - 9)}\n${'|-'.repeat(textMarks / 3 - 9)}\n${`|${salt}`.repeat(textMarks / 3 - 9)}`,
  'characters by name': (salt) => `&amp;${salt} `.repeat(textMarks - 9),
  tabs: (salt) => `${'a\t'.repeat(textMarks - 9)}${salt}`,
  'lines of code': (salt) => lines(documentLines / 4, (at) => `~~~\n${said(salt, at)}\n~~~\n`),
  'words in another order': (salt) =>
    lines(40, () => `${times(1500, (at) => `w${(at * salt) % 50}`).join(' ')}\n`),
};
/** Two policies that differ in every text, by what their texts have the most of. */
const policies = {
  'all characters': (salt) =>
    chapter(...times(30, (at) => clause(`s${at}`, `wo${salt}d `.repeat(limits.textCharacters / 5 - 9)))),
  clauses: (salt) =>
    chapter(...times(limits.clauses - 9, (at) => clause(`s${at}`, `We keep it for ${salt} days.`))),
  links: (salt) =>
    chapter(...times(limits.clauses - 9, (at) => clause(`s${at}`, `"[a](http://a/${salt}) &amp;"`))),
  lines: (salt) => chapter(clause('s', JSON.stringify(`a ${salt}\n\n`.repeat(textMarks / 2 - 9)))),
};

try {
  cpSync(join(root, 'test/samples/small'), join(folder, 'policy'), { recursive: true });
  writeFileSync(join(folder, 'policyc.yaml'), 'format: policyc/workspace@1\npolicies: [policy]\n');
  mkdirSync(join(folder, 'policy/chapters'), { recursive: true });
  const idle = measure('--version');
  console.log(`${'seconds'.padStart(8)} ${'MB above'.padStart(9)} ${'exit'.padStart(5)}`);
  const print = (name, { exit, seconds, megabytes }) =>
    console.log(
      `${seconds.toFixed(2).padStart(8)} ${(megabytes - idle.megabytes).toFixed(0).padStart(9)} ${String(exit).padStart(5)}  ${name}`,
    );
  print('the idle program', idle);
  for (const [name, text] of Object.entries(chapters)) {
    writeFileSync(join(folder, 'policy/chapters/main.yaml'), text);
    print(`check, ${name}`, measure('check', '--no-cache'));
  }
  const diff = (...args) => measure('diff', ...args, '--no-cache', '--fail-on', 'none');
  for (const [name, make] of Object.entries(documents)) {
    writeFileSync(join(folder, 'a.md'), make(1));
    writeFileSync(join(folder, 'b.md'), make(7));
    print(`diff, two documents: ${name}`, diff('a.md', 'b.md'));
  }
  const other = join(folder, 'other/policy');
  cpSync(join(folder, 'policy'), other, { recursive: true });
  for (const [name, make] of Object.entries(policies)) {
    writeFileSync(join(folder, 'policy/chapters/main.yaml'), make(1));
    writeFileSync(join(other, 'chapters/main.yaml'), make(7));
    print(`check, a policy: ${name}`, measure('check', '--no-cache'));
    print(`diff, two policies: ${name}`, diff('policy', 'other/policy'));
    print(`build, a policy: ${name}`, measure('build', '--no-cache', '--draft'));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
