// `npm run bench:versions [-- --versions N]`: what the site of a policy costs as its archive grows, N and half of N versions that
// each change a sentence of 30 clauses: the aim is twice the time and twice the bytes, since each version has one redline against
// the one before it and one against the one in force.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({ options: { versions: { type: 'string', default: '100' } } });
const most = Number(options.versions);
if (!Number.isInteger(most) || most < 4) throw new Error('--versions takes a number from 4.');

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'policyc-versions-'));
const { main, processWorld } = await import(join(root, 'dist/cli.js'));
const quiet = { ...processWorld(), cwd: folder, ask: undefined, out: () => {}, remark: () => {} };
const policyc = async (...args) => {
  const code = await main(args, quiet);
  if (code !== 0) throw new Error(`policyc ${args.join(' ')}: ${code}`);
};

const policy = join(folder, 'policies/shop');
const clauses = (at) =>
  Array.from(
    { length: 30 },
    (_, one) =>
      `  - { id: c${one}, kind: statement, title: Section ${one}, text: "We knit ${one === at % 30 ? at : 'some'} hats of kind ${one}, and say so in a sentence of some length." }\n`,
  ).join('');

function write(at) {
  writeFileSync(join(policy, 'chapters/main.yaml'), `chapter: main\ntitle: Main\nclauses:\n${clauses(at)}`);
}

/** The day of a version: one a week. */
const dayOf = (at) => new Date(Date.UTC(2020, 0, 1 + at * 7)).toISOString().slice(0, 10);

function bytesIn(path) {
  const found = readdirSync(path, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const redlines = found.filter(({ parentPath }) => /(changes|since)$/.test(parentPath));
  const sum = (files) =>
    files.reduce((all, { parentPath, name }) => all + statSync(join(parentPath, name)).size, 0);
  return { all: sum(found), redlines: sum(redlines) };
}

async function build() {
  const out = join(folder, 'site');
  rmSync(out, { recursive: true, force: true });
  const start = process.cpuUsage();
  await policyc('build', '--no-cache');
  const { user, system } = process.cpuUsage(start);
  return { seconds: (user + system) / 1e6, ...bytesIn(out) };
}

try {
  mkdirSync(join(policy, 'chapters'), { recursive: true });
  writeFileSync(join(folder, 'policyc.yaml'), 'format: policyc/workspace@1\npolicies: [policies/shop]\n');
  writeFileSync(
    join(policy, 'policy.yaml'),
    `format: policyc/policy@2\nid: shop\ntitle: Shop\nedition: "2026-11"\nprevailing: en\nlocales: [en]\nutcOffset: "Z"\nparties:\n  - { id: shop, role: controller, name: Shop Ltd, country: IE }\nchapters: [main]\n`,
  );
  const sizes = [];
  for (let at = 1; at <= most; at++) {
    write(at);
    if (at > 1)
      await policyc(
        'note',
        '--together',
        '--decision',
        'notify',
        '--by',
        'bench',
        '--reason',
        'bench',
        '--text',
        `Version ${at}.`,
      );
    await policyc(
      'release',
      '--effective',
      dayOf(at),
      '--published',
      dayOf(at - 1),
      '--by',
      'bench',
      '--override',
      'bench',
    );
    if (at === Math.floor(most / 2) || at === most) sizes.push([at, await build()]);
  }
  for (const [count, { seconds, all, redlines }] of sizes)
    console.log(
      `${String(count).padStart(5)} versions ${seconds.toFixed(1).padStart(7)} s cpu ${(all / 1e6).toFixed(2).padStart(8)} MB, of them redlines ${(redlines / 1e6).toFixed(2).padStart(7)} MB (${Math.round(redlines / count / 1000)} kB a version)`,
    );
  const [[, half], [, whole]] = sizes;
  console.log(
    `${(whole.seconds / half.seconds).toFixed(2)} times the time, ${(whole.redlines / half.redlines).toFixed(2)} times the redlines for twice the versions`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
