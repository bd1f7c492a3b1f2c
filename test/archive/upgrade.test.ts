import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sameContent } from '../../src/archive/content.ts';
import { folderFiles } from '../../src/archive/disk.ts';
import { parsePolicy } from '../../src/archive/frozen.ts';
import { comparePolicies } from '../../src/diff/compare.ts';
import type { JudgedChange } from '../../src/diff/judge.ts';
import type { Policy } from '../../src/model/policy.ts';
import { releaseOf, wholeArchive } from '../../src/revision/archive.ts';
import { type ClauseObject, policyOf } from '../properties/policies.ts';

/**
 * What was frozen by an earlier policyc is judged the same by this one. Whatever fails here would
 * change somebody's released policy, or reopen a decision.
 */
describe('the frozen archive of the worked example', () => {
  const files = folderFiles(join(import.meta.dirname, '../../policies/marketplace/archive'));
  const { versions } = wholeArchive(files);
  const policies = versions.map((version) => releaseOf(files, version).policy);

  const recorded = (sequence: number): JudgedChange[] => {
    const path = `${String(sequence).padStart(4, '0')}/internal/decisions.json`;
    return JSON.parse(new TextDecoder().decode(files.read(path))).changes;
  };
  const told = ({ kind, direction, fingerprint, verdict }: JudgedChange): string =>
    `${kind} ${direction} ${fingerprint} ${verdict}`;

  it.each(versions.slice(1).map(({ sequence }, index) => [sequence, index] as const))(
    '#%i: every change has the kind, direction, fingerprint and verdict that were recorded',
    (sequence, index) => {
      const [base, head] = policies.slice(index, index + 2);
      const { changes } = comparePolicies(base as Policy, head as Policy);
      const known = recorded(sequence).filter(({ kind }) => kind !== 'declared');
      expect(changes.map(told).sort()).toEqual(known.map(told).sort());
    },
  );
});

/**
 * Two versions of the worked example as an earlier policyc released them, written with edition 2026-11. Fingerprints of
 * what is for some readers only are others since notes say for whom they decide, so they are not compared here.
 */
describe('versions of edition 2026-11', () => {
  const frozen = (name: string): Uint8Array =>
    gunzipSync(readFileSync(join(import.meta.dirname, `../fixtures/lantern-lane-2026-11/${name}.json.gz`)));
  const policy = (name: string): Policy => {
    const read = parsePolicy(frozen(name));
    if (!('value' in read)) throw new Error(`${name} cannot be read`);
    return read.value;
  };
  const { changes } = comparePolicies(policy('1.policy'), policy('2.policy'));

  it('keep their judgement', () => {
    const told = ({ kind, key, direction, verdict }: JudgedChange): string =>
      `${kind} ${key.join(' ')} ${direction} ${verdict}`;
    const recorded: readonly JudgedChange[] = JSON.parse(
      new TextDecoder().decode(frozen('2.decisions')),
    ).changes;
    expect(changes.map(told).sort()).toEqual(recorded.map(told).sort());
  });

  it('are told what the law of that edition asks, and nothing of a later one', () => {
    const owed = new Set(changes.flatMap(({ obligations }) => obligations.map(({ owes }) => owes)));
    expect(owed).toContain('express-consent');
    expect(owed).not.toContain('separate-consent');
    expect(owed).not.toContain('assessment');
  });
});

const points = (label: string, more: object = {}): Policy =>
  policyOf(
    [
      [
        {
          id: 'shop',
          kind: 'function',
          title: 'Shop',
          tier: 'basic',
          purposes: ['trade.order'],
          collects: ['loyalty.points'],
        },
      ],
    ],
    more,
    {
      'taxonomy.yaml': {
        format: 'policyc/taxonomy@1',
        data: [{ id: 'loyalty.points', label: { en: label } }],
      },
    },
  );

describe('what a policy says', () => {
  it('is the same wherever its rows were written', () => {
    const policy = points('points');
    const moved = policy.facts.map((row) => ({ ...row, place: { ...row.place, line: row.place.line + 7 } }));
    expect(sameContent(policy, { ...policy, facts: moved })).toBe(true);
  });

  it('is something else when an id is shown to readers by another name, or in another language', () => {
    expect(sameContent(points('points'), points('faces'))).toBe(false);
    const policy = points('points');
    expect(sameContent(policy, { ...policy, locales: ['en', 'zh-CN'] })).toBe(false);
  });
});

/**
 * Values that rows state though nobody wrote them: defaults, and whether a text is there. A row that was frozen
 * without a value differs from one that has it, so nothing can be added here: what a later format adds is stated only
 * where somebody wrote it.
 */
describe('format policyc/compiled@1', () => {
  it('states by itself what it always did', () => {
    const least: readonly ClauseObject[] = [
      {
        id: 'a',
        kind: 'function',
        tier: 'basic',
        title: 'A',
        purposes: ['trade.order'],
        collects: ['location'],
        permissions: ['camera'],
        consent: { kind: 'explicit' },
      },
      { id: 'b', kind: 'recipient', title: 'B', form: 'share' },
      { id: 'c', kind: 'technology', title: 'C', type: 'cookie' },
      { id: 'd', kind: 'retention', title: 'D' },
      { id: 'e', kind: 'security', title: 'E' },
      { id: 'f', kind: 'right', title: 'F', right: 'access' },
      { id: 'g', kind: 'minors', title: 'G', age: 14 },
      { id: 'h', kind: 'contact', title: 'H', channel: 'email', address: 'a@b.example' },
      { id: 'i', kind: 'scope', title: 'I' },
      { id: 'j', kind: 'definition', title: 'J' },
      { id: 'k', kind: 'document', title: 'K', role: 'referenced' },
      { id: 'l', kind: 'commitment', title: 'L', promise: 'never', act: 'sell' },
      {
        id: 'm',
        kind: 'change',
        title: 'M',
        promises: [{ id: 'one', words: 'W.', owes: 'notice', watches: ['function'] }],
      },
    ];
    const written: Readonly<Record<string, readonly string[]>> = {
      function: ['tier'],
      consent: ['kind'],
      recipient: ['form'],
      technology: ['type'],
      right: ['right'],
      minors: ['age'],
      contact: ['channel', 'address'],
      document: ['role'],
      commitment: ['promise', 'act'],
      'change.promise': ['owes'],
      policy: ['edition', 'prevailing', 'utcOffset'],
      party: ['role', 'name'],
      sensitivity: ['level'],
    };
    const statedIn = (format: string): string[] => {
      const names = policyOf([least], { format }).facts.flatMap(({ relation, values }) =>
        Object.keys(values).flatMap((name) =>
          written[relation]?.includes(name) ? [] : [`${relation}.${name}`],
        ),
      );
      return [...new Set(names)].sort();
    };
    const first = statedIn('policyc/policy@1');
    const second = new Set(statedIn('policyc/policy@2'));
    expect(first.filter((name) => !second.has(name))).toEqual([
      'function.data.required',
      'function.data.source',
      'retention.expiry',
      'right.fee',
      'technology.necessary',
    ]);
    expect(first).toMatchInlineSnapshot(`
      [
        "change.days",
        "consent.separate",
        "consent.withdrawal",
        "contact.days",
        "definition.inclusive",
        "function.automated",
        "function.automated.effect",
        "function.automated.logic",
        "function.automated.review",
        "function.data.from",
        "function.data.public",
        "function.data.required",
        "function.data.source",
        "function.optOut",
        "function.permission.trigger",
        "function.personalised",
        "function.personalised.off",
        "function.purpose.interest",
        "function.refusal",
        "function.sensitive.impact",
        "function.sensitive.necessity",
        "function.sensitive.protection",
        "minors.guardianConsent",
        "minors.inclusive",
        "recipient.crossContextAdvertising",
        "recipient.safeguard",
        "recipient.sale",
        "retention.criterion",
        "retention.default",
        "retention.expiry",
        "right.days",
        "right.fee",
        "right.limits",
        "right.method",
        "scope.excludes",
        "scope.inherits",
        "technology.necessary",
        "technology.optOut",
      ]
    `);
  });
});
