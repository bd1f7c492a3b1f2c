// `npm run bench:limits`: what the largest allowed input of each kind costs, in processor time and in memory above that
// of `policyc --version`. The aim is two seconds and 300 MB each. Inputs are made to the numbers of src/base/limits.ts.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
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
  'clauses: 10,000': chapter(...times(10_000, (at) => clause(`s${at}`, 'We keep it for a day.'))),
  'keys of one map: 49,900': times(49_900, (at) => `k${at}: 1\n`).join(''),
  'values of one list: 49,900': `chapter: main\ntitle: Main\nclauses: [${'a,'.repeat(49_900)}]\n`,
  'nested lists: 50': chapter(clause('deep', JSON.stringify(`${'> '.repeat(49)}x`))),
  'one paragraph: 1,000 marks': chapter(clause('marks', JSON.stringify('*a_ '.repeat(500)))),
  'all texts: 30,000 marks': chapter(
    ...times(60, (at) => clause(`m${at}`, JSON.stringify('*a_ '.repeat(245)))),
  ),
  'one line: 2 MB': chapter(clause('long', JSON.stringify('word '.repeat(400_000)))),
  'one word: 2 MB': chapter(clause('long', JSON.stringify('a.'.repeat(1_000_000)))),
};
const documents = {
  'document: 4,996 lines': 'word word word word word.\n\n'.repeat(2_498),
  'document: one line of 256 kB': 'word '.repeat(52_000),
  'document: 30,000 marks': '*a_ *a_ *a_ *a_ *a_ *a_ *a_ *a_\n\n'.repeat(1_800),
};
/** Words that differ from one line, and from one document, to the next. */
const said = (salt, at) =>
  `word${(at * 7 + salt) % 97} we${(at * 13 + salt) % 89} keep${(at + salt) % 83} it`;
const row = (salt, at) => `| ${said(salt, at)} ${at * salt} | ${said(salt, at + 1)} | x |`;
/** Two documents that have hardly a line in common. */
const apart = {
  'two documents: 4,980 lines each': (salt) => times(2_490, (at) => `${said(salt, at)}.\n`).join('\n'),
  'two tables: 4,900 rows each': (salt) =>
    `| a | b | c |\n|---|---|---|\n${times(4_900, (at) => row(salt, at)).join('\n')}\n`,
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
  for (const [name, text] of Object.entries(documents)) {
    writeFileSync(join(folder, 'a.md'), text);
    writeFileSync(join(folder, 'b.md'), `${text}\nNot any more.\n`);
    print(`diff, ${name}`, measure('diff', 'a.md', 'b.md', '--fail-on', 'none'));
  }
  for (const [name, make] of Object.entries(apart)) {
    writeFileSync(join(folder, 'a.md'), make(1));
    writeFileSync(join(folder, 'b.md'), make(50));
    print(`diff, ${name}`, measure('diff', 'a.md', 'b.md', '--fail-on', 'none'));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
