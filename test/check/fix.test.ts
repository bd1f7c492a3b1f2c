import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceFile } from '../../src/base/place.ts';
import { mendFiles } from '../../src/check/fix.ts';
import { compileFiles } from '../../src/model/compiled.ts';
import { isPolicyFolderPath } from '../../src/revision/policy-paths.ts';
import { readFolder } from '../../src/snapshot/folder.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';
import { samplesFolder } from './sample.ts';

const policies = ['charity', 'childrens-app', 'devtool'].map((name) =>
  readFolder(join(import.meta.dirname, '../../policies', name), isPolicyFolderPath),
);

/** Texts that YAML takes for something else, in places of a small policy where text belongs. */
const written = fc.oneof(
  fc.constantFrom('+441632960000', '1.10', '00123', '1e3', '0x1F', '0o17', '.5', '-0', 'true', '2027-02-30'),
  fc.stringMatching(/^[0-9]{1,20}$/),
  fc.stringMatching(/^[0-9]{4}-[01][0-9]-[0-3][0-9]$/),
  fc.stringMatching(/^[+-]?[0-9]{1,8}\.[0-9]{0,8}$/),
);

function withAddress(address: string): Snapshot {
  const files: Record<string, string> = {
    'policy.yaml': `format: policyc/policy@2
id: small
title: T # the title
edition: "2026-12"
prevailing: en
locales: [en]
utcOffset: "+00:00"
parties:
  - { id: us, role: controller, name: N,   registration: ${address} } # who we are
chapters: [main]
`,
    'chapters/main.yaml': `chapter: main
title: Main
clauses:
  # a comment, two  spaces
  - id: phone
    kind: contact
    title: Phone
    channel: phone
    address:   ${address}   # day and night
  - { id: rules, kind: document, title: Rules, role: referenced, url: /rules, version: ${address} }
`,
  };
  const sources = Object.entries(files).map(([path, text]) => [path, sourceFile(path, text)] as const);
  return { files: new Map(sources), problems: [] };
}

function mended(snapshot: Snapshot): Snapshot {
  const after = mendFiles(snapshot).map(({ path, after }) => [path, sourceFile(path, after)] as const);
  return { ...snapshot, files: new Map([...snapshot.files, ...after]) };
}

const meaning = (snapshot: Snapshot): string => {
  const { policy } = compileFiles(snapshot);
  const rows = (policy?.facts ?? []).map(({ relation, key, values }) => [relation, key, values]);
  return JSON.stringify([rows, policy?.prose.map(({ key, values }) => [key, values])]);
};

describe('what check --fix mends', () => {
  it('keeps every character of what was written, and all around it', () => {
    fc.assert(
      fc.property(written, (text) => {
        const result = mended(withAddress(text));
        expect(meaning(result)).toBe(meaning(withAddress(`"${text}"`)));
        for (const [path, { text: after }] of result.files)
          expect(after.replaceAll(`"${text}"`, text)).toBe(withAddress(text).files.get(path)?.text);
      }),
      { numRuns: 150 },
    );
  });

  it('is nothing in a policy that compiles', () => {
    for (const policy of policies) expect(mendFiles(policy)).toEqual([]);
  });

  it('leaves the rows of every sample of check as they are', () => {
    for (const name of readdirSync(samplesFolder)) {
      const folder = readdirSync(join(samplesFolder, name)).includes('whole') ? 'whole' : 'policy';
      const before = readFolder(join(samplesFolder, name, folder), () => true);
      const { policy } = compileFiles(before);
      if (policy) expect(meaning(mended(before))).toBe(meaning(before));
    }
  });

  it('is nothing twice', () => {
    fc.assert(
      fc.property(written, (text) => {
        expect(mendFiles(mended(withAddress(text)))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
