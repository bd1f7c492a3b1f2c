import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messageOf } from '../../src/base/diagnostic.ts';
import { checkSnapshot } from '../../src/check/check-snapshot.ts';
import { clauseKinds } from '../../src/model/kinds.ts';
import { snapshotOf } from '../../src/snapshot/snapshot.ts';

const page = readFileSync('docs/authoring.md', 'utf8');

/** Blocks with a path are files; the others are clauses, which stand together in one more chapter. */
function filesOf(text: string): Map<string, string> {
  const files = new Map<string, string>();
  let clauses = 'chapter: everything-else\ntitle: Everything else\nclauses:\n';
  for (const [, path, content = ''] of text.matchAll(/^```(?:yaml|csv)(?: (\S+))?\n([\s\S]*?)^```/gm)) {
    if (path) files.set(path, content);
    else clauses += content;
  }
  return files.set('chapters/everything-else.yaml', clauses);
}

const files = filesOf(page);
const encoder = new TextEncoder();
const { policy, problems } = checkSnapshot(
  snapshotOf([...files].map(([path, text]) => [path, encoder.encode(text)] as const)),
);

describe('docs/authoring.md', () => {
  it('is one policy without a fault', () => {
    expect(
      problems.map((one) => `${one.place.file}:${one.place.line} ${one.code} ${messageOf(one).reason}`),
    ).toEqual([]);
    expect([...files.keys()].sort()).toEqual([
      'chapters/everything-else.yaml',
      'chapters/rides.yaml',
      'policy.yaml',
      'registers/sdks.yaml',
      'registers/suppliers.csv',
      'taxonomy.yaml',
    ]);
  });

  it('has an example of every kind, in the section of that name', () => {
    const stated = new Set(policy?.structure.map((row) => row.values.kind));
    expect(clauseKinds.filter((kind) => !stated.has(kind))).toEqual([]);
    expect(clauseKinds.filter((kind) => !section(kind).includes(`kind: ${kind}`))).toEqual([]);
  });
});

/** The text under a heading, up to the next one. */
function section(title: string): string {
  const start = page.search(new RegExp(`^##+ ${title}$`, 'm'));
  if (start === -1) throw new Error(`no section ${title}`);
  const end = page.slice(start + 3).search(/^##/m);
  return page.slice(start, end === -1 ? undefined : start + 3 + end);
}
