// `npm run bench:many [-- --policies N]`: what a site of many policies costs, N and half of N policies of 30 clauses, one
// version each: against parsing and rendering them alone, and how the memory grows. The aim is 1.3 times, flat.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({ options: { policies: { type: 'string', default: '100' } } });
const most = Number(options.policies);
if (!Number.isInteger(most) || most < 2) throw new Error('--policies takes a number from 2.');

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'policyc-many-'));
const usage = `data:text/javascript,${encodeURIComponent(
  "process.on('exit',()=>{const u=process.resourceUsage();process.stderr.write('\\nUSED '+JSON.stringify([u.userCPUTime+u.systemCPUTime,u.maxRSS]))})",
)}`;

/** Seconds by the clock and of the processor, and megabytes at most, of one run that must work. */
function measure(...args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', usage, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${status}\n${stderr}`);
  const [micros, kilobytes] = JSON.parse(/USED (.*)$/.exec(stderr)[1]);
  return { clock: (performance.now() - start) / 1000, seconds: micros / 1e6, megabytes: kilobytes / 1024 };
}

const { main, processWorld } = await import(join(root, 'dist/cli.js'));
const quiet = { ...processWorld(), cwd: folder, ask: undefined, out: () => {}, remark: () => {} };
const policyc = async (...args) => {
  const code = await main(args, quiet);
  if (code !== 0) throw new Error(`policyc ${args.join(' ')}: ${code}`);
};

/** A function of the first policy, again and again, so that a policy has 30 clauses. */
function enlarge(text, clauses) {
  const [one] = /^ {2}- id: safety\n(?: {4}.*\n|\n)*?(?=^ {2}- id: )/m.exec(text) ?? [];
  if (one === undefined) throw new Error('policyc init writes another policy now.');
  const more = Array.from({ length: clauses }, (_, at) => one.replace('safety', `safety-${at}`));
  return text.replace(one, () => one + more.join(''));
}

try {
  await policyc('init', '--yes', '--company', 'Many', '--country', 'IE');
  const first = join(folder, 'policies/many');
  const read = (path) => readFileSync(join(first, path), 'utf8');
  const chapters = ['data', 'sharing', 'rights', 'changes'].map((name) => [
    name,
    read(`chapters/${name}.yaml`),
  ]);
  const names = Array.from({ length: most }, (_, at) => `policies/p${at}`);
  for (const name of names) {
    mkdirSync(join(folder, name, 'chapters'), { recursive: true });
    writeFileSync(
      join(folder, name, 'policy.yaml'),
      read('policy.yaml').replace('id: many', `id: ${name.slice(9)}`),
    );
    for (const [chapter, text] of chapters)
      writeFileSync(
        join(folder, name, `chapters/${chapter}.yaml`),
        chapter === 'data' ? enlarge(text, 18) : text,
      );
  }
  const list = (some) =>
    writeFileSync(
      join(folder, 'policyc.yaml'),
      `format: policyc/workspace@1\npolicies:\n${some.map((name) => `  - ${name}\n`).join('')}`,
    );
  // Each is released as the only one: a release among a thousand looks at all of them.
  for (const name of names) {
    list([name]);
    await policyc('release', '--effective', '2027-01-01', '--published', '2026-11-01');
  }

  const alone = join(folder, 'alone.mjs');
  writeFileSync(
    alone,
    `import { readFolder, compile, renderHtml, renderMarkdown } from ${JSON.stringify(join(root, 'dist/index.js'))};
for (const name of ${JSON.stringify(names)}) {
  const { files } = readFolder(name, (path) => !path.startsWith('archive'));
  const { policy } = compile(new Map([...files].map(([path, { text }]) => [path, text])));
  for (const render of [renderHtml, renderMarkdown])
    if (!render(policy, { locale: 'en', effective: '2027-01-01' }).ok) throw new Error(name);
}`,
  );
  const program = join(root, 'bin/policyc.js');
  const bare = measure(alone);
  const build = (count, ...how) => {
    list(names.slice(0, count));
    rmSync(join(folder, 'site'), { recursive: true, force: true });
    return measure(program, 'build', '--as-of', '2027-01-01', ...how);
  };
  const fewer = Math.ceil(most / 2);
  const half = build(fewer, '--jobs', '1');
  const one = build(most, '--jobs', '1');
  const whole = build(most);
  const again = measure(program, 'build', '--as-of', '2027-01-01');
  const line = (name, { clock, seconds, megabytes }) =>
    console.log(
      `${name.padEnd(44)}${clock.toFixed(1).padStart(7)} s ${seconds.toFixed(1).padStart(7)} s cpu ${megabytes.toFixed(0).padStart(6)} MB`,
    );
  line(`parsing and rendering ${most} alone`, bare);
  line(`policyc build --jobs 1, ${fewer} policies`, half);
  line(`policyc build, ${most} policies`, whole);
  line(`policyc build --jobs 1, ${most} policies`, one);
  line(`policyc build again, ${most} policies`, again);
  const times = (part) => (part(whole) / part(bare)).toFixed(2);
  console.log(
    `${times((run) => run.clock)} times parsing and rendering alone by the clock, on ${availableParallelism()} processors; ` +
      `${times((run) => run.seconds)} in processor time, ${(one.seconds / bare.seconds).toFixed(2)} on one thread`,
  );
  console.log(`${((one.megabytes - half.megabytes) / (most - fewer)).toFixed(2)} MB more for each policy`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
