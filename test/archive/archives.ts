import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesOf } from '../../src/archive/files.ts';
import type { ReleaseInput } from '../../src/archive/input.ts';
import {
  attributesFile,
  attributesText,
  frozenJson,
  manifestFile,
  sumsFile,
  sumsOf,
  versionFolder,
} from '../../src/archive/layout.ts';
import { planRelease, type ReleasePlan } from '../../src/archive/plan.ts';
import { readArchive, readRelease } from '../../src/archive/read.ts';
import type { Manifest } from '../../src/archive/release.ts';
import { type Json, sha256 } from '../../src/base/canonical.ts';
import { messageOf } from '../../src/base/diagnostic.ts';
import { buildPolicy } from '../../src/model/build.ts';
import { loadPolicy } from '../../src/model/load.ts';
import type { Policy } from '../../src/model/policy.ts';
import { snapshotOf } from '../../src/snapshot/snapshot.ts';

/** Small policies and the archives that releasing them makes. */

export type Archive = ReadonlyMap<string, Uint8Array>;

const head = (id: string) => `format: policyc/policy@1
id: ${id}
title: Privacy policy
edition: "2026-11"
prevailing: en
locales: [en]
utcOffset: "+08:00"
parties:
  - { id: company, role: controller, name: Small Ltd }
chapters: [main]
`;

export interface PolicyOptions {
  readonly id?: string;
  /** Written before the clauses, and so moves every place. */
  readonly comment?: string;
}

/** The YAML of a policy whose one statement says this. */
export function sourcesOf(
  statement: string,
  { id = 'small', comment }: PolicyOptions = {},
): Map<string, string> {
  const chapter = [
    ...(comment === undefined ? [] : [`# ${comment}`]),
    'chapter: main',
    'title: What we do',
    'clauses:',
    '  - id: opening',
    '    kind: statement',
    '    title: Opening',
    `    text: ${JSON.stringify(statement)}`,
    '',
  ];
  return new Map([
    ['policies/small/policy.yaml', head(id)],
    ['policies/small/chapters/main.yaml', chapter.join('\n')],
  ]);
}

export function policyOf(statement: string, options: PolicyOptions = {}): Policy {
  const entries = [...sourcesOf(statement, options)].map(
    ([path, text]) => [path.replace('policies/small/', ''), new TextEncoder().encode(text)] as const,
  );
  const { source, problems } = loadPolicy(snapshotOf(entries));
  const built = source ? buildPolicy(source) : undefined;
  if (!built?.policy)
    throw new Error([...problems, ...(built?.problems ?? [])].map((one) => messageOf(one).reason).join('\n'));
  return built.policy;
}

/** What a release of a policy with this statement is made from, after the versions of an archive. */
export function inputFor(
  archive: Archive,
  statement: string,
  options: Partial<ReleaseInput> & PolicyOptions = {},
): ReleaseInput {
  const files = filesOf(archive);
  const state = readArchive(files);
  const last = state.versions.at(-1);
  const { id, comment, ...given } = options;
  const made = { ...(id === undefined ? {} : { id }), ...(comment === undefined ? {} : { comment }) };
  return {
    archive: state,
    head: last && readRelease(files, last).release,
    policy: policyOf(statement, made),
    published: '2021-10-01',
    effective: '2021-10-24',
    tool: 'policyc 0.1.0',
    rendered: new Map([
      ['public/policy.en.md', `# Privacy policy\n\n${statement}\n`],
      ['public/policy.en.html', `<!doctype html><title>Privacy policy</title><p>${statement}</p>\n`],
    ]),
    changes: {
      format: 'policyc/changes@1',
      changes: last ? [{ status: 'changed', clauses: ['opening'], text: { en: 'We say more.' } }] : [],
    },
    decisions: { changes: [], by: 'privacy-office' },
    sources: sourcesOf(statement, made),
    notes: last ? new Map([['changes/more.md', '---\nreason: clearer\n---\nWe say more.\n']]) : new Map(),
    ...given,
  };
}

/** Plans a release that must not be refused. */
export function planned(input: ReleaseInput): ReleasePlan {
  const { plan, refusals } = planRelease(input);
  if (!plan) throw new Error(refusals.map((one) => messageOf(one).reason).join('\n'));
  return plan;
}

/** The archive after a plan was applied. */
export function withPlan(archive: Archive, plan: ReleasePlan): Archive {
  const folder = versionFolder(plan.manifest.sequence);
  return new Map([
    ...archive,
    [attributesFile, new TextEncoder().encode(attributesText)] as const,
    ...[...plan.files].map(([path, bytes]) => [`${folder}/${path}`, bytes] as const),
  ]);
}

/** An archive with one version for each effective date. */
export function archiveOf(...dates: readonly string[]): Archive {
  return dates.reduce<Archive>((archive, effective, index) => {
    const input = inputFor(archive, `Statement ${index + 1}.`, { published: effective, effective });
    return withPlan(archive, planned(input));
  }, new Map());
}

export function writeArchive(folder: string, archive: Archive): void {
  for (const [path, bytes] of archive) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

/** A forger's archive: one manifest altered, and every sum and link after it made to fit. */
export function forged(archive: Archive, sequence: number, edit: (manifest: Manifest) => Manifest): Archive {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const result = new Map(archive);
  let previous: string | undefined;
  for (let at = sequence; result.has(`${versionFolder(at)}/${manifestFile}`); at++) {
    const path = `${versionFolder(at)}/${manifestFile}`;
    const old = JSON.parse(new TextDecoder().decode(result.get(path))) as Manifest;
    const manifest = at === sequence ? edit(old) : { ...old, previous: previous ?? null };
    const text = frozenJson(manifest as unknown as Json);
    previous = sha256(text);
    result.set(path, bytes(text));
    result.set(
      `${versionFolder(at)}/${sumsFile}`,
      bytes(sumsOf({ ...manifest.files, [manifestFile]: previous })),
    );
  }
  return result;
}
