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
import { largest } from './largest.mjs';

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

/** Seconds of the processor that starting Node takes now. */
function startOfNode() {
  const runs = [1, 2, 3].map(() => {
    const { stderr } = spawnSync(process.execPath, ['--import', usage, '-e', '0'], { encoding: 'utf8' });
    return JSON.parse(/USED (.*)$/.exec(stderr)?.[1] ?? '[0,0]')[0] / 1e6;
  });
  return Math.min(...runs);
}

const { chapters, documents, policies, lists, archives, others } = largest(limits);
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
  const pages = {
    ...documents,
    'paragraphs of a page': documents.paragraphs,
    'items of a page': documents.items,
  };
  for (const [name, make] of wanted(pages).filter(([name]) => name.endsWith(' of a page'))) {
    const tag = name.startsWith('items') ? 'li' : 'p';
    const page = (salt) => make(salt).replace(/^(?:- )?(.+)$/gm, `<${tag}>$1</${tag}>`);
    writeFileSync(join(folder, 'a.html'), `<!doctype html><h1>Policy</h1>${page(1)}`);
    writeFileSync(join(folder, 'b.html'), `<!doctype html><h1>Policy</h1>${page(7)}`);
    diff(`diff, two pages: ${name}`, 'a.html', 'b.html');
  }
  const [own, other] = [join(folder, 'policy'), join(folder, 'other/policy')];
  const small = (to) => {
    // A site that was built remembers the versions of a policy that had some.
    for (const left of [to, join(folder, 'site')]) rmSync(left, { recursive: true, force: true });
    cpSync(join(root, 'test/samples/small'), to, { recursive: true });
    mkdirSync(join(to, 'chapters'), { recursive: true });
  };
  const put = (to, files) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(to, path)), { recursive: true });
      writeFileSync(join(to, path), text);
    }
  };
  const sides = { ...lists };
  for (const [name, make] of Object.entries(policies))
    sides[name] = (salt) => ({ 'chapters/main.yaml': make(salt) });
  for (const [name, make] of wanted(sides)) {
    small(own);
    small(other);
    put(own, make(1));
    put(other, make(7));
    row(`check, a policy: ${name}`, 'check', '--no-cache');
    diff(`diff, two policies: ${name}`, 'policy', 'other/policy');
    row(`build, a policy: ${name}`, 'build', '--no-cache', '--draft');
  }
  // What every command and every format costs, by the policy of all clauses.
  for (const name of ['clauses', 'functions of other ids'].filter(
    (one) => 'commands'.includes(only) || one.includes(only),
  )) {
    small(own);
    small(other);
    const translated = readFileSync(join(own, 'policy.yaml'), 'utf8').replace('[en]', '[en, de]');
    put(own, { 'chapters/main.yaml': policies[name](1), 'policy.yaml': translated });
    put(other, { 'chapters/main.yaml': policies[name](7) });
    const formats = ['json', 'markdown', 'html', 'sarif', 'docx'].flatMap((one) => [
      '--format',
      `${one}=report.${one}`,
    ]);
    diff(`diff in five formats: ${name}`, 'policy', 'other/policy', ...formats);
    row(`locale export: ${name}`, 'locale', 'export', 'de');
    row(`export: ${name}`, 'export', 'records', 'policy');
    row(`release: ${name}`, 'release', '--effective', '2027-01-01', '--published', '2026-12-01');
    row(`archive verify: ${name}`, 'archive', 'verify');
    row(`build of a release: ${name}`, 'build', '--no-cache');
    put(own, { 'chapters/main.yaml': policies[name](9) });
    row(`diff with the release: ${name}`, 'diff', '-p', 'policy', '--no-cache', '--fail-on', 'none');
    row(
      `note: ${name}`,
      'note',
      '--together',
      '--decision',
      'notify',
      '--reason',
      'w',
      '--by',
      'Bo',
      '--no-cache',
    );
  }
  for (const [name, make] of wanted(archives)) {
    rmSync(own, { recursive: true });
    cpSync(join(root, 'policies/devtool'), own, { recursive: true });
    put(join(own, 'archive/0001'), make());
    row(`archive verify, ${name}`, 'archive', 'verify');
    diff(`diff, ${name}`, '-p', 'policy');
  }
  small(own);
  rmSync(join(folder, 'other'), { recursive: true, force: true });
  for (const [name, file, args, make] of others.filter(([name]) => name.includes(only))) {
    const made = make();
    if (typeof made === 'string') put(folder, { [file]: made });
    else put(join(folder, file), made);
    row(`${args[0]}, ${name}`, ...args);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
