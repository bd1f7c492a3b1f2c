// `npm run bench:limits [-- WORD]`: what the largest allowed input of each kind (whose name has the word) costs: seconds on
// the clock, those of all processors together, and memory above that of `policyc --version`. Aimed at are two seconds and
// 300 MB each. Inputs are made to the numbers of src/base/limits.ts. On a machine that does other work the same run takes
// more time, so each row is also told in starts of Node, measured beside it: processor time by processor time.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** Seconds on the clock, seconds of the processor and megabytes of one run, and how it ended. */
function measure(...args) {
  const began = performance.now();
  const { status, stderr, signal } = spawnSync(
    process.execPath,
    ['--import', usage, join(root, 'bin/policyc.js'), ...args],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  const clock = (performance.now() - began) / 1000;
  const [micros, kilobytes] = JSON.parse(/USED (.*)$/.exec(stderr)?.[1] ?? '[0,0]');
  return { exit: status ?? signal, clock, seconds: micros / 1e6, megabytes: kilobytes / 1024 };
}

/** Whether the policy is refused for having more of something than it may have. */
function isOver(limit) {
  const { stdout } = spawnSync(
    process.execPath,
    [join(root, 'bin/policyc.js'), 'check', '--no-cache', '--format', 'json'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  return stdout.includes('"over-limit"') && stdout.includes(` ${limit} here`);
}

/** Seconds of the processor that starting Node takes now. */
function startOfNode() {
  const runs = [1, 2, 3].map(() => {
    const { stderr } = spawnSync(process.execPath, ['--import', usage, '-e', '0'], { encoding: 'utf8' });
    return JSON.parse(/USED (.*)$/.exec(stderr)?.[1] ?? '[0,0]')[0] / 1e6;
  });
  return Math.min(...runs);
}

const clause = (id, text) => `  - id: ${id}\n    kind: statement\n    title: T\n    text: ${text}\n`;
const chapter = (...clauses) => `chapter: main\ntitle: Main\nclauses:\n${clauses.join('')}`;
const times = (count, make) => Array.from({ length: count }, (_, index) => make(index));

/** A chapter, by what it has the most of. */
const chapters = {
  'keys of one map: 49,900': times(49_900, (at) => `k${at}: 1\n`).join(''),
  'values of one list: 49,900': `chapter: main\ntitle: Main\nclauses: [${'a,'.repeat(49_900)}]\n`,
  'nested lists: 50': chapter(clause('deep', JSON.stringify(`${'> '.repeat(49)}x`))),
  'one paragraph: 2,000 marks': chapter(clause('marks', JSON.stringify('*a_ '.repeat(1000)))),
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
const { documentLines, documentCharacters, proseMarks, textMarks, tableRows } = limits;
/** Two documents that have hardly a line in common, by what they have the most of. */
const documents = {
  paragraphs: (salt) => lines(documentLines / 2 - 5, (at) => `${said(salt, at)}.\n`),
  'one line': (salt) => `word${salt} `.repeat(documentCharacters / 6 - 1),
  'one line of Han': (salt) => `我们${salt}收集。`.repeat(documentCharacters / 8),
  'emphasis and words': (salt) => lines(proseMarks / 20, () => `${'*a_ '.repeat(8)}${salt}\n`),
  'brackets that close nothing': (salt) => lines(proseMarks / 1000, () => `${'['.repeat(990)}${salt}\n`),
  links: (salt) => lines(documentLines / 2 - 5, (at) => `[a](http://a.example/${salt}${at})\n`),
  definitions: (salt) => lines(documentLines / 2 - 5, (at) => `[a${at}]: http://a.example/${salt}\n`),
  items: (salt) => lines(documentLines - 5, (at) => `- ${said(salt, at)}`),
  headings: (salt) => lines(documentLines - 5, (at) => `# ${said(salt, at)}`),
  rows: (salt) => `|a|b|\n|-|-|\n${lines(tableRows - 5, (at) => `|${said(salt, at)}|${at * salt}|`)}`,
  'cells of one row': (salt) =>
    `${'|a'.repeat(proseMarks / 3 - 9)}\n${'|-'.repeat(proseMarks / 3 - 9)}\n${`|${salt}`.repeat(proseMarks / 3 - 9)}`,
  'characters by name': (salt) => `&amp;${salt} `.repeat(proseMarks - 9),
  tabs: (salt) => `${'a\t'.repeat(proseMarks - 9)}${salt}`,
  citations: (salt) => lines(documentLines - 5, (at) => `${'(a) section 5 and '.repeat(4)}${at}${salt}`),
  'one long citation': (salt) => `${'(a) '.repeat(documentCharacters / 200)}${salt}`,
  'lines of code': (salt) => lines(documentLines / 4, (at) => `~~~\n${said(salt, at)}\n~~~\n`),
  'words in another order': (salt) =>
    lines(40, () => `${times(1500, (at) => `w${(at * salt) % 50}`).join(' ')}\n`),
};
const uses = { kind: 'function', title: 'T', tier: 'basic', purposes: ['account.registration'] };
/** The part of the clauses that a policy may have for its rows: found by trying, since only the program counts rows. */
let within = 1;
/** As many clauses as a policy may have, where each has so many of the parts that YAML is counted by. */
const facts = (parts, make) => {
  const count = Math.floor(within * Math.min(limits.clauses - 9, limits.yamlParts / (parts + 3)));
  return chapter(
    ...times(count, (at) => {
      const lines = Object.entries(make(at, count)).map(
        ([name, value]) => `${name}: ${JSON.stringify(value)}`,
      );
      return `  - ${lines.join('\n    ')}\n`;
    }),
  );
};
/** Two policies that differ in every text, by what their texts have the most of. */
const policies = {
  'all characters': (salt) =>
    chapter(...times(30, (at) => clause(`s${at}`, `wo${salt}d `.repeat(limits.textCharacters / 5 - 9)))),
  'a few words of all characters': (salt) =>
    chapter(
      ...times(30, (at) =>
        clause(`s${at}`, `wo${salt}d ${'word '.repeat(20)}`.repeat(limits.textCharacters / 105 - 9)),
      ),
    ),
  clauses: (salt) =>
    chapter(
      ...times(within * (limits.clauses - 20), (at) => clause(`s${at}`, `We keep it for ${salt} days.`)),
    ),
  links: (salt) =>
    chapter(...times(textMarks / 7, (at) => clause(`s${at}`, `"[a](http://a/${salt}) &amp;"`))),
  lines: (salt) => chapter(clause('s', JSON.stringify(`a ${salt}\n\n`.repeat(proseMarks / 2.2)))),
  functions: (salt) => facts(7, (at) => ({ ...uses, id: `x${at}`, text: `We use it for ${salt} days.` })),
  recipients: (salt) =>
    facts(5, (at) => ({ id: `x${at}`, kind: 'recipient', title: 'T', name: `F${at}${salt}`, form: 'share' })),
  'recipients of other ids': (salt) =>
    facts(5, (at) => ({ id: `x${salt}-${at}`, kind: 'recipient', title: 'T', name: 'F', form: 'share' })),
  'one consent of all functions': (salt) =>
    facts(11, (at) => ({ ...uses, id: `x${at}`, consent: { unit: `u${salt}`, kind: 'explicit' } })),
  'promises that all break': () =>
    facts(5, (at) =>
      at % 2
        ? { id: `x${at}`, kind: 'commitment', title: 'T', promise: 'never', act: 'share' }
        : { id: `x${at}`, kind: 'recipient', title: 'T', name: `F${at}`, form: 'share' },
    ),
  'periods in facts and texts': (salt) =>
    facts(5, (at) =>
      at % 2
        ? { id: `x${at}`, kind: 'retention', title: 'T', period: `P${at}D` }
        : { id: `x${at}`, kind: 'statement', text: `We keep all your data for ${at + salt} months.` },
    ),
  'words to avoid': (salt) =>
    facts(6, (at) => ({
      id: `x${at}`,
      kind: 'definition',
      title: `Kid ${at}`,
      avoid: [`kid a${at}`],
      text: `A kid of ${salt}.`,
    })),
  'one circle of terms': () =>
    facts(5, (at, count) => ({
      id: `x${at}`,
      kind: 'definition',
      title: `Term ${at}`,
      text: `What :term[x${(at + 1) % count}] is.`,
    })),
  'ids that nothing has': (salt) =>
    facts(5, (at) => ({ ...uses, id: `x${at}`, requires: [`other-${at}-${salt}`] })),
  'a list of ids that nothing has': (salt) =>
    facts(limits.yamlParts / 2, (at) => ({
      ...uses,
      id: `x${at}`,
      requires: times(limits.yamlParts / 2.5, (other) => `other-${other}-${salt}`),
    })),
};

/** A released policy of ours. */
const released = () =>
  JSON.parse(readFileSync(join(root, 'policies/devtool/archive/0001/public/policy.json'), 'utf8'));

/** The same with as many names as it may have: where `names` puts so many of them. */
const compiledWith = (names) => () => {
  const policy = released();
  const ids = times(limits.archivedNames - 6000, (at) => `x${String(at).padStart(7, '0')}`);
  const each = (value) => Object.fromEntries(ids.map((id) => [id, value]));
  return JSON.stringify({ ...policy, ...names(policy, ids, each) });
};

/** One recipient so many times that there are about as many rows as there may be. */
function compiled() {
  const policy = released();
  const at = policy.facts.findIndex(({ relation }) => relation === 'recipient');
  const row = policy.facts[at];
  const more = times(limits.rows - 500, (nth) => ({ ...row, key: [`x${String(nth).padStart(7, '0')}`] }));
  return JSON.stringify({ ...policy, facts: policy.facts.toSpliced(at + 1, 0, ...more) });
}

/** Files of other programs: how they are called, what they hold, and the command that reads them. */
const others = [
  [
    'HTML to import',
    'a.html',
    ['import', 'a.html', 'new'],
    () => `<h1>Policy</h1>${lines(documentLines / 2 - 9, (at) => `<p>${said(1, at)}</p>`)}`,
  ],
  ['Markdown to import', 'a.md', ['import', 'a.md', 'new'], () => documents.items(1)],
  [
    'translations, JSON',
    'a.json',
    ['locale', 'import', 'a.json'],
    () =>
      JSON.stringify({
        format: 'policyc/translations@1',
        policy: 'small',
        locale: 'de',
        texts: times(limits.importedBytes / 80, (at) => ({
          id: `x${at}/text`,
          source: 'We keep it.',
          target: `Wir ${at}`,
        })),
      }),
  ],
  [
    'translations, XLIFF',
    'a.xlf',
    ['locale', 'import', 'a.xlf'],
    () =>
      `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="de"><file id="small">${lines(limits.importedBytes / 110, (at) => `<unit id="x${at}"><segment><source>a</source><target>b${at}</target></segment></unit>`)}</file></xliff>`,
  ],
  [
    'a Global Vendor List',
    'gvl.json',
    ['register', 'import', 'gvl.json'],
    () =>
      JSON.stringify({
        vendorListVersion: 1,
        gvlSpecificationVersion: 3,
        tcfPolicyVersion: 4,
        purposes: {},
        vendors: Object.fromEntries(
          times(limits.importedBytes / 150, (at) => [
            at + 1,
            {
              id: at + 1,
              name: `Vendor ${at}`,
              purposes: [1],
              legIntPurposes: [],
              urls: [{ langId: 'en', privacy: 'https://a.example/' }],
            },
          ]),
        ),
      }),
  ],
  [
    'a table of vendors',
    'v.csv',
    ['register', 'import', 'v.csv'],
    () => `name,country,purpose\n${lines(limits.yamlParts / 4, (at) => `Vendor ${at},Germany,ads`)}`,
  ],
  [
    'a recording for drift',
    'code/a.har',
    ['drift', 'code', '--policy', 'policy'],
    () =>
      JSON.stringify({
        log: {
          entries: times(limits.fileBytes / 130, (at) => ({
            request: { url: `https://a${at}.example/` },
            response: { cookies: [{ name: `c${at}`, domain: 'a.example' }] },
          })),
        },
      }),
  ],
  [
    'a register that many clauses name',
    'policy/registers/v.csv',
    ['check', '--no-cache'],
    () => {
      const clauses = times(
        Math.floor(limits.rows / 241) - 3,
        (at) => `  - { id: r${at}, kind: recipient, name: R ${at}, register: registers/v.csv }\n`,
      );
      writeFileSync(join(folder, 'policy/chapters/main.yaml'), chapter(...clauses));
      return `id,name\n${lines(240, (at) => `v${at},Vendor ${at}`)}\n`;
    },
  ],
  [
    'a compiled policy of all rows',
    'p.json',
    ['diff', 'p.json', '-p', 'policy', '--fail-on', 'none'],
    compiled,
  ],
  ...[
    ['retired ids', (_, retired) => ({ retired })],
    ['languages', ({ locales }, ids) => ({ locales: [...locales, ...ids] })],
    [
      'terms',
      ({ vocabulary }, _ids, each) => ({
        vocabulary: { ...vocabulary, data: { ...each({ label: {}, sensitive: {} }), ...vocabulary.data } },
      }),
    ],
    [
      'words',
      ({ vocabulary }, _ids, each) => ({
        vocabulary: { ...vocabulary, words: { ...vocabulary.words, zz: each('a') } },
      }),
    ],
    [
      'places',
      ({ facts }) => {
        const { places, ...row } = facts[0];
        const place = { file: 'a', line: 1, column: 1, endLine: 1, endColumn: 1 };
        const many = times(limits.compiledBytes / 90, (at) => [`x${at}`, place]);
        return { facts: [{ ...row, places: Object.fromEntries(many) }, ...facts.slice(1)] };
      },
    ],
  ].map(([name, names]) => [
    `a compiled policy of ${name}`,
    'p.json',
    ['diff', 'p.json', '-p', 'policy', '--fail-on', 'none'],
    compiledWith(names),
  ]),
  // What it leaves behind is a policy that nothing else can be measured with.
  [
    'words of a language',
    'policy/words/nl.yaml',
    ['check', '--no-cache'],
    () => `words:\n${lines(limits.yamlParts - 99, (at) => `  w${at}: x`)}`,
  ],
];

const only = process.argv[2] ?? '';
try {
  cpSync(join(root, 'test/samples/small'), join(folder, 'policy'), { recursive: true });
  writeFileSync(join(folder, 'policyc.yaml'), 'format: policyc/workspace@1\npolicies: [policy]\n');
  mkdirSync(join(folder, 'policy/chapters'), { recursive: true });
  const idle = measure('--version');
  console.log(
    `${'clock'.padStart(8)} ${'processor'.padStart(9)} ${'starts'.padStart(7)} ${'MB above'.padStart(9)} ${'exit'.padStart(5)}`,
  );
  /** Measures and prints a row, and says what it found. */
  const row = (name, ...args) => {
    const start = startOfNode();
    const { exit, clock, seconds, megabytes } = measure(...args);
    const starts = (2 * seconds) / (start + startOfNode());
    console.log(
      `${clock.toFixed(2).padStart(8)} ${seconds.toFixed(2).padStart(9)} ${starts.toFixed(0).padStart(7)} ${(megabytes - idle.megabytes).toFixed(0).padStart(9)} ${String(exit).padStart(5)}  ${name}`,
    );
  };
  const wanted = (table) => Object.entries(table).filter(([name]) => name.includes(only));
  row('the idle program', '--version');
  for (const [name, text] of wanted(chapters)) {
    writeFileSync(join(folder, 'policy/chapters/main.yaml'), text);
    row(`check, ${name}`, 'check', '--no-cache');
  }
  const diff = (name, ...args) => row(name, 'diff', ...args, '--no-cache', '--fail-on', 'none');
  for (const [name, make] of wanted(documents)) {
    writeFileSync(join(folder, 'a.md'), make(1));
    writeFileSync(join(folder, 'b.md'), make(7));
    diff(`diff, two documents: ${name}`, 'a.md', 'b.md');
  }
  const other = join(folder, 'other/policy');
  cpSync(join(folder, 'policy'), other, { recursive: true });
  for (const [name, make] of wanted(policies)) {
    for (within = 1; ; within -= 0.1) {
      writeFileSync(join(folder, 'policy/chapters/main.yaml'), make(1));
      if (!isOver('rows') || within < 0.2) break;
    }
    writeFileSync(join(other, 'chapters/main.yaml'), make(7));
    row(`check, a policy: ${name}`, 'check', '--no-cache');
    diff(`diff, two policies: ${name}`, 'policy', 'other/policy');
    row(`build, a policy: ${name}`, 'build', '--no-cache', '--draft');
  }
  writeFileSync(join(folder, 'policy/chapters/main.yaml'), chapter(clause('s', 'We keep it.')));
  for (const [name, file, args, make] of others.filter(([name]) => name.includes(only))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), make());
    row(`${args[0]}, ${name}`, ...args);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
