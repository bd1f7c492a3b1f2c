// Runs cases one after another in one process, and says which before each: whoever waits too long is killed by
// `fuzz.mjs`, which then knows the seed.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../dist/cli.js';
import { cases, revisions } from './cases.mjs';
import { spoil } from './mutate.mjs';
import { randomFrom } from './random.mjs';

const project = dirname(import.meta.dirname);
const [first = '1', count = '1', wanted = ''] = process.argv.slice(2);
const around = mkdtempSync(join(tmpdir(), 'policyc-fuzz-'));
process.on('exit', () => rmSync(around, { recursive: true, force: true }));
process.on('SIGTERM', () => process.exit(143));

/** Runs a command line; gives its exit code and what it said. */
async function run(cwd, args) {
  let said = '';
  const say = (text) => {
    said += text;
  };
  const world = {
    cwd, env: { NO_COLOR: '1', POLICYC_CACHE: 'off' }, out: say, remark: say,
    terminal: { out: false, remark: false }, now: () => Date.UTC(2022, 0, 1), packageRoot: project, version: '0.0.0',
  }; // biome-ignore format: a list
  return { exit: await main(args, world), said };
}

/** A workspace with one of everything that policyc reads. */
async function layOut(root) {
  cpSync(join(project, 'test/samples/small'), join(root, 'policy'), { recursive: true });
  const put = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  put('policyc.yaml', 'format: policyc/workspace@1\npolicies: [policy]\nsite: { out: site }\n');
  const head = readFileSync(join(root, 'policy/policy.yaml'), 'utf8');
  put('policy/policy.yaml', head.replace('locales: [en]', 'locales: [en, zh-CN]'));
  const released = await run(root, ['release', '--effective', '2022-02-01', '--published', '2022-01-01']);
  if (released.exit !== 0) throw new Error(released.said);
  const exported = await run(root, [
    'locale',
    'export',
    'zh-CN',
    '--output',
    'texts.json',
    '--format',
    'json',
  ]);
  const xliff = await run(root, ['locale', 'export', 'zh-CN', '--output', 'texts.xlf']);
  if (exported.exit + xliff.exit !== 0) throw new Error(exported.said + xliff.said);
  const manifest = readFileSync(join(root, 'policy/archive/0001/manifest.json'));
  const hash = createHash('sha256').update(manifest).digest('hex');
  cpSync(join(root, 'policy/archive/0001/public/policy.json'), join(root, 'p.json'));
  put('policy/registers/sdks.csv', 'id,name,provider\nmaps,Maps,Map Ltd\npay,"Pay, fast",Pay Ltd\n');
  put('policy/taxonomy.yaml', 'data:\n  - { id: own.mood, label: { en: Mood, zh-CN: 心情 } }\n');
  put(
    'policy/locales/zh-CN/main.yaml',
    'locale: zh-CN\ntexts:\n  sign-in:\n    title: { of: h00000000, text: 登录 }\n',
  );
  put(
    'policy/changes/note.md',
    `---\ncovers: [v1:0000000000000000]\nagainst: ${hash}\ndecision: editorial\nreason: A slip\nby: A. Author\n---\n\nNothing *changes*.\n`,
  );
  put(
    'policy/archive/0001.notices.jsonl',
    `${JSON.stringify({ by: 'me', channel: 'e-mail', evidence: 'T-1', format: 'policyc/notice@1', manifest: hash, sent: '2022-01-02' })}\n`,
  );
  put(
    'a.md',
    '---\ntitle: A policy\n---\n\n# Who we are\n\nWe keep your **name** for 30 days, see [here](https://a.example).\n\n- one\n- two\n\n| a | b |\n| - | - |\n| 1 | 2 |\n',
  );
  const page = (words) =>
    `<!doctype html><html lang="en"><title>A policy</title><h1>Who we are</h1>${words}<table><tr><th>a<th>b<tr><td>1<td>2</table></html>`;
  put('a.html', page('<p>We keep your <b>name</b> for 30 days.</p><ul><li>one<li>two</ul>'));
  put('b.html', page('<p>We keep your <i>name</i> for <a href="#d">90 days</a>.</p><ol><li>one<li>two</ol>'));
  put(
    'b.md',
    '# Who we are\n\nWe keep your *name* for 90 days; we never sell it.\n\n1. one\n2. two\n\n> quoted\n',
  );
}

/** The bytes of every file, to see what a command that could not work left behind. */
function stateOf(root) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .sort()
    .map((path) => `${path} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`)
    .join('\n');
}

/** Microseconds of the processor that a case may cost: a machine that is slow, or busy, is so for both. */
let most = 4e6;

/**
 * A case may cost twelve times what laying out the workspace (a release and two exports, with every part of the program
 * still to be loaded) costs the same process, and four seconds in any case.
 */
async function layOutTimed(root) {
  const before = process.cpuUsage();
  await layOut(root);
  const { user, system } = process.cpuUsage(before);
  most = Math.max(most, 12 * (user + system));
}

async function attempt(seed, template) {
  const random = randomFrom(seed);
  const some = cases.filter(({ kind }) => wanted === '' || kind === wanted);
  const one = random.among(some);
  const root = join(around, 'work');
  rmSync(root, { recursive: true, force: true });
  cpSync(template, root, { recursive: true });
  let args = random.among(one.runs);
  if (one.argument) {
    const revision = spoil(random.among(revisions), random, false);
    args = args.map((arg) => (arg === '' ? String(revision).replaceAll('\0', '').slice(0, 5000) : arg));
  } else {
    const path = join(root, one.file);
    const bytes = spoil(readFileSync(path, 'utf8'), random, one.json);
    writeFileSync(path, bytes);
    if (one.hashed && random.below(8) > 0) rehash(root, one.file);
  }
  console.log(`try ${JSON.stringify({ seed, kind: one.kind, args: args.join(' ').slice(0, 80) })}`);
  const before = stateOf(root);
  const cpu = process.cpuUsage();
  const { exit, said } = await run(root, args);
  const { user, system } = process.cpuUsage(cpu);
  const wrong =
    ![0, 1, 2].includes(exit) ? `exit ${exit}: ${said.slice(0, 1500)}`
    : exit === 2 && stateOf(root) !== before ? `a partial write: ${said.slice(0, 300)}`
    : undefined; // biome-ignore format: a table
  const tell = (word, wrong) =>
    console.log(
      `${word} ${JSON.stringify({ seed, kind: one.kind, args: args.join(' ').slice(0, 200), wrong })}`,
    );
  if (wrong !== undefined) tell('wrong', wrong);
  const milliseconds = (microseconds) => Math.round(microseconds / 1000);
  if (user + system > most)
    tell('slow', `${milliseconds(user + system)} ms of the processor, of ${milliseconds(most)}`);
}

/** Gives a spoilt file of a version the hash that its manifest asks for. */
function rehash(root, file) {
  const path = join(root, 'policy/archive/0001/manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  manifest.files[file.replace('policy/archive/0001/', '')] = createHash('sha256')
    .update(readFileSync(join(root, file)))
    .digest('hex');
  writeFileSync(path, `${JSON.stringify(manifest)}\n`);
}

const template = join(around, 'template');
await layOutTimed(template);
console.log(`ready ${Math.round(most / 1000)} ms`);
for (let seed = Number(first); seed < Number(first) + Number(count); seed++) await attempt(seed, template);
console.log(`memory ${Math.round(process.resourceUsage().maxRSS / 1024)}`);
