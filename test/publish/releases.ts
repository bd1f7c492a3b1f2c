import { type Manifest, manifestFormat, type Release } from '../../src/archive/release.ts';
import { sha256 } from '../../src/base/canonical.ts';
import type { Policy } from '../../src/model/policy.ts';
import { type ReaderChange, readerChangesFormat } from '../../src/model/reader-changes.ts';
import { policyOf } from '../render/sample.ts';

export const head = `format: policyc/policy@1
id: shop
title: Shop privacy policy
edition: "2026-11"
prevailing: en
locales: [en, zh-CN]
profiles: [cn-pipl]
utcOffset: "+08:00"
parties:
  - { id: company, role: controller, name: Small Ltd }
chapters: [main]
`;

/** A policy whose one clause says the words. */
export function saying(words: string): Policy {
  return policyOf(
    `chapter: main\ntitle: Main\nclauses:\n  - { id: first, kind: statement, title: First, text: ${JSON.stringify(words)} }\n`,
    head,
  );
}

export function releaseOf(
  sequence: number,
  effective: string,
  policy: Policy,
  more: Partial<Manifest> & { readonly changes?: readonly ReaderChange[] } = {},
): Release {
  const { changes = [], ...rest } = more;
  const manifest: Manifest = {
    format: manifestFormat,
    policy: policy.id,
    sequence,
    published: effective,
    effective,
    previous: sequence === 1 ? null : sha256(`${sequence - 1}`),
    edition: policy.edition,
    tool: 'secret-tool-version',
    notes: { 'changes/secret-note.md': sha256('x') },
    files: { 'internal/decisions.json': sha256('y') },
    ...rest,
  };
  return { manifest, hash: sha256(`${sequence}`), policy, changes: { format: readerChangesFormat, changes } };
}

export const three: readonly Release[] = [
  releaseOf(1, '2021-10-24', saying('The first words.')),
  releaseOf(2, '2022-07-01', saying('The second words.'), {
    published: '2022-05-20',
    changes: [
      {
        status: 'new',
        clauses: ['first'],
        text: { en: 'Voice, see :ref[first] & <b>more</b>.', 'zh-CN': '新的**声音**。' },
      },
      { status: 'removed', clauses: ['gone'], text: { en: 'We no longer do that.' } },
    ],
  }),
  releaseOf(3, '2023-01-01', saying('The third words.'), { published: '2022-11-15' }),
];
