// `npm run bench [-- --pairs N] [--peers FOLDER | --no-peers]`: what the commands cost on the worked example, as ratios to
// starting Node at all, beside what other tools cost on as much text.
// Every round runs every command once, so that whatever else the machine does touches all of them alike; each run's
// exit code and output are asserted, so that a crash is never timed. Absolute times are this machine's; ratios travel.
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { common } from '../build/options.mjs';
import { peersIn } from './peers.mjs';

const { values: options } = parseArgs({
  options: {
    pairs: { type: 'string', default: '15' },
    peers: { type: 'string' },
    'no-peers': { type: 'boolean', default: false },
  },
});
const pairs = Number(options.pairs);
if (!Number.isInteger(pairs) || pairs < 1) throw new Error('--pairs takes a number of rounds.');

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const policy = join(root, 'policies/marketplace');
const program = join(root, 'bin/policyc.js');
const released = readdirSync(join(policy, 'archive')).filter((name) => /^\d+$/.test(name)).length;
const revisions = released >= 2 ? ['archive:#1', 'archive:#2'] : ['archive:latest'];

const compiled = join(policy, 'archive', String(released).padStart(4, '0'), 'public/policy.json');

const folder = mkdtempSync(join(tmpdir(), 'policyc-bench-'));
/** A copy, which is edited before each run. */
const edited = join(folder, 'edited');
cpSync(policy, edited, { recursive: true });
/** No tool asks the network whether there is a newer one, or tells anybody that it ran. */
const env = {
  ...process.env,
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  SCARF_ANALYTICS: 'false',
};

// The first is what the others are measured against.
const commands = [
  { name: 'node -e 0', args: ['-e', '0'], says: /^$/ },
  { name: 'policyc --version', args: [program, '--version'], says: /^\d+\.\d+\.\d+\n$/ },
  {
    name: 'policyc check --no-cache',
    args: [program, 'check', policy, '--no-cache'],
    says: /^No problems in 1 policy, .* clauses\.\n$/,
  },
  {
    name: 'policyc check, of what it has seen',
    args: [program, 'check', policy, '--cache-location', join(folder, 'cache')],
    says: /^No problems in 1 policy, .* clauses\.\n$/,
  },
  {
    name: 'policyc check, with one file changed',
    args: [program, 'check', edited, '--cache-location', join(folder, 'cache')],
    says: /^No problems in 1 policy, .* clauses\.\n$/,
    before: () => appendFileSync(join(edited, 'chapters/retention.yaml'), '# Another comment.\n'),
  },
  {
    name: `policyc diff ${revisions.join(' ')}`,
    args: [program, 'diff', ...revisions, '-p', policy, '--fail-on', 'none'],
    says: /facts and \d+ texts compared/,
  },
  {
    name: 'policyc diff --no-cache',
    args: [program, 'diff', '-p', policy, '--fail-on', 'none', '--no-cache'],
    says: /facts and \d+ texts compared/,
  },
  {
    name: 'policyc diff, of what it has seen',
    args: [program, 'diff', '-p', policy, '--fail-on', 'none', '--cache-location', join(folder, 'cache')],
    says: /facts and \d+ texts compared/,
  },
  {
    name: 'policyc archive list',
    args: [program, 'archive', 'list', '-p', policy],
    says: /Head [0-9a-f]{64}\n$/,
  },
  {
    name: 'policyc archive verify',
    args: [program, 'archive', 'verify', '-p', policy],
    says: /^Whole\. .* every byte as released\./,
  },
  ...(options['no-peers'] ? [] : peersIn(folder, options.peers, policy)),
];

/** Milliseconds of one run, which must end well and say what it always says. */
function time({ name, args, says, tells = /^/, cwd = root, before }) {
  before?.();
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', env });
  const spent = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0 || !says.test(stdout) || !tells.test(stderr))
    throw new Error(`${name} ended with ${status} and said:\n${stdout}${stderr}`);
  return spent;
}

const middle = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
const shown = (number) => number.toFixed(number < 10 ? 2 : 0);

function timeCommands() {
  for (const command of commands) time(command);
  const rounds = Array.from({ length: pairs }, () => commands.map(time));
  console.log(`Commands: medians over ${pairs} rounds, Node ${process.versions.node}\n`);
  console.log(`${'ratio'.padStart(7)} ${'ms'.padStart(6)}`);
  commands.forEach(({ name }, index) => {
    const ratio = middle(rounds.map((round) => round[index] / round[0]));
    const spent = middle(rounds.map((round) => round[index]));
    console.log(`${ratio.toFixed(2).padStart(7)} ${spent.toFixed(0).padStart(6)}  ${name}`);
  });
}

/** Bundles a script of this folder as the program is bundled; gives what runs it in a process and reads its JSON. */
async function bundled(name, folder) {
  await build({
    ...common,
    entryPoints: [`bench/${name}.ts`],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
  });
  // As bin/policyc.js sets it on Node 20, which the figures in docs are of.
  const flags = process.versions.v8.startsWith('11.') ? ['--interrupt-budget=500000'] : [];
  return (...args) =>
    JSON.parse(
      execFileSync(process.execPath, [...flags, join(folder, `${name}.mjs`), ...args], { encoding: 'utf8' }),
    );
}

/** The parts of a cold run, from `stages.ts`. */
async function timeStages(folder) {
  const run = await bundled('stages', folder);
  const runs = Array.from({ length: pairs }, () => run(policy));
  const stages = Object.keys(runs[0]).map((name) => [name, middle(runs.map((one) => one[name]))]);
  const total = stages.reduce((sum, [, spent]) => sum + spent, 0);
  console.log(`\nStages of a first run in one process: medians of ${pairs} processes\n`);
  console.log(`${'part'.padStart(7)} ${'ms'.padStart(6)}`);
  for (const [name, spent] of stages) {
    const part = `${((100 * spent) / total).toFixed(0)} %`;
    console.log(`${part.padStart(7)} ${shown(spent).padStart(6)}  ${name}`);
  }
  const loading = ['read the files', 'parse YAML', 'check shapes', 'build rows, parse prose'];
  const ratio = middle(
    runs.map((one) => one['check rules'] / loading.reduce((sum, name) => sum + one[name], 0)),
  );
  console.log(`\nAll rules to loading the policy that they check: ${ratio.toFixed(2)}`);
}

/** All rules on ever larger policies, from `rules.ts`: what a clause costs stays the same. */
async function timeRules(folder) {
  const run = await bundled('rules', folder);
  console.log(`\nAll rules on large policies: medians of ${pairs} processes\n`);
  console.log(`${'µs each'.padStart(7)} ${'ms'.padStart(6)}`);
  for (const size of [2500, 5000, 10000]) {
    const runs = Array.from({ length: pairs }, () => run(compiled, `${size}`));
    const spent = middle(runs.map(({ rules }) => rules));
    const { clauses } = runs[0];
    console.log(
      `${((1000 * spent) / clauses).toFixed(0).padStart(7)} ${spent.toFixed(0).padStart(6)}  ${clauses} clauses`,
    );
  }
}

/** Comparing two large policies, as a ratio to reading one of them from its policy.json, from `compare.ts`. */
async function timeComparison(folder) {
  const run = await bundled('compare', folder);
  // A compiled policy that is read is held to the limits of one.
  const sizes = [280, 420, 700];
  const rounds = Array.from({ length: pairs }, () => sizes.map((size) => run(compiled, `${size}`, '100')));
  if (!rounds.flat().every(({ changes }) => changes === 100)) throw new Error('100 edits are 100 changes.');
  console.log(
    `\nComparing two policies that differ in 100 places, to reading one: medians of ${pairs} processes\n`,
  );
  console.log(`${'ratio'.padStart(7)} ${'ms'.padStart(6)}`);
  sizes.forEach((_, index) => {
    const runs = rounds.map((round) => round[index]);
    const ratio = middle(runs.map(({ compare, load }) => compare / load));
    const { clauses, facts, bytes } = runs[0];
    console.log(
      `${ratio.toFixed(2).padStart(7)} ${middle(runs.map(({ compare }) => compare))
        .toFixed(0)
        .padStart(6)}  ${clauses} clauses, ${facts} facts, ${(bytes / 1e6).toFixed(0)} MB`,
    );
  });
}

/** A policy in which every clause is for other readers than the next, to the same for everybody, from `readers.ts`. */
async function timeReaders(folder) {
  const run = await bundled('readers', folder);
  console.log(`\n200 regions and 20 products, to the same without any: medians of ${pairs} processes\n`);
  console.log(`${'ratio'.padStart(7)} ${'ms'.padStart(6)}`);
  for (const size of [200, 500]) {
    const runs = Array.from({ length: pairs }, () => run(compiled, `${size}`));
    const { clauses } = runs[0];
    const told = [
      ['same', `${clauses} clauses, the same edits`],
      ['moved', `${clauses} clauses, and each tenth for other readers (${runs[0].moved.changes} changes)`],
    ];
    for (const [name, words] of told) {
      const ratio = middle(runs.map((one) => one[name].spent / one.without.spent));
      const spent = middle(runs.map((one) => one[name].spent));
      console.log(`${ratio.toFixed(2).padStart(7)} ${spent.toFixed(0).padStart(6)}  ${words}`);
    }
  }
}

/** The versions of the worked example that differ most, for whom each change is true, to the same for everybody. */
async function timeClasses(folder) {
  const run = await bundled('classes', folder);
  const version = (number) => join(policy, 'archive', String(number).padStart(4, '0'), 'public/policy.json');
  const runs = Array.from({ length: pairs }, () => run(version(1), version(2)));
  const ratio = middle(runs.map(({ each, one }) => each / one));
  const spent = middle(runs.map(({ each }) => each));
  console.log(
    `\nThe worked example, 1 to 2, by readers, to one class of them: processor time, ${pairs} processes\n`,
  );
  console.log(`${ratio.toFixed(2).padStart(7)} ${spent.toFixed(0).padStart(6)}  comparison in process`);
}

function measureSizes() {
  const [{ size, unpackedSize, files }] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--ignore-scripts', '--json'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
  const dist = join(root, 'dist');
  const bundle = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  const kilobytes = (bytes) => `${(bytes / 1000).toFixed(0)} kB`.padStart(9);
  console.log('\nSizes\n');
  console.log(`${kilobytes(bundle)}  program and library (dist, JavaScript)`);
  console.log(`${kilobytes(unpackedSize)}  package, unpacked, ${files.length} files`);
  console.log(`${kilobytes(size)}  package, packed`);
}

try {
  timeCommands();
  await timeStages(folder);
  await timeRules(folder);
  await timeComparison(folder);
  await timeReaders(folder);
  await timeClasses(folder);
  measureSizes();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
