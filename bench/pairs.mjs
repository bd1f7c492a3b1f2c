// How the comparison of plain documents does on edits that somebody has labelled: `node bench/pairs.mjs FOLDER`.
// FOLDER holds labels.json, a list of { dir, label } with or without a lang, and for each dir a before.md and an after.md;
// labels.json may also be named by itself as the second argument. A material or mixed
// edit is missed when its verdict is below review or nothing in it has a high signal; any other edit that has one is a
// false alarm; a pair that diff refuses, such as one above a limit, is named and not counted. The texts stay where they are; nothing is written.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = join(dirname(dirname(fileURLToPath(import.meta.url))), 'bin/policyc.js');
const [folder, labels = join(folder ?? '', 'labels.json')] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: node bench/pairs.mjs FOLDER [LABELS]');
  process.exit(2);
}

function compare(dir) {
  const cwd = join(resolve(folder), dir);
  const args = [program, 'diff', 'before.md', 'after.md', '--format', 'json'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status === 2) return undefined;
  if (status !== 0 && status !== 1) throw new Error(`${dir}: exit ${status}: ${stderr}`);
  const { verdict, policies } = JSON.parse(stdout);
  return { verdict, changes: policies.flatMap((policy) => policy.changes) };
}

const counts = {};
for (const { dir, label, lang = 'en' } of JSON.parse(readFileSync(labels, 'utf8'))) {
  const group = lang === 'en' || lang === 'zh' ? 'English and Chinese' : 'other languages';
  counts[group] ??= { told: 0, missed: 0, other: 0, alarms: 0 };
  const count = counts[group];
  const compared = compare(dir);
  if (compared === undefined) {
    console.log(`refused      ${dir}`);
    continue;
  }
  const { verdict, changes } = compared;
  const high = changes.filter(({ signal }) => signal === 'high');
  const found = (verdict === 'review' || verdict === 'material') && high.length > 0;
  const must = label === 'material' || label === 'mixed';
  count[must ? 'told' : 'other']++;
  if (must && !found) {
    count.missed++;
    console.log(`missed       ${dir}: ${verdict}`);
  } else if (!must && high.length > 0) {
    count.alarms++;
    console.log(`false alarm  ${dir}: ${[...new Set(high.flatMap(({ signals }) => signals))].join(', ')}`);
  }
}
for (const [group, { told, missed, other, alarms }] of Object.entries(counts))
  console.log(`${group}: missed ${missed} of ${told}, false alarms ${alarms} of ${other}`);
