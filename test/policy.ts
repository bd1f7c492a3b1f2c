import { type Diagnostic, messageOf } from '../src/base/diagnostic.ts';
import { formatPlace, sourceFile } from '../src/base/place.ts';
import { type Built, buildPolicy } from '../src/model/build.ts';
import { compileFiles } from '../src/model/compiled.ts';
import type { ClauseSource, PolicyHead } from '../src/model/load.ts';
import type { Policy } from '../src/model/policy.ts';
import { spellOut } from '../src/model/short-forms.ts';
import { snapshotOf } from '../src/snapshot/snapshot.ts';
import { checkShape, type Shape } from '../src/syntax/shape.ts';
import { shape as chapterShape } from '../src/syntax/shapes/chapter.shape.js';
import { shape as policyShape } from '../src/syntax/shapes/policy.shape.js';
import { emptyFile, type YamlFile } from '../src/syntax/yaml.ts';

/** What stands in `policy.yaml` and in chapters, by path. */
export type Values = Readonly<Record<string, object>>;

/** The policies compiled last, by their texts: properties with one seed draw the same ones again and again. */
const compiled = new Map<string, Policy>();
const kept = 500;

/** Compiles a policy from texts by path; an error of the texts fails the test. */
export function policyFrom(files: Readonly<Record<string, string>>): Policy {
  return keptFor(JSON.stringify(files), () => compilePolicy(files));
}

/**
 * A policy of what its files say, as it is once YAML was read, which takes longer than all else: the one that their texts
 * are compiled to, but that everything stands at the beginning of its file. For tests that compare by meaning.
 */
export function policyOfValues(values: Values): Policy {
  const text = JSON.stringify(values);
  return keptFor(text, () => {
    // As a text would say it, without what is undefined.
    const { 'policy.yaml': head, ...chapters } = JSON.parse(text) as Record<string, object>;
    return withoutErrors(builtOf(head as PolicyHead | undefined, chapters));
  });
}

function keptFor(key: string, compile: () => Policy): Policy {
  const policy = compiled.get(key) ?? compile();
  compiled.delete(key);
  compiled.set(key, policy);
  for (const oldest of compiled.keys()) {
    if (compiled.size <= kept) break;
    compiled.delete(oldest);
  }
  return policy;
}

function compilePolicy(files: Readonly<Record<string, string>>): Policy {
  const encoder = new TextEncoder();
  const snapshot = snapshotOf(
    Object.entries(files).map(([path, text]) => [path, encoder.encode(text)] as const),
  );
  return withoutErrors(compileFiles(snapshot));
}

function withoutErrors({ policy, problems }: Built): Policy {
  if (!policy) {
    throw new Error(
      problems.map((one) => `${formatPlace(one.place)} ${one.code} ${messageOf(one).reason}`).join('\n'),
    );
  }
  return policy;
}

function builtOf(head: PolicyHead | undefined, values: Values): Built {
  const problems: Diagnostic[] = [];
  const fileOf = (shape: Shape, path: string, value: unknown): YamlFile => {
    const file = { ...emptyFile(sourceFile(path, ''), []), value };
    problems.push(...checkShape(shape, file));
    return file;
  };
  const headFile = fileOf(policyShape, 'policy.yaml', head);
  const files = Object.entries(values).map(([path, value]) => fileOf(chapterShape, path, value));
  if (!head || problems.length > 0) return { policy: undefined, problems };
  const chapters = files.map((one) => {
    const file = spellOut(one);
    const content = file.value as { readonly chapter: string; readonly clauses: readonly ClauseSource[] };
    return { file, id: content.chapter, clauses: content.clauses, content: { ...content } };
  });
  const none = { locales: [], registers: new Map(), taxonomy: undefined, words: [] };
  const ordered = head.chapters.flatMap((id) => chapters.filter((chapter) => chapter.id === id));
  return buildPolicy({ head, headFile, chapters: ordered, ...none });
}

export const smallHead = `format: policyc/policy@1
id: small
title: Privacy policy
edition: "2026-11"
prevailing: en
locales: [en]
profiles: [cn-pipl]
utcOffset: "+08:00"
parties:
  - { id: company, role: controller, name: Small Ltd }
chapters: [main]
`;
