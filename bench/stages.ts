// What each stage of a cold run takes, in one process: prints milliseconds by stage as JSON, of the processor for the stages
// of work, since a busy machine stretches them unevenly. `bench.mjs` bundles it as the program is bundled and runs it many
// times; nothing in the program itself is measured or slowed for it.
import { performance } from 'node:perf_hooks';
import { checkPolicy } from '../src/check/rules.ts';
import { comparePolicies } from '../src/diff/compare.ts';
import { buildPolicy } from '../src/model/build.ts';
import { loadPolicy } from '../src/model/load.ts';
import { isPolicyPath } from '../src/model/paths.ts';
import { checkReport } from '../src/report/check-report.ts';
import { formats } from '../src/report/formats.ts';
import { styleFor } from '../src/report/style.ts';
import { readFolder } from '../src/snapshot/folder.ts';
import { checkShape, type Shape } from '../src/syntax/shape.ts';
import { shape as chapterShape } from '../src/syntax/shapes/chapter.shape.js';
import { shape as localeShape } from '../src/syntax/shapes/locale.shape.js';
import { shape as policyShape } from '../src/syntax/shapes/policy.shape.js';
import { parseYaml } from '../src/syntax/yaml.ts';

const [folder = '.'] = process.argv.slice(2);
const { bootstrapComplete } = performance.nodeTiming;
const spent: Record<string, number> = {
  'start Node': bootstrapComplete,
  'load the program': performance.now() - bootstrapComplete,
};

function stage<Result>(name: string, work: () => Result): Result {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  spent[name] = (user + system) / 1000;
  return result;
}

function shapeOf(path: string): Shape {
  if (path === 'policy.yaml') return policyShape;
  return path.startsWith('locales/') ? localeShape : chapterShape;
}

const snapshot = stage('read the files', () => readFolder(folder, isPolicyPath));
const files = stage('parse YAML', () =>
  [...snapshot.files.values()].map((source) => parseYaml(source, 'file')),
);
stage('check shapes', () => files.flatMap((file) => checkShape(shapeOf(file.source.path), file)));
const { source } = loadPolicy(snapshot);
if (!source) throw new Error('The worked example does not load.');
const { policy } = stage('build rows, parse prose', () => buildPolicy(source));
if (!policy) throw new Error('The worked example has errors.');
const problems = stage('check rules', () => checkPolicy(policy));
const size = { id: policy.id, locales: policy.locales, clauses: 0 };
const checked = {
  path: '.',
  policy: size,
  problems,
  fileIn: (file: string) => file,
  textOf: () => undefined,
};
stage('report', () => formats.text(checkReport([checked], ''), styleFor(false)));
const [first, ...others] = policy.facts;
stage('compare, describe, judge', () =>
  comparePolicies({ ...policy, facts: first ? others : policy.facts }, policy),
);
process.stdout.write(`${JSON.stringify(spent)}\n`);
