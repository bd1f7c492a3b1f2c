import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../../src/base/diagnostic.ts';
import { eachOnDemand } from '../../src/base/on-demand.ts';
import { buildPolicy } from '../../src/model/build.ts';
import { loadPolicy } from '../../src/model/load.ts';
import { type Policy, type Row, sortRows } from '../../src/model/policy.ts';
import { readFolder } from '../../src/snapshot/folder.ts';
import { type Snapshot, snapshotOf } from '../../src/snapshot/snapshot.ts';
import { smallHead } from '../policy.ts';

export const samplesFolder = join(import.meta.dirname, '../samples/render');
export const sampleNames: readonly string[] = readdirSync(samplesFolder).sort();

export interface RenderSample {
  readonly policy: Policy;
  readonly locale: string;
}

/**
 * A sample is a `policy/` (without a `policy.yaml` it has the small head), the `locale` to show when that is not the
 * prevailing one, and `texts.json`: texts by `owner/field` or `owner/field@locale` that replace what was compiled,
 * as only a forged archive could hold them.
 */
export const readSample = eachOnDemand((name: string): RenderSample => {
  const folder = join(samplesFolder, name);
  const files = readFolder(join(folder, 'policy'), () => true);
  const policy = compiled(files.files.has('policy.yaml') ? files : withHead(files));
  const locale = join(folder, 'locale');
  const texts = join(folder, 'texts.json');
  return {
    policy: existsSync(texts) ? forged(policy, JSON.parse(readFileSync(texts, 'utf8'))) : policy,
    locale: existsSync(locale) ? readFileSync(locale, 'utf8').trim() : policy.prevailing,
  };
});

/** A policy of one chapter called main, written in YAML. */
export function policyOf(main: string, head = smallHead): Policy {
  const encoder = new TextEncoder();
  const files = { 'policy.yaml': head, 'chapters/main.yaml': main };
  return compiled(
    snapshotOf(Object.entries(files).map(([path, text]) => [path, encoder.encode(text)] as const)),
  );
}

export function forged(policy: Policy, texts: Readonly<Record<string, string>>): Policy {
  const rows = Object.entries(texts).map(([name, text]): Row => {
    const [path = '', locale = policy.prevailing] = name.split('@');
    const place = { file: 'x', line: 1, column: 1, endLine: 1, endColumn: 1 };
    return { relation: 'prose', key: [...path.split('/'), locale], values: { text }, place };
  });
  const replaced = new Set(rows.map((row) => row.key.join('\t')));
  const kept = policy.prose.filter((row) => !replaced.has(row.key.join('\t')));
  return { ...policy, prose: sortRows([...kept, ...rows]) };
}

function withHead(files: Snapshot): Snapshot {
  const head = snapshotOf([['policy.yaml', new TextEncoder().encode(smallHead)]]);
  return { files: new Map([...head.files, ...files.files]), problems: files.problems };
}

function compiled(snapshot: Snapshot): Policy {
  const { source, problems } = loadPolicy(snapshot);
  const built = source ? buildPolicy(source) : { policy: undefined, problems };
  if (built.policy) return built.policy;
  const said = built.problems.map(
    (one) => `${one.place.file}:${one.place.line} ${one.code} ${messageOf(one).reason}`,
  );
  throw new Error(said.join('\n'));
}
